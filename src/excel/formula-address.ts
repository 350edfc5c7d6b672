// {columnKey} of a report's formulas → cell addresses of the sheet.
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

export interface TableAddresses {
  readonly columns: readonly PlacedColumn[]
  /** body rows only */
  readonly body: readonly PlacedRow[]
}

export function addressed(formula: string, row: PlacedRow, table: TableAddresses): string {
  return formula.replace(REFERENCE, (_match, key: string, end: 'first' | 'last' | undefined) => {
    const column = table.columns.find((each) => each.column.key === key)
    if (column === undefined) throw new RangeError(`formula refers to an unknown column: ${key}`)
    const target = end === undefined ? row : end === 'first' ? table.body[0] : table.body.at(-1)
    return `${columnLetter(column.first)}${(target ?? row).top}`
  })
}
