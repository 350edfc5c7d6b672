// Passing empty cells over changes nothing but the time: with it and without it a sheet reads the same, or is refused alike.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellAt } from '../../core/forms/read-workbook.ts'
import { TextBudget } from './cell-texts.ts'
import { SheetCells } from './sheet-cells.ts'
import { UnreadableWorkbook } from './unreadable-workbook.ts'
import { type XmlHandler, XmlScanner } from './xml-scanner.ts'

/** The cells, or why there are none; `chunk`: characters handed over at once. */
function readSheet(xml: string, chunk: number, isPassing: boolean): string {
  const cells = new SheetCells({
    sharedTexts: ['共用'],
    styles: ['number'],
    isFrom1904: false,
    texts: new TextBudget(),
    cells: { left: 1000, charactersLeft: 10_000 },
  })
  const handler: XmlHandler = isPassing
    ? cells
    : {
        open: (name, attributes) => cells.open(name, attributes),
        close: (name) => cells.close(name),
        text: (text) => cells.text(text),
      }
  try {
    const scanner = new XmlScanner(handler)
    for (let at = 0; at < xml.length; at += chunk) scanner.write(xml.slice(at, at + chunk))
    scanner.end()
    const sheet = cells.finish('表', false)
    return Array.from(sheet.rows, (_, at) => JSON.stringify(cellAt(sheet, at))).join(' ')
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error
    return `${error.code} ${JSON.stringify(error.values)}`
  }
}

const letters = fc.constantFrom('A', 'B', 'C', 'D', 'Z', 'AA', 'AB', 'XFD', 'XFE', 'AAAA', '')
const cell = fc
  .record({
    address: fc.option(fc.record({ column: letters, row: fc.constantFrom('7', '7', '7', '8', '07', '') })),
    style: fc.constantFrom('', '', ' s="0"', ' s="12"', ' s=""', " s='1'"),
    end: fc.constantFrom(
      '/>',
      '/>',
      '/>',
      ' />',
      '></c>',
      '><v>3</v></c>',
      '><f>1</f></c>',
      ' t="s"><v>0</v></c>',
    ),
  })
  .map(
    ({ address, style, end }) =>
      `<c${address === null ? '' : ` r="${address.column}${address.row}"`}${style}${end}`,
  )
const rowXml = fc
  .array(fc.oneof({ weight: 9, arbitrary: cell }, fc.constantFrom(' ', '<col/>', '<x:c/>', '<c', '</row>')), {
    maxLength: 12,
  })
  .map((cells) => `<worksheet><sheetData><row r="7">${cells.join('')}</row></sheetData></worksheet>`)

test('a row of cells is read the same with and without it, however it is cut into pieces', () => {
  fc.assert(
    fc.property(rowXml, fc.integer({ min: 1, max: 60 }), (xml, chunk) => {
      expect(readSheet(xml, chunk, true)).toBe(readSheet(xml, chunk, false))
    }),
    { numRuns: 2000 },
  )
})

test('empty cells before one that is not leave it in its place', () => {
  const xml = (cells: string) => `<worksheet><sheetData><row r="7">${cells}</row></sheetData></worksheet>`
  const told = '{"row":7,"column":3,"kind":"number","text":"3","isFormula":false}'
  expect(readSheet(xml('<c r="A7" s="1"/><c r="B7"/><c><v>3</v></c>'), 1000, true)).toBe(told)
  expect(readSheet(xml('<c/><c s="1"/><c><v>3</v></c>'), 1000, true)).toBe(told)
})
