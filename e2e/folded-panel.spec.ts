// At 150 % there is no room beside the grid: the panel is folded to a button and opens over the page, by mouse and by
// F1, without widening the page or losing the cell one was in.
import { expect, test } from './fixtures.ts'
import { seriousFaults } from './serious-faults.ts'

const CONTRACTS = '技术合同登记额'

test.describe('1366×768 at 150 %', () => {
  test.use({ viewport: { width: 911, height: 512 } })

  test('本月填报: the panel opens over the page and follows what is typed', async ({ app }) => {
    await app.openExample()
    await app.actAs('王敏')
    await app.chooseMonth('2020年7月')
    const { entry, page } = app
    const cell = entry.figure(CONTRACTS)
    await cell.focus()
    await expect(entry.panel).toBeHidden()
    const width = await entry.grid.evaluate((grid) => grid.getBoundingClientRect().width)
    await entry.panelOpener.click()
    await expect(entry.panel).toContainText(CONTRACTS)
    await expect(entry.panel).toBeInViewport()
    expect(await entry.grid.evaluate((grid) => grid.getBoundingClientRect().width)).toBe(width)
    await expect.poll(() => app.sidewaysOverflow()).toBe(0)
    expect(await seriousFaults(app)).toEqual([])

    await page.keyboard.press('Escape')
    await expect(entry.panel).toBeHidden()
    await expect(cell).toBeFocused()
    await page.keyboard.type('2.8')
    await page.keyboard.press('F1')
    await expect(entry.panel).toContainText('截至7月累计20.8亿元')
    await expect(entry.panel).toBeFocused()
    await page.keyboard.press('F1')
    await expect(cell).toBeFocused()
    await expect(entry.panel).toBeHidden()
  })

  test('工作要点: a selected item opens over the tree, and what is typed in it stays', async ({ app }) => {
    await app.openExample()
    await app.goTo('工作要点')
    const { plan, page } = app
    await expect(plan.side).toBeHidden()
    await plan.select(CONTRACTS)
    await plan.press('调整目标')
    await plan.side.getByLabel('确保').fill('36')
    await plan.side.getByRole('button', { name: '收起说明' }).click()
    await expect(plan.side).toBeHidden()
    await expect.poll(() => app.sidewaysOverflow()).toBe(0)
    await page.getByRole('button', { name: '展开说明' }).click()
    await expect(plan.side.getByLabel('确保')).toHaveValue('36')
  })
})

test('where there is room the panel stands beside the grid, and F1 goes there and back', async ({ app }) => {
  await app.openExample()
  await app.actAs('王敏')
  await app.chooseMonth('2020年7月')
  const { entry, page } = app
  await expect(entry.panelOpener).toBeHidden()
  await entry.figure(CONTRACTS).focus()
  await page.keyboard.press('F1')
  await expect(entry.panel).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(entry.figure(CONTRACTS)).toBeFocused()
  await expect(entry.panel).toBeVisible()
})
