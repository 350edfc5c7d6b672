// The columns of a sheet: where each table's columns lie on it, and how wide they are.
import type { ReportBlock, ReportColumn, ReportSheet } from '../core/reports/report-table.ts'
import { gridWidths } from './column-widths.ts'

/** A table's column on the sheet: grid columns `first` … `last`, counted from 1. */
export interface PlacedColumn {
  readonly column: ReportColumn
  readonly first: number
  readonly last: number
  /** in full-width characters of the body font */
  readonly width: number
}

/** Part of a line that is shared out over the whole sheet. */
export interface GridPart {
  readonly first: number
  readonly last: number
}

export interface SheetGrid {
  /** width of each grid column, in full-width characters of the body font */
  readonly widths: readonly number[]
  readonly totalWidth: number
  place(block: ReportBlock): PlacedColumn[]
  /** cuts the sheet's width into `count` parts of about equal width */
  parts(count: number): GridPart[]
}

export function sheetGrid(sheet: ReportSheet): SheetGrid {
  const widths = gridWidths(sheet)
  const totalWidth = sum(widths)
  return {
    widths,
    totalWidth,
    place: (block) => {
      let next = 1
      return block.columns.map((column) => {
        const first = next
        const last = first + (column.gridSpan ?? 1) - 1
        if (last > widths.length)
          throw new RangeError(`${sheet.name}: ${block.title ?? ''} is wider than the sheet's grid`)
        next = last + 1
        return { column, first, last, width: sum(widths.slice(first - 1, last)) }
      })
    },
    parts: (count) => cut(widths, totalWidth, Math.min(count, Math.max(widths.length, 1))),
  }
}

/** Ends each part at the column edge nearest to its share of the width; every part gets a column at least. */
function cut(widths: readonly number[], totalWidth: number, count: number): GridPart[] {
  const parts: GridPart[] = []
  let first = 1
  for (let part = 1; part <= count; part += 1) {
    const latest = widths.length - (count - part)
    const last = part === count ? latest : nearestEdge(widths, first, latest, (totalWidth * part) / count)
    parts.push({ first, last })
    first = last + 1
  }
  return parts
}

function nearestEdge(widths: readonly number[], first: number, latest: number, wanted: number): number {
  let best = first
  for (let column = first; column <= latest; column += 1) {
    const distance = (edge: number) => Math.abs(sum(widths.slice(0, edge)) - wanted)
    if (distance(column) < distance(best)) best = column
  }
  return best
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
