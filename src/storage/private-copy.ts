// Reading a store in a folder that cannot be written: SQLite's log needs files beside the database even for
// reading, so the database and its log are copied to the temp folder and read there.
import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { RefusedError } from '../core/refused-error.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { openWritable, type ReadableDb } from './database.ts'
import { NEWEST_VERSION } from './migrate.ts'

const ATTEMPTS = 3

export function isFolderWritable(place: string, file: string): boolean {
  try {
    accessSync(place, constants.W_OK)
    if (existsSync(file)) accessSync(file, constants.W_OK)
    return true
  } catch {
    return false
  }
}

export function openPrivateCopy(file: string): { readonly db: ReadableDb; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-read-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const db = openWritable(copyAtRest(file, folder), { isNew: false, newestVersion: NEWEST_VERSION })
    bringUpToDate(db)
    db.pragma('query_only = ON')
    return { db, remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** Someone else may be writing there: a copy counts only if nothing moved while it was made. */
function copyAtRest(file: string, folder: string): string {
  const copied = join(folder, basename(file))
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = fingerprint(file)
    rmSync(`${copied}-wal`, { force: true })
    copyFileSync(file, copied)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copied}-wal`)
    if (fingerprint(file) === before) return copied
  }
  throw new RefusedError('storage-failed', { reason: `${dirname(file)}里的台账正在被写入` })
}

function fingerprint(file: string): string {
  return [file, `${file}-wal`]
    .map((each) => {
      const found = statSync(each, { bigint: true, throwIfNoEntry: false })
      return found === undefined ? 'none' : `${found.size}/${found.mtimeNs}`
    })
    .join(' ')
}
