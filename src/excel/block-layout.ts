// Where the rows of a table lie on the sheet and how tall they are, before anything is written: merged
// programme cells, texts taller than a row may be, and pages decide it together.
import type { ReportCell, ReportRow } from '../core/reports/report-table.ts'
import type { PageMeter } from './page-meter.ts'
import { cellHeight, rowsFor } from './row-heights.ts'
import type { PlacedColumn } from './sheet-grid.ts'

/** points */
const LOWEST_ROW = 20
/** Taller cells are read from the top, and a page's end cannot cut a text that stands there. */
const TALL_ROW = 200

/** One report row on the sheet; a very tall one takes several sheet rows, merged. */
export interface PlacedRow {
  readonly row: ReportRow
  readonly top: number
  readonly bottom: number
  /** of each of its sheet rows, in points */
  readonly rowHeight: number
  /** a page ends above it */
  readonly isPageStart: boolean
  readonly cells: readonly PlacedCell[]
}

export interface PlacedCell {
  readonly cell: ReportCell
  /** the cell's first column; `last` is the last one it is joined with */
  readonly column: PlacedColumn
  readonly first: number
  readonly last: number
  readonly width: number
  /** the last sheet row it is joined with; null = covered by the cell above */
  readonly bottom: number | null
  /** the text stands at the top: its group goes on over a page's end, or the row is very tall */
  readonly isTop: boolean
}

type OpenCell = Omit<PlacedCell, 'bottom' | 'isTop'>

/** A row while its height is still open. */
interface Draft {
  readonly row: ReportRow
  readonly cells: readonly OpenCell[]
  height: number
}

/** Rows first … last (indexes of drafts) joined in one column. */
interface Run {
  readonly first: number
  readonly last: number
  readonly isCut: boolean
}

const EMPTY: ReportCell = { value: null, isBare: true }

export interface Paging {
  readonly meter: PageMeter
  /** height of what has to stay with the table's end, in points */
  readonly tail: number
}

export interface RowsPlace {
  readonly top: number
  /** sheet rows left free above each row that begins a page, for headings that stand again */
  readonly repeated: number
}

/** `paging`: null for a sheet that is one page, however much stands on it. */
export function layOutRows(
  rows: readonly ReportRow[],
  columns: readonly PlacedColumn[],
  rowsPlace: RowsPlace,
  paging: Paging | null,
): PlacedRow[] {
  const drafts = rows.map((row) => draftOf(row, columns))
  const whole = columns.map((column) => {
    const ofColumn = runsOf(drafts, column.column.key)
    for (const run of ofColumn) makeRoom(run, drafts, column)
    return ofColumn
  })
  const starts = new Set(paging?.meter.rows(heightsOnSheet(drafts), paging.tail))
  const runs = columns.map((column, index) => {
    const ofColumn = (whole[index] ?? []).flatMap((run) => partsOnPages(run, starts))
    for (const run of ofColumn) makeRoom(run, drafts, column)
    return ofColumn
  })
  return place(drafts, columns, runs, { ...rowsPlace, starts })
}

function draftOf(row: ReportRow, columns: readonly PlacedColumn[]): Draft {
  const cells: OpenCell[] = []
  for (let index = 0; index < columns.length; ) {
    const column = columns[index]
    if (column === undefined) break
    const cell = row.cells[column.column.key] ?? EMPTY
    const span = Math.max(1, row.kind === 'section' && index === 0 ? columns.length : (cell.span ?? 1))
    const joined = columns.slice(index, index + span)
    cells.push({
      cell,
      column,
      first: column.first,
      last: joined.at(-1)?.last ?? column.last,
      width: joined.reduce((sum, each) => sum + each.width, 0),
    })
    index += joined.length
  }
  const heights = cells
    .filter(({ cell }) => cell.mergeKey === undefined)
    .map(({ cell, column, width }) => cellHeight(cell, column.column, width))
  return { row, cells, height: Math.max(LOWEST_ROW, ...heights) }
}

/** Neighbouring rows whose cells in the column carry the same merge key. */
function runsOf(drafts: readonly Draft[], key: string): Run[] {
  if (!drafts.some(({ row }) => row.cells[key]?.mergeKey !== undefined)) return []
  const runs: Run[] = []
  drafts.forEach((draft, index) => {
    const mergeKey = draft.row.cells[key]?.mergeKey
    const open = runs.at(-1)
    const isSame =
      mergeKey !== undefined &&
      open !== undefined &&
      open.last === index - 1 &&
      drafts[open.last]?.row.cells[key]?.mergeKey === mergeKey
    if (isSame) runs[runs.length - 1] = { ...open, last: index }
    else if (mergeKey !== undefined) runs.push({ first: index, last: index, isCut: false })
  })
  return runs
}

/** A run goes on over a page's end in a cell of its own, so that each page names the programme again. */
function partsOnPages({ first, last }: Run, starts: ReadonlySet<number>): Run[] {
  const cuts = [...starts].filter((index) => index > first && index <= last)
  const firsts = [first, ...cuts]
  return firsts.map((from, index) => ({
    first: from,
    last: (firsts[index + 1] ?? last + 1) - 1,
    isCut: cuts.length > 0,
  }))
}

/** A merged text taller than its rows: they share what is missing. */
function makeRoom(run: Run, drafts: readonly Draft[], column: PlacedColumn): void {
  const rows = drafts.slice(run.first, run.last + 1)
  const cell = rows[0]?.row.cells[column.column.key] ?? EMPTY
  const needed = cellHeight(cell, column.column, column.width)
  const missing = needed - rows.reduce((sum, { height }) => sum + height, 0)
  if (missing > 0) for (const row of rows) row.height += missing / rows.length
}

/** A row of the report takes so many rows of the sheet, each so tall. */
function extentOf({ height }: Draft): { readonly count: number; readonly rowHeight: number } {
  const count = rowsFor(height)
  return { count, rowHeight: Math.ceil(height / count) }
}

function heightsOnSheet(drafts: readonly Draft[]): number[] {
  return drafts.map((draft) => {
    const { count, rowHeight } = extentOf(draft)
    return count * rowHeight
  })
}

function place(
  drafts: readonly Draft[],
  columns: readonly PlacedColumn[],
  runs: readonly (readonly Run[])[],
  { top, repeated, starts }: RowsPlace & { readonly starts: ReadonlySet<number> },
): PlacedRow[] {
  let next = top
  const extents = drafts.map((draft, index) => {
    const { count, rowHeight } = extentOf(draft)
    if (starts.has(index)) next += repeated
    const extent = { top: next, bottom: next + count - 1, rowHeight }
    next += count
    return extent
  })
  const joined = (column: PlacedColumn, index: number): Pick<PlacedCell, 'bottom' | 'isTop'> => {
    const run = runs[columns.indexOf(column)]?.find(({ first, last }) => index >= first && index <= last)
    const last = run === undefined ? index : run.last
    const isCovered = run !== undefined && run.first !== index
    return {
      bottom: isCovered ? null : (extents[last]?.bottom ?? null),
      isTop: (run?.isCut ?? false) || (drafts[index]?.height ?? 0) > TALL_ROW,
    }
  }
  return drafts.map(({ row, cells }, index) => ({
    row,
    ...(extents[index] ?? { top, bottom: top, rowHeight: LOWEST_ROW }),
    isPageStart: starts.has(index),
    cells: cells.map((cell) => ({ ...cell, ...joined(cell.column, index) })),
  }))
}
