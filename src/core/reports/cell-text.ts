// What a cell prints: the preview on screen shows it, and the workbook works its row heights out from it.
import { parseExact, roundHalfUp } from '../values/exact.ts'
import type { NumberShape, ReportCell } from './report-table.ts'

/** Stands where there is no figure, so that nobody reads a gap as a forgotten cell or as 0. */
export const NO_FIGURE = '—'

export function cellText(cell: ReportCell): string {
  if (cell.value === null) return cell.isBare ? '' : NO_FIGURE
  return typeof cell.value === 'number' ? numberText(cell.value, cell.shape) : cell.value
}

function numberText(value: number, shape: NumberShape | undefined): string {
  const parsed = parseExact(value)
  if (shape === undefined || parsed === null) return String(value)
  const digits = roundHalfUp(shape.isPercent ? parsed.mul(100) : parsed, shape.decimals)
  return `${shape.prefix ?? ''}${digits}${shape.isPercent ? '%' : ''}${shape.suffix ?? ''}`
}
