// The department's form goes out to Excel and comes back: changes are looked at one by one before anything is recorded.
import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { openExampleJuly } from './example-july.ts'
import { expect, test } from './fixtures.ts'
import { FormImportPage } from './pages/form-import-page.ts'

/** What somebody typed into empty cells of 指标填报. */
function filledIn(form: Buffer, cells: Readonly<Record<string, string>>): Buffer {
  const parts = unzipSync(form)
  const name = 'xl/worksheets/sheet2.xml'
  let xml = strFromU8(parts[name] ?? new Uint8Array())
  for (const [address, text] of Object.entries(cells)) {
    const cell = new RegExp(`<c r="${address}"( s="\\d+")/>`)
    if (!cell.test(xml)) throw new Error(`${address} is not an empty cell`)
    xml = xml.replace(cell, `<c r="${address}"$1 t="inlineStr"><is><t>${text}</t></is></c>`)
  }
  return Buffer.from(zipSync({ ...parts, [name]: strToU8(xml) }))
}

test('导出填报表, filled in, 导入填报表: what was chosen is recorded, the rest is listed', async ({
  app,
}) => {
  await openExampleJuly(app)
  const forms = new FormImportPage(app.page)
  const form = readFileSync(await forms.exportForm())
  await forms.open()
  await forms.choose('填报表.xlsx', filledIn(form, { H5: '３家', H6: '2', H8: '约30%' }))
  await expect(forms.dialog).toContainText('改动2处，已选2处；另有1处没有读入')
  await expect(forms.dialog.getByRole('row', { name: /约30%/ })).toContainText('不是能用的数')
  await forms.leaveOut('重大科技成果转化项目')
  await forms.apply(1)
  await expect(app.entry.figure('新建市级以上企业研发机构')).toHaveValue('3')
  await expect(app.entry.figure('重大科技成果转化项目')).toHaveValue('')
})

test('a file that is no form is refused in words, and another one can be taken', async ({ app }) => {
  await openExampleJuly(app)
  const forms = new FormImportPage(app.page)
  await forms.open()
  await forms.choose('旧表.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  await expect(forms.dialog.getByRole('alert')).toContainText('另存为 .xlsx')
  await forms.choose('网页.xlsx', Buffer.from('<html></html>'))
  await expect(forms.dialog.getByRole('alert')).toContainText('不是 .xlsx 工作簿')
  await forms.close()
  const untouched = readFileSync(await forms.exportForm())
  await forms.open()
  await forms.choose('填报表.xlsx', untouched)
  await expect(forms.dialog).toContainText('没有要录入的改动')
})

test('many doubts about what was recorded stay on the page until they are read', async ({ app }) => {
  await openExampleJuly(app)
  const forms = new FormImportPage(app.page)
  const form = readFileSync(await forms.exportForm())
  await forms.open()
  await forms.choose(
    '填报表.xlsx',
    filledIn(form, { H5: '9001', H6: '9002', H7: '9003', H8: '9004', H9: '9005' }),
  )
  await forms.apply(5)
  const doubts = app.page.getByRole('dialog', { name: /其中有\d+条提醒请核对/ })
  await expect(doubts.getByRole('listitem').filter({ hasText: '9001' }).first()).toContainText('请核对')
  await app.page.keyboard.press('Enter')
  await expect(doubts).toBeHidden()
  await expect(app.entry.figure('新建市级以上企业研发机构')).toHaveValue('9001')
})
