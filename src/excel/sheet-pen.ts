// Writes into one worksheet: a value, its style and the merge around it, and remembers how tall a row must be.
import type { CellValue, Worksheet } from 'exceljs'
import { cleanText, escapeCoded, looksLikeFormula } from './cell-content.ts'
import type { StyleBook, StyleWish } from './styles.ts'

/** Cells `first` … `last` of rows `top` … `bottom`, all counted from 1 and included. */
export interface Area {
  readonly top: number
  readonly bottom: number
  readonly first: number
  readonly last: number
}

/** What a cell is to hold: text and numbers as they are, a formula with its result. */
export type Content = string | number | null | { readonly formula: string; readonly result: number | string }

/** A break goes over all of a sheet's columns. */
const COLUMN_LIMIT = 16_384
/** Excel allows 409.5 points; below that a taller text goes on in the next row. */
const ROW_LIMIT = 400

export class SheetPen {
  readonly #worksheet: Worksheet
  readonly #styles: StyleBook

  constructor(worksheet: Worksheet, styles: StyleBook) {
    this.#worksheet = worksheet
    this.#styles = styles
  }

  /** Fills an area with one value; every cell of it carries the style, so that a merged cell has all its borders. */
  put(area: Area, content: Content, wish: StyleWish): void {
    const text = typeof content === 'string' ? cleanText(content) : null
    const style = this.#styles.get(
      text !== null && looksLikeFormula(text) ? { ...wish, isQuoted: true } : wish,
    )
    for (let row = area.top; row <= area.bottom; row += 1) {
      const line = this.#worksheet.getRow(row)
      for (let column = area.first; column <= area.last; column += 1) line.getCell(column).style = style
    }
    this.#worksheet.getRow(area.top).getCell(area.first).value =
      text === null ? cellValueOf(content) : escapeCoded(text)
    if (area.bottom > area.top || area.last > area.first) {
      this.#worksheet.mergeCellsWithoutStyle(area.top, area.first, area.bottom, area.last)
    }
  }

  /** The page ends below the row. */
  endPage(row: number): void {
    this.#worksheet.getRow(row).addPageBreak(1, COLUMN_LIMIT)
  }

  /** Height of one row, in points. */
  setHeight(row: number, points: number): void {
    this.#worksheet.getRow(row).height = Math.min(points, ROW_LIMIT)
  }
}

function cellValueOf(content: Content): CellValue {
  if (typeof content !== 'object' || content === null) return content
  return { formula: content.formula, result: content.result }
}

/** How many rows a text of this height goes over. */
export function rowsFor(points: number): number {
  return Math.max(1, Math.ceil(points / ROW_LIMIT))
}
