// Opens SQLite with the settings everything here relies on. The only file that names the library.
import Database from 'better-sqlite3'
import { RefusedError } from '../core/refused-error.ts'
import { refusalOf } from './storage-error.ts'

declare const access: unique symbol

/** A handle for questions; a function that takes it cannot write by mistake. */
export type ReadableDb = Database.Database & { readonly [access]: 'read' | 'write' }
/** The one handle that may write. */
export type WritableDb = Database.Database & { readonly [access]: 'write' }

/** "yaod" in the file's header: tells our files from any other SQLite file. */
const APPLICATION_ID = 0x79616f64

/** Before this version two connections could corrupt a WAL database (sqlite.org, wal.html, "WAL-reset bug"). */
const OLDEST_SQLITE = [3, 51, 3] as const

/** How long a statement waits for another process's short lock (a reader that recovers the log). */
const BUSY_TIMEOUT_MS = 5000

export interface WriteOptions {
  readonly isNew: boolean
  readonly newestVersion: number
  /** nothing in it was promised to anybody yet: whoever finishes it flushes it once */
  readonly isUnfinished?: boolean
}

/** Opens an existing file, or makes an empty one, for writing; checks that it is ours before touching it. */
export function openWritable(file: string, options: WriteOptions): WritableDb {
  return opening(
    () => new Database(file, { fileMustExist: !options.isNew, timeout: BUSY_TIMEOUT_MS }),
    (db) => {
      if (options.isNew) db.pragma(`application_id = ${APPLICATION_ID}`)
      else refuseForeignFile(db, options.newestVersion)
      const mode = db.pragma('journal_mode = WAL', { simple: true })
      if (mode !== 'wal') throw new RefusedError('storage-failed', { reason: `journal_mode ${String(mode)}` })
      // FULL: an acknowledged save survives a power cut. WAL's default here would only survive a crash of ours.
      db.pragma(`synchronous = ${options.isUnfinished === true ? 'OFF' : 'FULL'}`)
      // 16 MB: what a large transaction adds waits for its commit, and is not written page by page before.
      db.pragma('cache_size = -16384')
      harden(db)
      return db as WritableDb
    },
  )
}

/** Opens an existing file for reading, also while another process owns it. */
export function openReadable(
  file: string,
  options: { newestVersion: number },
): { db: ReadableDb; version: number } {
  return opening(
    () => new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS }),
    (db) => {
      refuseForeignFile(db, options.newestVersion)
      harden(db)
      return { db: db as ReadableDb, version: userVersion(db) }
    },
  )
}

/** A database in memory, to rebuild into. */
export function openInMemory(): WritableDb {
  const db = new Database(':memory:')
  harden(db)
  // The brand is only given here and above.
  return db as WritableDb
}

function opening<Handle>(open: () => Database.Database, prepare: (db: Database.Database) => Handle): Handle {
  let db: Database.Database | null = null
  try {
    db = open()
    assertSqliteVersion(db)
    return prepare(db)
  } catch (error) {
    db?.close()
    throw refusalOf(error)
  }
}

function harden(db: Database.Database): void {
  db.pragma('foreign_keys = ON')
  // Without it, INSERT OR REPLACE would remove a row without asking the trigger that refuses DELETE.
  db.pragma('recursive_triggers = ON')
  // A damaged or prepared file must not call functions through its schema.
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
}

function refuseForeignFile(db: Database.Database, newestVersion: number): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new RefusedError('store-damaged')
  const version = userVersion(db)
  if (version > newestVersion) throw new RefusedError('store-from-newer-version', { version })
  if (version === 0) throw new RefusedError('store-damaged')
}

/** Number of the newest migration the file has seen. */
export function userVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

function assertSqliteVersion(db: Database.Database): void {
  const text = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '0'
  if (!isAtLeast(text, OLDEST_SQLITE)) throw new RefusedError('storage-failed', { reason: `SQLite ${text}` })
}

/** Whether a version text such as "3.51.3" is not older than the numbers given. */
export function isAtLeast(text: string, wanted: readonly number[]): boolean {
  const parts = text.split('.').map(Number)
  for (const [index, number] of wanted.entries()) {
    const part = parts[index] ?? 0
    if (part !== number) return part > number
  }
  return true
}
