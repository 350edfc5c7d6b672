// Where a cell of the grid is: a row's id and one of the three columns that can be filled in.

/** The columns of a block, left to right, as they are copied, pasted and filled. */
export const BLOCK_COLUMNS = ['figure', 'state', 'note'] as const
export type GridColumn = (typeof BLOCK_COLUMNS)[number]

export interface CellAddress {
  readonly row: string
  readonly column: GridColumn
}

/** From the first cell to the one the selection was drawn to; both are part of it. */
export interface CellRange {
  readonly anchor: CellAddress
  readonly head: CellAddress
}

export function cellKeyOf(column: GridColumn, row: string): string {
  return `${column}/${row}`
}

/** The address written in a cell's data-cell; null for anything else. */
export function addressOfKey(key: string | undefined): CellAddress | null {
  const at = key?.indexOf('/') ?? -1
  const column = BLOCK_COLUMNS.find((each) => each === key?.slice(0, at))
  return key === undefined || column === undefined ? null : { row: key.slice(at + 1), column }
}

/** The rectangle of a range within the rows as they stand; null when one of its rows is gone. */
export function rectangleOf(
  range: CellRange,
  rows: readonly string[],
): { readonly rows: readonly string[]; readonly columns: readonly GridColumn[] } | null {
  const [top, bottom] = sorted(rows.indexOf(range.anchor.row), rows.indexOf(range.head.row))
  const [left, right] = sorted(
    BLOCK_COLUMNS.indexOf(range.anchor.column),
    BLOCK_COLUMNS.indexOf(range.head.column),
  )
  if (top < 0) return null
  return { rows: rows.slice(top, bottom + 1), columns: BLOCK_COLUMNS.slice(left, right + 1) }
}

/** The address so many rows down and columns to the right, held inside the grid. */
export function shifted(
  from: CellAddress,
  rows: readonly string[],
  by: { readonly down?: number; readonly right?: number },
): CellAddress {
  const row = rows[clamp(rows.indexOf(from.row) + (by.down ?? 0), rows.length)] ?? from.row
  const column =
    BLOCK_COLUMNS[clamp(BLOCK_COLUMNS.indexOf(from.column) + (by.right ?? 0), BLOCK_COLUMNS.length)]
  return { row, column: column ?? from.column }
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1)
}

function sorted(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a]
}
