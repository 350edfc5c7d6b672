// The journal table: entries in, entries out. Rows are written once and only read afterwards.
import type { Statement } from 'better-sqlite3'
import type { Knowledge } from '../application/ports.ts'
import {
  compareEntries,
  type EntryDraft,
  type EntryId,
  type JournalEntry,
} from '../core/journal/journal-entry.ts'
import { PLAN_SUBJECTS } from '../core/state/fold-plan.ts'
import type { ReportingMonth } from '../core/values/reporting-month.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { type DeviceHead, headReader } from './device-heads.ts'
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

/** What the index journal_besides_figures holds; SQLite uses it only for a condition in the same words. */
const IS_NO_FIGURE = "kind NOT IN ('indicator-reading-recorded', 'measure-progress-recorded')"

/** Statements over one connection, prepared once. */
export interface JournalTable {
  /** every entry in journal order; throws RefusedError(store-damaged) where one is not what its hash says */
  all(): JournalEntry[]
  /** the next `count` entries behind that id, in the order of ids; throws as all() does */
  after(id: EntryId, count: number): JournalEntry[]
  /** every row as it stands in the file, for whoever wants to know all that is wrong */
  inspected(): InspectedRow[]
  ofSubject(subject: string): JournalEntry[]
  /** entries about an item in months from `from` to `to`, found by reading through the journal once */
  ofItem(item: string, from: ReportingMonth, to: ReportingMonth): JournalEntry[]
  /** entries about the plan and the people, found through an index of what are not figures: few in any year */
  ofPlan(): JournalEntry[]
  /** where each device's chain ends */
  heads(): DeviceHead[]
  /** id → hash of those entries that are here already; more of them where that is cheaper */
  known(ids: readonly EntryId[]): ReadonlyMap<EntryId, string>
  count(): number
}

export function readJournal(db: ReadableDb): JournalTable {
  const all = db.prepare<[], JournalRow>(`SELECT ${COLUMNS} FROM journal ORDER BY id`)
  const after = db.prepare<[string, number], JournalRow>(
    `SELECT ${COLUMNS} FROM journal WHERE id > ? ORDER BY id LIMIT ?`,
  )
  const ofSubject = db.prepare<[string], JournalRow>(
    `SELECT ${COLUMNS} FROM journal WHERE subject = ? ORDER BY id`,
  )
  const ofItem = db.prepare<[string, string, string], JournalRow>(
    `SELECT ${COLUMNS} FROM journal WHERE item = ? AND month BETWEEN ? AND ? ORDER BY id`,
  )
  const isOfPlan = PLAN_SUBJECTS.map((start) => `subject GLOB '${start}*'`).join(' OR ')
  const ofPlan = db.prepare<[], JournalRow>(
    `SELECT ${COLUMNS} FROM journal INDEXED BY journal_besides_figures
     WHERE ${IS_NO_FIGURE} AND (${isOfPlan}) ORDER BY id`,
  )
  const hashOfId = db.prepare<[EntryId], string>('SELECT lower(hex(hash)) FROM journal WHERE id = ?').pluck()
  const allHashes = db.prepare<[], [EntryId, string]>('SELECT id, lower(hex(hash)) FROM journal').raw()
  const count = db.prepare<[], number>('SELECT count(*) FROM journal').pluck()
  // Counting would read the whole journal; the heads' numbers add up to the same, but for the newest single figures.
  const about = db.prepare<[], number>('SELECT ifnull(sum(seq), 0) FROM device_head').pluck()
  return {
    all: () => inJournalOrder(entriesFrom(all, checkedEntry)),
    after: (id, count) => entriesFrom(after, checkedEntry, id, count),
    inspected: () => all.all().map(inspect),
    ofSubject: (subject) => inJournalOrder(entriesFrom(ofSubject, checkedEntry, subject)),
    ofItem: (item, from, to) => inJournalOrder(entriesFrom(ofItem, checkedEntry, item, from, to)),
    ofPlan: () => inJournalOrder(entriesFrom(ofPlan, readableEntry)),
    heads: headReader(db),
    known: (ids) => {
      if ((about.get() ?? 0) < ids.length) return new Map(allHashes.all())
      return new Map(
        ids.flatMap((id) => {
          const hash = hashOfId.get(id)
          return hash === undefined ? [] : [[id, hash]]
        }),
      )
    },
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

/** Ids are made from times, so their order is journal order but for entries of one millisecond: sorting is the exception. */
export function inJournalOrder(entries: JournalEntry[]): JournalEntry[] {
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

/** Adds entries; runs inside the caller's transaction. */
export type JournalWriter = (sealed: readonly SealedEntry[]) => void

export function journalWriter(db: WritableDb): JournalWriter {
  const insert = db.prepare<InsertValues>(
    `INSERT INTO journal (id, device, seq, time, clock_set, author, kind, subject, basis, month, item, department, previous, hash, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, unhex(?), unhex(?), ?)`,
  )
  return (sealed) => {
    for (const { entry, bodyText } of sealed) {
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
}
