// Cells that somebody merged with others: over several rows, nobody can tell whose the content is.
import type { ReadSheet } from './read-workbook.ts'

export class CoveredCells {
  readonly #merges: Uint32Array

  constructor(sheet: ReadSheet) {
    this.#merges = sheet.merges
  }

  /** Why the cell's content cannot be taken; null where it can. */
  reasonAt(row: number, column: number): string | null {
    for (let at = 0; at < this.#merges.length; at += 4) {
      const top = this.#merges[at] ?? 0
      const left = this.#merges[at + 1] ?? 0
      const bottom = this.#merges[at + 2] ?? 0
      const right = this.#merges[at + 3] ?? 0
      if (row < top || row > bottom || column < left || column > right) continue
      if (bottom > top) return '这一格和上下的格子合并了，不能确定是哪一行的，请取消合并后分别填'
      return column === left ? null : '这一格和左边的格子合并了，请取消合并后填'
    }
    return null
  }
}
