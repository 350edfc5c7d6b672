// A report that came after its due day is made good, and stays told from one that was in time: 黄(已补).
import { expect, test } from './fixtures.ts'

const TRAINED = '培训科技型企业家'

test('a month that was blank on its due day and is filled in later shows 黄（已补）', async ({ app }) => {
  const { entry, overview } = app
  await app.openExample()
  await app.actAs('孙浩')
  await app.chooseMonth('2020年6月')
  await expect(entry.row(TRAINED)).toContainText('未填报')
  await entry.fill(TRAINED, '20')
  await expect(entry.row(TRAINED)).toContainText('黄（已补）')
  await entry.figure(TRAINED).focus()
  await expect(entry.panel).toContainText(/到期时（6月25日）未填报，\d+年\d+月\d+日补报，故为黄（已补）/)
  await entry.submit()
  await expect(entry.notices).toContainText('由孙浩报送')

  await app.actAs('陈静')
  await app.goTo('报送')
  await (await app.submissions.review('法规处', '2020年6月')).accept()
  await expect(app.submissions.cell('法规处', '2020年6月')).toContainText('已审核')
  await app.goTo('总览')
  await expect(overview.programmeRow('科技型企业家培养行动')).toContainText('黄（已补）')
  await expect(
    overview.heat.getByRole('button', { name: '科技型企业家培养行动，6月，黄（已补）' }),
  ).toBeVisible()
  await overview.openProgramme('科技型企业家培养行动')
  await expect(overview.drawer).toContainText(/到期时（6月25日）未填报，\d+年\d+月\d+日补报/)
  await overview.openItem(TRAINED)
  await expect(overview.monthRow(6)).toContainText('黄（已补）')
  await expect(overview.monthRow(5)).not.toContainText('已补')
  // Every light opens its sentence, an earlier month's as well.
  await overview.lightOf(5).click()
  await expect(overview.drawer).toContainText('截至5月累计112人次')
  await overview.lightOf(5).click()
  await expect(overview.drawer).not.toContainText('截至5月累计112人次')
  await overview.openMonth(6)
  await expect(overview.entriesOf(6)).toContainText(/孙浩.*陈静.*审核通过/)
  await overview.closeDrawer()

  // What was known on the due day stays what it was.
  await overview.lookBackTo('2020-06-26')
  await expect(overview.programmeRow('科技型企业家培养行动')).toContainText('未填报')
})
