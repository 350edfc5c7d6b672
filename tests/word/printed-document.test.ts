// The finished Word document as a second reader prints it: 28 characters to a line, 22 lines to a page (GB/T 9704).
import { beforeAll, describe, expect, test } from 'vitest'
import { bulletinDocument } from '../../src/core/reports/bulletin-text/bulletin-document.ts'
import { sampleInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { PAGE_HOLDS } from '../../src/word/official-layout.ts'
import { writeDocument } from '../../src/word/write-document.ts'
import { areSecondReadersDeclaredAbsent, printedLines } from '../excel/second-readers.ts'

/** Nothing in it that may hang over the margin or has to stay together. */
const BODY = '科技创新驱动发展全市高企培育稳步推进各处室报送及时'.repeat(60)
const PAGE_NUMBER = /^—\d+—$/

describe.skipIf(areSecondReadersDeclaredAbsent)('printed by LibreOffice @workbook-eyes', () => {
  let pages: string[][]

  beforeAll(async () => {
    const input = sampleInput({ editedText: `关于测试的通报\n各处室：\n${BODY}` })
    pages = printedLines(await writeDocument(bulletinDocument(input, true)), 'document.docx')
  })

  test('a full line holds 28 characters, the first of a paragraph two fewer', () => {
    const lines = pages.flat().filter((line) => !PAGE_NUMBER.test(line))
    const [first, ...full] = lines.slice(lines.indexOf('各处室：') + 1)
    expect(first).toHaveLength(PAGE_HOLDS.characters - 2)
    expect(full.length).toBeGreaterThan(2 * PAGE_HOLDS.lines)
    expect(new Set(full.slice(0, -1).map((line) => line.length))).toEqual(new Set([PAGE_HOLDS.characters]))
  })

  test('the signature never stands on a page without text', async () => {
    // Texts that end ever further down a page.
    for (let lines = 1; lines <= 22; lines += 3) {
      const body = Array.from({ length: lines }, () => '一行正文。').join('\n')
      const closing = '附件：1.进展情况总览\n2.指标进度表\n市科学技术局办公室\n2020年7月2日'
      const input = sampleInput({ editedText: `关于测试的通报\n各处室：\n${body}\n${closing}` })
      const printed = printedLines(await writeDocument(bulletinDocument(input, true)), 'document.docx')
      const last = printed.at(-1) ?? []
      expect(last).toEqual(expect.arrayContaining(['市科学技术局办公室', '一行正文。']))
    }
  })

  test('a full page holds 22 lines above its number', () => {
    const full = pages.slice(1, -1)
    expect(full.length).toBeGreaterThan(0)
    for (const lines of full) {
      expect(lines).toHaveLength(PAGE_HOLDS.lines + 1)
      expect(lines.at(-1)).toMatch(PAGE_NUMBER)
    }
  })
})
