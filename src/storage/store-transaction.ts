// What one transaction has added so far, and what it has to write at its end.
import type { JournalEntry } from '../core/journal/journal-entry.ts'
import type { DerivedChanges } from '../core/projection/projection-rows.ts'
import { type DeviceHead, HeadFinder } from './device-heads.ts'
import type { SealedEntry } from './stamp-entries.ts'

export class StoreTransaction {
  /** a part of it failed: nothing of it may stay */
  hasFailed = false
  /** entries were folded into what is known, and the derived tables do not say so yet */
  isMemoryAhead = false
  /** entries come from elsewhere, where no rule says which of them are the newest */
  isImport = false
  readonly #heads = new HeadFinder()
  #first: JournalEntry | null = null
  #count = 0

  /** A part that fails takes the whole with it, even if its caller goes on. */
  inside<Value>(work: () => Value): Value {
    try {
      return work()
    } catch (error) {
      this.hasFailed = true
      throw error
    }
  }

  get hasAdded(): boolean {
    return this.#count > 0
  }

  added(sealed: readonly SealedEntry[]): void {
    for (const { entry } of sealed) this.#heads.add(entry)
    this.#first ??= sealed[0]?.entry ?? null
    this.#count += sealed.length
  }

  /**
   * Where the added entries end their devices' chains. Nothing has to be written where the only one is a figure that its
   * item's row names: verify would miss it there. A device's first entry always gives it a head.
   */
  headsToWrite(changes: DerivedChanges | null): readonly DeviceHead[] {
    const only = this.#count === 1 && !this.isImport ? this.#first : null
    const isNamed =
      only !== null && only.seq > 1 && changes?.items.some(({ newestEntry }) => newestEntry === only.id)
    return isNamed === true ? [] : this.#heads.heads()
  }
}
