// An open store: the journal on disk, and in memory what it says. Memory is only trusted while every write
// succeeds; after a failed one it is dropped and folded from the journal again.
import type { Knowledge, OpenJournal, Stamp } from '../application/ports.ts'
import type { VerifyReport } from '../contract/api.ts'
import { applyEntry, type Basis, type BureauState, fold } from '../core/bureau-state.ts'
import type { HybridTime } from '../core/hybrid-clock.ts'
import type { EntryDraft, JournalEntry } from '../core/journal-entry.ts'
import { measureMonth } from '../core/measure-state.ts'
import { RefusedError } from '../core/refused-error.ts'
import { monthsOfYear } from '../core/reporting-month.ts'
import type { ProgrammeMonth } from '../core/status.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { claimDevice } from './device-identity.ts'
import { type JournalTable, journalInsert, knownEntries, readJournal } from './journal-rows.ts'
import { idSource, stampEntries, type Tail } from './stamp-entries.ts'
import { refusing } from './storage-error.ts'

export type Opened = {
  /** gives the lock, or the private copy, back */
  release?(): void
} & (
  | { readonly isReadOnly: true; readonly db: ReadableDb }
  | { readonly isReadOnly: false; readonly db: WritableDb }
)

interface Writer {
  readonly db: WritableDb
  readonly insert: (entry: JournalEntry) => void
  tail: Tail | null
}

export class SqliteJournal implements OpenJournal {
  readonly isReadOnly: boolean
  readonly #nextId = idSource()
  readonly #db: ReadableDb
  readonly #table: JournalTable
  readonly #writer: Writer | null
  readonly #release: () => void
  #isInTransaction = false
  #state: BureauState | null = null

  constructor(opened: Opened) {
    this.isReadOnly = opened.isReadOnly
    this.#release = opened.release ?? (() => undefined)
    this.#db = opened.db
    this.#table = readJournal(opened.db)
    this.#writer = opened.isReadOnly ? null : { db: opened.db, insert: journalInsert(opened.db), tail: null }
  }

  newestTime(): HybridTime | null {
    return this.#newest()?.time ?? null
  }

  isClockSet(): boolean {
    return this.#newest()?.isClockSet ?? false
  }

  heads(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#table.heads().map(({ device, seq }) => [device, seq]))
  }

  state(): BureauState {
    this.#state ??= fold(this.#table.all())
    return this.#state
  }

  stateAt(known: Knowledge): BureauState {
    return fold(knownEntries(this.#table.all(), known))
  }

  entriesOf(subject: string): readonly JournalEntry[] {
    return this.#table.ofSubject(subject)
  }

  append(drafts: readonly EntryDraft[], stamp: Stamp): readonly JournalEntry[] {
    return this.transact(() => {
      const writer = this.#writable()
      const { entries, tail } = stampEntries(drafts, stamp, this.#tail(writer), this.#nextId)
      const state = this.state()
      for (const entry of entries) {
        writer.insert(entry)
        applyEntry(state, entry)
      }
      writer.tail = tail
      // A new object tells whoever keeps things by state that it has moved on.
      if (entries.length > 0) this.#state = { ...state }
      return entries
    })
  }

  transact<Value>(work: () => Value): Value {
    const { db } = this.#writable()
    if (this.#isInTransaction) return work()
    this.#isInTransaction = true
    try {
      return refusing(() => db.transaction(work).immediate())
    } catch (error) {
      this.#forget()
      throw error
    } finally {
      this.#isInTransaction = false
    }
  }

  programmeMonths(basis: Basis, year: number): readonly ProgrammeMonth[] {
    const state = this.state()
    if (state.plan === null) return []
    return monthsOfYear(year).flatMap((month) =>
      measureMonth(state, month, basis).programmes.map((standing) => ({ ...standing, month })),
    )
  }

  verify(): VerifyReport {
    throw new RefusedError('internal-error', { reason: 'verify' })
  }

  close(): void {
    if (!this.#db.open) return
    try {
      // A folder copied by hand after a clean exit must be whole without the log beside it.
      if (this.#writer !== null) this.#db.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      this.#db.close()
      this.#release()
    }
  }

  #writable(): Writer {
    if (this.#writer === null) throw new RefusedError('data-folder-read-only')
    return this.#writer
  }

  #newest(): { readonly time: HybridTime; readonly isClockSet: boolean } | null {
    if (this.#writer?.tail != null) {
      const { newest, isClockSet } = this.#writer.tail
      return newest === null ? null : { time: newest, isClockSet }
    }
    return this.#table
      .heads()
      .map((head) => ({ time: head.time, isClockSet: head.clock_set === 1 }))
      .reduce<{ time: HybridTime; isClockSet: boolean } | null>(
        (newest, each) => (newest === null || each.time > newest.time ? each : newest),
        null,
      )
  }

  #tail(writer: Writer): Tail {
    if (writer.tail !== null) return writer.tail
    const newest = this.#newest()
    const device = claimDevice(writer.db)
    const own = this.#table.heads().find((head) => head.device === device)
    writer.tail = {
      device,
      seq: own?.seq ?? 0,
      hash: own?.hash.toString('hex') ?? null,
      newest: newest?.time ?? null,
      isClockSet: newest?.isClockSet ?? false,
    }
    return writer.tail
  }

  #forget(): void {
    this.#state = null
    if (this.#writer !== null) this.#writer.tail = null
  }
}
