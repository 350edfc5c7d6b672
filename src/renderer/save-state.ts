// 已保存 10:32 / 正在保存 / 没有保存: one line in the frame, fed by every page that writes.
import { useSyncExternalStore } from 'react'

export type SaveState =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly cells: number }

export class SaveTracker {
  #state: SaveState = { kind: 'quiet' }
  #running = 0
  #savedAt: string | null = null
  readonly #refused = new Map<string, string>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly read = () => this.#state

  /** 正在保存 from the moment a save is asked for, also while it waits for those before it. */
  async during<Value>(save: Promise<Value>): Promise<Value> {
    this.#running += 1
    this.#settle()
    try {
      return await save
    } finally {
      this.#running -= 1
      this.#settle()
    }
  }

  saved(cell: string, at: string): void {
    this.#savedAt = at
    this.#refused.delete(cell)
    this.#settle()
  }

  refused(cell: string, reason: string): void {
    this.#refused.set(cell, reason)
    this.#settle()
  }

  /** the cell was put back to what is stored */
  withdrawn(cell: string): void {
    if (this.#refused.delete(cell)) this.#settle()
  }

  /** what the page read from the store; a save of this window is newer */
  known(at: string | null): void {
    if (at === null || (this.#savedAt !== null && this.#savedAt >= at)) return
    this.#savedAt = at
    this.#settle()
  }

  /** another page, month or department: its cells are not these */
  forget(): void {
    this.#refused.clear()
    this.#savedAt = null
    this.#settle()
  }

  #settle(): void {
    const reason = [...this.#refused.values()].at(-1)
    if (this.#running > 0) this.#state = { kind: 'saving' }
    else if (reason !== undefined) this.#state = { kind: 'failed', reason, cells: this.#refused.size }
    else this.#state = this.#savedAt === null ? { kind: 'quiet' } : { kind: 'saved', at: this.#savedAt }
    for (const listener of this.#listeners) listener()
  }
}

export const saveTracker = new SaveTracker()

export function useSaveState(): SaveState {
  return useSyncExternalStore(saveTracker.subscribe, saveTracker.read)
}
