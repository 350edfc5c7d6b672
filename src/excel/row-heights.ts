// How tall rows must be, in points.
import type { ReportCell, ReportColumn } from '../core/reports/report-table.ts'
import { cleanText } from './cell-content.ts'
import { BODY_SIZE, INDENT_WIDTH } from './styles.ts'
import { lineCount } from './text-extent.ts'

/** Line pitch over font size; the widest among 仿宋, 宋体 and the fonts that stand in for them. */
const LINE_PITCH = 1.45
const ROW_PADDING = 4

/** Height of `text` in a column of `width` body-font characters, set in a font of `size` out of `bodySize`. */
export function textHeight(text: string, width: number, size: number, bodySize: number): number {
  return lineCount(text, (width * bodySize) / size) * size * LINE_PITCH + ROW_PADDING
}

/** Height that a table cell asks for in a column of `width` body-font characters. */
export function cellHeight(cell: ReportCell, column: ReportColumn, width: number): number {
  // Numbers shrink to their column, and most texts are short: only the others are measured.
  if (typeof cell.value !== 'string') return ONE_LINE
  const isIndented = (cell.align ?? column.align) === 'left'
  const room = column.wrap ? width - (isIndented ? INDENT_WIDTH : 0) : Number.MAX_SAFE_INTEGER
  if (cell.value.length <= room && !LINE_END.test(cell.value)) return ONE_LINE
  return textHeight(cleanText(cell.value), room, BODY_SIZE, BODY_SIZE)
}

/** Points. Excel allows 409.5; below that a taller text goes on in the next row. */
export const ROW_LIMIT = 400

/** How many rows a text of this height goes over. */
export function rowsFor(points: number): number {
  return Math.max(1, Math.ceil(points / ROW_LIMIT))
}

const ONE_LINE = BODY_SIZE * LINE_PITCH + ROW_PADDING
const LINE_END = /[\r\n]/
