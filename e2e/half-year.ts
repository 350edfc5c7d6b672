// A small plan with half a year of figures. It is put in force now, so no month of 2020 counts as late.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Preparation } from './prepared-stores.ts'

export const PROGRAMME = '企业研发促进行动'
export const CENTRES = '新建市级企业工程技术研究中心'
export const CONTRACTS = '技术合同登记额'
export const MEETINGS = '举办各种对接活动'

const indicator = (id: string, name: string, unit: string, committed: number) => ({
  id,
  name,
  unit,
  decimals: unit === '亿元' ? 2 : 0,
  programme: 'p1',
  key: true,
  mode: 'monthly-flow',
  targets: [{ year: 2020, comparator: 'at-least', committed }],
})

const plan = {
  title: '2020年全市科技工作要点',
  years: { from: 2020, to: 2020 },
  departments: [{ id: 'keyan', name: '科研处', kind: 'department' }],
  programmes: [
    { id: 'p1', name: PROGRAMME, lead: 'keyan', measures: [{ id: 'p1m1', name: '加快新型研发机构建设' }] },
  ],
  indicators: [
    indicator('i1', CENTRES, '个', 30),
    indicator('i2', CONTRACTS, '亿元', 40),
    indicator('i3', MEETINGS, '场', 50),
  ],
}

/** January to June: 13 of 30, 18 of 40, 25 of 50. */
const AMOUNTS = { i1: [2, 2, 2, 2, 2, 3], i2: [3, 3, 3, 3, 3, 3], i3: [4, 4, 4, 4, 4, 5] }

const sheets = Array.from({ length: 6 }, (_, at) => ({
  month: `2020-0${at + 1}`,
  department: 'keyan',
  readings: Object.entries(AMOUNTS).map(([each, amounts]) => ({ indicator: each, value: amounts[at] })),
}))

export const halfYear: Preparation = {
  name: 'half-year',
  commands: (folder) => {
    const planFile = join(folder, 'plan.json')
    const recordFile = join(folder, 'record.json')
    writeFileSync(planFile, JSON.stringify(plan))
    writeFileSync(recordFile, JSON.stringify(sheets))
    return [
      ['init', '--plan', planFile],
      ['record', '--file', recordFile],
    ]
  },
}
