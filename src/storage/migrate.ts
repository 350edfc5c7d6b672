// Brings a store's schema up to this version: each migration in one transaction, in order, once.
import { userVersion, type WritableDb } from './database.ts'
import * as journal from './migrations/0010-journal.ts'
import * as derivedTables from './migrations/0020-derived-tables.ts'
import * as journalById from './migrations/0030-journal-by-id.ts'
import * as itemRows from './migrations/0040-item-rows.ts'
import * as itemFigures from './migrations/0050-item-figures.ts'
import * as measuresOfTheirPlan from './migrations/0060-measures-of-their-plan.ts'
import * as rowsThatAreRead from './migrations/0070-rows-that-are-read.ts'

export interface Migration {
  /** in tens, which leaves room between two of them */
  readonly number: number
  readonly sql: string
}

/** Append-only: a migration that was released is never edited and never imports code of the present day. */
export const MIGRATIONS: readonly Migration[] = [
  journal,
  derivedTables,
  journalById,
  itemRows,
  itemFigures,
  measuresOfTheirPlan,
  rowsThatAreRead,
]

export const NEWEST_VERSION = newestOf(MIGRATIONS)

function newestOf(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0
}

export function migrate(db: WritableDb, migrations: readonly Migration[] = MIGRATIONS): void {
  for (const { number, sql } of migrations) {
    if (number <= userVersion(db)) continue
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${number}`)
    }).immediate()
  }
}
