// What the application needs from the world. Storage, Excel and hosts implement these; tests use the real ones.

import type { ReadWorkbook } from '../core/forms/read-workbook.ts'
import type { HybridTime } from '../core/journal/hybrid-clock.ts'
import type { EntryDraft, FigureDraft, JournalEntry } from '../core/journal/journal-entry.ts'
import type { VerifyReport } from '../core/journal/verify-report.ts'
import type { Outcome } from '../core/outcome.ts'
import type { RollUpReader } from '../core/projection/roll-ups.ts'
import type { BulletinDocument } from '../core/reports/bulletin-text/bulletin-document.ts'
import type { EntryForm } from '../core/reports/entry-form-table.ts'
import type { Report } from '../core/reports/report-table.ts'
import type { Basis, BureauState } from '../core/state/bureau-state.ts'
import type { Steps } from '../core/steps.ts'
import type { ReportingMonth } from '../core/values/reporting-month.ts'

/** The clock that entries are stamped with. */
export interface Clock {
  /** epoch milliseconds */
  now(): number
  /** the time was given by hand (demos, tests, catching up) instead of read from the PC */
  readonly isSet: boolean
}

/** Who writes and when. */
export interface Stamp {
  readonly author: string
  /** wall clock of the writing, epoch milliseconds */
  readonly wallMs: number
  /** the time was given by hand, not read from the PC's clock; kept with the entry */
  readonly isClockSet: boolean
}

/** What was known at some moment: up to a time, or up to a number of entries of each device. */
export interface Knowledge {
  readonly until?: HybridTime
  readonly heads?: Readonly<Record<string, number>>
}

/** How many entries were new here, and how many had been here before. */
export interface ImportCount {
  readonly new: number
  readonly known: number
}

/** The plans and the people, and the newest month of which anything is known. */
export interface Outline extends Pick<BureauState, 'plan' | 'plans' | 'isExample' | 'bureauName' | 'people'> {
  readonly newestMonth: ReportingMonth | null
}

/** An open store: the journal, and everything derived from it. */
export interface OpenJournal {
  readonly isReadOnly: boolean
  newestTime(): HybridTime | null
  /** the newest entry was written with a time given by hand */
  isClockSet(): boolean
  /** device → number of its newest entry */
  heads(): Readonly<Record<string, number>>
  /** what a window asks first, read without the figures: costs the same however many years there are */
  outline(): Outline
  /** everything the journal says, folded; the same object until the next append */
  state(): BureauState
  /** folded from the part of the journal that was known then; the last few moments asked for are kept */
  stateAt(known: Knowledge): BureauState
  /** whether state(), or stateAt(known), answers at once */
  isRead(known: Knowledge | null): boolean
  /**
   * Reads for state(), or stateAt(known), in slices of some milliseconds between which others are answered. Gives up
   * where somebody writes meanwhile; rejects as state() throws.
   */
  readAhead(known: Knowledge | null): Promise<void>
  /** entries of one subject, oldest first */
  entriesOf(subject: string): readonly JournalEntry[]
  /** entries about one item's months, which follow one another, rising; oldest first, all its localities' among them */
  entriesOfItem(item: string, months: readonly ReportingMonth[]): readonly JournalEntry[]
  /**
   * Appends all drafts or none, durably, together with the derived tables.
   * Throws RefusedError (disk-full, data-folder-read-only, storage-failed) with nothing written.
   */
  append(drafts: readonly EntryDraft[], stamp: Stamp): readonly JournalEntry[]
  /**
   * As append, for figures, in steps of which only the last one writes. Whoever takes them may let others ask in between,
   * and drops them where state() is another object afterwards.
   */
  appendInSteps(drafts: readonly FigureDraft[], stamp: Stamp): Steps<readonly JournalEntry[]>
  /** Runs work whose appends belong together: all of them are committed when it returns, none when it throws. */
  transact<Value>(work: () => Value): Value
  /**
   * Takes in entries that were written elsewhere: the union of both sets, in any order, as often as one likes.
   * All or nothing; throws RefusedError (entry-altered) where an entry is not what its hash says, or not the one that
   * is here under its id.
   */
  importEntries(entries: readonly JournalEntry[]): ImportCount
  /** what the tables keep as of the last commit; only a month in which nothing was filled in yet is worked out from the state */
  rollUps(): RollUpReader
  verify(): VerifyReport
  close(): void
}

/** A data folder, opened or not yet. */
export interface StoreFolder {
  readonly place: string
  exists(): boolean
  /**
   * Makes a store and lets `fill` write its first entries; the store appears whole or, when `fill` throws, not at all.
   * Throws RefusedError (store-exists, data-folder-read-only, disk-full).
   */
  create(fill: (journal: OpenJournal) => void): OpenJournal
  /**
   * Opens the store, for 'write' as its only owner.
   * Throws RefusedError (store-missing, store-in-use, store-from-newer-version, store-damaged).
   */
  open(access: 'read' | 'write'): OpenJournal
}

/** Checks a whole store while others go on using it. */
export type StoreCheck = (place: string) => Promise<Outcome<VerifyReport>>

/** Turns a report into the bytes of a workbook; the same report gives the same bytes. */
export interface WorkbookWriter {
  write(report: Report): Promise<Uint8Array>
}

/** Turns a fill-in form into the bytes of a workbook; the same form gives the same bytes. */
export interface FormWriter {
  write(form: EntryForm): Promise<Uint8Array>
}

/** A workbook that came in: a file of this PC, or bytes in base64. */
export type WorkbookSource = { readonly path: string } | { readonly base64: string }

/** Reads strangers' workbooks in a process of their own, within limits of time and memory. */
export interface WorkbookReader {
  /** Refuses with workbook-…; never throws what a file can cause. */
  read(source: WorkbookSource): Promise<Outcome<ReadWorkbook>>
}

/** A file written whole under a temporary name. */
export interface StagedFile {
  commit(): { readonly place: string }
  discard(): void
}

/** A file that somebody else writes under a temporary name; it gets its own name when it is whole. */
export interface PartialFile extends StagedFile {
  /** where to write it */
  readonly path: string
}

/** What a year's ledger is to be made of. Plain JSON: it is handed to another process. */
export interface YearOrder {
  /** data folder */
  readonly place: string
  /** what was known when it was asked for */
  readonly heads: Readonly<Record<string, number>>
  readonly year: number
  /** where several plans cover the year; null = the leading one */
  readonly plan: string | null
  readonly basis: Basis
  /** UTC ISO time */
  readonly madeAt: string
  readonly madeBy: string
  /** the file to write */
  readonly file: string
}

/** How far long work has come. `total` is 0 while nobody knows it yet. */
export interface WorkProgress {
  /** reading the journal · working the tables out · writing rows */
  readonly stage: 'reading' | 'tables' | 'rows'
  readonly done: number
  readonly total: number
}

/** Work that goes on in a process of its own. */
export interface LongWork {
  /** when the process is gone: whole, or why not; never rejects */
  readonly ended: Promise<Outcome<null>>
  /** Ends it at once; what it had written is not whole. */
  stop(): void
}

/** Writes a year's ledger. */
export interface YearWriter {
  start(order: YearOrder, onProgress: (progress: WorkProgress) => void): LongWork
}

/** Turns the bulletin's text into the bytes of a Word document; the same text gives the same bytes. */
export interface DocumentWriter {
  write(document: BulletinDocument): Promise<Uint8Array>
}

/** Where finished files go. */
export interface ExportTarget {
  /** Writes through a temporary name and a rename; throws RefusedError (file-not-written). */
  save(fileName: string, bytes: Uint8Array): { readonly place: string }
  /** As save, with the rename left to do: for a file that may only appear once something else is safe. */
  stage(fileName: string, bytes: Uint8Array): StagedFile
  /** Makes room for a file that somebody else writes; throws as save does. */
  begin(fileName: string): PartialFile
  /** Shows the folder to the person; answers its path. */
  openFolder(): string
}

/** 佐证材料, kept beside the store under the hash of their content. */
export interface EvidenceFiles {
  /** Keeps a file whole in the data folder `place`; answers its path in there. Throws RefusedError (file-not-written). */
  keep(place: string, name: string, bytes: Uint8Array): string
  /**
   * Shows a kept file to the person; answers where it lies.
   * Throws RefusedError (evidence-missing, evidence-changed).
   */
  open(place: string, path: string): string
}

/** What one PC remembers beside the store: handy, never the truth, and not carried to other PCs. */
export interface ColumnMemory {
  /** text as kept last; null where there is none or it cannot be read */
  read(place: string): string | null
  /** Writes it whole; throws RefusedError (file-not-written). */
  keep(place: string, text: string): void
}

/** What the application needs. */
export interface Ports {
  readonly clock: Clock
  readonly folder: StoreFolder
  /** the folder of 示例数据, beside the real one */
  readonly exampleFolder: StoreFolder
  readonly workbooks: WorkbookWriter
  readonly documents: DocumentWriter
  readonly forms: FormWriter
  readonly years: YearWriter
  readonly reader: WorkbookReader
  /** the workbook named on the command line; null in a window, which hands over bytes */
  readonly givenFile: string | null
  /** absent where whoever asks for the check is the only one waiting: a command */
  readonly checkApart?: StoreCheck
  readonly exports: ExportTarget
  readonly evidence: EvidenceFiles
  readonly columnMemory: ColumnMemory
  /** the shipped plan file's text */
  readonly shippedPlanText: () => string
  /** the shipped story of the example (resources/example-story.json) */
  readonly exampleStoryText: () => string
}
