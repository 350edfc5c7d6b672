// One owner per data folder. The lock is an exclusive transaction on a tiny database of its own: the operating
// system takes it back when the process dies, on every platform, so a stale lock cannot exist.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { RefusedError } from '../core/refused-error.ts'
import { codeOf } from './storage-error.ts'

export type OwnerKind = 'window' | 'browser' | 'command'

const KIND_NAMES: Record<OwnerKind, string> = { window: '桌面窗口', browser: '浏览器窗口', command: '命令行' }

/** Two that start at the same moment step back from each other; within this time one of them gets through. */
const CONTENTION_MS = 400

export interface OwnerLock {
  release(): void
}

/** Takes the folder, or throws store-in-use with who has it. */
export function takeOwnership(place: string, kind: OwnerKind): OwnerLock {
  const lock = new Database(join(place, 'yaodian.lock'), { timeout: CONTENTION_MS })
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (codeOf(error).startsWith('SQLITE_BUSY'))
      throw new RefusedError('store-in-use', { owner: ownerText(place) })
    throw error
  }
  writeNote(place, kind)
  return {
    release() {
      rmSync(notePath(place), { force: true })
      lock.close()
    },
  }
}

const notePath = (place: string) => join(place, 'yaodian.owner.json')

/** Only words for the message of store-in-use; whether the folder is owned is for the lock alone to say. */
function writeNote(place: string, kind: OwnerKind): void {
  try {
    writeFileSync(
      notePath(place),
      JSON.stringify({ kind, pid: process.pid, since: new Date().toISOString() }),
    )
  } catch {
    // A full disk must not keep anyone from opening the store.
  }
}

function ownerText(place: string): string {
  try {
    const note: unknown = JSON.parse(readFileSync(notePath(place), 'utf8'))
    if (typeof note !== 'object' || note === null || !('kind' in note) || !('pid' in note)) return '未知'
    const name = Object.entries(KIND_NAMES).find(([kind]) => kind === note.kind)?.[1] ?? '另一个程序'
    return `${name}，进程${Number(note.pid)}`
  } catch {
    return '未知'
  }
}
