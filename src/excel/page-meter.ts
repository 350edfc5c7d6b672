// Where the pages of a sheet end. The breaks are written into the file, so that merged cells, headings and sign-off lie
// on the pages they were laid out for, whatever fonts the machine that prints them has.

import type { PrintedPage } from './page-setup.ts'

/** Excel shrinks in whole per cent, and rounds rows to its own pixels; a page is taken to be so much shorter. */
const SLACK = 0.97
/** A sheet that is so little longer than a page is shrunk to one, as people do by hand. */
const SHRINK = 1.12
/** Rows of a table that a page should hold at least, with the notes below them. */
const LEAST_ROWS = 3

/** Follows a sheet from top to bottom; all heights in points of the sheet. */
export class PageMeter {
  readonly #capacity: number
  readonly #shrink: number
  readonly #repeated: number
  #used = 0

  /** `repeated`: height of the headings that stand again on each further page */
  constructor({ height, shrink }: PrintedPage, repeated: number) {
    this.#capacity = height * SLACK
    this.#shrink = shrink
    this.#repeated = repeated
  }

  get capacity(): number {
    return this.#capacity
  }

  get room(): number {
    return this.#capacity - this.#used
  }

  /** A sheet of that height is better off as one page; `isWished`: it was made to be one, if only it can be read. */
  isOnePage(height: number, isWished: boolean): boolean {
    return height <= this.#capacity * (isWished ? this.#shrink : Math.min(this.#shrink, SHRINK))
  }

  /** Something that is never torn off from what stands above it. */
  add(height: number): void {
    this.#used += height
  }

  /** The next row is the first of a new page. */
  turn(): void {
    this.#used = this.#repeated
  }

  /**
   * Rows of a table: which of them begin a page. `tail`: height of what follows the table and has to stay with its end,
   * 0 where there is nothing. A last page has three rows at least, where the page before it can spare them.
   */
  rows(heights: readonly number[], tail: number): number[] {
    const starts: number[] = []
    heights.forEach((height, index) => {
      if (index > 0 && height > this.room) {
        starts.push(index)
        this.turn()
      }
      this.add(height)
    })
    if (tail > this.room) starts.push(heights.length)
    const last = starts.at(-1)
    const wanted = heights.length - LEAST_ROWS
    if (last === undefined || last <= wanted) return starts
    starts.pop()
    if (wanted - (starts.at(-1) ?? 0) < LEAST_ROWS)
      return last === heights.length ? starts : [...starts, last]
    this.turn()
    for (const height of heights.slice(wanted)) this.add(height)
    return [...starts, wanted]
  }
}
