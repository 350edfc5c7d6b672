// 佐证材料 beside figures and measures: kept by content, opened from the row, taken out without being lost.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CENTRES, openExampleJuly } from './example-july.ts'
import { expect, test } from './fixtures.ts'

const MEASURE = '加快新型研发机构建设'
/** bytes a file may have */
const MOST = 20 * 1024 * 1024

const aFile = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

function largeFile(folder: string, name: string, size: number): string {
  const place = join(folder, name)
  writeFileSync(place, Buffer.alloc(size, 7))
  return place
}

test('files are kept, listed with their size, opened and taken out again', async ({ app, dataFolder }) => {
  await openExampleJuly(app)
  const { entry } = app
  await entry.fill(CENTRES, '3')
  await entry.figure(CENTRES).focus()
  await entry.addEvidence(CENTRES, [aFile('认定名单.pdf', '甲'), aFile('公示截图.png', 'x'.repeat(3000))])
  await expect(entry.evidence(CENTRES).first()).toContainText('认定名单.pdf 3字节')
  await expect(entry.evidence(CENTRES).first()).toContainText('公示截图.png 3KB')
  await entry.addEvidence(MEASURE, [aFile('会议纪要.docx', '乙'), aFile('名单.exe', '丙')])
  await expect(entry.evidence(MEASURE)).toContainText('会议纪要.docx')
  await expect(entry.alerts).toContainText('“名单.exe”是程序')
  await entry.addEvidence(MEASURE, [largeFile(dataFolder, '太大.zip', MOST + 1)])
  await expect(entry.alerts).toContainText('“太大.zip”超过20MB')

  await app.reload()
  await expect(entry.evidence(CENTRES).first()).toContainText('认定名单.pdf')
  const kept = () => readdirSync(join(dataFolder, '示例', '证据'))
  expect(kept()).toHaveLength(3)
  await entry.evidence(CENTRES).getByRole('button', { name: '移除认定名单.pdf' }).first().click()
  await expect(entry.evidence(CENTRES).first()).not.toContainText('认定名单.pdf')
  expect(kept()).toHaveLength(3)
  await app.page.keyboard.press('Control+z')
  await expect(entry.evidence(CENTRES).first()).toContainText('认定名单.pdf')
  await expect(entry.figure(CENTRES)).toHaveValue('3')
})

test('a file of nearly 20 MB travels in one call', async ({ app, dataFolder }) => {
  await openExampleJuly(app)
  await app.entry.addEvidence(MEASURE, [largeFile(dataFolder, '扫描件.pdf', MOST)])
  // thirty million letters there, checked on both sides: on a machine with other things to do not within the usual time
  await expect(app.entry.evidence(MEASURE)).toContainText('扫描件.pdf 20.0MB', { timeout: 60_000 })
  expect(readdirSync(join(dataFolder, '示例', '证据'))).toHaveLength(1)
})
