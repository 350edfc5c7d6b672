// A connection to the journal's database with its statements, prepared once.
import { RefusedError } from '../core/refused-error.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { type DerivedReader, type DerivedWriter, derivedReader, derivedWriter } from './derived-tables.ts'
import { type JournalTable, type JournalWriter, journalWriter, readJournal } from './journal-rows.ts'
import { codeOf } from './storage-error.ts'

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
  readonly derived: DerivedWriter
}

/** Throws RefusedError(store-damaged) where the tables are not the ones the file's version promises. */
export function connect(opened: Opened): Connection {
  const { db } = opened
  try {
    return {
      db,
      journal: readJournal(db),
      derived: derivedReader(db),
      writer: opened.isReadOnly ? null : writerOf(opened.db),
    }
  } catch (error) {
    // Our own statements are right, so a schema that does not fit them is not ours any more.
    throw codeOf(error) === 'SQLITE_ERROR' ? new RefusedError('store-damaged', {}, { cause: error }) : error
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
  return { db, commit, insert: journalWriter(db), derived: derivedWriter(db) }
}
