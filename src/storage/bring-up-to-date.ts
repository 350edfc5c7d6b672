// What a store needs before it can be used: this version's schema, and derived tables that say what the journal
// says. A kill between the two is harmless: the migration itself leaves the note that a rebuild is due.

import { derivedRows } from '../core/projection/derived-rows.ts'
import { fold } from '../core/state/fold-entries.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { derivedWriter } from './derived-tables.ts'
import { readJournal } from './journal-rows.ts'
import { migrate } from './migrate.ts'

export function bringUpToDate(db: WritableDb): void {
  migrate(db)
  if (isRebuildDue(db)) db.transaction(() => rebuildDerived(db)).immediate()
}

export function isRebuildDue(db: ReadableDb): boolean {
  return db.prepare<[], number>('SELECT rebuild_due FROM derived_status').pluck().get() === 1
}

/** Works the derived tables out anew; runs inside the caller's transaction. */
export function rebuildDerived(db: WritableDb): void {
  derivedWriter(db).replace(derivedRows(fold(readJournal(db).all())))
  db.exec('UPDATE derived_status SET rebuild_due = 0')
}
