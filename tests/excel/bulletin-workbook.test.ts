// The finished file, read back by ExcelJS, openpyxl and LibreOffice.
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { bulletinReport } from '../../src/core/reports/bulletin.ts'
import { comparedInput } from '../../src/core/reports/testing/compared-bulletin.ts'
import { largeInput, sampleInput, untouchedInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { writeWorkbook } from '../../src/excel/write-workbook.ts'
import {
  areSecondReadersDeclaredAbsent,
  type ReadBook,
  readWithOpenpyxl,
  savedByLibreOffice,
} from './second-readers.ts'
import { SHEET_ORDER } from './sheet-order-of-schema.ts'
import { childrenOfRoot, partsOf, withoutResults } from './workbook-parts.ts'

const SHEETS = [
  '总览',
  '指标进度',
  '举措进展',
  '滞后事项',
  '报送情况',
  '督办',
  '与上期对比',
  '变更记录',
  '通报文字',
]

let sample: Uint8Array
let large: Uint8Array
let untouched: Uint8Array
let compared: Uint8Array

beforeAll(async () => {
  sample = await writeWorkbook(bulletinReport(sampleInput()))
  large = await writeWorkbook(bulletinReport(largeInput(200)))
  untouched = await writeWorkbook(bulletinReport(untouchedInput()))
  compared = await writeWorkbook(bulletinReport(comparedInput()))
})

async function readWithExcelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  return workbook
}

/** Address of the cell in `column` on the row whose `key` column holds `text`. */
function rowOf(sheet: ExcelJS.Worksheet, text: string): ExcelJS.Row {
  let found: ExcelJS.Row | undefined
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (found === undefined && cell.value === text) found = row
    })
  })
  if (found === undefined) throw new Error(`no row with ${text}`)
  return found
}

describe('read back with ExcelJS', () => {
  test('sheets, title, properties', async () => {
    const workbook = await readWithExcelJs(sample)
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(SHEETS)
    expect(workbook.getWorksheet('总览')?.getCell('A1').value).toBe(
      '2020年全市科技工作要点六月份进展情况通报',
    )
    expect(workbook.created.toISOString()).toBe('2020-07-01T16:30:00.000Z')
    expect(workbook.creator).toBe('李强')
  })

  test('fonts and size of title, heading and body', async () => {
    const sheet = (await readWithExcelJs(sample)).getWorksheet('指标进度')
    expect(sheet?.getCell('A1').font).toMatchObject({ name: '方正小标宋简体', size: 22, charset: 134 })
    expect(sheet?.getCell('A3').font).toMatchObject({ name: '黑体', size: 11 })
    expect(sheet?.getCell('C4').font).toMatchObject({ name: '仿宋_GB2312', size: 11 })
    expect(sheet?.getCell('C4').border).toMatchObject({ top: { style: 'thin' }, right: { style: 'thin' } })
  })

  test('numbers at full precision with their format, formulas with their result', async () => {
    const sheet = (await readWithExcelJs(sample)).getWorksheet('指标进度')
    if (sheet === undefined) throw new Error('no sheet')
    const row = rowOf(sheet, '差一点的指标')
    expect(row.getCell(9).value).toEqual({ formula: `H${row.number}/E${row.number}`, result: 0.4998 })
    expect(row.getCell(11).value).toEqual({ formula: `H${row.number}/J${row.number}`, result: 0.9996 })
    expect(row.getCell(11).numFmt).toBe('0.00%')
    expect(row.getCell(9).numFmt).toBe('0.0%')
    expect(rowOf(sheet, '科研失信案件数').getCell(5).numFmt).toBe('"≤"0')
    expect(rowOf(sheet, '攻关项目').getCell(8).value).toBe('—')
  })

  test('every row of a table is tall enough for its longest wrapped text', async () => {
    const sheet = (await readWithExcelJs(sample)).getWorksheet('滞后事项')
    if (sheet === undefined) throw new Error('no sheet')
    expect(rowOf(sheet, '技术合同登记额').height).toBeGreaterThan(3 * 15)
  })
})

describe('the file itself', () => {
  test.each(['sample', 'large', 'untouched', 'compared'] as const)(
    '%s: element order of every sheet follows the schema',
    (which) => {
      const parts = partsOf({ sample, large, untouched, compared }[which])
      const sheets = Object.entries(parts).filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
      expect(sheets).toHaveLength(SHEETS.length)
      for (const [, xml] of sheets) {
        const places = childrenOfRoot(xml).map((name) => SHEET_ORDER.indexOf(name))
        expect(places).not.toContain(-1)
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }
    },
  )

  test('content types come first, no folder entries, results are worked out on opening', () => {
    const parts = partsOf(sample)
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml')
    expect(Object.keys(parts).filter((name) => name.endsWith('/'))).toEqual([])
    expect(parts['xl/workbook.xml']).toContain('fullCalcOnLoad="1"')
  })

  test('data bars have both ends, a colour, and an id of their own that two places share', () => {
    const parts = partsOf(sample)
    const bars = Object.values(parts).flatMap((xml) =>
      [...xml.matchAll(/<dataBar>.*?<\/dataBar>/g)].map(([bar]) => bar),
    )
    expect(bars.length).toBeGreaterThanOrEqual(4)
    for (const bar of bars) {
      expect(bar).toBe(
        '<dataBar><cfvo type="num" val="0"/><cfvo type="num" val="1"/><color rgb="FF9DC3E6"/></dataBar>',
      )
    }
    const ids = Object.values(parts).flatMap((xml) =>
      [...xml.matchAll(/\{00000000-0000-4000-8000-\w{12}\}/g)].map(([id]) => id),
    )
    expect(new Set(ids).size).toBe(bars.length)
    expect(ids).toHaveLength(bars.length * 2)
  })

  test('merged ranges do not overlap', () => {
    for (const [name, xml] of Object.entries(partsOf(large))) {
      const cells = [...xml.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].flatMap(cellsOfMerge)
      expect(new Set(cells).size, name).toBe(cells.length)
    }
  })
})

function cellsOfMerge([, left = '', top = '', right = '', bottom = '']: RegExpMatchArray): string[] {
  const cells: string[] = []
  for (let column = left.charCodeAt(0); column <= right.charCodeAt(0); column += 1) {
    for (let row = Number(top); row <= Number(bottom); row += 1) cells.push(`${column}/${row}`)
  }
  return cells
}

if (areSecondReadersDeclaredAbsent) {
  test('openpyxl and LibreOffice did not run: declared absent', () => {
    expect(process.env.YAODIAN_SECOND_READERS).toBe('none')
  })
} else {
  const LONG = ['通报文字']

  describe('read with openpyxl', () => {
    let book: ReadBook
    beforeAll(() => {
      book = readWithOpenpyxl(sample)
    })

    test.each(SHEETS)('%s: page', (name) => {
      expect(book[name]).toMatchObject({
        orientation: 'landscape',
        paper: 9,
        // Sheets a little longer than a page are shrunk to one.
        fit: { page: true, width: 1, height: LONG.includes(name) ? 0 : 1 },
        footer: '第 &P 页 共 &N 页',
        isCentred: true,
      })
    })

    test('headings are repeated and stand still, print areas are absolute', () => {
      expect(SHEETS.map((name) => [book[name]?.printTitles, book[name]?.freeze])).toEqual([
        ['$13:$14', 'A3'],
        ['$3:$3', 'A4'],
        ['$3:$3', 'A4'],
        ['$4:$4', 'A5'],
        ['$4:$5', 'A6'],
        ['$3:$3', 'A4'],
        ['$3:$4', 'A5'],
        ['$9:$9', 'A3'],
        [expect.stringMatching(/^\$\d+:\$\d+$/), 'A3'],
      ])
      expect(book.指标进度?.printArea).toEqual([expect.stringMatching(/^\$A\$1:\$N\$\d+$/)])
    })

    test('titles, headings and programmes are merged', () => {
      expect(book.指标进度?.merges).toEqual(expect.arrayContaining(['A1:N1', 'B4:B7', 'B8:B16', 'B17:B19']))
      expect(book.总览?.merges).toEqual(
        expect.arrayContaining(['A1:M1', 'D13:I13', 'A13:A14', 'D5:E5', 'F7:G7']),
      )
    })
  })

  describe('worked out by LibreOffice', () => {
    let saved: ReadBook[]
    beforeAll(() => {
      saved = savedByLibreOffice([sample, large, untouched, compared].map(withoutResults)).map(
        readWithOpenpyxl,
      )
    })

    test.each([
      ['sample', 0],
      ['large', 1],
      ['untouched', 2],
      ['compared', 3],
    ] as const)('%s: every formula gives the stored value, none an error', (which, index) => {
      const stored = readWithOpenpyxl({ sample, large, untouched, compared }[which])
      let formulas = 0
      for (const name of SHEETS) {
        for (const [address, cell] of Object.entries(stored[name]?.cells ?? {})) {
          const recalculated = saved[index]?.[name]?.cells[address]?.value
          if (cell.formula !== null) formulas += 1
          if (typeof cell.value === 'number') {
            // LibreOffice keeps 15 digits of a double's 17.
            expect(Math.abs(Number(recalculated) - cell.value), `${name}!${address}`).toBeLessThan(1e-12)
          } else {
            expect(recalculated, `${name}!${address}`).toEqual(cell.value)
          }
        }
      }
      expect(formulas).toBeGreaterThan(which === 'large' ? 400 : 10)
    })

    test('merges, repeated headings and the fit to the width survive', () => {
      const before = readWithOpenpyxl(sample)
      for (const name of SHEETS) {
        expect(saved[0]?.[name]?.merges).toEqual(before[name]?.merges)
        expect(saved[0]?.[name]?.printTitles?.replaceAll('$', '')).toBe(
          before[name]?.printTitles?.replaceAll('$', ''),
        )
        expect(saved[0]?.[name]?.fit.width).toBe(1)
      }
    })
  })
}
