// The finished form, read back: locked but for its entries, one rule for each column, and the same bytes each time.
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMeasure, anIndicator, aPlan } from '../../src/core/testing/builders.ts'
import { bytesOf, type FormFolder, formFolder } from '../forms/example-forms.ts'
import { areSecondReadersDeclaredAbsent, readWithOpenpyxl, savedByLibreOffice } from './second-readers.ts'
import { childrenOfRoot, partsOf } from './workbook-parts.ts'

const LEADS = ['=1+1', '+1', '-1', '@a', '\t=1', '＝1', ' =1']

let example: FormFolder
let long: FormFolder
let file: Buffer
beforeAll(async () => {
  example = await formFolder()
  file = bytesOf(await example.formFile('keyan', '2020-06'))
  long = await formFolder(
    aPlan({
      indicators: Array.from({ length: 150 }, (_, at) =>
        anIndicator({ id: `i${at}`, name: `${LEADS[at] ?? ''}第${at + 1}项指标`.repeat(at === 20 ? 12 : 1) }),
      ),
      measures: Array.from({ length: 60 }, (_, at) => aMeasure({ id: `m${at}`, name: `第${at + 1}项举措` })),
    }),
  )
})
afterAll(() => {
  example.remove()
  long.remove()
})

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  return book
}

test('sheets in order, the last one out of sight', async () => {
  const book = await opened(file)
  expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['填报说明', 'visible'],
    ['指标填报', 'visible'],
    ['举措填报', 'visible'],
    ['_meta', 'veryHidden'],
  ])
})

test('only entries can be typed into, and no password stands in the way', async () => {
  const book = await opened(file)
  for (const name of ['指标填报', '举措填报']) {
    const sheet = book.getWorksheet(name)
    sheet?.eachRow((row, number) =>
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        const heading = String(sheet.getCell(4, column).value ?? '')
        const isOpen = cell.protection?.locked === false
        if (isOpen) expect([number > 4, heading.startsWith('本月')]).toEqual([true, true])
      }),
    )
    const xml = partsOf(file)[`xl/worksheets/sheet${name === '指标填报' ? 2 : 3}.xml`] ?? ''
    const protection = /<sheetProtection[^>]*>/.exec(xml)?.[0] ?? ''
    expect([protection.includes('sheet="1"'), /password|hashValue/.test(protection)]).toEqual([true, false])
  }
  const keyan = book.getWorksheet('指标填报')
  // 当月发生 takes no fraction, a ratio does.
  const isOpen = (address: string) => keyan?.getCell(address).protection?.locked === false
  expect(['H5', 'I5', 'I7'].map(isOpen)).toEqual([true, false, true])
})

test('one rule for each column, never one for each cell', () => {
  const parts = partsOf(bytesOfLong)
  expect(rulesOf(parts['xl/worksheets/sheet2.xml'])).toEqual(['H5:H154', 'I5:I154'])
  expect(rulesOf(parts['xl/worksheets/sheet3.xml'])).toEqual(['F5:F64'])
})

let bytesOfLong: Buffer
beforeAll(async () => {
  bytesOfLong = bytesOf(await long.formFile('gaoxin', '2020-06'))
})

const rulesOf = (xml = '') =>
  [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]*)"/g)].map((match) => match[1])

test('parts of a sheet stand in the order of the schema', () => {
  const order = [
    'sheetPr',
    'dimension',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
    'sheetProtection',
    'mergeCells',
    'dataValidations',
    'printOptions',
    'pageMargins',
    'pageSetup',
    'headerFooter',
  ]
  for (const [name, xml] of Object.entries(partsOf(file))) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) continue
    const places = childrenOfRoot(xml).map((child) => order.indexOf(child))
    expect([name, places.includes(-1), places]).toEqual([name, false, [...places].sort((a, b) => a - b)])
  }
})

test('the same content gives the same bytes, other content others', async () => {
  expect(bytesOf(await example.formFile('keyan', '2020-06', 'again')).equals(file)).toBe(true)
  expect(bytesOf(await example.formFile('keyan', '2020-05', 'other')).equals(file)).toBe(false)
})

test('the headings repeat, the page fits its width, the print leaves out the hidden column', async () => {
  const sheet = (await opened(file)).getWorksheet('指标填报')
  expect(sheet?.pageSetup).toMatchObject({
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '4:4',
    printArea: 'A1:L9',
  })
  expect([sheet?.getColumn(13).hidden, sheet?.getCell('M4').value]).toEqual([true, '编号（勿改）'])
})

test.skipIf(areSecondReadersDeclaredAbsent)(
  'openpyxl and LibreOffice see no formulas, and the form comes back untouched @workbook-eyes',
  async () => {
    for (const bytes of [bytesOfLong, ...savedByLibreOffice([bytesOfLong])]) {
      const book = readWithOpenpyxl(bytes)
      const formulas = Object.values(book).flatMap(({ cells }) =>
        Object.values(cells).filter(({ formula }) => formula !== null),
      )
      expect(formulas).toEqual([])
      expect(book.指标填报?.cells.C5?.value).toBe('=1+1第1项指标')
    }
    expect(await long.preview(await long.formFile('gaoxin', '2020-06', 'untouched'))).toMatchObject({
      changes: [],
      unread: [],
      notices: [],
    })
  },
)
