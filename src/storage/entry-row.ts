// A row of the journal → the entry, as far as the row still says what was written into it.
import type { JournalEntry } from '../core/journal/journal-entry.ts'
import { RefusedError } from '../core/refused-error.ts'
import { rejectionMessage } from '../core/rejections.ts'
import { hashOf } from './stamp-entries.ts'

export interface JournalRow {
  readonly id: string
  readonly device: string
  readonly seq: number
  readonly time: string
  readonly clock_set: number
  readonly author: string
  readonly kind: string
  readonly subject: string
  readonly basis: string | null
  readonly previous: Buffer | null
  readonly hash: Buffer
  readonly body: string
}

export const COLUMNS = 'id, device, seq, time, clock_set, author, kind, subject, basis, previous, hash, body'

/** A row as it stands in the file: the entry, where it can be read, and what is wrong with it. */
export interface InspectedRow {
  readonly entry: JournalEntry | null
  readonly problem: string | null
}

export function inspect(row: JournalRow): InspectedRow {
  const entry = entryOrNull(row)
  const isSound = entry !== null && isAsHashed(row, entry)
  return { entry, problem: isSound ? null : problemOf(row, entry) }
}

/** Throws RefusedError(store-damaged) where the row is not what its hash says. */
export function checkedEntry(row: JournalRow): JournalEntry {
  const entry = entryOrNull(row)
  if (entry === null || !isAsHashed(row, entry)) throw damaged(row, entry)
  return entry
}

/** For a window's first answer, which does not wait for hashes: the answers with figures come later and are checked. */
export function readableEntry(row: JournalRow): JournalEntry {
  const entry = entryOrNull(row)
  if (entry === null) throw damaged(row, entry)
  return entry
}

/** null where the row holds no JSON, or something of another type than was ever written. */
function entryOrNull(row: JournalRow): JournalEntry | null {
  try {
    return entryFromRow(row)
  } catch {
    return null
  }
}

function entryFromRow(row: JournalRow): JournalEntry {
  const { clock_set, previous, hash, body, ...same } = row
  const entry = {
    ...same,
    isClockSet: clock_set === 1,
    body: JSON.parse(body) as unknown,
    previous: previous === null ? null : previous.toString('hex'),
    hash: hash.toString('hex'),
  }
  // Kind and body were paired by the type when the entry was written; its hash tells whether anything changed since.
  return entry as JournalEntry
}

/** The stored text is what was hashed, so the check costs a fraction of the reading. */
function isAsHashed(row: JournalRow, entry: JournalEntry): boolean {
  return hashOf(entry, row.body) === entry.hash
}

function problemOf(row: JournalRow, entry: JournalEntry | null): string {
  const what = entry === null ? '的内容已损坏，读不出来' : '的内容与校验值不符'
  return `条目 ${row.id}（${placeOf(row)}，${row.subject}）${what}`
}

function placeOf({ device, seq }: JournalRow): string {
  return `设备${device}第${seq}条`
}

function damaged(row: JournalRow, entry: JournalEntry | null): RefusedError {
  const details = [{ place: placeOf(row), message: problemOf(row, entry) }]
  return new RefusedError({ code: 'store-damaged', message: rejectionMessage('store-damaged'), details })
}
