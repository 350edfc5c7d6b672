// A whole department's month without touching the mouse, from opening the example to the office's acceptance.
import { expect, test } from './fixtures.ts'
import { countPointing, tabTo } from './keyboard.ts'
import type { App } from './pages/app.ts'

/** 举措 of 科研处 */
const MEASURES = 8

async function actByKeyboard(app: App, name: string): Promise<void> {
  const { page } = app
  await tabTo(page, app.actorButton())
  await page.keyboard.press('Enter')
  // The menu marks an item a frame before it takes the keyboard there: Enter goes where the keyboard is.
  const chosen = page.getByRole('menuitem').and(page.locator(':focus'))
  for (let presses = 0; presses < 30; presses += 1) {
    await expect(chosen).toHaveCount(1)
    const before = await chosen.innerText()
    if (before.includes(`· ${name}`)) break
    await page.keyboard.press('ArrowDown')
    await expect(chosen).not.toHaveText(before)
  }
  await page.keyboard.press('Enter')
  await app.actorButton(name).waitFor()
}

test('figures, states, measures, 报送 and 审核 by keyboard alone', async ({ app }) => {
  const { entry, page } = app
  const { keyboard } = page
  const pointed = await countPointing(page)
  await tabTo(page, page.getByRole('button', { name: '打开示例' }))
  await keyboard.press('Enter')
  await page.getByText('示例数据', { exact: true }).waitFor()
  await actByKeyboard(app, '王敏')
  const shown = page.getByRole('banner').getByTitle(/^\d{4}年\d{1,2}月$/)
  for (let months = 0; months < 12; months += 1) {
    const before = await shown.innerText()
    if (before === '2020年7月') break
    await tabTo(page, page.getByRole('button', { name: '下个月' }))
    await keyboard.press('Enter')
    await expect(shown).not.toHaveText(before)
  }
  await expect(entry.heading).toHaveText('科研处 7月进展')

  await tabTo(page, entry.missing)
  await keyboard.press('Enter')
  await expect(entry.figure('新建市级企业工程技术研究中心')).toBeFocused()
  await keyboard.type('4')
  await keyboard.press('Enter')
  await expect(entry.figure('技术合同登记额')).toBeFocused()
  await keyboard.type('2.8')
  await keyboard.press('F2')
  await keyboard.type('5')
  await expect(entry.figure('技术合同登记额')).toHaveValue('2.85')
  await keyboard.press('ArrowDown')
  await expect(entry.figure('新建市级以上企业研发机构')).toBeFocused()
  await keyboard.type('3')
  await keyboard.press('ArrowUp')
  await keyboard.press('ArrowDown')
  await expect(entry.figure('新建市级以上企业研发机构')).toHaveValue('3')
  await keyboard.press('ArrowDown')
  await keyboard.press('Tab')
  await expect(entry.state('重大科技成果转化项目')).toBeFocused()
  await keyboard.press('Enter')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(entry.state('重大科技成果转化项目')).toHaveText('本月无进展')
  await keyboard.press('ArrowDown')
  await expect(entry.state('技术合同登记额占GDP比重')).toBeFocused()
  await keyboard.press('Enter')
  await keyboard.press('End')
  await keyboard.press('Enter')
  await expect(entry.state('技术合同登记额占GDP比重')).toHaveText('尚未统计')

  // The measures, as in the month before. Tab reached the button already; walking back there each time shows no more.
  for (let open = MEASURES; open > 0; open -= 1) {
    await expect(entry.missing).toHaveText(new RegExp(`还有${open}项未填`))
    await entry.missing.focus()
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    await expect(page.locator(':focus')).toHaveText('沿用上月')
    await keyboard.press('Enter')
  }
  await expect(entry.missing).toBeHidden()
  await tabTo(page, entry.submitButton)
  await keyboard.press('Enter')
  await expect(entry.notices).toContainText('由王敏报送')

  await actByKeyboard(app, '陈静')
  await tabTo(page, page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '报送' }))
  await keyboard.press('Enter')
  await tabTo(page, app.submissions.cell('科研处', '2020年7月'))
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: '审核通过' }))
  await keyboard.press('Enter')
  await expect(app.submissions.cell('科研处', '2020年7月')).toContainText('已审核')
  expect(await pointed()).toBe(0)
})
