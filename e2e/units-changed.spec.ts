// Units are merged and hand their work over in July: the months before stay under the old name, with their authors.
import { expect, test } from './fixtures.ts'
import type { App } from './pages/app.ts'

const TRAINED = '培训科技型企业家'
const MEETINGS = '举办各种对接活动'

/** The figures of a month's 指标进度 as they are printed. */
async function printedLine(app: App, month: string, item: string): Promise<string> {
  await app.chooseMonth(month)
  await app.goTo('例会通报')
  // as it is now, not as it was when it was looked at last
  await app.reload()
  await app.bulletin.openSheet('指标进度')
  return app.bulletin.paper.getByRole('row').filter({ hasText: item }).innerText()
}

test('a unit merged into another from July on', async ({ app }) => {
  await app.openExample()
  const inJune = await printedLine(app, '2020年6月', TRAINED)
  expect(inJune).toContain('法规处')
  await app.goTo('设置')
  await app.settings.mergeUnit('法规处', '科研处', { from: '2020年7月', reason: '机构改革' })
  await app.chooseMonth('2020年7月')
  await expect(app.settings.card('处室')).toContainText('2020年6月后并入科研处')
  expect(await printedLine(app, '2020年6月', TRAINED)).toBe(inJune)
  expect(await printedLine(app, '2020年7月', TRAINED)).toContain('科研处')

  // July is asked of the one that received it; June, still blank, is made good by its people under the old name.
  await app.actAs('王敏')
  await app.chooseMonth('2020年7月')
  await expect(app.entry.heading).toHaveText('科研处 7月进展')
  await expect(app.entry.figure(TRAINED)).toBeEditable()
  await app.chooseMonth('2020年6月')
  await expect(app.entry.row(TRAINED)).toBeHidden()
  await app.chooseDepartment('法规处')
  await app.entry.fill(TRAINED, '20')
  await expect(app.entry.missing).toBeHidden()
  await app.entry.submit()
  await expect(app.entry.notices).toContainText('由王敏报送')

  await app.actAs('陈静')
  await app.goTo('报送')
  await (await app.submissions.review('法规处', '2020年6月')).accept()
  await expect(app.submissions.cell('法规处', '2020年6月')).toContainText('已审核')
  await expect(app.submissions.cell('法规处', '2020年7月')).toHaveCount(0)
  await app.goTo('总览')
  await app.overview.showBy('按处室')
  await expect(app.overview.departments).toContainText('法规处')
  await app.overview.showBy('按行动')
  await app.overview.openProgramme('科技型企业家培养行动')
  await app.overview.openItem(TRAINED)
  await app.overview.openMonth(5)
  await expect(app.overview.entriesOf(5)).toContainText('孙浩')
  await app.overview.openMonth(6)
  await expect(app.overview.entriesOf(6)).toContainText('王敏')
  await app.overview.closeDrawer()
  await app.chooseMonth('2020年7月')
  await app.overview.showBy('按处室')
  await expect(app.overview.departments).toContainText('科研处')
  await expect(app.overview.departments).not.toContainText('法规处')
})

test('its own clerk finishes June under the old name and goes on with July under the new', async ({
  app,
}) => {
  await app.openExample()
  await app.goTo('设置')
  await app.settings.mergeUnit('法规处', '规划处', { from: '2020年7月', reason: '机构改革' })
  await app.chooseMonth('2020年7月')
  await expect(app.settings.card('处室')).toContainText('2020年6月后并入规划处')

  await app.actAs('孙浩')
  await app.chooseMonth('2020年6月')
  await expect(app.entry.heading).toHaveText(/法规处/)
  await app.entry.fill(TRAINED, '30')
  await expect(app.saved).toContainText('已保存')
  await app.chooseMonth('2020年7月')
  await expect(app.entry.heading).toHaveText(/规划处/)
  await app.entry.fill(TRAINED, '20')
  await expect(app.saved).toContainText('已保存')
  const total = await app.entry.row(TRAINED).innerText()

  await app.actAs('陈静')
  await app.goTo('本月填报')
  await app.chooseDepartment('规划处')
  await expect.poll(() => app.entry.row(TRAINED).innerText()).toBe(total)
  await app.goTo('总览')
  await app.overview.showBy('按处室')
  await expect(app.overview.departments).not.toContainText('法规处')
  await app.chooseMonth('2020年6月')
  await app.overview.showBy('按处室')
  await expect(app.overview.departments).toContainText('法规处')
})

test('what a unit leads is handed over from July on, the unit stays', async ({ app }) => {
  await app.openExample()
  const inJune = await printedLine(app, '2020年6月', MEETINGS)
  expect(inJune).toContain('区域处')
  await app.goTo('设置')
  await app.settings.handOverUnit('区域处', '规划处', { from: '2020年7月', reason: '职能调整' })
  expect(await printedLine(app, '2020年6月', MEETINGS)).toBe(inJune)
  expect(await printedLine(app, '2020年7月', MEETINGS)).toContain('规划处')

  await app.goTo('本月填报')
  await app.chooseDepartment('规划处')
  await app.entry.fill(MEETINGS, '6')
  await expect(app.entry.row(MEETINGS)).toContainText('29')
  await app.chooseMonth('2020年6月')
  await app.chooseDepartment('区域处')
  await expect(app.entry.figure(MEETINGS)).toHaveAttribute('readonly')
  await expect(app.entry.notices).toContainText('审核通过')
  await app.goTo('工作要点')
  await expect(app.plan.history).toContainText('“区域处”牵头的事项移交“规划处”')
})
