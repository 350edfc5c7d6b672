// Cells that somebody merged with others: over several rows, nobody can tell whose the content is.
import type { ReadSheet } from './read-workbook.ts'

export class CoveredCells {
  readonly #merges: Uint32Array
  /** rows that were asked for → where their merges begin in the list: a hostile file has a hundred thousand */
  readonly #byRow = new Map<number, readonly number[]>()

  constructor(sheet: ReadSheet) {
    this.#merges = sheet.merges
  }

  /** Why the cell's content cannot be taken; null where it can. */
  reasonAt(row: number, column: number): string | null {
    for (const at of this.#ofRow(row)) {
      const left = this.#merges[at + 1] ?? 0
      const right = this.#merges[at + 3] ?? 0
      if (column < left || column > right) continue
      if ((this.#merges[at + 2] ?? 0) > (this.#merges[at] ?? 0))
        return '这一格和上下的格子合并了，不能确定是哪一行的，请取消合并后分别填'
      return column === left ? null : '这一格和左边的格子合并了，请取消合并后填'
    }
    return null
  }

  #ofRow(row: number): readonly number[] {
    let known = this.#byRow.get(row)
    if (known === undefined) {
      const found: number[] = []
      for (let at = 0; at < this.#merges.length; at += 4)
        if (row >= (this.#merges[at] ?? 0) && row <= (this.#merges[at + 2] ?? 0)) found.push(at)
      known = found
      this.#byRow.set(row, known)
    }
    return known
  }
}
