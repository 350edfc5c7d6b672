// A unit goes into another one in July: its months before stay its own, its people finish them, its work goes on.
import { expect, test } from './fixtures.ts'

const ITEM = '培训科技型企业家'

test('June stays 法规处’s and is finished by its clerk; July is 规划处’s', async ({ app }) => {
  await app.openExample()
  await app.goTo('设置')
  await app.settings.mergeUnit('法规处', '规划处', { from: '2020年7月', reason: '机构改革' })
  await app.chooseMonth('2020年7月')
  await expect(app.settings.card('处室')).toContainText('2020年6月后并入规划处')

  await app.actAs('孙浩')
  await app.chooseMonth('2020年6月')
  await expect(app.entry.heading).toHaveText(/法规处/)
  await app.entry.fill(ITEM, '30')
  await expect(app.saved).toContainText('已保存')
  await app.chooseMonth('2020年7月')
  await expect(app.entry.heading).toHaveText(/规划处/)
  await app.entry.fill(ITEM, '20')
  await expect(app.saved).toContainText('已保存')
  const total = await app.entry.row(ITEM).innerText()

  await app.actAs('陈静')
  await app.goTo('本月填报')
  await app.chooseDepartment('规划处')
  expect(await app.entry.row(ITEM).innerText()).toBe(total)
  await app.goTo('总览')
  await app.overview.showBy('按处室')
  await expect(app.overview.departments).not.toContainText('法规处')
  await app.chooseMonth('2020年6月')
  await app.overview.showBy('按处室')
  await expect(app.overview.departments).toContainText('法规处')
})
