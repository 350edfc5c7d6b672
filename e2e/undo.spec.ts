// 撤销 across the page, after leaving it and after closing it; what others changed is never undone unseen.
import { CENTRES, CONTRACTS, openExampleJuly } from './example-july.ts'
import { expect, test } from './fixtures.ts'

const MEASURE = '加快新型研发机构建设'

test('undo and redo survive leaving the page and a reload', async ({ app }) => {
  await openExampleJuly(app)
  const { entry, page } = app
  await expect(entry.undoButton).toBeDisabled()
  await entry.fill(CENTRES, '3')
  await expect(app.saved).toHaveText(/已保存/)
  await entry.fill(CONTRACTS, '2.8')
  await entry.choose(CENTRES, '本月无进展')
  await entry.copyPrevious(MEASURE)
  await expect(entry.words(MEASURE, '本月进展')).not.toHaveValue('')

  await entry.figure(CENTRES).focus()
  await page.keyboard.press('Control+z')
  await expect(entry.words(MEASURE, '本月进展')).toHaveValue('')
  await page.keyboard.press('Control+z')
  await expect(entry.figure(CENTRES)).toHaveValue('3')

  await app.goTo('总览')
  await app.goTo('本月填报')
  await app.reload()
  await entry.undoButton.click()
  await expect(entry.figure(CONTRACTS)).toHaveValue('')
  await expect(entry.undone).toHaveText(`已撤销：${CONTRACTS}`)
  await entry.undoButton.click()
  await expect(entry.figure(CENTRES)).toHaveValue('')
  await expect(entry.undoButton).toBeDisabled()
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+y')
  await expect(entry.redoButton).toBeDisabled()
  await expect(entry.state(CENTRES)).toHaveText('本月无进展')
  await expect(entry.figure(CONTRACTS)).toHaveValue('2.8')
  await expect(entry.words(MEASURE, '本月进展')).not.toHaveValue('')
})

test('a cell that somebody else has changed is not undone', async ({ app }) => {
  await openExampleJuly(app)
  const { entry } = app
  await entry.fill(CENTRES, '3')
  await expect(app.saved).toHaveText(/已保存/)
  await app.actAs('赵明远')
  await expect(entry.undoButton).toBeDisabled()
  await entry.fill(CENTRES, '4')
  await expect(app.saved).toHaveText(/已保存/)
  await app.actAs('王敏')
  await entry.undoButton.click()
  await expect(entry.undone).toContainText('没有撤销：这之后又改过')
  await expect(entry.figure(CENTRES)).toHaveValue('4')
})

test('Ctrl+Z in a cell being typed takes back the typing first', async ({ app }) => {
  await openExampleJuly(app)
  const { entry, page } = app
  await entry.fill(CENTRES, '3')
  await expect(app.saved).toHaveText(/已保存/)
  await entry.figure(CENTRES).focus()
  await page.keyboard.type('99')
  await page.keyboard.press('Control+z')
  await expect(entry.figure(CENTRES)).toHaveValue('3')
  await page.keyboard.press('Control+z')
  await expect(entry.figure(CENTRES)).toHaveValue('')
})
