// 取自年度要点: a five-year plan asks for a figure that the annual plan has; it is filled in once and seen in both.
import { expect, test } from './fixtures.ts'
import { chooseIn } from './pages/choose-in.ts'

const ANNUAL = '2020年全市科技工作要点'
const LONG = '“十三五”科技创新规划'
const SOURCE = '技术合同登记额'
const TAKER = '技术合同登记额（规划）'
const longPlan = {
  title: LONG,
  years: { from: 2016, to: 2020 },
  departments: [{ id: 'x1', name: '规划处', kind: 'department' }],
  programmes: [],
  indicators: [
    {
      id: 'g1',
      name: TAKER,
      unit: '亿元',
      lead: 'x1',
      key: true,
      mode: 'yearly',
      dueMonth: 6,
      targets: [{ year: 2020, comparator: 'at-least', committed: 30 }],
    },
  ],
}

test('said in the draft, filled in once, and followed from the five-year plan to its cells', async ({
  app,
}) => {
  await app.openExample()
  await app.goTo('工作要点')
  await app.plan.importFile('十三五.json', longPlan)
  await app.plan.select(TAKER)
  await app.plan.press('修改')
  await chooseIn(app.page, app.plan.side.getByLabel('数从哪里来'), SOURCE)
  await app.plan.press('保存')
  await expect(app.plan.side).toContainText(`《${ANNUAL}》“${SOURCE}”，只在那一项填`)
  await expect(await app.plan.putInForce()).toBeHidden()

  await app.chooseMonth('2020年7月')
  await app.goTo('本月填报')
  await app.chooseDepartment('规划处')
  const row = app.entry.row(TAKER)
  await expect(row).toContainText(`取自年度要点：《${ANNUAL}》“${SOURCE}”，这里不用填，由科研处填报`)
  await expect(row.getByRole('textbox', { name: `${TAKER}，本月数（亿元）` })).toHaveAttribute('readonly', '')

  await app.chooseDepartment('科研处')
  await app.entry.fill(SOURCE, '9')
  await expect(app.saved).toContainText('已保存')
  await app.chooseDepartment('规划处')
  await expect(row.getByRole('cell').nth(6)).not.toHaveText('100.0%')

  await app.goTo('总览')
  await app.overview.choosePlan(LONG)
  await app.overview.showProvisional()
  await app.overview.openHeadline(TAKER)
  await expect(app.overview.drawer).toContainText(`取自年度要点：《${ANNUAL}》“${SOURCE}”，由科研处填报`)
  await expect(app.overview.drawer).toContainText(`（数取自《${ANNUAL}》“${SOURCE}”）`)
  await app.overview.openMonth(7)
  await expect(app.overview.entriesOf(7)).toContainText('9')
})
