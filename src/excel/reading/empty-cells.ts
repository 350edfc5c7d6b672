// Empty cells as spreadsheets write them, <c r="B7" s="3"/>, by the million where somebody coloured whole columns. They
// are told apart letter by letter; whatever looks otherwise is left to the scanner.

/** Where the sheet has come to. */
export interface CellRun {
  /** how an address in this row ends: `7"` */
  addressEnd: string
  /** the last one seen in the row, from 1; 0 before the first */
  column: number
}

const CELL = '<c'
const ADDRESS = ' r="'
const STYLE = ' s="'
const END = '/>'
const QUOTE = 34
const ZERO = 48
const NINE = 57
const LETTER_A = 65
const LETTER_Z = 90
const LAST_COLUMN = 16_384
const MOST_LETTERS = 3

/**
 * The position behind all empty cells that begin at `at` and follow one another in the run's row, each further right
 * than the one before; `at` itself where there are none. The run's column is that of the last of them.
 */
export function passEmptyCells(text: string, at: number, run: CellRun): number {
  let from = at
  while (text.startsWith(CELL, from)) {
    let next = from + CELL.length
    let column = run.column + 1
    if (text.startsWith(ADDRESS, next)) {
      next += ADDRESS.length
      const letters = next
      column = 0
      for (
        let code = text.charCodeAt(next);
        code >= LETTER_A && code <= LETTER_Z;
        code = text.charCodeAt(next)
      ) {
        column = column * 26 + code - LETTER_A + 1
        next += 1
      }
      if (next === letters || next - letters > MOST_LETTERS || column > LAST_COLUMN) return from
      if (!text.startsWith(run.addressEnd, next)) return from
      next += run.addressEnd.length
    }
    if (text.startsWith(STYLE, next)) {
      next += STYLE.length
      const digits = next
      for (let code = text.charCodeAt(next); code >= ZERO && code <= NINE; code = text.charCodeAt(next))
        next += 1
      if (next === digits || text.charCodeAt(next) !== QUOTE) return from
      next += 1
    }
    if (column <= run.column || !text.startsWith(END, next)) return from
    run.column = column
    from = next + END.length
  }
  return from
}
