// A month from the very first start to the office's bulletin.
import { existsSync } from 'node:fs'
import { expect, test } from './fixtures.ts'

test('a month from first start to 报送, acceptance and bulletin', async ({ app }) => {
  await app.firstStart.begin({ name: '李强', role: '办公室', bureau: '某市科学技术局' })
  await expect(app.overview.heading).toBeVisible()
  await app.addPerson({ name: '孙浩', role: '填报员', department: '法规处' })

  await app.actAs('孙浩')
  await expect(app.entry.heading).toHaveText('法规处 1月进展')
  await app.chooseMonth('2020年6月')
  await expect(app.entry.missing).toHaveText(/还有1项未填/)
  await app.entry.figure('培训科技型企业家').fill('１２０人次')
  await expect(app.entry.row('培训科技型企业家')).toContainText('60.0%')
  await expect(app.entry.panel).toContainText('截至6月累计120人次')
  await app.entry.figure('培训科技型企业家').press('Enter')
  await expect(app.saved).toHaveText(/已保存 .*\d\d:\d\d$/)
  await app.entry.submit()
  await expect(app.entry.notices).toContainText('由孙浩报送，等办公室审核')

  await app.actAs('李强')
  await app.goTo('报送')
  const drawer = await app.submissions.review('法规处', '2020年6月')
  await expect(drawer.root).toContainText('培训科技型企业家')
  await drawer.accept()
  await expect(app.submissions.cell('法规处', '2020年6月')).toContainText('已审核')

  await app.goTo('例会通报')
  await expect(app.bulletin.heading).toHaveText('例会通报 第6期')
  await expect(app.bulletin.paper).toContainText('某市科学技术局')
  await app.bulletin.exportNew()
  await expect(app.bulletin.exported).toContainText('已导出')
  const place = /保存在：(.*)$/.exec((await app.bulletin.exported.textContent()) ?? '')?.[1] ?? ''
  expect(existsSync(place)).toBe(true)
  await expect(app.bulletin.head).toContainText('冻结，再次导出内容不变')
})
