// How tall a sheet is before it is written: what decides whether it is one page.
import type { ReportSheet } from '../core/reports/report-table.ts'
import { layOutRows } from './block-layout.ts'
import { headingHeights } from './heading-heights.ts'
import type { SheetGrid } from './sheet-grid.ts'

/** Longer tables are several pages anyway and not worth measuring twice. */
const MEASURED_ROWS = 60

/** Height of the tables with their headings, in points; infinite for long ones. */
export function tablesHeight(sheet: ReportSheet, grid: SheetGrid): number {
  if (sheet.blocks.reduce((sum, { rows }) => sum + rows.length, 0) > MEASURED_ROWS)
    return Number.POSITIVE_INFINITY
  return sheet.blocks.reduce((sum, block) => {
    const columns = grid.place(block)
    const { upper, lower } = headingHeights(columns)
    const rows = layOutRows(block.rows, columns, 1, null)
    return (
      sum +
      upper +
      lower +
      rows.reduce((all, { top, bottom, rowHeight }) => all + (bottom - top + 1) * rowHeight, 0)
    )
  }, 0)
}
