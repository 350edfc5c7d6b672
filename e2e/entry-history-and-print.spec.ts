// What was ever filled in stays readable, and the form prints, blank and filled in.
import { CONTRACTS, openExampleJuly } from './example-july.ts'
import { expect, test } from './fixtures.ts'

test('every earlier value of a cell, with author and time', async ({ app }) => {
  await openExampleJuly(app)
  const { entry } = app
  for (const figure of ['2.8', '2.9', '3']) {
    await entry.fill(CONTRACTS, figure)
    await expect(app.saved).toHaveText(/已保存/)
  }
  await entry.figure(CONTRACTS).focus()
  await entry.panel.getByText('改动记录').click()
  const lines = entry.panel.getByRole('listitem')
  await expect(lines.nth(0)).toContainText('王敏：7月 3')
  await expect(lines.nth(1)).toContainText('王敏：7月 2.9')
  await expect(lines.nth(2)).toContainText('王敏：7月 2.8')
  await expect(lines.nth(3)).toContainText('6月 3.15')
  await expect(lines.nth(3)).toContainText('审核通过')
})

test('the printed form fits the paper and carries no buttons', async ({ app }) => {
  await app.openExample()
  await app.actAs('王敏')
  const { entry, page } = app
  for (const month of ['2020年6月', '2020年8月']) {
    await app.chooseMonth(month)
    await expect(entry.grid).toBeVisible()
    // A4 across with 8 mm to either side, at 96 dots to the inch
    await page.setViewportSize({ width: 1062, height: 718 })
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { name: `${month}进展填报表` })).toBeVisible()
    await expect(page.getByText('填报单位：科研处')).toBeVisible()
    // A light is a word with its mark on paper, whatever it does when it is clicked.
    const buttons = page.getByRole('main').locator('button:not(.light-button), [role=button]')
    await expect(buttons.filter({ visible: true })).toHaveCount(0)
    await expect.poll(() => app.sidewaysOverflow()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 1366, height: 768 })
  }
})

test('1366×768 at 125 % needs no sideways scrolling', async ({ app }) => {
  await openExampleJuly(app)
  await app.page.setViewportSize({ width: 1092, height: 614 })
  await app.entry.fill(CONTRACTS, '28')
  await app.entry.note(CONTRACTS).focus()
  await expect(app.entry.grid).toBeVisible()
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)
})
