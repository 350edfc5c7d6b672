// A new store is written under a temporary name and gets its real name only once its first entries are safe in
// it: a creation that is killed or refused half-way leaves no store behind.
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openWritable, type WritableDb } from './database.ts'
import { migrate, NEWEST_VERSION } from './migrate.ts'

const UNFINISHED = 'yaodian.db.unfinished'

/** Makes the file and lets `fill` write into it; it must have closed the handle when it returns. */
export function createStoreFile(place: string, file: string, fill: (db: WritableDb) => void): void {
  removeLeftovers(place)
  const unfinished = join(place, UNFINISHED)
  try {
    const db = openWritable(unfinished, { isNew: true, newestVersion: NEWEST_VERSION })
    try {
      migrate(db)
      fill(db)
    } finally {
      // Closing the only connection moves the log into the file, so one rename carries everything.
      db.close()
    }
    renameSync(unfinished, file)
    syncFolder(place)
  } catch (error) {
    removeLeftovers(place)
    throw error
  }
}

/** Only for the owner: what an unfinished creation left behind. */
export function removeLeftovers(place: string): void {
  for (const name of readdirSync(place))
    if (name.startsWith(UNFINISHED)) rmSync(join(place, name), { force: true })
}

/** A rename is only safe from a power cut once its folder is; Windows cannot open folders and needs no such call. */
function syncFolder(place: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(place, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
