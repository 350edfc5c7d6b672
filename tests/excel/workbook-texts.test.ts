// Whatever people type stays text: no formula, no broken XML, nothing lost without a mark.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { bulletinReport } from '../../src/core/reports/bulletin.ts'
import { sampleInput, textInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { writeWorkbook } from '../../src/excel/write-workbook.ts'
import { FIRST_TEXT_ROW, reportOfTexts } from './report-of-texts.ts'
import { areSecondReadersDeclaredAbsent, readWithOpenpyxl, savedByLibreOffice } from './second-readers.ts'
import { partsOf } from './workbook-parts.ts'

/** The texts as ExcelJS reads them, in order. */
async function readBack(texts: readonly string[]): Promise<ExcelJS.CellValue[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await writeWorkbook(reportOfTexts(texts))).slice().buffer)
  return valuesOf(workbook, texts)
}

/** A very tall text takes several sheet rows; its neighbours' cells are merged with it. */
function valuesOf(workbook: ExcelJS.Workbook, texts: readonly string[]): ExcelJS.CellValue[] {
  const column = workbook.worksheets[0]?.getColumn(1)
  const values: ExcelJS.CellValue[] = []
  column?.eachCell((cell, row) => {
    if (row >= FIRST_TEXT_ROW && cell.master === cell) values.push(cell.value)
  })
  return values.slice(0, texts.length)
}

const LEADS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\n']
const INJECTIONS = [
  ...LEADS.map((lead) => `${lead}1+1`),
  ...LEADS.flatMap((first) => [' ', '\u00a0', ...LEADS].map((second) => `${second}${first}SUM(1)`)),
  '=HYPERLINK("http://example.invalid","点我")',
  "=cmd|' /C calc'!A0",
]

describe('texts that look like formulas', () => {
  test('stay texts, letter by letter', async () => {
    expect(await readBack(INJECTIONS)).toEqual(INJECTIONS)
  })

  test('no formula is written, and editing the cell does not make one', async () => {
    const parts = partsOf(await writeWorkbook(reportOfTexts(INJECTIONS)))
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f>')
    expect(parts['xl/styles.xml']).toMatch(/<xf quotePrefix="1" numFmtId="\d+"/)
  })

  test('in a bulletin as well, wherever people write', async () => {
    const parts = partsOf(await writeWorkbook(bulletinReport(textInput('=1+1'))))
    const formulas = Object.values(parts).flatMap((xml) =>
      [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula),
    )
    expect(formulas.length).toBeGreaterThan(0)
    expect(formulas.filter((formula) => formula?.includes('1+1'))).toEqual([])
  })
})

describe('texts that a file cannot hold as they are', () => {
  test.each([
    ['control characters', 'a\u0000b\u0008c\u001fd\u007fe', 'abcde'],
    ['tab and line feed stay', 'a\tb\nc', 'a\tb\nc'],
    ['one kind of line end', 'a\r\nb\rc', 'a\nb\nc'],
    ['surrogates without a partner', 'a\ud800b\udc00c', 'abc'],
    ['non-characters', 'a\ufffeb\uffffc', 'abc'],
    ['rare characters, emoji, private use', '𠮷㐂😀\ue000', '𠮷㐂😀\ue000'],
    ['direction marks and zero widths', 'a\u202eb\u200bc', 'a\u202eb\u200bc'],
    ['what looks like a coded character', '_x000D_ _x0041_', '_x000D_ _x0041_'],
    ['markup', '<b>&amp;</b> ]]>', '<b>&amp;</b> ]]>'],
    ['blanks at both ends', '  两端  ', '  两端  '],
  ])('%s', async (_name, text, expected) => {
    expect(await readBack([text])).toEqual([expected])
  })

  test('a text longer than a cell is cut with a mark, not in the middle of a character', async () => {
    const [value] = await readBack(['𠮷'.repeat(30_000)])
    expect(String(value)).toMatch(/^(𠮷)+…（后略）$/u)
    expect(String(value).length).toBeLessThanOrEqual(32_767)
  })

  test('a text taller than a row may be goes over several rows, none above the limit', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await writeWorkbook(reportOfTexts(['长'.repeat(2000)]))).slice().buffer)
    const sheet = workbook.worksheets[0]
    const heights: number[] = []
    sheet?.eachRow((row) => heights.push(row.height))
    expect(Math.max(...heights)).toBeLessThanOrEqual(409)
    // A name's column grows to eleven characters at most: so many lines of eleven points at least.
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeGreaterThan((2000 / 11) * 11)
  })
})

describe('the same report gives the same bytes', () => {
  const print = join(import.meta.dirname, 'print-sample-hash.ts')

  test.each(['UTC', 'Asia/Shanghai', 'America/St_Johns'])('in another process in %s', async (zone) => {
    const here = createHash('sha256')
      .update(await writeWorkbook(bulletinReport(sampleInput())))
      .digest('hex')
    const there = execFileSync(process.execPath, [print], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    })
    expect(there).toBe(here)
  })

  test('after another book was written in between', async () => {
    const first = await writeWorkbook(bulletinReport(sampleInput()))
    await writeWorkbook(bulletinReport(textInput('另一本')))
    expect(await writeWorkbook(bulletinReport(sampleInput()))).toEqual(first)
  })
})

if (!areSecondReadersDeclaredAbsent) {
  describe('second readers', () => {
    test('openpyxl and LibreOffice see texts where texts were written', async () => {
      const bytes = await writeWorkbook(reportOfTexts(INJECTIONS))
      const [saved] = savedByLibreOffice([bytes]).map(readWithOpenpyxl)
      const read = readWithOpenpyxl(bytes)
      INJECTIONS.forEach((text, index) => {
        const address = `A${FIRST_TEXT_ROW + index}`
        expect(read.文字?.cells[address]).toMatchObject({ value: text, formula: null, isQuoted: true })
        expect(saved?.文字?.cells[address]).toMatchObject({ value: text, formula: null })
      })
    })
  })
}
