// The journal table: entries in, entries out. Rows are written once and only read afterwards.
import type { Statement } from 'better-sqlite3'
import type { Knowledge } from '../application/ports.ts'
import { PLAN_SUBJECTS } from '../core/fold-plan.ts'
import { compareEntries, type DeviceId, type EntryDraft, type JournalEntry } from '../core/journal-entry.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import {
  COLUMNS,
  checkedEntry,
  type InspectedRow,
  inspect,
  type JournalRow,
  readableEntry,
} from './entry-row.ts'
import type { SealedEntry } from './stamp-entries.ts'

/** What an entry is about, as columns that SQL can read without opening the body. */
function keyColumns(draft: EntryDraft): {
  month: string | null
  item: string | null
  department: string | null
} {
  switch (draft.kind) {
    case 'indicator-reading-recorded':
      return { month: draft.body.month, item: draft.body.indicator, department: null }
    case 'measure-progress-recorded':
      return { month: draft.body.month, item: draft.body.measure, department: null }
    case 'correction-opened':
    case 'submission-submitted':
    case 'submission-returned':
    case 'submission-accepted':
      return { month: draft.body.month, item: null, department: draft.body.department }
    case 'bulletin-frozen':
    case 'bulletin-text-edited':
      return { month: draft.body.month, item: null, department: null }
    case 'target-revised':
      return { month: draft.body.from, item: draft.body.indicator, department: null }
    case 'plan-amended':
      return { month: draft.body.from, item: null, department: null }
    case 'person-added':
    case 'person-changed':
      return { month: null, item: null, department: draft.body.department }
    default:
      return { month: null, item: null, department: null }
  }
}

export interface DeviceHead {
  readonly device: DeviceId
  readonly seq: number
  readonly time: string
  readonly clock_set: number
  readonly hash: Buffer
}

/** The newest of the heads' times, and whether it was given by hand. */
export function newestOf(
  heads: readonly DeviceHead[],
): { readonly time: string; readonly isClockSet: boolean } | null {
  let newest: DeviceHead | null = null
  for (const head of heads) if (newest === null || head.time > newest.time) newest = head
  return newest === null ? null : { time: newest.time, isClockSet: newest.clock_set === 1 }
}

/** Statements over one connection, prepared once. */
export interface JournalTable {
  /** every entry in journal order; throws RefusedError(store-damaged) where one is not what its hash says */
  all(): JournalEntry[]
  /** every row as it stands in the file, for whoever wants to know all that is wrong */
  inspected(): InspectedRow[]
  ofSubject(subject: string): JournalEntry[]
  /** entries about the plan and the people, found through the index: their number does not grow with the figures' */
  ofPlan(): JournalEntry[]
  /** the newest entry of each device; several of one device where its chain has a fork */
  heads(): DeviceHead[]
  /** which of the hashes are here already */
  known(hashes: readonly string[]): ReadonlySet<string>
  count(): number
}

export function readJournal(db: ReadableDb): JournalTable {
  const all = db.prepare<[], JournalRow>(`SELECT ${COLUMNS} FROM journal ORDER BY row`)
  const ofSubject = db.prepare<[string], JournalRow>(
    `SELECT ${COLUMNS} FROM journal WHERE subject = ? ORDER BY row`,
  )
  const isOfPlan = PLAN_SUBJECTS.map((start) => `subject GLOB '${start}*'`).join(' OR ')
  const ofPlan = db.prepare<[], JournalRow>(`SELECT ${COLUMNS} FROM journal WHERE ${isOfPlan} ORDER BY row`)
  // Steps from device to device through the index instead of reading all of it.
  const heads = db.prepare<[], DeviceHead>(`
    WITH RECURSIVE devices(device) AS (
      SELECT min(device) FROM journal
      UNION ALL
      SELECT (SELECT min(device) FROM journal WHERE device > devices.device) FROM devices WHERE devices.device IS NOT NULL
    )
    SELECT journal.device, seq, time, clock_set, hash FROM devices JOIN journal ON journal.device = devices.device
    WHERE seq = (SELECT max(seq) FROM journal WHERE device = devices.device)`)
  const has = db.prepare<[string], number>('SELECT 1 FROM journal WHERE hash = unhex(?)').pluck()
  const allHashes = db.prepare<[], string>('SELECT lower(hex(hash)) FROM journal').pluck()
  const count = db.prepare<[], number>('SELECT count(*) FROM journal').pluck()
  return {
    all: () => inJournalOrder(entriesFrom(all, checkedEntry)),
    inspected: () => all.all().map(inspect),
    ofSubject: (subject) => inJournalOrder(entriesFrom(ofSubject, checkedEntry, subject)),
    ofPlan: () => inJournalOrder(entriesFrom(ofPlan, readableEntry)),
    heads: () => heads.all(),
    known: (hashes) =>
      new Set(
        (count.get() ?? 0) < hashes.length ? allHashes.all() : hashes.filter((hash) => has.get(hash) === 1),
      ),
    count: () => count.get() ?? 0,
  }
}

function entriesFrom<Values extends unknown[]>(
  rows: Statement<Values, JournalRow>,
  entryOf: (row: JournalRow) => JournalEntry,
  ...values: Values
): JournalEntry[] {
  const entries: JournalEntry[] = []
  for (const row of rows.iterate(...values)) entries.push(entryOf(row))
  return entries
}

/** Arrival order is journal order unless entries of another PC came in between: sorting is the exception. */
function inJournalOrder(entries: JournalEntry[]): JournalEntry[] {
  const isSorted = entries.every((entry, index) => {
    const before = entries[index - 1]
    return before === undefined || compareEntries(before, entry) <= 0
  })
  return isSorted ? entries : entries.sort(compareEntries)
}

/** The entries that were known then, in journal order. */
export function knownEntries(entries: readonly JournalEntry[], known: Knowledge): JournalEntry[] {
  return entries.filter(
    (entry) =>
      (known.until === undefined || entry.time <= known.until) &&
      (known.heads === undefined || entry.seq <= (known.heads[entry.device] ?? 0)),
  )
}

type InsertValues = [
  id: string,
  device: string,
  seq: number,
  time: string,
  clockSet: number,
  author: string,
  kind: string,
  subject: string,
  basis: string | null,
  month: string | null,
  item: string | null,
  department: string | null,
  previous: string | null,
  hash: string,
  body: string,
]

/** Adds entries one by one; runs inside the caller's transaction. */
export function journalInsert(db: WritableDb): (sealed: SealedEntry) => void {
  const insert = db.prepare<InsertValues>(
    `INSERT INTO journal (id, device, seq, time, clock_set, author, kind, subject, basis, month, item, department, previous, hash, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, unhex(?), unhex(?), ?)`,
  )
  return ({ entry, bodyText }) => {
    const { month, item, department } = keyColumns(entry)
    insert.run(
      entry.id,
      entry.device,
      entry.seq,
      entry.time,
      entry.isClockSet ? 1 : 0,
      entry.author,
      entry.kind,
      entry.subject,
      entry.basis,
      month,
      item,
      department,
      entry.previous,
      entry.hash,
      bodyText,
    )
  }
}
