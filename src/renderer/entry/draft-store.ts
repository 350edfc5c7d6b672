// What is typed and not saved, cell by cell, outside React: a keystroke redraws its own row and nothing else.
// Every change is also remembered in the browser profile, so that a killed window loses nothing.
import { forget, recall, remember, rememberedKeys } from '../remembered.ts'

export interface CellState<Draft> {
  readonly draft: Draft | null
  /** why the last save of this draft was refused; the typed text is still there */
  readonly refused: string | null
  /** doubts that came back with the last save */
  readonly warnings: readonly string[]
  /** the draft was found again after the page had been closed */
  readonly isRestored: boolean
}

const CLEAN = { draft: null, refused: null, warnings: [], isRestored: false } as const

export class DraftStore<Draft extends object> {
  readonly #prefix: string
  readonly #onDiscard: (cell: string) => void
  readonly #cells = new Map<string, CellState<Draft>>()
  readonly #listeners = new Set<() => void>()
  readonly #given = new WeakSet<Draft>()

  /**
   * `prefix` names store, department and month, so that no draft can land in another cell. `onDiscard` is told of a
   * cell that was put back to what is stored: it is no unsaved one any more.
   */
  constructor(prefix: string, onDiscard: (cell: string) => void) {
    this.#prefix = prefix
    this.#onDiscard = onDiscard
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  read(cell: string): CellState<Draft> {
    const known = this.#cells.get(cell)
    if (known !== undefined) return known
    const draft = this.#recall(cell)
    const found: CellState<Draft> = draft === null ? CLEAN : { ...CLEAN, draft, isRestored: true }
    this.#cells.set(cell, found)
    return found
  }

  type(cell: string, draft: Draft): void {
    remember(this.#key(cell), JSON.stringify(draft))
    this.#set(cell, { ...this.read(cell), draft, isRestored: false })
  }

  /** These cells' drafts were handed to the service, or wait for their turn. */
  given(cells: readonly string[]): void {
    for (const cell of cells) {
      const { draft } = this.read(cell)
      if (draft !== null) this.#given.add(draft)
    }
  }

  /** Something is typed that nobody has been asked to save, or that was refused: it can be taken back here alone. */
  isOnlyTyped(cell: string): boolean {
    const { draft, refused } = this.read(cell)
    return draft !== null && (refused !== null || !this.#given.has(draft))
  }

  /** Back to what is stored (Esc), or nothing was different after all. */
  discard(cell: string): void {
    forget(this.#key(cell))
    this.#set(cell, { ...CLEAN, warnings: this.read(cell).warnings })
    this.#onDiscard(cell)
  }

  /** The save of `sent` was acknowledged; what was typed since stays, on top of what is stored now. */
  saved(
    cell: string,
    sent: Draft,
    facts: { readonly rebased: (draft: Draft) => Draft; readonly warnings: readonly string[] },
  ): void {
    const { draft } = this.read(cell)
    if (draft === null || draft === sent) {
      forget(this.#key(cell))
      this.#set(cell, { ...CLEAN, warnings: facts.warnings })
      return
    }
    const rebased = facts.rebased(draft)
    remember(this.#key(cell), JSON.stringify(rebased))
    this.#set(cell, { ...CLEAN, draft: rebased, warnings: facts.warnings })
  }

  /** The cell was saved beside what is typed in it: the typing goes on from there. */
  rebase(cell: string, rebased: (draft: Draft) => Draft): void {
    const before = this.read(cell)
    if (before.draft === null) return
    const draft = rebased(before.draft)
    remember(this.#key(cell), JSON.stringify(draft))
    this.#set(cell, { ...before, draft })
  }

  refuse(cell: string, sentence: string, rebased: (draft: Draft) => Draft): void {
    const { draft } = this.read(cell)
    // put back while its save was on the way: nothing is unsaved
    if (draft === null) this.#onDiscard(cell)
    else this.#set(cell, { draft: rebased(draft), refused: sentence, warnings: [], isRestored: false })
  }

  /** Cells with a draft from before, whether the page has them or not. */
  remembered(): readonly string[] {
    const start = this.#key('')
    return rememberedKeys(start).map((key) => key.slice(start.length))
  }

  /** Cells of the page that hold something unsaved. */
  pending(cells: readonly string[]): readonly string[] {
    return cells.filter((cell) => this.read(cell).draft !== null)
  }

  #set(cell: string, state: CellState<Draft>): void {
    this.#cells.set(cell, state)
    for (const listener of this.#listeners) listener()
  }

  #key(cell: string): string {
    return `draft/${this.#prefix}/${cell}`
  }

  #recall(cell: string): Draft | null {
    const text = recall(this.#key(cell))
    if (text === null) return null
    try {
      const draft: unknown = JSON.parse(text)
      return isDraft<Draft>(draft) ? draft : null
    } catch {
      return null
    }
  }
}

/** Drafts are written by this class only; anything else under the key is not one. */
function isDraft<Draft extends object>(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'basis' in value
}
