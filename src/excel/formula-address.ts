// {columnKey}, {columnKey@rowId} and {@0} of a report's formulas → cell addresses.
import type { CellRef, ReportCell, ReportRow, ReportSheet } from '../core/reports/report-table.ts'
import type { PlacedRow } from './block-layout.ts'
import type { PlacedColumn } from './sheet-grid.ts'

/** A, B, … Z, AA, … */
export function columnLetter(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

const REFERENCE = /\{(\w+)(?::(first|last))?\}/g
const OF_ROW = /\{(\w+)@([^}]+)\}/g
const FOREIGN = /\{@(\d+)\}/g

/** A table on its sheet. */
export interface TableAddresses {
  readonly columns: readonly PlacedColumn[]
  readonly rows: readonly PlacedRow[]
  /** those without headings and totals */
  readonly body: readonly PlacedRow[]
}

/** Sheets already written: name → its tables in order. */
export type WrittenSheets = ReadonlyMap<string, readonly TableAddresses[]>

/** The cell's formula with addresses for references; refuses what it cannot resolve, for Excel would show #REF!. */
export function addressed(
  { formula = '', refs = [] }: ReportCell,
  row: PlacedRow,
  table: TableAddresses,
  written: WrittenSheets,
): string {
  return formula
    .replace(REFERENCE, (_match, key: string, end: 'first' | 'last' | undefined) => {
      const target = end === undefined ? row : end === 'first' ? table.body[0] : table.body.at(-1)
      return `${letterOf(table, key)}${(target ?? row).top}`
    })
    .replace(OF_ROW, (_match, key: string, id: string) => `${letterOf(table, key)}${rowOf(table, id).top}`)
    .replace(FOREIGN, (_match, index: string) => foreign(refs[Number(index)], written))
}

function foreign(ref: CellRef | undefined, written: WrittenSheets): string {
  if (ref === undefined) throw new RangeError('formula refers to a cell that is not named')
  return `${quotedSheetName(ref.sheet)}!${placeOf(ref, written)}`
}

/** B5, or B5:B19 for a column of a table. */
function placeOf(ref: CellRef, written: WrittenSheets): string {
  const table = written.get(ref.sheet)?.at(ref.block ?? -1)
  const first = ref.row === null ? table?.body[0] : table?.rows.find(({ row }) => row.id === ref.row)
  const last = ref.row === null ? table?.body.at(-1) : first
  if (table === undefined || first === undefined || last === undefined)
    throw new RangeError(`formula refers to an unknown cell: ${ref.sheet} ${ref.row} ${ref.column}`)
  const letter = letterOf(table, ref.column)
  return first === last ? `${letter}${first.top}` : `${letter}${first.top}:${letter}${last.bottom}`
}

/** The sheet with the addresses of `places` in their texts: 指标进度“本年累计”栏 H5 */
export function withPlaces(sheet: ReportSheet, written: WrittenSheets): ReportSheet {
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => ({
      ...block,
      rows: block.rows.map((row) =>
        Object.values(row.cells).some(({ places }) => places !== undefined)
          ? { ...row, cells: mapCells(row.cells, (cell) => placedText(cell, written)) }
          : row,
      ),
    })),
  }
}

function placedText(cell: ReportCell, written: WrittenSheets): ReportCell {
  if (cell.places === undefined) return cell
  return {
    ...cell,
    value: cell.places.map(({ words, cell: ref }) => `${words} ${placeOf(ref, written)}`).join('；'),
  }
}

function mapCells(
  cells: ReportRow['cells'],
  change: (cell: ReportCell) => ReportCell,
): Record<string, ReportCell> {
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, change(cell)]))
}

function rowOf(table: TableAddresses, id: string): PlacedRow {
  const found = table.rows.find(({ row }) => row.id === id)
  if (found === undefined) throw new RangeError(`formula refers to an unknown row: ${id}`)
  return found
}

function letterOf(table: TableAddresses, key: string): string {
  const column = table.columns.find((each) => each.column.key === key)
  if (column === undefined) throw new RangeError(`formula refers to an unknown column: ${key}`)
  return columnLetter(column.first)
}

/** '总览' */
export function quotedSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
