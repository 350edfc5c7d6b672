// One table of a sheet: headings on one or two levels, and its body.
import type { Worksheet } from 'exceljs'
import { NO_FIGURE } from '../core/reports/cell-text.ts'
import type { ReportBlock, ReportCell } from '../core/reports/report-table.ts'
import { layOutRows, type Paging, type PlacedCell, type PlacedRow } from './block-layout.ts'
import { addConditionalFormats, isMarkedLight } from './conditional-formats.ts'
import { addressed, type TableAddresses, type WrittenSheets } from './formula-address.ts'
import { headingHeights } from './heading-heights.ts'
import type { Content } from './sheet-cells.ts'
import type { PlacedColumn } from './sheet-grid.ts'
import type { SheetPen } from './sheet-pen.ts'
import type { StyleWish } from './styles.ts'

/** points */
const EMPTY_TABLE_HEIGHT = 42

export interface WrittenBlock {
  readonly headingFirst: number
  readonly headingLast: number
  readonly last: number
  readonly rows: readonly PlacedRow[]
  /** those without headings and totals */
  readonly body: readonly PlacedRow[]
}

export interface BlockPlace {
  readonly columns: readonly PlacedColumn[]
  readonly top: number
  readonly paging: Paging | null
  /** the headings are written again where the table goes on on a further page */
  readonly areHeadingsWritten: boolean
  /** sheets that formulas may refer to */
  readonly written: WrittenSheets
}

export function writeBlock(
  worksheet: Worksheet,
  pen: SheetPen,
  block: ReportBlock,
  { columns, top, paging, areHeadingsWritten, written }: BlockPlace,
): WrittenBlock {
  const headings = writeHeadings(pen, columns, top)
  const headingLast = headings.bottom
  paging?.meter.add(headings.height)
  if (block.rows.length === 0) {
    const row = headingLast + 1
    const area = { top: row, bottom: row, first: columns[0]?.first ?? 1, last: columns.at(-1)?.last ?? 1 }
    pen.put(area, block.emptyText, { role: 'body', align: 'center' })
    pen.setHeight(row, EMPTY_TABLE_HEIGHT)
    paging?.meter.add(EMPTY_TABLE_HEIGHT)
    return { headingFirst: top, headingLast, last: row, rows: [], body: [] }
  }
  const repeated = areHeadingsWritten ? headingLast - top + 1 : 0
  const rows = layOutRows(block.rows, columns, { top: headingLast + 1, repeated }, paging)
  const body = rows.filter(({ row }) => (row.kind ?? 'body') === 'body')
  for (const row of rows) {
    if (row.isPageStart) {
      pen.endPage(row.top - repeated - 1)
      if (areHeadingsWritten) writeHeadings(pen, columns, row.top - repeated)
    }
    writeRow(pen, row, { columns, rows, body, written })
  }
  addConditionalFormats(worksheet, columns, body)
  return { headingFirst: top, headingLast, last: rows.at(-1)?.bottom ?? headingLast, rows, body }
}

/** Columns of one group share an upper heading; the others reach over both levels. */
function writeHeadings(
  pen: SheetPen,
  columns: readonly PlacedColumn[],
  top: number,
): { readonly bottom: number; readonly height: number } {
  const { upper, lower } = headingHeights(columns)
  const bottom = upper > 0 ? top + 1 : top
  const wish: StyleWish = { role: 'heading', align: 'center', isWrapped: true }
  for (let index = 0; index < columns.length; ) {
    const placed = columns[index]
    if (placed === undefined) break
    const { column } = placed
    const members = columns.slice(index, index + groupLength(columns, index))
    if (column.group !== undefined) {
      const last = members.at(-1)?.last ?? placed.last
      pen.put({ top, bottom: top, first: placed.first, last }, column.group, wish)
    }
    for (const member of members) {
      const memberTop = column.group === undefined ? top : bottom
      pen.put({ top: memberTop, bottom, first: member.first, last: member.last }, member.column.title, wish)
    }
    index += members.length
  }
  pen.setHeight(bottom, lower)
  if (upper > 0) pen.setHeight(top, upper)
  return { bottom, height: upper + lower }
}

function groupLength(columns: readonly PlacedColumn[], index: number): number {
  const group = columns[index]?.column.group
  if (group === undefined) return 1
  const end = columns.findIndex((each, at) => at > index && each.column.group !== group)
  return (end === -1 ? columns.length : end) - index
}

interface FormulaPlace extends TableAddresses {
  readonly written: WrittenSheets
}

function writeRow(pen: SheetPen, placed: PlacedRow, table: FormulaPlace): void {
  for (const cell of placed.cells) {
    if (cell.bottom === null) continue
    const area = { top: placed.top, bottom: cell.bottom, first: cell.first, last: cell.last }
    pen.put(area, contentOf(cell.cell, placed, table), wishOf(placed, cell))
  }
  for (let row = placed.top; row <= placed.bottom; row += 1) pen.setHeight(row, placed.rowHeight)
}

function wishOf({ row }: PlacedRow, { cell, column, isTop }: PlacedCell): StyleWish {
  const isText = typeof cell.value === 'string'
  return {
    role: row.kind === 'total' ? 'total' : 'body',
    align: cell.align ?? column.column.align,
    isWrapped: isText && ((column.column.wrap ?? false) || (cell.span ?? 1) > 1),
    isBold: cell.isBold ?? row.kind === 'section',
    isTop,
    light: isMarkedLight(cell) ? undefined : cell.light,
    shape: cell.shape,
  }
}

/** No figure is written as a dash and never as a number: a sum passes over it, and nobody reads it as 0. */
function contentOf(cell: ReportCell, row: PlacedRow, table: FormulaPlace): Content {
  if (cell.value === null) return cell.isBare ? null : NO_FIGURE
  if (cell.formula === undefined) return cell.value
  return { formula: addressed(cell, row, table, table.written), result: cell.value }
}
