// A whole department's month without touching the mouse.
import { expect, test } from './fixtures.ts'

test('figures, states, measures and 报送 by keyboard alone', async ({ app }) => {
  await app.openExample()
  await app.actAs('王敏')
  await app.chooseMonth('2020年7月')
  const { entry, page } = app
  const { keyboard } = page

  await entry.missing.focus()
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

  // The measures, as in the month before.
  let open = Number(/\d+/.exec((await entry.missing.textContent()) ?? '')?.[0])
  while (open > 0) {
    await entry.missing.focus()
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    await expect(page.locator(':focus')).toHaveText('沿用上月')
    await keyboard.press('Enter')
    open -= 1
    if (open > 0) await expect(entry.missing).toHaveText(new RegExp(`还有${open}项未填`))
  }
  await expect(entry.missing).toBeHidden()
  await entry.submitButton.focus()
  await keyboard.press('Enter')
  await expect(entry.notices).toContainText('由王敏报送')
})
