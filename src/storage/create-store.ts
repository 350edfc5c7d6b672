// A new store is written under a temporary name and gets its real name only once its first entries are safe in
// it: a creation that is killed or refused half-way leaves no store behind. Until then nothing is flushed: half a year of
// 示例数据 is a hundred transactions, which a mechanical disk would take seconds for.
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenJournal } from '../application/ports.ts'
import { RefusedError } from '../core/refused-error.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { openWritable } from './database.ts'
import { NEWEST_VERSION } from './migrate.ts'
import { SqliteJournal } from './sqlite-journal.ts'

const UNFINISHED = 'yaodian.db.unfinished'

export function createStoreFile(place: string, file: string, fill: (journal: OpenJournal) => void): void {
  removeLeftovers(place)
  const unfinished = join(place, UNFINISHED)
  const connect = (isNew: boolean) =>
    openWritable(unfinished, { isNew, newestVersion: NEWEST_VERSION, isUnfinished: true })
  try {
    const db = connect(true)
    bringUpToDate(db)
    const journal = new SqliteJournal({ db, isReadOnly: false, reopen: () => connect(false) })
    try {
      fill(journal)
    } finally {
      // Closing the only connection moves the log into the file, so one rename carries everything.
      journal.close()
    }
    if (existsSync(`${unfinished}-wal`)) throw new RefusedError('disk-full')
    flush(unfinished, 'r+')
    renameSync(unfinished, file)
    // A rename is only safe from a power cut once its folder is; Windows cannot open folders and needs no such call.
    if (process.platform !== 'win32') flush(place, 'r')
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

function flush(path: string, access: 'r' | 'r+'): void {
  const handle = openSync(path, access)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
