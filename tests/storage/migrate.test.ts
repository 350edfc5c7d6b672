import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/core/journal/canonical-json.ts'
import type { JournalEntry } from '../../src/core/journal/journal-entry.ts'
import { RefusedError } from '../../src/core/refused-error.ts'
import {
  isAtLeast,
  openInMemory,
  openWritable,
  userVersion,
  type WritableDb,
} from '../../src/storage/database.ts'
import { headReader } from '../../src/storage/device-heads.ts'
import { MIGRATIONS, migrate, NEWEST_VERSION } from '../../src/storage/migrate.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { aFigureDraft, aPersonDraft, aPlanDraft, aStamp } from './drafts.ts'
import { planOfEveryMode } from './plan-of-every-mode.ts'
import { aStore, tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()

const plan = aPlanDraft(planOfEveryMode())
const reading = aFigureDraft('12')

test('the numbers of the migrations rise in tens', () => {
  const numbers = MIGRATIONS.map(({ number }) => number)
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  expect(numbers.every((number) => number % 10 === 0)).toBe(true)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('every column of the schema says what it holds', () => {
  for (const { sql } of MIGRATIONS) {
    const lines = sql.split('\n').map((line) => line.trim())
    const columns = lines.flatMap((line, index) =>
      /^\w+ (TEXT|INTEGER|REAL|BLOB)\b/.test(line) ? [index] : [],
    )
    const bare = columns
      .filter((index) => !lines[index - 1]?.startsWith('--'))
      .map((index) => lines[index]?.split(' ')[0])
    expect(bare).toEqual([])
  }
})

/** The columns the journal has had since version 10, written without the help of today's code. */
function insertRow(db: WritableDb, entry: JournalEntry): void {
  const about = entry.kind === 'indicator-reading-recorded' ? entry.body : null
  db.prepare(
    `INSERT INTO journal (id, device, seq, time, clock_set, author, kind, subject, basis, month, item, previous, hash, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, unhex(?), unhex(?), ?)`,
  ).run(
    entry.id,
    entry.device,
    entry.seq,
    entry.time,
    entry.isClockSet ? 1 : 0,
    entry.author,
    entry.kind,
    entry.subject,
    entry.basis,
    about?.month ?? null,
    about?.indicator ?? null,
    entry.previous,
    entry.hash,
    canonicalJson(entry.body),
  )
}

/** Since version 30 a device's newest entry is written down as well. */
function insertHead(db: WritableDb, entries: readonly JournalEntry[]): void {
  const last = entries.at(-1)
  if (last === undefined) throw new Error('a store has at least one entry')
  db.prepare(
    'INSERT INTO device_head (device, seq, hash, time, clock_set) VALUES (?, ?, unhex(?), ?, 0)',
  ).run(last.device, last.seq, last.hash, last.time)
}

test.each(MIGRATIONS.map(({ number }) => number))(
  'a store of version %i opens with the same entries and fresh tables',
  (version) => {
    const { folder, journal } = aStore(tempFolder())
    journal.append([plan, reading], aStamp())
    const entries = ['person/王敏', 'plan', reading.subject].flatMap((subject) => journal.entriesOf(subject))
    const wanted = journal.verify()
    journal.close()

    const old = tempFolder()
    const db = openWritable(join(old, 'yaodian.db'), { isNew: true, newestVersion: NEWEST_VERSION })
    migrate(
      db,
      MIGRATIONS.filter(({ number }) => number <= version),
    )
    for (const entry of entries) insertRow(db, entry)
    if (version >= 30) insertHead(db, entries)
    expect(userVersion(db)).toBe(version)
    db.close()

    const oldFolder = storeFolder(old, { owner: 'command' })
    const reader = oldFolder.open('read')
    expect(reader.verify()).toEqual(wanted)
    reader.close()
    const migrated = oldFolder.open('write')
    expect(migrated.verify()).toEqual(wanted)
    migrated.append([aPersonDraft('李强')], aStamp())
    migrated.close()
    expect(folder.exists()).toBe(true)
  },
)

test('a migration that fails leaves the schema before it', () => {
  const db = openInMemory()
  const broken = { number: 990, sql: 'CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);' }
  expect(() => migrate(db, [...MIGRATIONS, broken])).toThrow('nowhere')
  expect(userVersion(db)).toBe(NEWEST_VERSION)
  expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0)
  db.close()
})

test('a store from a newer version is refused by name and not touched', () => {
  const place = tempFolder()
  const { folder, journal } = aStore(place)
  journal.close()
  const file = join(place, 'yaodian.db')
  const db = new Database(file)
  db.pragma('user_version = 990')
  db.close()
  for (const access of ['read', 'write'] as const) {
    expect(() => folder.open(access)).toThrow(
      '台账由更新版本的软件写成（结构版本990），请升级本软件后再打开，数据没有改动。',
    )
  }
  const after = new Database(file)
  expect(after.pragma('user_version', { simple: true })).toBe(990)
  after.close()
})

test('a version of SQLite older than its known repair is told apart', () => {
  expect(isAtLeast('3.51.3', [3, 51, 3])).toBe(true)
  expect(isAtLeast('3.54.1', [3, 51, 3])).toBe(true)
  expect(isAtLeast('4.0', [3, 51, 3])).toBe(true)
  expect(isAtLeast('3.51.2', [3, 51, 3])).toBe(false)
  expect(isAtLeast('3.9.9', [3, 51, 3])).toBe(false)
  expect(new RefusedError('storage-failed', { reason: 'SQLite 3.9.9' }).message).toContain('SQLite 3.9.9')
})

test('what a store from before version 30 says of its devices follows from its entries, forks included', () => {
  const db = openInMemory()
  migrate(
    db,
    MIGRATIONS.filter(({ number }) => number <= 20),
  )
  const rows = [
    // Arrived out of order, and with number 2 twice, as from a PC that was copied.
    ['3', 'first', 1, '2020-01-01', 0, '01'],
    ['1', 'first', 2, '2020-01-03', 1, '02'],
    ['2', 'first', 2, '2020-01-02', 0, '09'],
    ['5', 'second', 1, '2020-01-05', 1, '04'],
  ] as const
  for (const [id, device, seq, time, isClockSet, hash] of rows)
    db.prepare(
      `INSERT INTO journal (id, device, seq, time, clock_set, author, kind, subject, hash, body)
       VALUES (?, ?, ?, ?, ?, '王敏', 'person-added', 'person/王敏', unhex(?), '{}')`,
    ).run(id, device, seq, time, isClockSet, hash.repeat(32))
  migrate(db)
  expect(db.prepare('SELECT id FROM journal').pluck().all()).toEqual(['1', '2', '3', '5'])
  expect(headReader(db)()).toEqual([
    { device: 'first', seq: 2, hash: '09'.repeat(32), time: '2020-01-03', isClockSet: true },
    { device: 'second', seq: 1, hash: '04'.repeat(32), time: '2020-01-05', isClockSet: true },
  ])
  expect(() => db.exec('DELETE FROM journal')).toThrow('never removed')
  expect(() => db.exec('UPDATE journal SET seq = 9')).toThrow('never changed')
  db.close()
})
