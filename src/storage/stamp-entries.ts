// A draft becomes an entry: number, time, id, and its place in the device's hash chain.
import { hash, randomFillSync } from 'node:crypto'
import { monotonicFactory, type ULIDFactory } from 'ulid'
import type { Stamp } from '../application/ports.ts'
import { epochOf, type HybridTime, nextHybridTime } from '../core/hybrid-clock.ts'
import { type DeviceId, type EntryDraft, hashedText, type JournalEntry } from '../core/journal-entry.ts'

/** Where the next entry goes on from. */
export interface Tail {
  readonly device: DeviceId
  /** number and hash of the device's newest entry; 0 and null before its first */
  readonly seq: number
  readonly hash: string | null
  /** newest time of any device in the store */
  readonly newest: HybridTime | null
  /** that newest entry was stamped with a time given by hand */
  readonly isClockSet: boolean
}

export function hashOf(entry: Omit<JournalEntry, 'hash'>): string {
  return hash('sha256', hashedText(entry))
}

/** Ids that rise within one millisecond as well. */
export function idSource(): ULIDFactory {
  const pool = new Uint8Array(512)
  let used = pool.length
  return monotonicFactory(() => {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    const byte = pool[used] ?? 0
    used += 1
    return byte / 256
  })
}

export function stampEntries(
  drafts: readonly EntryDraft[],
  stamp: Stamp,
  tail: Tail,
  nextId: ULIDFactory,
): { readonly entries: readonly JournalEntry[]; readonly tail: Tail } {
  let next = tail
  const entries = drafts.map((draft): JournalEntry => {
    const time = nextHybridTime(next.newest, stamp.wallMs)
    const unsealed = {
      ...draft,
      id: nextId(epochOf(time)),
      device: next.device,
      seq: next.seq + 1,
      time,
      isClockSet: stamp.isClockSet,
      author: stamp.author,
      previous: next.hash,
    }
    const entry = { ...unsealed, hash: hashOf(unsealed) }
    next = {
      device: next.device,
      seq: entry.seq,
      hash: entry.hash,
      newest: time,
      isClockSet: stamp.isClockSet,
    }
    return entry
  })
  return { entries, tail: next }
}
