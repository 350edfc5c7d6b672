// A workbook that came in, as plain values: nothing in it is evaluated, fetched or run.

/** What a used cell holds. */
export const CELL_KINDS = [
  'text',
  'number',
  /** a number shown as a percentage: 0.235 stands for 23.5 % */
  'percent',
  /** a civil date or time; the text is 2020-06-30, 2020-06-30 08:30 or 08:30 */
  'date',
  'boolean',
  /** #REF! and the like */
  'error',
  /** a formula whose result is not in the file */
  'no-result',
] as const
export type CellKind = (typeof CELL_KINDS)[number]

/** Added to the index of a kind where the cell's content is what a formula came to when the file was saved. */
export const FORMULA_FLAG = 16

/**
 * One sheet. The first four lists run in parallel, one place for each used cell, by row and column (counted from 1);
 * lists of numbers, because a sheet may hold half a million cells and crosses from another process.
 */
export interface ReadSheet {
  readonly name: string
  readonly isHidden: boolean
  readonly rows: Uint32Array
  readonly columns: Uint16Array
  /** index in CELL_KINDS, plus FORMULA_FLAG */
  readonly kinds: Uint8Array
  /** numbers as decimal texts of at most 15 significant digits, which is what Excel keeps and shows */
  readonly texts: readonly string[]
  /** first row, first column, last row, last column of each merged area */
  readonly merges: Uint32Array
  /** rows that a filter or a person has hidden */
  readonly hiddenRows: Uint32Array
}

export interface ReadWorkbook {
  /** SHA-256 of the file, hexadecimal */
  readonly fileHash: string
  readonly sheets: readonly ReadSheet[]
}

export interface ReadCell {
  readonly row: number
  readonly column: number
  readonly kind: CellKind
  readonly text: string
  readonly isFormula: boolean
}

export function cellAt(sheet: ReadSheet, index: number): ReadCell {
  const code = sheet.kinds[index] ?? 0
  return {
    row: sheet.rows[index] ?? 0,
    column: sheet.columns[index] ?? 0,
    kind: CELL_KINDS[code % FORMULA_FLAG] ?? 'text',
    text: sheet.texts[index] ?? '',
    isFormula: code >= FORMULA_FLAG,
  }
}

/** A, B, … Z, AA, … */
export function columnName(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** H12 */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row}`
}
