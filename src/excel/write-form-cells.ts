// The look of a form's cells: what is filled in stands on a pale ground and is not locked.
import type { Style } from 'exceljs'
import type { StyleBook, StyleWish } from './styles.ts'

/** entry: filled in; closed: of an entry column, but this row has no use for it; heading: over an entry column */
export type CellUse = 'shown' | 'heading' | 'entry' | 'closed'

/** Pale enough to print as white. */
const GROUNDS: Readonly<Record<Exclude<CellUse, 'shown'>, string>> = {
  heading: 'FFFFF0B8',
  entry: 'FFFFFBE6',
  closed: 'FFEDEDED',
}

/** Styles by wish and use: equal ones are the same frozen object. */
export class EntryStyles {
  readonly book: StyleBook
  readonly #styles = new Map<string, Partial<Style>>()

  constructor(book: StyleBook) {
    this.book = book
  }

  get(wish: StyleWish, use: CellUse): Partial<Style> {
    if (use === 'shown') return this.book.get(wish)
    const key = `${use}|${JSON.stringify(wish)}`
    let style = this.#styles.get(key)
    if (style === undefined) {
      style = Object.freeze({
        ...this.book.get(wish),
        fill: Object.freeze({
          type: 'pattern' as const,
          pattern: 'solid' as const,
          fgColor: Object.freeze({ argb: GROUNDS[use] }),
        }),
        protection: Object.freeze({ locked: use !== 'entry' }),
      })
      this.#styles.set(key, style)
    }
    return style
  }
}
