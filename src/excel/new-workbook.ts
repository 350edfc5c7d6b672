/// <reference path="./exceljs-workbook.d.ts" />
// The one door to ExcelJS, opened when the first workbook is asked for: whoever only types figures never waits for it.
// Its main module would load readers, streams and archivers too, which nothing here uses: 170 ms instead of 25.
import type { Workbook } from 'exceljs'

export async function newWorkbook(): Promise<Workbook> {
  const { default: Book } = await import('exceljs/lib/doc/workbook.js')
  return new Book()
}
