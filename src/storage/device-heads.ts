// Where each device's chain of entries ends. Kept in a table of its own: the next entry is chained to it without
// searching the journal, and verify sees when the end of a chain is missing. A single figure leaves it behind, for its
// item's row names it already; such entries are newer than everything in the table, and few (decision 0014).
import { encodeTime } from 'ulid'
import { epochOf, type HybridTime } from '../core/journal/hybrid-clock.ts'
import type { DeviceId } from '../core/journal/journal-entry.ts'
import type { ReadableDb, WritableDb } from './database.ts'

export interface DeviceHead {
  readonly device: DeviceId
  /** number of its newest entry */
  readonly seq: number
  /** that entry's hash; the greater one where a fork gave the number twice */
  readonly hash: string
  /** the latest time of any of its entries, which on a fork's other branch may be another one */
  readonly time: HybridTime
  /** that time was given by hand */
  readonly isClockSet: boolean
}

/** Finds the heads that a set of entries gives; their order does not matter. */
export class HeadFinder {
  readonly #ends = new Map<DeviceId, { last: DeviceHead; latest: DeviceHead }>()

  add(entry: DeviceHead): void {
    const end = this.#ends.get(entry.device)
    if (end === undefined) {
      this.#ends.set(entry.device, { last: entry, latest: entry })
      return
    }
    const { last, latest } = end
    if (entry.seq > last.seq || (entry.seq === last.seq && entry.hash > last.hash)) end.last = entry
    if (entry.time > latest.time || (entry.time === latest.time && entry.isClockSet)) end.latest = entry
  }

  heads(): DeviceHead[] {
    return [...this.#ends.values()].map(
      ({ last: { device, seq, hash }, latest: { time, isClockSet } }): DeviceHead => ({
        device,
        seq,
        hash,
        time,
        isClockSet,
      }),
    )
  }
}

/** The newest of the heads' times, and whether it was given by hand. */
export function newestOf(heads: readonly DeviceHead[]): Pick<DeviceHead, 'time' | 'isClockSet'> | null {
  let newest: DeviceHead | null = null
  for (const head of heads) if (newest === null || head.time > newest.time) newest = head
  return newest
}

type HeadRow = Omit<DeviceHead, 'isClockSet'> & { readonly clock_set: number }

const headOf = ({ clock_set, ...row }: HeadRow): DeviceHead => ({ ...row, isClockSet: clock_set === 1 })

const COLUMNS = 'device, seq, lower(hex(hash)) AS hash, time, clock_set'

/** The table as it stands, without the figures that came after. */
export function keptHeadReader(db: ReadableDb): () => DeviceHead[] {
  const rows = db.prepare<[], HeadRow>(`SELECT ${COLUMNS} FROM device_head ORDER BY device`)
  return () => rows.all().map(headOf)
}

/** Where the chains end, the figures after the table's newest time included. */
export function headReader(db: ReadableDb): () => DeviceHead[] {
  const kept = keptHeadReader(db)
  const later = db.prepare<[string, HybridTime], HeadRow>(
    `SELECT ${COLUMNS} FROM journal WHERE id >= ? AND time > ?`,
  )
  return () => {
    const finder = new HeadFinder()
    const heads = kept()
    const newest = newestOf(heads)
    if (newest === null) return []
    for (const head of heads) finder.add(head)
    for (const row of later.all(earliestIdAt(newest.time), newest.time)) finder.add(headOf(row))
    return finder.heads()
  }
}

/** An id begins with its entry's time, so no earlier one has to be looked at; a damaged time tells nothing of ids. */
function earliestIdAt(time: HybridTime): string {
  try {
    return encodeTime(epochOf(time))
  } catch {
    return ''
  }
}

/** Writes down where the chains end, after a kill that left figures behind the table. */
export function bringHeadsUp(db: WritableDb): void {
  const kept = new Map(keptHeadReader(db)().map(({ device, seq }) => [device, seq]))
  const behind = headReader(db)().filter(({ device, seq }) => kept.get(device) !== seq)
  if (behind.length > 0) db.transaction(() => headWriter(db)(behind)).immediate()
}

/** Moves heads on to those of added entries; runs inside the caller's transaction. */
export function headWriter(db: WritableDb): (heads: readonly DeviceHead[]) => void {
  // The same rule as HeadFinder's, so that it does not matter in which order sets of entries arrive.
  const advance = db.prepare<[string, number, string, string, number]>(`
    INSERT INTO device_head (device, seq, hash, time, clock_set) VALUES (?, ?, unhex(?), ?, ?)
    ON CONFLICT (device) DO UPDATE SET
      hash = CASE WHEN (excluded.seq, excluded.hash) > (seq, hash) THEN excluded.hash ELSE hash END,
      seq = max(seq, excluded.seq),
      clock_set = CASE WHEN (excluded.time, excluded.clock_set) > (time, clock_set)
        THEN excluded.clock_set ELSE clock_set END,
      time = max(time, excluded.time)`)
  return (heads) => {
    for (const { device, seq, hash, time, isClockSet } of heads)
      advance.run(device, seq, hash, time, isClockSet ? 1 : 0)
  }
}
