// Where this store's own chain goes on: looked up once, then carried along by what is appended.
import type { WritableDb } from './database.ts'
import { type DeviceHead, newestOf } from './device-heads.ts'
import { claimDevice } from './device-identity.ts'
import type { JournalTable } from './journal-rows.ts'
import type { Tail } from './stamp-entries.ts'

type Newest = Pick<DeviceHead, 'time' | 'isClockSet'>

export class ChainTail {
  #tail: Tail | null = null

  /** The newest time of any device; null in an empty journal. */
  newest(journal: Pick<JournalTable, 'heads'>): Newest | null {
    if (this.#tail === null) return newestOf(journal.heads())
    const { newest, isClockSet } = this.#tail
    return newest === null ? null : { time: newest, isClockSet }
  }

  current(journal: Pick<JournalTable, 'heads'>, db: WritableDb): Tail {
    if (this.#tail !== null) return this.#tail
    const heads = journal.heads()
    const newest = newestOf(heads)
    const device = claimDevice(db)
    const own = heads.find((head) => head.device === device)
    this.#tail = {
      device,
      seq: own?.seq ?? 0,
      hash: own?.hash ?? null,
      newest: newest?.time ?? null,
      isClockSet: newest?.isClockSet ?? false,
    }
    return this.#tail
  }

  moveTo(tail: Tail): void {
    this.#tail = tail
  }

  /** An own entry may have come back from elsewhere, or a write failed: it has to be looked up again. */
  forget(): void {
    this.#tail = null
  }
}
