// A workbook of a bureau's own → one table in it: which sheet, where its headings are, what its columns are.
import type { ReadSheet, ReadWorkbook } from '../forms/read-workbook.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import type { Steps } from '../steps.ts'
import { COLUMN_TITLES, type ColumnMeaning, MEANINGS_READ, type TablePurpose } from './column-meanings.ts'
import { findHeadings, pointsOf, type TableHeadings } from './find-headings.ts'
import type { AssignedColumn } from './propose-columns.ts'
import { openGrid, type TableGrid } from './table-grid.ts'

export interface OpenTable {
  readonly sheet: ReadSheet
  readonly grid: TableGrid
  readonly headings: TableHeadings
}

/** A sheet to choose from. */
export interface SheetChoice {
  readonly name: string
  readonly hasTable: boolean
}

export interface OpenedWorkbook {
  readonly table: OpenTable
  readonly sheets: readonly SheetChoice[]
}

/**
 * `wanted`: the sheet's name; without one, the sheet whose headings say most, visible ones first. Where two say the
 * same, as last year's beside this one's, the one with more rows.
 */
export function* openTable(workbook: ReadWorkbook, wanted: string | null): Steps<Outcome<OpenedWorkbook>> {
  const opened: { readonly sheet: ReadSheet; readonly table: Outcome<OpenTable | null> }[] = []
  for (const sheet of workbook.sheets) opened.push({ sheet, table: yield* tableIn(sheet) })
  const sheets = opened.map(
    ({ sheet, table }): SheetChoice => ({ name: sheet.name, hasTable: table.ok && table.value !== null }),
  )
  if (wanted !== null) {
    const named = opened.find(({ sheet }) => sheet.name === wanted)
    if (named === undefined) return reject('table-sheet-missing', { sheet: wanted })
    if (!named.table.ok) return named.table
    return named.table.value === null
      ? reject('table-not-found')
      : accept({ table: named.table.value, sheets })
  }
  let best: { readonly table: OpenTable; readonly points: number; readonly rows: number } | null = null
  for (const { sheet, table } of opened) {
    if (!table.ok || table.value === null) continue
    const points = pointsOf(table.value.headings) - (sheet.isHidden ? 100 : 0)
    const rows = table.value.grid.rows.length
    if (best === null || points > best.points || (points === best.points && rows > best.rows))
      best = { table: table.value, points, rows }
  }
  if (best !== null) return accept({ table: best.table, sheets })
  const refused = opened.find(({ table }) => !table.ok)?.table
  return refused !== undefined && !refused.ok ? refused : reject('table-not-found')
}

function* tableIn(sheet: ReadSheet): Steps<Outcome<OpenTable | null>> {
  const grid = yield* openGrid(sheet)
  if (!grid.ok) return grid
  const headings = findHeadings(grid.value)
  return accept(headings === null ? null : { sheet, grid: grid.value, headings })
}

/** The columns as somebody confirmed them: every meaning once, a name, and something to read. */
export function checkColumns(
  { headings }: OpenTable,
  columns: readonly AssignedColumn[],
  purpose: TablePurpose,
): Outcome<readonly AssignedColumn[]> {
  const known = new Set(headings.columns.map(({ column }) => column))
  const read = columns.filter(({ meaning }) => meaning !== 'ignored')
  if (columns.some(({ column }) => !known.has(column))) return reject('table-columns-moved')
  const twice = read.find(({ meaning }, at) => read.findIndex((each) => each.meaning === meaning) !== at)
  if (twice !== undefined) return reject('table-column-twice', { meaning: COLUMN_TITLES[twice.meaning] })
  const has = (meaning: ColumnMeaning) => read.some((each) => each.meaning === meaning)
  if (!has('indicator') && !has('measure')) return reject('table-name-column-missing')
  if (!MEANINGS_READ[purpose].some(has)) return reject('table-nothing-to-read')
  return accept(columns)
}
