import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { OpenJournal } from '../../src/application/ports.ts'
import type { Rejection } from '../../src/core/outcome.ts'
import { RefusedError } from '../../src/core/refused-error.ts'
import { aFigureDraft, aPersonDraft, aPlanDraft, aStamp } from './drafts.ts'
import { planOfEveryMode } from './plan-of-every-mode.ts'
import { aStore, tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()

function aFullStore() {
  const place = tempFolder()
  const { folder, journal } = aStore(place)
  journal.append([aPlanDraft(planOfEveryMode())], aStamp())
  for (const value of ['1', '2', '3', '4']) journal.append([aFigureDraft(value)], aStamp())
  journal.append([aPersonDraft('李强')], aStamp())
  const id = journal.entriesOf('reading/2020-01/stock')[1]?.id ?? ''
  journal.close()
  return { folder, file: join(place, 'yaodian.db'), id }
}

function recordAgain(journal: OpenJournal): void {
  journal.append([aPersonDraft('周敏')], aStamp())
}

function refusalIn(work: () => unknown): Rejection {
  try {
    work()
  } catch (error) {
    if (error instanceof RefusedError) return error.rejection
    throw error
  }
  throw new Error('nothing was refused')
}

/** Changes the database as someone with a database editor would. */
function tamper(file: string, sql: string): void {
  const db = new Database(file)
  db.exec('DROP TRIGGER journal_refuses_update; DROP TRIGGER journal_refuses_delete;')
  db.exec(sql)
  db.close()
}

test.each([
  [
    'a changed figure',
    `UPDATE journal SET body = replace(body, '"value":"2"', '"value":"9"') WHERE seq = 4`,
    '的内容与校验值不符',
  ],
  ['another author', "UPDATE journal SET author = '李强' WHERE seq = 4", '的内容与校验值不符'],
  ['a body that is no JSON', "UPDATE journal SET body = '{' WHERE seq = 4", '的内容已损坏'],
])('verify names the entry with %s', (_, sql, words) => {
  const { folder, file, id } = aFullStore()
  tamper(file, sql)
  const journal = folder.open('read')
  const { ok, problems } = journal.verify()
  expect(ok).toBe(false)
  expect(problems.some((problem) => problem.startsWith(`条目 ${id}（`) && problem.includes(words))).toBe(true)
  journal.close()
})

test.each([
  ['changed figure', `UPDATE journal SET body = replace(body, '"value":"2"', '"value":"9"') WHERE seq = 4`],
  ['body that is no JSON', "UPDATE journal SET body = '{' WHERE seq = 4"],
])('a %s is refused before anything is worked out from it', (_, sql) => {
  const { folder, file, id } = aFullStore()
  tamper(file, sql)
  const journal = folder.open('write')
  const looks = [() => journal.state(), () => journal.stateAt({}), () => recordAgain(journal)]
  for (const look of looks) {
    const { code, message, details } = refusalIn(look)
    expect(code).toBe('store-damaged')
    expect(message).toContain('用最近的备份恢复')
    expect(details[0]?.message).toContain(id)
  }
  journal.close()
})

test('verify tells a gap, a fork and a broken link', () => {
  const { folder, file } = aFullStore()
  tamper(file, 'DELETE FROM journal WHERE seq = 4')
  const gap = folder.open('read')
  expect(gap.verify().problems.join('\n')).toMatch(/设备\w+缺第4条至第4条/)
  gap.close()
  tamper2(file, 'UPDATE journal SET seq = 4 WHERE seq = 5')
  const broken = folder.open('read')
  const problems = broken.verify().problems.join('\n')
  expect(problems).toMatch(/第4条与前一条接不上/)
  broken.close()
  tamper2(file, 'UPDATE journal SET seq = 6 WHERE seq = 7')
  const fork = folder.open('read')
  expect(fork.verify().problems.join('\n')).toMatch(/第6条有2份不同的内容/)
  fork.close()
})

test('verify tells that the newest entries were removed, which leave no gap', () => {
  const { folder, file } = aFullStore()
  tamper(file, 'DELETE FROM journal WHERE seq >= 6')
  const shortened = folder.open('read')
  expect(shortened.verify().problems).toContainEqual(
    expect.stringMatching(/^设备\w+应有7条，台账里只到第5条（最新的条目可能被删去）$/),
  )
  shortened.close()
})

test('verify tells when what was written down of a device is not what its entries say', () => {
  const { folder, file } = aFullStore()
  tamper2(file, 'DROP TRIGGER device_head_refuses_delete; DROP TRIGGER device_head_refuses_going_back')
  for (const [sql, words] of [
    ['UPDATE device_head SET hash = zeroblob(32)', /记下的最后一条（第7条）与台账里的（第7条）不符/],
    ['UPDATE device_head SET seq = 5', /记下的最后一条（第5条）与台账里的（第7条）不符/],
    ['DELETE FROM device_head', /没有记下最后一条是第几条/],
    [`INSERT INTO device_head VALUES ('gone', 3, zeroblob(32), '', 0)`, /设备gone应有3条，台账里只到第0条/],
  ] as const) {
    tamper2(file, sql)
    const journal = folder.open('read')
    expect(journal.verify().problems.join('\n')).toMatch(words)
    journal.close()
  }
})

/** The triggers are gone already. */
function tamper2(file: string, sql: string): void {
  const db = new Database(file)
  db.exec(sql)
  db.close()
}

test('verify shows derived rows that do not follow from the journal', () => {
  const { folder, file } = aFullStore()
  tamper2(file, "UPDATE programme_month SET red = red + 1 WHERE programme = 'p2' AND basis = 'latest'")
  tamper2(file, "DELETE FROM item_month WHERE item = 'stock'")
  const journal = folder.open('read')
  const problems = journal.verify().problems.join('\n')
  expect(problems).toContain('汇总表programme_month缺少或写错了一行')
  expect(problems).toContain('汇总表programme_month多出或写错了一行')
  expect(problems).toContain('汇总表item_month缺少或写错了一行')
  journal.close()
})

test('verify tells a table that is not what it should be', () => {
  const { folder, file } = aFullStore()
  tamper2(file, 'ALTER TABLE programme_month RENAME COLUMN grey TO gray')
  const journal = folder.open('read')
  expect(journal.verify()).toMatchObject({ ok: false, problems: [expect.stringContaining('台账文件已损坏')] })
  journal.close()
})

test('a damaged page is told by verify or refused, never shown as a figure', () => {
  const { folder, file } = aFullStore()
  const bytes = readFileSync(file)
  const pages = statSync(file).size / 4096
  let found = 0
  for (let page = 1; page < pages; page += 1) {
    const handle = openSync(file, 'r+')
    writeSync(handle, Buffer.alloc(64, 0xff), 0, 64, page * 4096)
    closeSync(handle)
    try {
      const journal = folder.open('read')
      if (!journal.verify().ok) found += 1
      journal.close()
    } catch (error) {
      expect(error).toBeInstanceOf(RefusedError)
      found += 1
    }
    writeFileSync(file, bytes)
  }
  // Only pages that hold nothing (freed ones) may be damaged without a word.
  expect(found).toBeGreaterThanOrEqual(pages - 3)
})

test.each([
  ['cut in half', (file: string) => truncateSync(file, 4096 * 2 + 100)],
  ['empty', (file: string) => truncateSync(file, 0)],
  ['a text', (file: string) => writeFileSync(file, '要点台账'.repeat(1000))],
  ['another program’s database', (file: string) => anotherDatabase(file)],
  ['without a column it should have', (file: string) => renameColumn(file)],
])('a file that is %s is refused and left as it is', (_, damage) => {
  const { folder, file } = aFullStore()
  damage(file)
  const before = readFileSync(file)
  for (const access of ['read', 'write'] as const) {
    expect(() => folder.open(access).state()).toThrow('台账文件已损坏或不是本软件的文件')
  }
  expect(readFileSync(file).equals(before)).toBe(true)
})

/** As a flipped bit in the schema's page does. */
function renameColumn(file: string): void {
  tamper2(file, 'ALTER TABLE journal RENAME COLUMN author TO autor')
}

function anotherDatabase(file: string): void {
  truncateSync(file, 0)
  const db = new Database(file)
  db.exec('CREATE TABLE journal (a TEXT)')
  db.close()
}
