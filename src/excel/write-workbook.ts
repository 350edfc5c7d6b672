// Report → bytes of an .xlsx. ExcelJS is loaded when the first workbook is asked for, not when the application
// starts: it takes a quarter of a second that a clerk who only types figures never has to wait for.
import type { WorkbookWriter } from '../application/ports.ts'
import { parseInstant } from '../core/civil-time.ts'
import type { Report } from '../core/reports/report-table.ts'
import { cleanText } from './cell-content.ts'
import type { SheetCharts } from './charts/add-charts.ts'
import { paperOf } from './page-setup.ts'
import { packParts } from './repack-workbook.ts'
import { StyleBook } from './styles.ts'
import { partsOfWorkbook } from './workbook-parts.ts'
import { type WrittenSheet, writeSheet } from './write-sheet.ts'

export function createWorkbookWriter(): WorkbookWriter {
  return { write: writeWorkbook }
}

/** The same report gives the same bytes. */
export async function writeWorkbook(report: Report): Promise<Uint8Array> {
  const { Workbook } = (await import('exceljs')).default
  const workbook = new Workbook()
  const madeAt = new Date(parseInstant(report.madeAt) ?? 0)
  workbook.creator = cleanText(report.author)
  workbook.lastModifiedBy = cleanText(report.author)
  workbook.title = cleanText(report.title)
  workbook.created = madeAt
  workbook.modified = madeAt
  workbook.calcProperties.fullCalcOnLoad = true
  const styles = new StyleBook()
  const written = new Map<string, WrittenSheet['tables']>()
  const charts: SheetCharts[] = []
  for (const sheet of report.sheets) {
    const worksheet = workbook.addWorksheet(sheet.name, { pageSetup: paperOf(sheet) })
    const made = writeSheet(worksheet, sheet, styles, written)
    written.set(sheet.name, made.tables)
    charts.push({ sheetName: sheet.name, charts: made.charts })
  }
  return packParts(await partsOfWorkbook(workbook), charts)
}
