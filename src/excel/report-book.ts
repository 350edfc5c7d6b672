// A report's printed sheets as an ExcelJS workbook, before anything is packed.
import type { Workbook } from 'exceljs'
import type { Turn } from '../application/turn.ts'
import type { Report } from '../core/reports/report-table.ts'
import { parseInstant } from '../core/values/civil-time.ts'
import { cleanText } from './cell-content.ts'
import type { SheetCharts } from './charts/add-charts.ts'
import { newWorkbook } from './new-workbook.ts'
import { paperOf } from './page-setup.ts'
import { StyleBook } from './styles.ts'
import { type WrittenSheet, writeSheet } from './write-sheet.ts'

export interface ReportBook {
  readonly workbook: Workbook
  readonly styles: StyleBook
  readonly charts: readonly SheetCharts[]
}

export async function reportBook(report: Report, turn: Turn): Promise<ReportBook> {
  const workbook = await newWorkbook()
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
    await turn.letOthersIfOver()
    const worksheet = workbook.addWorksheet(sheet.name, { pageSetup: paperOf(sheet) })
    const made = writeSheet(worksheet, sheet, styles, written)
    written.set(sheet.name, made.tables)
    charts.push({ sheetName: sheet.name, charts: made.charts })
  }
  return { workbook, styles, charts }
}
