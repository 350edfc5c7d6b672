// A block from Excel or WPS: what fits is taken, the rest is listed with its reason, nothing is spoilt.
import { CENTRES, CONTRACTS, INSTITUTES, openExampleJuly, RESULTS, SHARE } from './example-july.ts'
import { expect, test } from './fixtures.ts'
import { putOnClipboard } from './keyboard.ts'

test.beforeEach(({ app }) => openExampleJuly(app))

test('a bad block: what was not taken, by name, and why', async ({ app }) => {
  const { entry, page } = app
  const lines = ['３\t\t新认定', '28000万元', '约4家', '本月无进展', '0.31\t不知道', '9', '8']
  await putOnClipboard(page, { text: `${lines.join('\r\n')}\r\n` })
  await entry.figure(CENTRES).focus()
  await page.keyboard.press('Control+v')
  await expect(entry.pasteReport).toContainText('已填入4处，另有5处没有取用')
  await expect(entry.notTaken(CONTRACTS)).toContainText('填的单位是“万元”')
  await expect(entry.notTaken(INSTITUTES)).toContainText('“约4家”不是能用的数')
  await expect(entry.notTaken(SHARE)).toContainText('既有数又有状态')
  await expect(entry.notTaken('粘贴内容第6行')).toContainText('超出了表格的最后一行')
  await expect(entry.figure(CENTRES)).toHaveValue('3')
  await expect(entry.note(CENTRES)).toHaveValue('新认定')
  await expect(entry.figure(CONTRACTS)).toHaveValue('')
  await expect(entry.state(RESULTS)).toHaveText('本月无进展')
  await expect(entry.figure(SHARE)).toHaveValue('0.31')
  await expect(app.saved).toHaveText(/已保存/)
  await entry.pasteReport.getByRole('button', { name: '知道了' }).click()
  await expect(entry.pasteReport).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(entry.figure(CENTRES)).toHaveValue('')
  await expect(entry.figure(SHARE)).toHaveValue('')
})

test('a table that brings the names finds its rows, whatever their order', async ({ app }) => {
  const { entry, page } = app
  const rows = [
    ['序号', '指标', '单位', '本月', '备注'],
    ['1', INSTITUTES, '家', '4', ''],
    ['2', '别处的指标', '家', '7', ''],
    ['3', CENTRES, '个', '1,2', ''],
    ['4', CONTRACTS, '亿元', '3.1', '集中登记'],
  ]
  const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
  await putOnClipboard(page, { text: rows.map((row) => row.join('\t')).join('\r\n'), html })
  await entry.figure(RESULTS).focus()
  await page.keyboard.press('Control+v')
  await expect(entry.notTaken('别处的指标')).toContainText('这一页没有这个项目')
  await expect(entry.notTaken(CENTRES)).toContainText('“1,2”不是能用的数')
  await expect(entry.figure(INSTITUTES)).toHaveValue('4')
  await expect(entry.figure(CONTRACTS)).toHaveValue('3.1')
  await expect(entry.note(CONTRACTS)).toHaveValue('集中登记')
  await expect(entry.figure(CENTRES)).toHaveValue('')
})

test('a doubtful figure asks once for a line, and holds 报送 back until it has it', async ({ app }) => {
  const { entry } = app
  await entry.fill(CONTRACTS, '28000')
  await expect(entry.grid).toContainText('可能把单位弄错了')
  await entry.fill(CONTRACTS, '2.8')
  await expect(entry.grid).not.toContainText('可能把单位弄错了')
  await entry.fill(CONTRACTS, '28')
  await expect(entry.grid).toContainText('5倍以上')
  await entry.submit()
  await expect(entry.notices).toContainText('有1项的数需要写一句说明')
  await entry.notices.getByRole('button', { name: CONTRACTS }).click()
  await expect(entry.note(CONTRACTS)).toBeFocused()
  await entry.note(CONTRACTS).fill('两家企业年度合同集中登记')
  await entry.note(CONTRACTS).press('Enter')
  await expect(entry.grid).not.toContainText('5倍以上')
  await expect(app.saved).toHaveText(/已保存/)
  await app.reload()
  await expect(entry.note(CONTRACTS)).toHaveValue('两家企业年度合同集中登记')
  await expect(entry.grid).not.toContainText('5倍以上')
})
