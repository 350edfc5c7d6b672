// A draft becomes an entry: number, time, id, and its place in the device's hash chain.
import { monotonicFactory, type ULIDFactory } from 'ulid'
import type { Stamp } from '../application/ports.ts'
import { canonicalJson } from '../core/journal/canonical-json.ts'
import { epochOf, type HybridTime, nextHybridTime } from '../core/journal/hybrid-clock.ts'
import {
  type DeviceId,
  type EntryDraft,
  hashedText,
  type JournalEntry,
} from '../core/journal/journal-entry.ts'
import { RefusedError } from '../core/refused-error.ts'
import { atOnce, type Steps } from '../core/steps.ts'
import { nodeCrypto } from './node-crypto.ts'

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

/** An entry with its body as it is stored: the text is needed for the hash anyway. */
export interface SealedEntry {
  readonly entry: JournalEntry
  readonly bodyText: string
}

export function hashOf(entry: Omit<JournalEntry, 'hash'>, bodyText = canonicalJson(entry.body)): string {
  return nodeCrypto().hash('sha256', hashedText(entry, bodyText))
}

/** Ids that rise within one millisecond as well. */
export function idSource(): ULIDFactory {
  const pool = new Uint8Array(4096)
  let used = pool.length
  return monotonicFactory(() => {
    if (used === pool.length) {
      crypto.getRandomValues(pool)
      used = 0
    }
    const byte = pool[used] ?? 0
    used += 1
    return byte / 256
  })
}

interface Stamped {
  readonly sealed: readonly SealedEntry[]
  readonly tail: Tail
}

export function stampEntries(...asked: Parameters<typeof stampInSteps>): Stamped {
  return atOnce(stampInSteps(...asked))
}

export function* stampInSteps(
  drafts: readonly EntryDraft[],
  stamp: Stamp,
  tail: Tail,
  nextId: ULIDFactory,
): Steps<Stamped> {
  let next = tail
  const sealed: SealedEntry[] = []
  for (const draft of drafts) {
    yield
    const time = nextHybridTime(next.newest, stamp.wallMs)
    refuseHalfCharacters(draft, stamp)
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
    const bodyText = canonicalJson(draft.body)
    const entry = Object.assign(unsealed, { hash: hashOf(unsealed, bodyText) })
    next = {
      device: next.device,
      seq: entry.seq,
      hash: entry.hash,
      newest: time,
      isClockSet: stamp.isClockSet,
    }
    sealed.push({ entry, bodyText })
  }
  return { sealed, tail: next }
}

/** UTF-8 has none: stored as columns, such texts would not be what was hashed. The body is JSON, which escapes them. */
function refuseHalfCharacters({ subject, basis }: EntryDraft, { author }: Stamp): void {
  for (const text of [subject, basis ?? '', author])
    if (!text.isWellFormed()) throw new RefusedError('storage-failed', { reason: `${subject}含有残缺的字符` })
}
