// Writes into one worksheet: a value, its style and the merge around it, and remembers how tall a row must be.
import type { Worksheet } from 'exceljs'
import { cleanText, escapeCoded, looksLikeFormula } from './cell-content.ts'
import { ROW_LIMIT } from './row-heights.ts'
import { type Area, type Content, SheetCells } from './sheet-cells.ts'
import type { StyleBook, StyleWish } from './styles.ts'

/** A break goes over all of a sheet's columns. */
const COLUMN_LIMIT = 16_384

export class SheetPen {
  readonly #worksheet: Worksheet
  readonly #cells: SheetCells
  readonly #styles: StyleBook

  constructor(worksheet: Worksheet, styles: StyleBook) {
    this.#worksheet = worksheet
    this.#cells = SheetCells.in(worksheet)
    this.#styles = styles
  }

  /** Fills an area with one value. */
  put(area: Area, content: Content, wish: StyleWish): void {
    if (typeof content !== 'string') {
      this.#cells.put(area, content, this.#styles.get(wish))
      return
    }
    const text = cleanText(content)
    const style = this.#styles.get(looksLikeFormula(text) ? { ...wish, isQuoted: true } : wish)
    this.#cells.put(area, escapeCoded(text), style)
  }

  /** The page ends below the row. */
  endPage(row: number): void {
    this.#worksheet.getRow(row).addPageBreak(1, COLUMN_LIMIT)
  }

  /** Height of one row, in points. */
  setHeight(row: number, points: number): void {
    this.#cells.setHeight(row, Math.min(points, ROW_LIMIT))
  }
}
