// How tall a sheet is before it is written: what decides whether it is one page.
import type { ReportBlock, ReportSheet } from '../core/reports/report-table.ts'
import { layOutRows } from './block-layout.ts'
import { headingHeights } from './heading-heights.ts'
import type { PlacedColumn, SheetGrid } from './sheet-grid.ts'

/** points */
export const CHART_ROW = 19
/** Rows that charts lie on: so many for each bar, or pair of bars, and for what stands around them. */
const CHART_ROWS = { single: 1.05, pair: 1.3, around: 3.5, least: 9, most: 30 } as const

/** Longer tables are several pages anyway and not worth measuring twice. */
const MEASURED_ROWS = 60

/** Height of the tables with their headings, in points; infinite for long ones. */
export function tablesHeight(sheet: ReportSheet, grid: SheetGrid): number {
  if (sheet.blocks.reduce((sum, { rows }) => sum + rows.length, 0) > MEASURED_ROWS)
    return Number.POSITIVE_INFINITY
  return sheet.blocks.reduce((sum, block) => sum + blockHeight(block, grid.place(block)), 0)
}

/** Height of one table with its headings, in points; infinite for a long one. */
export function blockHeight(block: ReportBlock, columns: readonly PlacedColumn[]): number {
  if (block.rows.length > MEASURED_ROWS) return Number.POSITIVE_INFINITY
  const { upper, lower } = headingHeights(columns)
  const rows = layOutRows(block.rows, columns, { top: 1, repeated: 0 }, null)
  return (
    upper + lower + rows.reduce((all, { top, bottom, rowHeight }) => all + (bottom - top + 1) * rowHeight, 0)
  )
}

/** Rows of the sheet that its charts lie on, side by side; one without anything to draw is left out. */
export function chartRows({ charts = [], blocks }: ReportSheet): number {
  const wanted = charts.flatMap(({ block, series }) => {
    const bars = blocks[block]?.rows.filter(({ kind = 'body' }) => kind === 'body').length ?? 0
    const each = series.length > 1 ? CHART_ROWS.pair : CHART_ROWS.single
    return bars === 0 ? [] : [bars * each + CHART_ROWS.around]
  })
  if (wanted.length === 0) return 0
  return Math.ceil(Math.min(Math.max(CHART_ROWS.least, ...wanted), CHART_ROWS.most))
}
