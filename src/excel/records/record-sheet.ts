// The sheet around a record table: ExcelJS writes everything of it but the rows, which are put in while the file is
// written.
import type { Workbook } from 'exceljs'
import type { RecordTable } from '../../core/reports/record-table.ts'
import { cleanText } from '../cell-content.ts'
import { excelWidth } from '../column-points.ts'
import { columnLetter } from '../formula-address.ts'
import { FOOTER, paperOf } from '../page-setup.ts'
import type { StyleBook } from '../styles.ts'
import { putSamples, readSamples } from './record-styles.ts'

/** The heading row, and below it, until the rows take their place, the samples. */
const HEADING_ROW = 1
const SAMPLE_ROW = 2
export const FIRST_ROW = 2
/** points */
const HEADING_HEIGHT = 32
/** Characters side by side on A3 that can still be read. */
const PAGE_WIDTH = 130
/** A page's head holds 255 units, of which the font takes some. */
const LONGEST_TITLE = 200

export function addRecordSheet(workbook: Workbook, table: RecordTable, styles: StyleBook): void {
  const last = `${columnLetter(table.columns.length)}${lastRow(table)}`
  const sheet = workbook.addWorksheet(table.name, {
    pageSetup: {
      ...paperOf({ paper: 'A3', isOnePage: false }),
      fitToWidth: pagesAcross(table),
      showGridLines: true,
      printTitlesRow: `${HEADING_ROW}:${HEADING_ROW}`,
      ...(table.frozenColumns > 0 && pagesAcross(table) > 1
        ? { printTitlesColumn: `A:${columnLetter(table.frozenColumns)}` }
        : {}),
      printArea: `A1:${last}`,
    },
    views: [{ state: 'frozen', xSplit: table.frozenColumns, ySplit: HEADING_ROW, showGridLines: true }],
  })
  sheet.headerFooter.oddHeader = `&C&"黑体"&14 ${titleInHead(table.title)}`
  sheet.headerFooter.oddFooter = FOOTER
  sheet.autoFilter = `A1:${last}`
  table.columns.forEach((column, at) => {
    sheet.getColumn(at + 1).width = excelWidth(column.width)
    const cell = sheet.getRow(HEADING_ROW).getCell(at + 1)
    cell.value = cleanText(column.title)
    cell.style = styles.get({ role: 'heading', align: 'center', isWrapped: true })
  })
  sheet.getRow(HEADING_ROW).height = HEADING_HEIGHT
  putSamples(sheet, SAMPLE_ROW, table, styles)
}

/** & begins a code there; the blank before the title keeps its year from being read as part of the font's size. */
function titleInHead(title: string): string {
  return cleanText(title).slice(0, LONGEST_TITLE).replaceAll('&', '&&')
}

/** A wide table goes over several pages side by side, each with the columns that name the row. */
function pagesAcross({ columns }: RecordTable): number {
  return Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / PAGE_WIDTH)
}

function lastRow({ rowCount }: RecordTable): number {
  return HEADING_ROW + rowCount
}

export interface SheetAround {
  /** everything up to the first row of the table, headings included */
  readonly before: string
  /** everything behind its last row */
  readonly behind: string
  readonly styles: ReadonlyMap<string, number>
}

/** Takes the samples out of the finished sheet and says where the rows belong. */
export function sheetAround(xml: string, table: RecordTable): SheetAround {
  const samples = xml.indexOf(`<row r="${SAMPLE_ROW}"`)
  const end = xml.indexOf('</sheetData>')
  if (samples === -1 || end === -1) throw new RangeError(`${table.name}: the sheet has no row of samples`)
  const used = `A1:${columnLetter(table.columns.length)}${lastRow(table)}`
  return {
    before: xml.slice(0, samples).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${used}"/>`),
    behind: xml.slice(end),
    styles: readSamples(xml.slice(samples, end), SAMPLE_ROW, table),
  }
}
