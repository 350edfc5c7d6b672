// A bureau's own tables come in: columns confirmed and remembered, contents looked at one by one, nothing dropped silently.
import { expect, test } from './fixtures.ts'
import { ownWorkbook } from './own-workbook.ts'
import { OwnTablePage } from './pages/own-table-page.ts'

const CENTRES = '新建市级企业工程技术研究中心'
const JULY = ownWorkbook('7月进展', [
  ['2020年全市科技工作要点7月份进展情况表'],
  ['序号', '指标（事项）', '单位', '年度目标', '新办', '目前情况'],
  [1, '1.新建市级以上企业研发机构（家）', '家', 30, 3, null],
  [2, CENTRES, '个', 30, '约2个', null],
  [3, '完善企业创新激励政策', null, null, null, '办法已报审'],
  [4, '争取上级专项资金', '万元', 500, 20, null],
  ['合计', null, null, null, 25, null],
])

test('a month’s own table: a column set right, what is doubtful taken by hand, the rest listed; remembered the next time', async ({
  app,
}) => {
  await app.openExample()
  await app.actAs('王敏')
  await app.chooseMonth('2020年7月')
  const table = new OwnTablePage(app.page)
  await table.open()
  await table.choose('旧表.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  await expect(table.dialog.getByRole('alert')).toContainText('另存为 .xlsx')
  await table.choose('进展.xlsx', JULY)
  await expect(table.column('新办')).toContainText('不读入')
  await expect(table.column('新办')).toContainText('请核对')
  await table.setColumn('新办', '本月数')
  await table.confirmColumns()
  await expect(table.dialog).toContainText('没有读入')
  await expect(table.row('约2个')).toContainText('不是能用的数')
  await expect(table.row('争取上级专项资金')).toContainText('没有这个名称')
  await expect(table.row('和“完善企业创新激励机制”相近')).toBeVisible()
  await expect(table.dialog.getByRole('heading', { name: /改动2处，已选1处/ })).toBeVisible()
  await table.take('完善企业创新激励机制')
  await table.apply(2)
  await expect(app.entry.figure('新建市级以上企业研发机构')).toHaveValue('3')

  await table.open()
  await table.choose('进展.xlsx', JULY)
  await expect(table.dialog).toContainText('确认过，已沿用')
  await expect(table.column('新办')).toContainText('本月数')
  await table.confirmColumns()
  await expect(table.dialog).toContainText('没有读到可以录入的改动')
})

test('a plan’s own table becomes a draft, with what is uncertain listed', async ({ app }) => {
  await app.openExample()
  await app.goTo('工作要点')
  const table = new OwnTablePage(app.page)
  await app.plan.chooseFile(
    '任务分解.xlsx',
    ownWorkbook('任务分解', [
      ['2021年全市科技工作要点任务分解表'],
      ['序号', '重点行动', '工作任务', '计量单位', '年度目标', '牵头处室', '完成时限'],
      [1, '主要目标', '新增国家高新技术企业', '家', '≥120家', '高新处', '12月底'],
      [2, '企业研发促进行动', '建设企业研发机构培育库', null, null, '科研处', '6月底'],
      [3, '企业研发促进行动', '开展研发统计培训', null, '4场以上', '科研处', '尽快'],
    ]),
  )
  await expect(table.dialog.getByRole('spinbutton', { name: '年度' })).toHaveValue('2021')
  await table.confirmColumns()
  await expect(table.dialog).toContainText('处要核对')
  await table.dialog.getByRole('button', { name: '生成要点草稿' }).click()
  await expect(table.dialog).toBeHidden()
  await expect(app.page.getByText('已生成草稿')).toBeVisible()
  await expect(app.page.getByRole('main')).toContainText('2021年全市科技工作要点')
})

test('a table of a hundred rows with a column for each month: this month’s is read, and long lists come in slices', async ({
  app,
}) => {
  const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月`)
  const rows = Array.from({ length: 100 }, (_, at) => [
    at + 1,
    at === 0 ? CENTRES : `县里的第${at}件事`,
    '个',
    ...months.map((_, month) => month + 1),
    30,
    0.5,
    '正在推进',
    '无',
    '按月推进',
  ])
  await app.openExample()
  await app.actAs('王敏')
  await app.chooseMonth('2020年7月')
  const table = new OwnTablePage(app.page)
  await table.open()
  await table.choose(
    '全年.xlsx',
    ownWorkbook('全年', [
      ['序号', '指标', '单位', ...months, '年度目标', '完成率', '工作进展', '存在问题', '下一步打算'],
      ...rows,
    ]),
  )
  await expect(table.column('7月')).toContainText('本月数')
  await expect(table.column('6月')).toContainText('标题写的是6月，导入的是7月，不读入')
  await table.confirmColumns()
  await expect(table.row('7个')).toContainText(CENTRES)
  await expect(table.row('县里的第30件事')).toBeAttached()
  await expect(table.row('县里的第70件事')).toHaveCount(0)
  await table.dialog.getByRole('button', { name: /^再显示\d+处$/ }).click()
  await expect(table.row('县里的第70件事')).toBeAttached()
  await table.apply(2)
  await expect(app.entry.figure(CENTRES)).toHaveValue('7')
})
