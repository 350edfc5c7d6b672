// The office returns a month; the clerk mends and resubmits it; later an accepted figure is corrected.
import { expect, test } from './fixtures.ts'

test('returned with a reason, mended, accepted, corrected', async ({ app }) => {
  await app.openExample()
  await app.actAs('孙浩')
  await app.chooseMonth('2020年6月')
  await app.entry.fill('培训科技型企业家', '20')
  await expect(app.entry.missing).toBeHidden()
  await app.entry.submit()
  await expect(app.entry.notices).toContainText('由孙浩报送')

  await app.actAs('陈静')
  await app.goTo('报送')
  const first = await app.submissions.review('法规处', '2020年6月')
  await first.sendBack('签到表只有18人')
  await expect(app.submissions.cell('法规处', '2020年6月')).toContainText('退回')
  await expect(app.submissions.chase).toHaveValue(/法规处（退回）：退回待改，原因：签到表只有18人/)

  await app.actAs('孙浩')
  await app.goTo('本月填报')
  await expect(app.entry.notices).toContainText('办公室退回：签到表只有18人')
  await app.entry.fill('培训科技型企业家', '18')
  await expect(app.saved).toHaveText(/已保存/)
  await app.entry.submit()
  await expect(app.entry.notices).toContainText('曾被退回1次')

  await app.actAs('陈静')
  await app.goTo('报送')
  await (await app.submissions.review('法规处', '2020年6月')).accept()

  await app.actAs('孙浩')
  await app.goTo('本月填报')
  await expect(app.entry.figure('培训科技型企业家')).toHaveAttribute('readonly')
  await app.entry.correct('补收一场培训的签到表')
  await app.entry.fill('培训科技型企业家', '25')
  await expect(app.entry.notices).toContainText('正在更正，原因：补收一场培训的签到表')
  await app.entry.submit()

  await app.actAs('陈静')
  await app.goTo('报送')
  const correction = await app.submissions.review('法规处', '2020年6月')
  await expect(correction.root).toContainText('审核时 18')
  await expect(correction.root).toContainText('签到表只有18人')
  await correction.accept()
})

test('before accepting, the office reads why a light is what it is and opens the files', async ({ app }) => {
  const { entry, page, submissions } = app
  await app.openExample()
  await app.actAs('孙浩')
  await app.chooseMonth('2020年6月')
  await entry.fill('培训科技型企业家', '20')
  await entry.figure('培训科技型企业家').focus()
  await entry.addEvidence('培训科技型企业家', [
    { name: '培训签到表.pdf', mimeType: '', buffer: Buffer.from('签到') },
  ])
  await expect(entry.evidence('培训科技型企业家').first()).toContainText('培训签到表.pdf')
  // A light in the grid says why, at the side.
  await entry
    .row('培训科技型企业家')
    .getByRole('button', { name: /黄（已补）/ })
    .click()
  await expect(entry.panel).toContainText(/到期时（\d+月\d+日）未填报，[\d年]*\d+月\d+日补报/)
  await entry.submit()
  await expect(entry.notices).toContainText('由孙浩报送')

  await app.actAs('陈静')
  await app.goTo('报送')
  const review = await submissions.review('法规处', '2020年6月')
  await review.root.getByRole('button', { name: /黄（已补）/ }).click()
  await expect(review.root).toContainText('截至6月累计132人次')
  await review.root.getByRole('button', { name: '培训签到表.pdf' }).click()
  await expect(page.getByText(/已交给电脑上的程序打开“培训签到表.pdf”/)).toBeVisible()
  await review.accept()
})
