// A clerk's first month without a mouse, from first start to 报送: at every step the keyboard is where one goes on.
import { expect, test } from './fixtures.ts'
import { countPointing, tabTo } from './keyboard.ts'

const CENTRES = '新建市级企业工程技术研究中心'
const CONTRACTS = '技术合同登记额'

test('first start, a mistake taken back, every cell, 报送', async ({ app }) => {
  const { entry, firstStart, page } = app
  const { keyboard } = page
  const pointed = await countPointing(page)
  await tabTo(page, firstStart.name)
  await keyboard.type('王小敏')
  await keyboard.press('Tab')
  await keyboard.press('ArrowUp')
  await keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: /^填报员/ })).toBeChecked()
  // What is missing is said, and the keyboard stands in it.
  await tabTo(page, page.getByRole('button', { name: '开始使用' }))
  await keyboard.press('Enter')
  await expect(firstStart.said).toHaveText('请选择所在处室。')
  await expect(page.getByLabel('所在处室')).toBeFocused()
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: '开始使用' }))
  await keyboard.press('Enter')

  // The page opens ready to be typed in.
  await expect(entry.heading).toHaveText('科研处 1月进展')
  await expect(entry.figure(CENTRES)).toBeFocused()
  await keyboard.type('2')
  await keyboard.press('Enter')
  await keyboard.type('约3')
  await keyboard.press('Enter')
  await expect(app.saved).toContainText('没有保存')
  await keyboard.press('ArrowUp')
  await keyboard.press('Escape')
  await expect(app.saved).toHaveText(/已保存/)
  await expect(entry.figure(CONTRACTS)).toBeFocused()
  for (const figure of ['3', '4', '1', '0.1']) {
    await keyboard.type(figure)
    await keyboard.press('Enter')
  }

  for (let left = 8; left > 0; left -= 1) {
    await expect(entry.missing).toHaveText(new RegExp(`还有${left}项未填`))
    await entry.missing.focus()
    await keyboard.press('Enter')
    await expect(page.locator(':focus')).toHaveText('未填')
    await keyboard.press('Enter')
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
  }
  await expect(entry.missing).toBeHidden()
  // However far the page is scrolled, what is saved stays in sight.
  await expect(app.saved).toBeInViewport()
  await tabTo(page, entry.submitButton)
  await keyboard.press('Enter')
  await expect(entry.notices).toContainText('由王小敏报送')

  // 更正: the reason can be typed at once, and then the first figure.
  await tabTo(page, page.getByRole('button', { name: '提出更正' }))
  await keyboard.press('Enter')
  await expect(page.getByLabel('更正原因')).toBeFocused()
  await keyboard.type('漏报一家')
  await tabTo(page, page.getByRole('button', { name: '开始修改' }))
  await keyboard.press('Enter')
  await expect(entry.figure(CENTRES)).toBeFocused()
  await keyboard.type('3')
  await keyboard.press('Enter')
  await expect(entry.notices).toContainText('正在更正，原因：漏报一家')
  expect(await pointed()).toBe(0)
})
