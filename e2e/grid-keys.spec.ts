// 本月填报 under the fingers of somebody who knows Excel and WPS.
import { CENTRES, CONTRACTS, INSTITUTES, openExampleJuly, RESULTS, SHARE } from './example-july.ts'
import { expect, test } from './fixtures.ts'
import { clipboardText, compose } from './keyboard.ts'

test.beforeEach(({ app }) => openExampleJuly(app))

test('a Chinese input method works from the first key', async ({ app }) => {
  const { entry, page } = app
  await entry.figure(CENTRES).fill('7')
  await entry.figure(CENTRES).press('Enter')
  await page.keyboard.press('ArrowUp')
  await compose(page, 'wu', '5')
  await expect(entry.figure(CENTRES)).toHaveValue('5')
  await page.keyboard.press('Enter')
  await expect(entry.figure(CONTRACTS)).toBeFocused()
  await compose(page, 'er', '２．８')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(entry.note(CONTRACTS)).toBeFocused()
  await compose(page, 'hetong', '合同集中登记')
  await page.keyboard.press('Enter')
  await expect(app.saved).toHaveText(/已保存/)
  await app.reload()
  await expect(entry.figure(CENTRES)).toHaveValue('5')
  await expect(entry.figure(CONTRACTS)).toHaveValue('2.8')
  await expect(entry.note(CONTRACTS)).toHaveValue('合同集中登记')
})

test('arrows, Tab, F2, Esc, Home and End', async ({ app }) => {
  const { entry, page } = app
  const { keyboard } = page
  await entry.figure(CENTRES).focus()
  await keyboard.press('ArrowRight')
  await expect(entry.state(CENTRES)).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(entry.note(CENTRES)).toBeFocused()
  await keyboard.press('Home')
  await expect(entry.figure(CENTRES)).toBeFocused()
  await keyboard.press('End')
  await expect(entry.note(CENTRES)).toBeFocused()
  await keyboard.press('ArrowLeft')
  await keyboard.press('ArrowDown')
  await expect(entry.state(CONTRACTS)).toBeFocused()
  await keyboard.press('Shift+Tab')
  await keyboard.type('12')
  await keyboard.press('F2')
  await keyboard.press('ArrowLeft')
  await keyboard.type('.')
  await expect(entry.figure(CONTRACTS)).toHaveValue('1.2')
  await keyboard.press('Escape')
  await expect(entry.figure(CONTRACTS)).toHaveValue('')
  await keyboard.press('Control+End')
  await expect(entry.figure(SHARE)).toBeFocused()
  await keyboard.press('Shift+Enter')
  await expect(entry.figure(RESULTS)).toBeFocused()
  await keyboard.press('Control+Home')
  await expect(entry.figure(CENTRES)).toBeFocused()
})

test('a list opened while the page still scrolls goes with its cell', async ({ app }) => {
  const { entry, page } = app
  const state = entry.state('着力培育骨干服务平台')
  await state.focus()
  await page.keyboard.press('Enter')
  const list = page.getByRole('listbox')
  const distance = async () => {
    const [cell, box] = await Promise.all([state.boundingBox(), list.boundingBox()])
    return Math.abs((box?.y ?? 9e9) - (cell?.y ?? 0) - (cell?.height ?? 0))
  }
  const before = (await state.boundingBox())?.y ?? 0
  await state.evaluate((cell) => cell.scrollIntoView({ block: 'start' }))
  await expect.poll(async () => (await state.boundingBox())?.y).not.toBe(before)
  await expect.poll(distance).toBeLessThan(5)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(state).not.toHaveText('未填')
})

test('select, fill, fill down, clear and copy a block', async ({ app }) => {
  const { entry, page } = app
  const { keyboard } = page
  await entry.figure(CENTRES).focus()
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Shift+ArrowDown')
  await keyboard.type('2')
  await keyboard.press('Control+Enter')
  for (const name of [CENTRES, CONTRACTS, INSTITUTES]) await expect(entry.figure(name)).toHaveValue('2')
  await expect(entry.missing).toHaveText(/还有\d+项未填/)

  await entry.state(RESULTS).focus()
  await keyboard.press('Enter')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(entry.state(RESULTS)).toHaveText('本月无进展')
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Control+d')
  await expect(entry.state(SHARE)).toHaveText('本月无进展')

  await entry.figure(INSTITUTES).focus()
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Shift+ArrowRight')
  await keyboard.press('Control+c')
  await expect.poll(() => clipboardText(page)).toBe('2\t有数\r\n\t本月无进展')
  await keyboard.press('Delete')
  await expect(entry.figure(INSTITUTES)).toHaveValue('')
  await expect(entry.state(INSTITUTES)).toHaveText('未填')
  await expect(entry.state(RESULTS)).toHaveText('未填')
  await keyboard.press('Escape')
  await keyboard.press('Control+v')
  await expect(entry.figure(INSTITUTES)).toHaveValue('2')
  await expect(entry.state(RESULTS)).toHaveText('本月无进展')
  await expect(app.saved).toHaveText(/已保存/)
})

test('before anything is saved, the row says what the figure would make of the year', async ({ app }) => {
  const { entry } = app
  const row = entry.row(CONTRACTS).first()
  await entry.figure(CONTRACTS).fill('2.8')
  for (const figure of ['20.8', '52.0%', '89.1%', '黄（已补）']) await expect(row).toContainText(figure)
  await expect(entry.panel).toContainText('按正在填的数预先算出，尚未保存')
  await expect(entry.panel).toContainText('截至7月累计20.8亿元，序时应达23.33亿元，完成序时89.1%')
  await entry.figure(CONTRACTS).fill('9')
  await expect(entry.panel).toContainText('截至7月累计27亿元，序时应达23.33亿元，完成序时115.7%')
  // July is long over: what is typed now makes it good
  await expect(entry.panel).toContainText('到期时（7月25日）未填报，本次补报，故为黄（已补）')
  await entry.figure(CONTRACTS).press('Escape')
  await expect(row).toContainText('未填报')
})
