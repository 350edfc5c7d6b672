// A charted table that runs over a page: its headings stand again on the further page, and the chart passes over them.
import { beforeAll, expect, test } from 'vitest'
import { bulletinReport } from '../../src/core/reports/bulletin.ts'
import type { ReportSheet } from '../../src/core/reports/report-table.ts'
import { sampleInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { writeWorkbook } from '../../src/excel/write-workbook.ts'
import {
  areSecondReadersDeclaredAbsent,
  printedLines,
  readWithOpenpyxl,
  savedByLibreOffice,
} from './second-readers.ts'
import { partsOf } from './workbook-parts.ts'

const TARGETS = 60

/** The sample's overview with sixty headline targets. */
function overview(): ReportSheet {
  const [sheet] = bulletinReport(sampleInput()).sheets
  if (sheet === undefined) throw new Error('no overview')
  const [headlines, ...others] = sheet.blocks
  const row = headlines?.rows[0]
  if (headlines === undefined || row === undefined) throw new Error('no headline targets')
  const rows = Array.from({ length: TARGETS }, (_, at) => ({
    id: `indicator/h${at}`,
    cells: {
      ...row.cells,
      no: { value: at + 1 },
      name: { value: `主要目标第${at + 1}项` },
      share: { value: 0.5 },
      completion: { value: (at + 1) / 100, shape: { decimals: 1, isPercent: true } },
    },
  }))
  return { ...sheet, blocks: [{ ...headlines, rows }, ...others] }
}

let bytes: Uint8Array
let chart: string
beforeAll(async () => {
  bytes = await writeWorkbook({ ...bulletinReport(sampleInput()), sheets: [overview()] })
  const charts = Object.entries(partsOf(bytes)).filter(([name]) => /charts\/chart\d+\.xml$/.test(name))
  chart = charts.find(([, xml]) => xml.includes('主要目标第1项'))?.[1] ?? ''
})

/** Rows that a reference covers, its areas one after the other. */
function rowsOf(reference: string): number[] {
  return [...reference.matchAll(/\$[A-Z]+\$(\d+)(?::\$[A-Z]+\$(\d+))?/g)].flatMap(([, first, last]) => {
    const [from, to] = [Number(first), Number(last ?? first)]
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })
}

test('names and figures come from the same rows, none of them a heading, and all are drawn', () => {
  const cells = namesIn(bytes)
  const references = [...chart.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, each = '']) => each)
  const areas = references.filter((each) => each.startsWith('('))
  // Names and two series of figures; the names of the series stand in one cell each.
  expect(areas.length).toBeGreaterThanOrEqual(3)
  const [names = '', ...figures] = areas
  expect(rowsOf(names)).toHaveLength(TARGETS)
  expect(rowsOf(names).map((row) => cells(row))).toEqual(
    Array.from({ length: TARGETS }, (_, at) => `主要目标第${at + 1}项`),
  )
  for (const each of figures) expect(rowsOf(each)).toEqual(rowsOf(names))
  expect([...chart.matchAll(/<c:ptCount val="(\d+)"/g)].map(([, count]) => Number(count))).toContain(TARGETS)
})

/** Text of column B in a row, from the file's own parts. */
function namesIn(book: Uint8Array): (row: number) => string {
  const parts = partsOf(book)
  const shared = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*>([^<]*)</g)].map(
    ([, text = '']) => text,
  )
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
  return (row) => shared[Number(new RegExp(`<c r="B${row}"[^>]*t="s"><v>(\\d+)<`).exec(sheet)?.[1])] ?? ''
}

if (!areSecondReadersDeclaredAbsent) {
  test('LibreOffice keeps the areas, openpyxl reads them @workbook-eyes', () => {
    const [saved = new Uint8Array()] = savedByLibreOffice([bytes])
    for (const book of [bytes, saved]) {
      const charts = readWithOpenpyxl(book).总览?.charts ?? []
      const own = charts.find(({ series }) => series.length > 1)
      expect(own?.series.map(({ values }) => rowsOf(values ?? '').length)).toEqual([TARGETS, TARGETS])
    }
  })

  test('every page that holds its rows has its headings above them @workbook-eyes', () => {
    // Names along the chart's axis have no number before them.
    const isRow = (line: string) => /^\d+主要目标第\d+项/.test(line)
    const pages = printedLines(bytes, 'book.xlsx').filter((lines) => lines.some(isRow))
    expect(pages.length).toBeGreaterThan(1)
    for (const lines of pages) {
      const above = lines.slice(0, lines.findIndex(isRow))
      expect(above.some((line) => line.includes('应完成比例'))).toBe(true)
    }
  })
}
