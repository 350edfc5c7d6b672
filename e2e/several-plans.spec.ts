// A five-year plan beside the annual one: a clerk fills in both on one page, and everybody looks at one at a time.
import { expect, test } from './fixtures.ts'
import type { App } from './pages/app.ts'

const ANNUAL = '2020年全市科技工作要点'
const LONG = '淮安市“十三五”科技创新规划'
const RATIO = '科技进步贡献率（规划）'
const longPlan = {
  title: LONG,
  years: { from: 2016, to: 2020 },
  departments: [{ id: 'x1', name: '规划处', kind: 'department' }],
  programmes: [
    { id: 'p1', name: '创新能力提升工程', lead: 'x1', measures: [{ id: 'p1m1', name: '编制评估报告' }] },
  ],
  indicators: [
    {
      id: 'i1',
      name: RATIO,
      unit: '%',
      programme: 'p1',
      key: true,
      mode: 'yearly',
      dueMonth: 6,
      targets: [2018, 2019, 2020].map((year) => ({
        year,
        comparator: 'at-least',
        committed: year - 1960,
      })),
    },
  ],
}

async function putBeside(app: App): Promise<void> {
  await app.openExample()
  await app.goTo('工作要点')
  await app.plan.importFile('十三五.json', longPlan)
  const dialog = app.page.getByRole('dialog', { name: '启用这份要点' })
  await app.page.getByRole('button', { name: '启用', exact: true }).click()
  await expect(dialog.getByRole('checkbox', { name: `与《${ANNUAL}》并列执行` })).toBeChecked()
  await dialog.getByRole('button', { name: '启用' }).click()
  await expect(dialog).toBeHidden()
}

test('both are filled in on one page, and each has its own year in 总览', async ({ app }) => {
  await putBeside(app)
  await app.chooseMonth('2020年7月')
  await expect(app.page.getByRole('banner')).toContainText(`${ANNUAL}等2个要点`)

  await app.goTo('本月填报')
  await app.chooseDepartment('规划处')
  await expect(app.entry.grid.getByRole('rowheader', { name: `《${LONG}》` })).toBeVisible()
  await app.entry.fill(RATIO, '60.5')
  await expect(app.saved).toContainText('已保存')
  await app.entry.choose('编制评估报告', '推进中')

  await app.goTo('总览')
  await expect(app.overview.programmes).not.toContainText('创新能力提升工程')
  await app.overview.choosePlan(LONG)
  await expect(app.overview.programmes.getByRole('row')).toHaveCount(2)
  await app.overview.showProvisional()
  await app.overview.openProgramme('创新能力提升工程')
  await app.overview.openItem(RATIO)
  await expect(app.overview.drawer).toContainText('60.5')
  await expect(app.overview.yearRow(2019)).toContainText('≥59%')
  await expect(app.overview.yearRow(2020)).toContainText('60.5')
  await app.overview.closeDrawer()

  // The choice stays for another month; where the plan does not reach, the one that leads is shown.
  await app.chooseMonth('2019年12月')
  await expect(app.overview.programmes).toContainText('创新能力提升工程')
  await app.chooseMonth('2020年6月')
  await expect(app.overview.programmes.getByRole('row')).toHaveCount(2)
  await app.overview.choosePlan(ANNUAL)
  await expect(app.overview.programmes).not.toContainText('创新能力提升工程')
})

test('each is amended by itself', async ({ app }) => {
  await putBeside(app)
  await app.chooseMonth('2020年7月')
  await expect(app.plan.item('技术合同登记额')).toBeVisible()
  await app.plan.choosePlan(`在用 · ${LONG}`)
  await expect(app.plan.item('技术合同登记额')).toBeHidden()
  await app.plan.revise(RATIO, '61', { from: '2020年7月', reason: '中期评估调整' })
  await expect(app.plan.history).toContainText('由60%调整为61%')
  await app.plan.choosePlan(`在用 · ${ANNUAL}`)
  await expect(app.plan.history).not.toContainText('由60%调整为61%')
})

test('each has its own bounds of the lights, edited on screen', async ({ app }) => {
  await putBeside(app)
  await app.chooseMonth('2020年7月')
  await app.goTo('本月填报')
  await app.chooseDepartment('规划处')
  await app.entry.fill(RATIO, '45')
  await expect(app.entry.row(RATIO)).toContainText('严重滞后')
  await app.goTo('设置')
  const rules = app.settings.card('报送与亮灯')
  await expect(rules).toContainText(`截止日按《${ANNUAL}》`)
  await app.settings.changeRules(
    { dueDay: '20', green: '95', yellow: '60' },
    { from: '2020年7月', reason: '规划中期评估' },
    LONG,
  )
  await expect(rules).toContainText('每月20日前报送；绿灯不低于95%，黄灯不低于60%')
  await expect(rules).toContainText('每月25日前报送；绿灯不低于100%，黄灯不低于85%')
  await app.goTo('本月填报')
  await expect(app.entry.row(RATIO)).not.toContainText('严重滞后')
  await app.entry.figure(RATIO).focus()
  await expect(app.entry.panel).toContainText('完成序时75.0%，低于95%、不低于60%')
  // A department reports a month once: the due day is that of the plan that leads.
  await expect(app.page.getByRole('main')).toContainText('7月25日')
})

test('the same plan twice is not put in force by mistake', async ({ app }) => {
  await app.openExample()
  await app.goTo('工作要点')
  await app.plan.importFile('又一份.json', {
    ...longPlan,
    title: '又一份要点',
    years: { from: 2020, to: 2020 },
  })
  const dialog = await app.plan.putInForce()
  await expect(dialog.getByRole('checkbox', { name: `与《${ANNUAL}》并列执行` })).not.toBeChecked()
  await expect(dialog.getByRole('alert')).toContainText('这个年度已有启用的要点')
})
