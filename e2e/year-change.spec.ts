// Next year's plan from this year's: levels go on, figures begin afresh, and the years are one history.
import { expect, test } from './fixtures.ts'

test('the plan is rolled over; the indicator keeps its history and the old year its plan', async ({
  app,
}) => {
  await app.openExample()
  await app.goTo('工作要点')
  await app.plan.rollOver(2021)
  await expect(await app.plan.putInForce()).toBeHidden()
  await app.chooseMonth('2021年1月')
  await expect(app.page.getByRole('banner')).toContainText('2021年全市科技工作要点')

  await app.goTo('本月填报')
  await app.chooseDepartment('高新处')
  await expect(app.entry.row('有效高企累计数')).toContainText('446')
  await app.entry.fill('新增国家高新技术企业', '7')
  await expect(app.entry.row('新增国家高新技术企业').getByRole('cell').nth(6)).toHaveText('7.0%')

  await app.goTo('总览')
  await app.overview.showProvisional()
  await app.overview.openHeadline('新增国家高新技术企业')
  await expect(app.overview.yearRow(2020)).toContainText('≥100家')
  await expect(app.overview.yearRow(2021)).toContainText('7.0%')
  await app.overview.closeDrawer()
  await app.chooseMonth('2020年6月')
  await expect(app.page.getByRole('banner')).toContainText('2020年全市科技工作要点')
})
