// Rows written by ourselves are the rows that ExcelJS would have written for the same cells.
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import type { Parts } from '../../src/excel/charts/package-parts.ts'
import { type Area, type Content, SheetCells } from '../../src/excel/sheet-cells.ts'
import { StyleBook } from '../../src/excel/styles.ts'
import { partsOfWorkbook } from '../../src/excel/workbook-parts.ts'
import { partsByExcelJs } from './workbook-parts.ts'

interface Written {
  readonly area: Area
  readonly content: Content
  readonly style: number
}

const book = new StyleBook()
const styles = [
  book.get({ role: 'title', align: 'center' }),
  book.get({ role: 'body', align: 'left', isWrapped: true }),
  book.get({ role: 'body', align: 'right', shape: { decimals: 1, isPercent: true } }),
  book.get({ role: 'total', align: 'left', isQuoted: true }),
]

const text = fc.constantFrom('', '科技', ' 前后 ', '一\n二', '<b>&"\'', '=1+1', '20')
const number = fc.constantFrom(0, 1.5, -3, 1e21, 0.1 + 0.2)
const formula = fc.record({
  formula: fc.constantFrom('A1&"<"', "SUM('总 览'!A1:B2)"),
  result: fc.oneof(number, text),
})
const content: fc.Arbitrary<Content> = fc.oneof(text, number, formula, fc.constant(null))

/** Bands of rows, each divided into areas that lie beside one another; some rows and columns stay free. */
const sheet: fc.Arbitrary<Written[]> = fc
  .array(
    fc.record({
      gap: fc.nat(1),
      tall: fc.integer({ min: 1, max: 3 }),
      areas: fc.array(
        fc.record({
          gap: fc.nat(1),
          wide: fc.integer({ min: 1, max: 3 }),
          content,
          style: fc.nat(styles.length - 1),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((bands) => {
    let next = 1
    return bands.flatMap(({ gap, tall, areas }) => {
      const top = next + gap
      next = top + tall
      let column = 1
      return areas.map(({ gap: free, wide, ...what }) => {
        const first = column + free
        column = first + wide
        return { ...what, area: { top, bottom: top + tall - 1, first, last: column - 1 } }
      })
    })
  })

const heights = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(12, 20.5, 400)))

function byUs(sheets: readonly (readonly Written[])[], tall: readonly (readonly [number, number])[]) {
  const workbook = emptyBook()
  sheets.forEach((written, index) => {
    const cells = SheetCells.in(workbook.addWorksheet(`表${index}`))
    for (const { area, content, style } of written) cells.put(area, content, styles[style] ?? {})
    for (const [row, height] of tall) cells.setHeight(row, height)
  })
  return partsOfWorkbook(workbook)
}

function byExcelJs(sheets: readonly (readonly Written[])[], tall: readonly (readonly [number, number])[]) {
  const workbook = emptyBook()
  sheets.forEach((written, index) => {
    const worksheet = workbook.addWorksheet(`表${index}`)
    for (const { area, content, style } of written) {
      for (let row = area.top; row <= area.bottom; row += 1)
        for (let column = area.first; column <= area.last; column += 1)
          worksheet.getCell(row, column).style = styles[style] ?? {}
      worksheet.getCell(area.top, area.first).value = content
      if (area.bottom > area.top || area.last > area.first)
        worksheet.mergeCellsWithoutStyle(area.top, area.first, area.bottom, area.last)
    }
    for (const [row, height] of tall) worksheet.getRow(row).height = height
  })
  return partsByExcelJs(workbook)
}

function emptyBook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  workbook.created = new Date(0)
  workbook.modified = new Date(0)
  return workbook
}

/** The extent in use may begin further in for ExcelJS, and merges may come in another order. */
function comparable(parts: Parts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [
      name,
      strFromU8(bytes)
        .replace(/<dimension ref="[^"]*"\/>/, '')
        .replace(/(?:<mergeCell ref="[^"]*"\/>)+/, (merges) => merges.split('/>').sort().join('/>')),
    ]),
  )
}

test('part by part what ExcelJS writes for the same cells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 3 }), heights, async (sheets, tall) => {
      expect(comparable(await byUs(sheets, tall))).toEqual(comparable(await byExcelJs(sheets, tall)))
    }),
    { numRuns: 60 },
  )
})

test('a sheet cannot have cells of both kinds', async () => {
  const workbook = emptyBook()
  const worksheet = workbook.addWorksheet('表')
  worksheet.getCell('A1').value = 1
  SheetCells.in(worksheet).put({ top: 1, bottom: 1, first: 1, last: 1 }, 2, styles[0] ?? {})
  await expect(partsOfWorkbook(workbook)).rejects.toThrow(RangeError)
})
