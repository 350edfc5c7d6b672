// A sheet as a table: rows of cells, and what a merged cell shows in the places it covers.
import { tidyText } from '../forms/cell-words.ts'
import { cellAt, type ReadCell, type ReadSheet } from '../forms/read-workbook.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import type { Steps } from '../steps.ts'

export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface GridRow {
  readonly row: number
  readonly cells: ReadonlyMap<number, ReadCell>
}

/** No table that people hand round has more; each row is matched against every item of the plan. */
const MOST_ROWS = 5000
/** Rows that all merged areas cover together. */
const MOST_MERGED_ROWS = 200_000

/** Refuses a sheet that is no table of people's. */
export function* openGrid(sheet: ReadSheet): Steps<Outcome<TableGrid>> {
  const rows: { row: number; cells: Map<number, ReadCell> }[] = []
  for (let index = 0; index < sheet.rows.length; index += 1) {
    const cell = cellAt(sheet, index)
    if (isBlank(cell)) continue
    let last = rows.at(-1)
    if (last === undefined || last.row !== cell.row) {
      last = { row: cell.row, cells: new Map() }
      rows.push(last)
      yield
    }
    last.cells.set(cell.column, cell)
  }
  const merges = mergesByRow(sheet, rows.at(-1)?.row ?? 0)
  return rows.length > MOST_ROWS || merges === null
    ? reject('table-too-long', { sheet: sheet.name, limit: MOST_ROWS })
    : accept(new TableGrid(sheet, rows, merges))
}

function mergesByRow(sheet: ReadSheet, lastRow: number): Map<number, Merge[]> | null {
  const byRow = new Map<number, Merge[]>()
  let covered = 0
  for (let at = 0; at < sheet.merges.length; at += 4) {
    const [top = 0, left = 0, bottom = 0, right = 0] = sheet.merges.subarray(at, at + 4)
    for (let row = top; row <= Math.min(bottom, lastRow); row += 1) {
      covered += 1
      if (covered > MOST_MERGED_ROWS) return null
      const own = byRow.get(row)
      if (own === undefined) byRow.set(row, [{ top, left, bottom, right }])
      else own.push({ top, left, bottom, right })
    }
  }
  return byRow
}

export class TableGrid {
  readonly sheet: ReadSheet
  /** those with content, from the top */
  readonly rows: readonly GridRow[]
  readonly #rowsByNumber: ReadonlyMap<number, GridRow>
  readonly #merges: ReadonlyMap<number, readonly Merge[]>
  readonly #hidden: ReadonlySet<number>

  constructor(sheet: ReadSheet, rows: readonly GridRow[], merges: ReadonlyMap<number, readonly Merge[]>) {
    this.sheet = sheet
    this.rows = rows
    this.#rowsByNumber = new Map(rows.map((row) => [row.row, row]))
    this.#merges = merges
    this.#hidden = new Set(sheet.hiddenRows)
  }

  isHidden(row: number): boolean {
    return this.#hidden.has(row)
  }

  /** The cell's own content; undefined where it is blank. */
  cell(row: number, column: number): ReadCell | undefined {
    return this.#rowsByNumber.get(row)?.cells.get(column)
  }

  mergeAt(row: number, column: number): Merge | null {
    return this.#merges.get(row)?.find(({ left, right }) => column >= left && column <= right) ?? null
  }

  /** What people see in that place: the cell's own content, or that of the merged area it belongs to. */
  shown(row: number, column: number): ReadCell | undefined {
    const merge = this.mergeAt(row, column)
    return merge === null ? this.cell(row, column) : this.cell(merge.top, merge.left)
  }

  /** As shown, in words; empty for blank. */
  text(row: number, column: number): string {
    return this.shown(row, column)?.text.trim() ?? ''
  }
}

export function isBlank(cell: ReadCell | undefined): boolean {
  return cell === undefined || (tidyText(cell.text) === null && cell.kind !== 'no-result')
}
