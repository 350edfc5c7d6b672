// A data folder: whether a store is there, making one, opening it. The one entry point of storage.
import { type BigIntStats, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenJournal, StoreFolder } from '../application/ports.ts'
import { RefusedError } from '../core/refused-error.ts'
import { bringUpToDate, isRebuildDue } from './bring-up-to-date.ts'
import { createStoreFile, removeLeftovers } from './create-store.ts'
import { openReadable, openWritable } from './database.ts'
import { makeFolders } from './make-folders.ts'
import { NEWEST_VERSION } from './migrate.ts'
import { type OwnerKind, type OwnerLock, takeOwnership } from './owner-lock.ts'
import { isFolderWritable, openPrivateCopy } from './private-copy.ts'
import { SqliteJournal } from './sqlite-journal.ts'
import { refusalOf, refusing } from './storage-error.ts'

export interface StoreOptions {
  /** what kind of program owns the folder while it is open; words for the refusal of others */
  readonly owner: OwnerKind
}

export const STORE_FILE = 'yaodian.db'

export function storeFolder(place: string, options: StoreOptions): StoreFolder {
  const file = join(place, STORE_FILE)
  return {
    place,
    exists: () => existsSync(file),
    create: (fill) => refusing(() => create(place, file, { ...options, fill })),
    open: (access) => refusing(() => open(place, file, { ...options, access })),
  }
}

function create(
  place: string,
  file: string,
  how: StoreOptions & { fill: (journal: OpenJournal) => void },
): OpenJournal {
  if (existsSync(file)) throw new RefusedError('store-exists')
  makePlace(place)
  if (!isFolderWritable(place, file)) throw new RefusedError('data-folder-read-only')
  return owning(place, how, (lock) => {
    // Another process may have made one while this one waited for the lock.
    if (existsSync(file)) throw new RefusedError('store-exists')
    createStoreFile(place, file, how.fill)
    return openOwned(file, lock)
  })
}

function open(place: string, file: string, how: StoreOptions & { access: 'read' | 'write' }): OpenJournal {
  if (!existsSync(file)) throw new RefusedError('store-missing')
  if (!isFolderWritable(place, file)) return openCopy(file)
  if (how.access === 'write') {
    return owning(place, how, (lock) => {
      removeLeftovers(place)
      return openOwned(file, lock)
    })
  }
  const { db, version } = openReadable(file, { newestVersion: NEWEST_VERSION })
  if (version === NEWEST_VERSION && !isRebuildDue(db)) return new SqliteJournal({ db, isReadOnly: true })
  // Only the owner may change the tables; a reader looks at a copy brought up to date.
  db.close()
  return openCopy(file)
}

function owning(place: string, { owner }: StoreOptions, work: (lock: OwnerLock) => OpenJournal): OpenJournal {
  const lock = takeOwnership(place, owner)
  try {
    return work(lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

function openOwned(file: string, lock: OwnerLock): OpenJournal {
  const connect = () => openWritable(file, { isNew: false, newestVersion: NEWEST_VERSION })
  const db = connect()
  try {
    bringUpToDate(db)
    return new SqliteJournal({
      db,
      isReadOnly: false,
      reopen: connect,
      release: () => lock.release(),
      isInPlace: watchPlace(file),
    })
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Where a system lets an open file be moved or removed, writing into it goes on without an error, and what was said
 * to be saved is gone with the last handle.
 */
function watchPlace(file: string): () => boolean {
  const opened = stat(file)
  return () => {
    const now = stat(file)
    return now?.ino === opened?.ino && now?.dev === opened?.dev
  }
}

/** Exact: a number would round the ids of some file systems. */
function stat(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

function openCopy(file: string): OpenJournal {
  const copy = openPrivateCopy(file)
  return new SqliteJournal({ db: copy.db, isReadOnly: true, release: copy.remove })
}

function makePlace(place: string): void {
  try {
    makeFolders(place)
    readdirSync(place)
  } catch (error) {
    const refusal = refusalOf(error)
    throw refusal.rejection.code === 'disk-full'
      ? refusal
      : new RefusedError('data-folder-unusable', { place }, { cause: error })
  }
}
