// An open store: the journal on disk, and in memory what it says. Memory is only trusted while every write
// succeeds; after a failed one it is dropped and folded from the journal again.
import type { ImportCount, Knowledge, OpenJournal, Outline, Stamp } from '../application/ports.ts'
import type { HybridTime } from '../core/journal/hybrid-clock.ts'
import type { EntryDraft, FigureDraft, JournalEntry } from '../core/journal/journal-entry.ts'
import type { VerifyReport } from '../core/journal/verify-report.ts'
import { Projection } from '../core/projection/projection.ts'
import { completed, type RollUpReader } from '../core/projection/roll-ups.ts'
import { RefusedError } from '../core/refused-error.ts'
import type { BureauState } from '../core/state/bureau-state.ts'
import { applyEntry, fold } from '../core/state/fold-entries.ts'
import type { Steps } from '../core/steps.ts'
import type { ReportingMonth } from '../core/values/reporting-month.ts'
import { rebuildDerived } from './bring-up-to-date.ts'
import { ChainTail } from './chain-tail.ts'
import { bringHeadsUp } from './device-heads.ts'
import { claimDevice } from './device-identity.ts'
import { foldInSlices } from './fold-in-slices.ts'
import { type Connection, connect, type Opened, type Writer } from './journal-connection.ts'
import { knownEntries } from './journal-rows.ts'
import { isOver, KeptMoments } from './kept-moments.ts'
import { checkedInBatches, newEntries } from './new-entries.ts'
import { type PreparedAppend, prepareAppend } from './prepared-append.ts'
import { idSource, type SealedEntry, stampEntries } from './stamp-entries.ts'
import { ifThereIsRoom, isConnectionDoubtful, refusing } from './storage-error.ts'
import { StoreTransaction } from './store-transaction.ts'
import { verifyStore } from './verify-store.ts'

export class SqliteJournal implements OpenJournal {
  readonly isReadOnly: boolean
  readonly #opened: Opened
  readonly #nextId = idSource()
  #connection: Connection
  #transaction: StoreTransaction | null = null
  #state: BureauState | null = null
  /** folded from their entries alone, while nobody has asked for the state */
  #plansAndPeople: BureauState | null = null
  #projection: Projection | null = null
  readonly #tail = new ChainTail({
    heads: () => this.#connection.journal.heads(),
    device: () => claimDevice(this.#writer().db),
  })
  /** there may be figures that the table of heads does not know of: saved here, or before a kill */
  #areHeadsBehind = true
  #release: (() => void) | undefined
  readonly #moments = new KeptMoments()

  constructor(opened: Opened) {
    this.isReadOnly = opened.isReadOnly
    this.#opened = opened
    this.#connection = connect(opened)
    this.#release = opened.release?.bind(opened)
  }

  newestTime(): HybridTime | null {
    return refusing(() => this.#tail.newest())?.time ?? null
  }

  isClockSet(): boolean {
    return refusing(() => this.#tail.newest())?.isClockSet ?? false
  }

  heads(): Readonly<Record<string, number>> {
    return refusing(() =>
      Object.fromEntries(this.#connection.journal.heads().map(({ device, seq }) => [device, seq])),
    )
  }

  outline(): Outline {
    const { derived } = this.#connection
    return refusing(() => {
      const { plan, plans, people, isExample, bureauName } = this.#knownPlans()
      return { plan, plans, people, isExample, bureauName, newestMonth: derived.newestMonth() }
    })
  }

  state(): BureauState {
    this.#state ??= fold(this.#allEntries())
    return this.#state
  }

  stateAt(known: Knowledge): BureauState {
    const kept = this.#moments.find(known)
    if (kept !== null) return kept
    const state = fold(knownEntries(this.#allEntries(), known))
    this.#moments.keep(known, state, isOver(known, this))
    return state
  }

  isRead(known: Knowledge | null): boolean {
    return known === null ? this.#state !== null : this.#moments.find(known) !== null
  }

  async readAhead(known: Knowledge | null): Promise<void> {
    // Another process may be writing the journal of a reader, so that its slices would not fit together.
    if (this.isReadOnly) known === null ? this.state() : this.stateAt(known)
    if (!this.isRead(known)) await this.#moments.once(known, () => this.#readInSlices(known))
  }

  entriesOf(subject: string): readonly JournalEntry[] {
    return refusing(() => this.#connection.journal.ofSubject(subject))
  }

  entriesOfItem(item: string, months: readonly ReportingMonth[]): readonly JournalEntry[] {
    const [from = '', to = ''] = [months[0], months.at(-1)]
    return refusing(() => this.#connection.journal.ofItem(item, from, to))
  }

  append(drafts: readonly EntryDraft[], stamp: Stamp): readonly JournalEntry[] {
    return this.transact(() => {
      if (drafts.length === 0) return []
      const { sealed, tail } = stampEntries(drafts, stamp, this.#tail.current(), this.#nextId)
      this.#take([sealed])
      this.#tail.moveTo(tail)
      return sealed.map(({ entry }) => entry)
    })
  }

  *appendInSteps(drafts: readonly FigureDraft[], stamp: Stamp): Steps<readonly JournalEntry[]> {
    if (drafts.length === 0) return []
    const known = { state: this.state(), projection: this.#currentProjection(), tail: this.#tail.current() }
    const prepared = yield* prepareAppend(drafts, stamp, { ...known, nextId: this.#nextId })
    if (this.#state !== known.state)
      throw new Error('written meanwhile: these steps should have been dropped')
    this.transact(() => this.#takePrepared(prepared))
    return prepared.sealed.map(({ entry }) => entry)
  }

  importEntries(entries: readonly JournalEntry[]): ImportCount {
    return this.transact(() => {
      const { fresh, known } = newEntries(entries, this.#connection.journal)
      const first = fresh[0]
      if (first === undefined) return { new: 0, known }
      this.#bringHeadsUp()
      if (this.#transaction !== null) this.#transaction.isImport = true
      const newest = this.newestTime()
      if (newest === null || first.time > newest) this.#take(checkedInBatches(fresh))
      else this.#insertAmongOthers(checkedInBatches(fresh))
      this.#tail.forget()
      // A device that was cloned may have written under numbers that were known long ago.
      this.#moments.forget()
      return { new: fresh.length, known }
    })
  }

  transact<Value>(work: () => Value): Value {
    if (this.#transaction !== null) return this.#transaction.inside(work)
    const { commit } = this.#writer()
    this.#refuseAbsentFile()
    const transaction = new StoreTransaction()
    this.#transaction = transaction
    try {
      return refusing(() => commit(() => this.#complete(transaction, work)))
    } catch (error) {
      this.#forget(error)
      throw error
    } finally {
      this.#transaction = null
    }
  }

  rollUps(): RollUpReader {
    return completed(this.#connection.derived, () => this.state())
  }

  verify(): VerifyReport {
    return verifyStore(this.#connection.db, this.#connection.journal)
  }

  close(): void {
    const { db, writer } = this.#connection
    try {
      if (!db.open || writer === null) return
      // A folder copied by hand after a clean exit must be whole: where its chains end, and without the log beside it.
      if (this.#areHeadsBehind) ifThereIsRoom(() => bringHeadsUp(writer.db))
      ifThereIsRoom(() => db.pragma('wal_checkpoint(TRUNCATE)'))
    } finally {
      db.close()
      this.#release?.()
      this.#release = undefined
    }
  }

  async #readInSlices(known: Knowledge | null): Promise<void> {
    const { version } = this.#moments
    const isWanted = () =>
      this.#connection.db.open && this.#moments.version === version && !this.isRead(known)
    const after = (id: string, count: number) => refusing(() => this.#connection.journal.after(id, count))
    const state = await foldInSlices({ after }, known ?? {}, isWanted)
    if (state === null || !isWanted()) return
    if (known === null) this.#state = state
    else this.#moments.keep(known, state, isOver(known, this))
  }

  #refuseAbsentFile(): void {
    if (!this.#opened.isReadOnly && this.#opened.isInPlace?.() === false)
      throw new RefusedError('data-folder-gone')
  }

  #writer(): Writer {
    if (this.#opened.isReadOnly) throw new RefusedError('data-folder-read-only')
    if (!this.#connection.db.open) {
      const { reopen } = this.#opened
      this.#connection = connect({ ...this.#opened, db: refusing(reopen) })
    }
    if (this.#connection.writer === null) throw new RefusedError('data-folder-read-only')
    return this.#connection.writer
  }

  #complete<Value>(transaction: StoreTransaction, work: () => Value): Value {
    const value = work()
    if (transaction.hasFailed) throw new RefusedError('storage-failed', { reason: '部分内容没有写入' })
    const { derived, advanceHeads } = this.#writer()
    const changes = transaction.isMemoryAhead ? this.#currentProjection().update(this.state()) : null
    if (changes !== null) derived.write(changes)
    if (transaction.hasAdded) {
      const heads = transaction.headsToWrite(changes)
      if (heads.length > 0) this.#bringHeadsUp()
      advanceHeads(heads)
      this.#areHeadsBehind = heads.length === 0
    }
    return value
  }

  /** Before anything newer is written down: figures that the table does not know of would not be found behind it. */
  #bringHeadsUp(): void {
    if (this.#areHeadsBehind) bringHeadsUp(this.#writer().db)
    this.#areHeadsBehind = false
  }

  /** Entries newer than all others: onto the disk and into what is known, which the caller's commit makes true. */
  #take(batches: Iterable<readonly SealedEntry[]>): void {
    const state = this.state()
    const projection = this.#currentProjection()
    for (const batch of batches) {
      this.#insert(batch)
      for (const { entry } of batch) {
        applyEntry(state, entry)
        projection.note(state, entry)
      }
    }
    if (this.#transaction !== null) this.#transaction.isMemoryAhead = true
    // A new object tells whoever keeps things by state that it has moved on.
    this.#state = { ...state }
    this.#moments.noteAppend()
  }

  #insert(sealed: readonly SealedEntry[]): void {
    this.#writer().insert(sealed)
    this.#transaction?.added(sealed)
  }

  #takePrepared({ sealed, tail, state, projection, changes }: PreparedAppend): void {
    this.#insert(sealed)
    this.#writer().derived.write(changes)
    this.#state = state
    this.#projection = projection
    this.#tail.moveTo(tail)
    this.#moments.noteAppend()
  }

  /** Entries that belong between those already here change what later ones meant: everything is folded anew. */
  #insertAmongOthers(batches: Iterable<readonly SealedEntry[]>): void {
    for (const batch of batches) this.#insert(batch)
    rebuildDerived(this.#writer().db)
    this.#state = null
    this.#plansAndPeople = null
    this.#projection = null
    if (this.#transaction !== null) this.#transaction.isMemoryAhead = false
  }

  #knownPlans(): BureauState {
    if (this.#state !== null) return this.#state
    this.#plansAndPeople ??= fold(this.#connection.journal.ofPlan())
    return this.#plansAndPeople
  }

  #currentProjection(): Projection {
    this.#projection ??= Projection.from(this.#connection.derived.rollUps())
    return this.#projection
  }

  #allEntries(): JournalEntry[] {
    return refusing(() => this.#connection.journal.all())
  }

  /** After a failed write nothing in memory counts, and after some errors not even the connection. */
  #forget(error: unknown): void {
    this.#moments.forget()
    this.#state = null
    this.#plansAndPeople = null
    this.#projection = null
    this.#tail.forget()
    this.#areHeadsBehind = true
    const cause = error instanceof RefusedError ? error.cause : error
    if (isConnectionDoubtful(cause)) this.#connection.db.close()
  }
}
