// A folder that cannot be written, and a disk that is full.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openWritable } from '../../src/storage/database.ts'
import { NEWEST_VERSION } from '../../src/storage/migrate.ts'
import { SqliteJournal } from '../../src/storage/sqlite-journal.ts'
import { aPersonDraft, aPlanDraft, aStamp } from './drafts.ts'
import { planOfEveryMode } from './plan-of-every-mode.ts'
import { aStore, tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
const child = fileURLToPath(new URL('read-only-child.ts', import.meta.url))

/** Runs the child with `parent` mounted read-only; permissions alone would not stop a user who is root. */
function runReadOnly(
  parent: string,
  args: readonly string[],
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'
  return spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', parent, process.execPath, child, ...args], {
    encoding: 'utf8',
  })
}

function canMount(): boolean {
  const parent = tempFolder()
  return (
    spawnSync('unshare', [
      '-rm',
      'sh',
      '-c',
      'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && ! touch "$1/x" 2>/dev/null',
      'sh',
      parent,
    ]).status === 0
  )
}

test('a store in a read-only folder can be read and not written, also after a crash', () => {
  const parent = tempFolder()
  const place = join(parent, 'data')
  const empty = join(parent, 'empty')
  mkdirSync(empty)
  // Left open: the newest entries stand in the log beside the database, as after a crash.
  const { journal } = aStore(place)
  journal.append([aPersonDraft('赵静')], aStamp())
  let result: ReturnType<typeof runReadOnly>
  if (canMount()) result = runReadOnly(parent, [place, empty])
  else {
    // Without the right to mount: permissions, which stop everyone but root; as root the child becomes nobody.
    const isRoot = process.getuid?.() === 0
    if (isRoot) chmodSync(parent, 0o755)
    chmodSync(place, 0o555)
    chmodSync(empty, 0o555)
    result = spawnSync(process.execPath, [child, place, empty], {
      encoding: 'utf8',
      env: { ...process.env, ...(isRoot ? { YAODIAN_BECOME: '65534' } : {}) },
    })
    chmodSync(place, 0o755)
    chmodSync(empty, 0o755)
  }
  expect(result.stderr).toBe('')
  expect(JSON.parse(result.stdout)).toEqual({
    isReadOnly: true,
    people: ['王敏', '赵静'],
    isSound: true,
    append: 'data-folder-read-only',
    create: 'data-folder-read-only',
    copiesWhileOpen: 1,
    copiesAfter: 0,
  })
  journal.close()
})

test('a full disk refuses the save, leaves what was there, and saves again once there is room', () => {
  const place = tempFolder()
  aStore(place).journal.close()
  const db = openWritable(join(place, 'yaodian.db'), { isNew: false, newestVersion: NEWEST_VERSION })
  const journal = new SqliteJournal({ db, isReadOnly: false, reopen: () => db })
  journal.append([aPlanDraft(planOfEveryMode())], aStamp())
  const before = journal.verify()
  db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`)
  const long = aPersonDraft('名'.repeat(20_000))
  expect(() => journal.append([aPersonDraft('李强'), long], aStamp())).toThrow('磁盘空间已满，没有保存')
  expect(journal.verify()).toEqual(before)
  expect([...journal.state().people.keys()]).toEqual(['王敏'])
  db.pragma('max_page_count = 1000000')
  journal.append([aPersonDraft('李强'), long], aStamp())
  expect(journal.verify()).toMatchObject({ ok: true, entries: before.entries + 2 })
  journal.close()
})

test('every save is flushed to the disk before it is acknowledged', () => {
  const place = tempFolder()
  const { journal } = aStore(place)
  const reader = new Database(join(place, 'yaodian.db'), { readonly: true })
  expect(reader.pragma('journal_mode', { simple: true })).toBe('wal')
  reader.close()
  journal.close()
  const db = openWritable(join(place, 'yaodian.db'), { isNew: false, newestVersion: NEWEST_VERSION })
  // 2 = FULL; a kill cannot show the difference, only a power cut could.
  expect(db.pragma('synchronous', { simple: true })).toBe(2)
  expect(db.pragma('trusted_schema', { simple: true })).toBe(0)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  db.close()
})

test('on a disk that is really full a save is refused, and works again without a restart', () => {
  const disk = tempFolder()
  const fullDisk = fileURLToPath(new URL('full-disk-child.ts', import.meta.url))
  const script = 'mount -t tmpfs -o size=2m tmpfs "$1" && disk="$1" && shift && exec "$@" "$disk"'
  const canUseTmpfs = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', disk]).status === 0
  if (!canUseTmpfs) {
    console.info(
      'not shown here: a disk that is really full (no right to mount); the limit on pages above stands for it',
    )
    return
  }
  const result = spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', disk, process.execPath, fullDisk], {
    encoding: 'utf8',
  })
  expect(result.stderr).toBe('')
  expect(JSON.parse(result.stdout)).toEqual({
    codes: ['disk-full'],
    whileFull: { people: true, isSound: true },
    isSoundAfter: true,
    hasAll: true,
  })
})
