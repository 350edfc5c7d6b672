import { textHeight } from './row-heights.ts'
import type { PlacedColumn } from './sheet-grid.ts'
import { BODY_SIZE } from './styles.ts'

/** points */
const LOWEST_HEADING = 20

/** Heights of the two levels of a table's headings in points; `upper` is 0 where no columns share a heading. */
export function headingHeights(columns: readonly PlacedColumn[]): {
  readonly upper: number
  readonly lower: number
} {
  const hasGroups = columns.some(({ column }) => column.group !== undefined)
  const heights = columns.map(({ column, width }) => textHeight(column.title, width, BODY_SIZE, BODY_SIZE))
  return {
    upper: hasGroups ? LOWEST_HEADING : 0,
    lower: Math.max(hasGroups ? LOWEST_HEADING : LOWEST_HEADING * 1.4, ...heights),
  }
}
