// Which cells are selected, outside React: moving the cursor redraws the rows it touches and no others.
import { type CellRange, type GridColumn, rectangleOf } from './cell-address.ts'

export interface SelectedBlock {
  readonly rows: readonly string[]
  readonly columns: readonly GridColumn[]
}

export class GridSelection {
  #range: CellRange | null = null
  #block: SelectedBlock | null = null
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  get range(): CellRange | null {
    return this.#range
  }

  /** null while fewer than two cells are selected: then the focused cell is the selection */
  get block(): SelectedBlock | null {
    return this.#block
  }

  /** `rows`: the grid's rows in the order they stand on the page. */
  select(range: CellRange | null, rows: readonly string[]): void {
    const rectangle = range === null ? null : rectangleOf(range, rows)
    const isOne = rectangle === null || rectangle.rows.length * rectangle.columns.length < 2
    this.#range = range
    if (isOne && this.#block === null) return
    this.#block = isOne ? null : rectangle
    for (const listener of this.#listeners) listener()
  }

  /** The row's selected columns as one text, so that an unchanged row is not drawn again. */
  columnsIn(row: string): string {
    return this.#block?.rows.includes(row) === true ? this.#block.columns.join(' ') : ''
  }
}
