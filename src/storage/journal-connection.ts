// A connection to the journal's database with its statements, prepared once.
import type { ReadableDb, WritableDb } from './database.ts'
import { type DerivedReader, type DerivedWriter, derivedReader, derivedWriter } from './derived-tables.ts'
import { type DeviceHead, headWriter } from './device-heads.ts'
import { type JournalTable, type JournalWriter, journalWriter, readJournal } from './journal-rows.ts'

/** How a journal came to be open, and what to do when it closes. */
export type Opened = {
  /** gives the lock, or the private copy, back */
  release?(): void
} & (
  | { readonly isReadOnly: true; readonly db: ReadableDb }
  | {
      readonly isReadOnly: false
      readonly db: WritableDb
      /** a fresh connection, after an error that leaves this one in doubt */
      reopen(): WritableDb
      /** the file that was opened is still the one in the folder; absent while it is being made */
      isInPlace?(): boolean
    }
)

export interface Connection {
  readonly db: ReadableDb
  readonly journal: JournalTable
  readonly derived: DerivedReader
  readonly writer: Writer | null
}

export interface Writer {
  readonly db: WritableDb
  /** runs work as one transaction */
  readonly commit: <Value>(work: () => Value) => Value
  readonly insert: JournalWriter
  /** moves the kept heads on to these */
  readonly advanceHeads: (heads: readonly DeviceHead[]) => void
  readonly derived: DerivedWriter
}

export function connect(opened: Opened): Connection {
  const { db } = opened
  return {
    db,
    journal: readJournal(db),
    derived: derivedReader(db),
    writer: opened.isReadOnly ? null : writerOf(opened.db),
  }
}

function writerOf(db: WritableDb): Writer {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const end = db.prepare('COMMIT')
  const commit = <Value>(work: () => Value): Value => {
    begin.run()
    try {
      const value = work()
      end.run()
      return value
    } catch (error) {
      // A full disk has rolled back by itself already.
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
  }
  return { db, commit, insert: journalWriter(db), advanceHeads: headWriter(db), derived: derivedWriter(db) }
}
