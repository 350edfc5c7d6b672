// Started by the benchmark: one writer writes the rows to a file, once to warm up and once to be measured. Says the
// milliseconds and the process's most memory.
import { readFileSync, writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import XLSX from 'xlsx'
import { numberFormat } from '../src/excel/styles.ts'
import { writeLongWorkbook } from '../src/excel/write-long-workbook.ts'
import { LONG_COLUMNS, LONG_SHAPES, longReport, longRow } from '../tests/excel/long-rows.ts'
import { writeRawWorkbook } from './raw-workbook.ts'

const WRITERS: Readonly<Record<string, (file: string, rows: number) => Promise<void> | void>> = {
  ours: (file, rows) => writeLongWorkbook(longReport(rows), file, () => undefined),
  raw: writeRawWorkbook,
  'exceljs-stream': writeWithStream,
  sheetjs: writeWithSheetJs,
}

/** As a careful user of ExcelJS writes it: styles shared, rows committed, the same compression. */
async function writeWithStream(file: string, rows: number): Promise<void> {
  const options = { filename: file, useStyles: true, useSharedStrings: false, zip: { zlib: { level: 6 } } }
  const book = new ExcelJS.stream.xlsx.WorkbookWriter(
    options as ConstructorParameters<typeof ExcelJS.stream.xlsx.WorkbookWriter>[0],
  )
  const sheet = book.addWorksheet('明细', { views: [{ state: 'frozen', ySplit: 1 }] })
  const styles = LONG_COLUMNS.map(({ align }, at): Partial<ExcelJS.Style> => {
    const shape = LONG_SHAPES[at - 4]
    return {
      font: { name: '仿宋_GB2312', size: 11 },
      alignment: { horizontal: align, vertical: 'top', ...(shape === undefined ? { wrapText: true } : {}) },
      ...(at < 4 || shape === undefined ? {} : { numFmt: numberFormat(shape) }),
    }
  })
  sheet.columns = LONG_COLUMNS.map(({ title }) => ({ header: title }))
  sheet.autoFilter = { from: 'A1', to: { row: rows + 1, column: LONG_COLUMNS.length } }
  for (let at = 0; at < rows; at += 1) {
    const row = sheet.addRow(longRow(at) as (string | number)[])
    row.height = 18
    // ExcelJS knows a style again by the object alone.
    for (let column = 0; column < styles.length; column += 1)
      row.getCell(column + 1).style = styles[column] ?? {}
    row.commit()
    // Without letting the zip work, rows pile up.
    if (at % 1000 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  sheet.commit()
  await book.commit()
}

/** Its free edition writes number formats and no other styles. */
function writeWithSheetJs(file: string, rows: number): void {
  const titles = LONG_COLUMNS.map(({ title }) => title)
  const sheet = XLSX.utils.aoa_to_sheet([
    titles,
    ...Array.from({ length: rows }, (_, at) => [...longRow(at)]),
  ])
  LONG_SHAPES.forEach((shape, column) => {
    const format = numberFormat(shape)
    for (let row = 1; row <= rows; row += 1) {
      const cell = sheet[XLSX.utils.encode_cell({ r: row, c: column + 4 })]
      if (cell !== undefined) cell.z = format
    }
  })
  sheet['!autofilter'] = { ref: sheet['!ref'] ?? 'A1' }
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '明细')
  writeFileSync(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
}

const [name = '', file = '', rows = '0'] = process.argv.slice(2)
const write = WRITERS[name]
if (write === undefined) throw new Error(`no writer ${name}`)
await write(file, 2000)
const began = performance.now()
await write(file, Number(rows))
const milliseconds = performance.now() - began
console.info(JSON.stringify({ milliseconds, megabytes: mostMemory() / 1024 }))

/** Kilobytes. On Linux, what resourceUsage says includes the memory of whoever started this process. */
function mostMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
}
