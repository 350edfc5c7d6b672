// Somebody types faster than figures are saved: nothing is refused as if another had changed it, nothing is called saved
// that is not, and no page keeps showing what was there before.
import { CONTRACTS, openExampleJuly } from './example-july.ts'
import { expect, test } from './fixtures.ts'
import { holdCalls } from './held-calls.ts'

const MEASURE = '加快新型研发机构建设'

test('a cell is typed again, and again, while its figure is still being saved', async ({ app, host }) => {
  await openExampleJuly(app)
  const { entry } = app
  const { letGo } = await holdCalls(app.page, 'entry.record')
  for (const figure of ['28', '2.8', '2.9']) await entry.fill(CONTRACTS, figure)
  const progress = entry.words(MEASURE, '本月进展')
  for (const text of ['已启动', '已启动，正在评审']) {
    await progress.fill(text)
    await progress.blur()
  }
  if (host === 'browser') await expect(app.saved).toHaveText('正在保存…')
  letGo()
  await expect(app.saved).toHaveText(/已保存/)
  await expect(entry.alerts).toHaveCount(0)
  await entry.submit()
  await expect(entry.alerts).not.toContainText('还没有保存')
  await app.reload()
  await expect(entry.figure(CONTRACTS)).toHaveValue('2.9')
  await expect(progress).toHaveValue('已启动，正在评审')
  await expect(entry.notices).not.toContainText('找回')
})

test('what is cleared comes back by pasting or by Ctrl+Z, also before the clearing is saved', async ({
  app,
}) => {
  await openExampleJuly(app)
  const { entry, page } = app
  await entry.fill(CONTRACTS, '2.8')
  await expect(app.saved).toHaveText(/已保存/)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+c')
  for (const key of ['Control+v', 'Control+z']) {
    const { letGo } = await holdCalls(page, 'entry.record')
    await page.keyboard.press('Delete')
    await expect(entry.figure(CONTRACTS)).toHaveValue('')
    await page.keyboard.press(key)
    letGo()
    await expect(app.saved).toHaveText(/已保存/)
    await expect(entry.figure(CONTRACTS)).toHaveValue('2.8')
    await expect(entry.alerts).toHaveCount(0)
  }
  await app.reload()
  await expect(entry.figure(CONTRACTS)).toHaveValue('2.8')
})

test('总览 shows the figure that was still waiting to be saved when it was opened', async ({ app }) => {
  await app.openExample()
  await app.actAs('孙浩')
  await app.chooseMonth('2020年6月')
  const { letGo } = await holdCalls(app.page, 'entry.record')
  await app.entry.fill('培训科技型企业家', '2')
  await app.entry.fill('培训科技型企业家', '20')
  await app.goTo('总览')
  await app.overview.showProvisional()
  await expect(app.overview.programmeRow('科技型企业家培养行动')).toContainText('/ 200')
  letGo()
  await expect(app.overview.programmeRow('科技型企业家培养行动')).toContainText('132 / 200')
})

test('whoever takes over and goes to a page at once stays on it', async ({ app, host }) => {
  await app.openExample()
  await expect(app.overview.heading).toBeVisible()
  const { letGo } = await holdCalls(app.page, 'overview.read')
  await app.actAs('王敏')
  await app.goTo('设置')
  await expect(app.settings.heading).toBeVisible()
  const answered = host === 'browser' ? app.page.waitForResponse('**/call/overview.read') : null
  letGo()
  await answered
  await app.chooseMonth('2020年6月')
  await expect(app.settings.heading).toBeVisible()
})
