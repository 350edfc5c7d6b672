// Paper, margins, repeated headings and page numbers.
import type { PageSetup, Worksheet } from 'exceljs'
import type { ReportSheet } from '../core/reports/report-table.ts'
import { BODY_SIZE } from './styles.ts'

/** Codes of the paper sizes in the file format. */
const PAPER_CODES = { A4: 9, A3: 8 } as const
/** points, landscape */
const PAPER_POINTS = { A4: { width: 842, height: 595 }, A3: { width: 1191, height: 842 } } as const
/** inches */
const MARGINS = { left: 0.5, right: 0.5, top: 0.5, bottom: 0.55, header: 0.25, footer: 0.25 } as const
const POINTS_PER_INCH = 72
/** 第 1 页 共 3 页 */
export const FOOTER = '&C第 &P 页 共 &N 页'

export interface SheetExtent {
  readonly columns: number
  readonly rows: number
  /** heading rows of the last table */
  readonly headings: { readonly first: number; readonly last: number }
  /** they stand again on each further page */
  readonly areHeadingsRepeated: boolean
  readonly isOnePage: boolean
}

/** Page set-up that is known before the rows are: given to the sheet when it is made. */
export function paperOf(sheet: Pick<ReportSheet, 'paper' | 'isOnePage'>): Partial<PageSetup> {
  return {
    // The typings know neither A3 nor how to be used without their own runtime (an ambient const enum).
    paperSize: PAPER_CODES[sheet.paper] as PageSetup['paperSize'],
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: sheet.isOnePage ? 1 : 0,
    horizontalCentered: true,
    margins: { ...MARGINS },
  }
}

export function finishPage(worksheet: Worksheet, sheet: ReportSheet, extent: SheetExtent): void {
  const lastColumn = worksheet.getColumn(Math.max(extent.columns, 1)).letter
  worksheet.pageSetup.printArea = `A1:${lastColumn}${extent.rows}`
  if (extent.areHeadingsRepeated)
    worksheet.pageSetup.printTitlesRow = `${extent.headings.first}:${extent.headings.last}`
  worksheet.headerFooter.oddFooter = FOOTER
  // Known only now: a sheet a little longer than a page is shrunk to one, a much longer one would be unreadable.
  worksheet.pageSetup.fitToHeight = extent.isOnePage ? 1 : 0
  // With several tables the lower headings cannot stand still; the sheet's name and period can.
  const frozenRows = sheet.blocks.length === 1 ? extent.headings.last : 2
  worksheet.views = [{ state: 'frozen', xSplit: 0, ySplit: frozenRows, showGridLines: false, zoomScale: 100 }]
}

/** Smaller text than this nobody reads from paper, in points. */
const READABLE = 7.5

/** A page of a sheet that is shrunk to the page's width. */
export interface PrintedPage {
  /** printable height in the sheet's own points */
  readonly height: number
  /** how far the sheet may be shrunk further and still be read; 1 = not at all */
  readonly shrink: number
}

export function printedPage(paper: ReportSheet['paper'], sheetWidth: number): PrintedPage {
  const { width, height } = printable(paper)
  const scale = Math.min(1, width / Math.max(sheetWidth, 1))
  return { height: height / scale, shrink: Math.max(1, (BODY_SIZE * scale) / READABLE) }
}

/** The widest a sheet may be so that its text can still be read from paper, in points. */
export function readableWidth(paper: ReportSheet['paper']): number {
  return (printable(paper).width * BODY_SIZE) / READABLE
}

function printable(paper: ReportSheet['paper']): { readonly width: number; readonly height: number } {
  const { width, height } = PAPER_POINTS[paper]
  return {
    width: width - (MARGINS.left + MARGINS.right) * POINTS_PER_INCH,
    height: height - (MARGINS.top + MARGINS.bottom) * POINTS_PER_INCH,
  }
}
