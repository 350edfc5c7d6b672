/** ExcelJS's typings describe its main module only. */
declare module 'exceljs/lib/doc/workbook.js' {
  import type { Workbook } from 'exceljs'

  const Book: new () => Workbook
  export default Book
}
