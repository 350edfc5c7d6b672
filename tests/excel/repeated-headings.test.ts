// A sheet with several tables: each of them has its headings on every page that it goes on to. A file knows one range of
// repeated rows for a sheet; that is the last table's, the others carry their own.
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { bulletinReport } from '../../src/core/reports/bulletin.ts'
import type { Report, ReportBlock } from '../../src/core/reports/report-table.ts'
import { sampleInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { writeWorkbook } from '../../src/excel/write-workbook.ts'
import { reportOfTexts } from './report-of-texts.ts'
import { areSecondReadersDeclaredAbsent, printedLines } from './second-readers.ts'
import { partsOf } from './workbook-parts.ts'

const table = (title: string, heading: string, rows: number): ReportBlock => ({
  title,
  columns: [
    { key: 'no', title: '序号', width: 4, align: 'center' },
    { key: 'name', title: heading, group: `${heading}组`, width: 40, align: 'left', wrap: true },
    { key: 'value', title: '数值', group: `${heading}组`, width: 10, align: 'right' },
  ],
  rows: Array.from({ length: rows }, (_each, index) => ({
    cells: {
      no: { value: index + 1 },
      name: { value: `${heading}第${index + 1}行`, mergeKey: String(Math.floor(index / 4)) },
      value: { value: index, formula: 'SUM({no:first}:{no})-{no}' },
    },
  })),
  emptyText: '无',
})

function reportOf(blocks: readonly ReportBlock[]): Report {
  const report = reportOfTexts([])
  return { ...report, sheets: report.sheets.map((sheet) => ({ ...sheet, blocks })) }
}

const LONG = reportOf([table('一、甲', '甲', 70), table('二、乙', '乙', 5), table('三、丙', '丙', 70)])

describe('two long tables and a short one between them', () => {
  let bytes: Uint8Array
  let texts: Map<number, string[]>
  let breaks: number[]
  beforeAll(async () => {
    bytes = await writeWorkbook(LONG)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.slice().buffer)
    texts = new Map()
    workbook.worksheets[0]?.eachRow((row, number) => {
      const found: string[] = []
      row.eachCell((cell) => found.push(cell.text))
      texts.set(number, found)
    })
    const xml = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? ''
    breaks = [...xml.matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row))
  })

  test('a page of the first one begins with its own headings, rows follow', () => {
    const pages = breaks.filter((row) => (texts.get(row + 3) ?? []).some((text) => /^甲第/.test(text)))
    expect(pages.length).toBeGreaterThan(0)
    for (const row of pages) {
      expect(texts.get(row + 1)).toContain('甲组')
      expect(texts.get(row + 2)).toEqual(expect.arrayContaining(['甲', '数值']))
    }
  })

  test('the file repeats the headings of the last one', () => {
    const titles = /_xlnm\.Print_Titles[^>]*>[^<]*\$(\d+):\$(\d+)</.exec(
      partsOf(bytes)['xl/workbook.xml'] ?? '',
    )
    expect(texts.get(Number(titles?.[1]))).toContain('丙组')
    expect(texts.get(Number(titles?.[2]))).toContain('丙')
  })

  test('no row is lost', () => {
    for (const [heading, rows] of [
      ['甲', 70],
      ['乙', 5],
      ['丙', 70],
    ] as const) {
      const named = [...texts.values()].flat().filter((text) => text.startsWith(`${heading}第`))
      expect(new Set(named).size).toBeGreaterThanOrEqual(rows / 4)
    }
  })

  if (!areSecondReadersDeclaredAbsent) {
    test('every printed page has headings above its rows @workbook-eyes', () => {
      const pages = printedLines(bytes, 'book.xlsx')
      expect(pages).toHaveLength(breaks.length + 1)
      for (const lines of pages) {
        for (const heading of ['甲', '乙', '丙']) {
          const row = lines.findIndex((line) => line.includes(`${heading}第`))
          const above = lines.slice(0, row).some((line) => line.includes(`${heading}组`))
          if (row !== -1) expect([lines[0], above]).toEqual([lines[0], true])
        }
      }
    })
  }
})

test('a short table is not torn: it begins a page where it would not fit', async () => {
  for (let rows = 1; rows < 40; rows += 1) {
    const xml = partsOf(
      await writeWorkbook(reportOf([table('一、甲', '甲', rows), table('二、乙', '乙', 5)])),
    )
    const sheet = xml['xl/worksheets/sheet1.xml'] ?? ''
    const breaks = [...sheet.matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row))
    const headings = /_xlnm\.Print_Titles[^>]*>[^<]*\$(\d+):\$(\d+)</.exec(xml['xl/workbook.xml'] ?? '')
    const first = Number(headings?.[1])
    expect(breaks.filter((row) => row >= first && row < first + 7)).toEqual([])
  }
})

test('an overview that would become too small goes on to a second page', async () => {
  const sheets = bulletinReport(sampleInput()).sheets.slice(0, 1)
  const grown = sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map((block) => ({ ...block, rows: block.rows.flatMap((row) => [row, row]) })),
  }))
  const xml = partsOf(await writeWorkbook({ ...bulletinReport(sampleInput()), sheets: grown }))
  expect(xml['xl/worksheets/sheet1.xml']).toMatch(/fitToHeight="0"/)
  expect(xml['xl/worksheets/sheet1.xml']).toContain('<brk ')
})
