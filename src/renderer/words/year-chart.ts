export const yearList = {
  title: '历年情况',
  columns: { year: '年度', target: '目标', actual: '实际', completion: '完成率', light: '灯' },
  calledThen: (name: string) => `当时称“${name}”`,
  until: (year: number, month: number) => `${year}年（截至${month}月）`,
  whole: (year: number) => `${year}年`,
  toCome: '尚未开始',
}

export const yearChart = {
  title: '全年进度',
  month: '月份',
  total: '实际累计',
  level: '实际',
  plan: '序时应达',
  formerPlan: (target: string) => `原目标（${target}）序时应达`,
  needed: '达到目标所需',
  range: { high: '推算最高', middle: '推算中位', low: '推算最低' },
  revised: (month: string, before: string, after: string) => `目标自${month}起由${before}调整为${after}`,
  revisedWhy: (document: string | null, reason: string | null) =>
    [document, reason].filter((part) => part !== null && part !== '').join('，'),
  notSeasonal: '推算只用本年已报各月的数，不含季节因素。',
  cutAxis: '图的纵轴没有从0开始。',
  notEnough: '还没有数可画。',
}
