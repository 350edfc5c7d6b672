import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { RefusedError } from '../../src/core/refused-error.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { hashOf } from '../../src/storage/stamp-entries.ts'
import { aPersonDraft, aStamp, START } from './drafts.ts'
import { aStore, tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()

function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return (error as RefusedError).rejection.code
  }
  return 'nothing thrown'
}

test('what was appended is there after opening again, in order', () => {
  const place = tempFolder()
  const { folder, journal } = aStore(place)
  const [first, second] = journal.append(
    [aPersonDraft('李强'), aPersonDraft('赵静')],
    aStamp({ wallMs: START + 60_000, isClockSet: true }),
  )
  expect(first?.time).toBe('2020-01-02T01:01:00.000Z-0000')
  expect(second?.time).toBe('2020-01-02T01:01:00.000Z-0001')
  expect(second?.previous).toBe(first?.hash)
  journal.close()
  const again = folder.open('write')
  expect([...again.state().people.keys()]).toEqual(['王敏', '李强', '赵静'])
  expect(again.entriesOf('person/李强')).toEqual([first])
  expect(Object.values(again.heads())).toEqual([3])
  expect(again.newestTime()).toBe(second?.time)
  expect(again.isClockSet()).toBe(true)
  again.close()
})

test('a clock set back does not put new entries before old ones', () => {
  const { journal } = aStore(tempFolder())
  const [entry] = journal.append([aPersonDraft('李强')], aStamp({ wallMs: 0 }))
  expect(entry?.time).toBe('2020-01-02T01:00:00.000Z-0001')
  expect(journal.stateAt({ until: '2020-01-02T01:00:00.000Z-0000' }).people.size).toBe(1)
  expect(journal.stateAt({ heads: { [entry?.device ?? '']: 2 } }).people.size).toBe(2)
  journal.close()
})

test('a text that UTF-8 cannot hold is refused, for what is stored would not be what was hashed', () => {
  const { journal } = aStore(tempFolder())
  expect(codeOf(() => journal.append([aPersonDraft('李\ud83d')], aStamp()))).toBe('storage-failed')
  expect(codeOf(() => journal.append([aPersonDraft('李强')], aStamp({ author: '\udfff' })))).toBe(
    'storage-failed',
  )
  expect(journal.verify()).toMatchObject({ ok: true, entries: 1 })
  journal.close()
})

test('the database itself refuses to change or remove an entry', () => {
  const place = tempFolder()
  aStore(place).journal.close()
  const db = new Database(join(place, 'yaodian.db'))
  db.pragma('recursive_triggers = ON')
  expect(() => db.exec("UPDATE journal SET author = '李强'")).toThrow('never changed')
  expect(() => db.exec('UPDATE OR REPLACE journal SET seq = seq')).toThrow('never changed')
  expect(() => db.exec('DELETE FROM journal')).toThrow('never removed')
  expect(() => db.exec('INSERT OR REPLACE INTO journal SELECT * FROM journal')).toThrow('never removed')
  expect(db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(1)
  expect(() => db.exec('UPDATE device_head SET seq = 0')).toThrow('never goes back')
  expect(() => db.exec("UPDATE device_head SET time = ''")).toThrow('never goes back')
  expect(() => db.exec('DELETE FROM device_head')).toThrow('never removed')
  db.close()
})

test('work that belongs together is written as a whole or not at all', () => {
  const { folder, journal } = aStore(tempFolder())
  expect(() =>
    journal.transact(() => {
      journal.append([aPersonDraft('李强')], aStamp())
      expect(journal.state().people.size).toBe(2)
      throw new Error('changed my mind')
    }),
  ).toThrow('changed my mind')
  expect(journal.state().people.size).toBe(1)
  expect(folder.open('read').state().people.size).toBe(1)
  journal.transact(() => {
    journal.append([aPersonDraft('李强')], aStamp())
    journal.append([aPersonDraft('赵静')], aStamp())
  })
  expect(journal.state().people.size).toBe(3)
  expect(journal.verify().ok).toBe(true)
  journal.close()
})

test('a failure inside is not forgotten because the caller went on', () => {
  const { journal } = aStore(tempFolder())
  const work = () =>
    journal.transact(() => {
      journal.append([aPersonDraft('李强')], aStamp())
      try {
        journal.append([aPersonDraft('赵静')], aStamp({ wallMs: Number.POSITIVE_INFINITY }))
      } catch {
        // As careless code would.
      }
    })
  expect(codeOf(work)).toBe('storage-failed')
  expect(journal.state().people.size).toBe(1)
  journal.close()
})

test('each append makes a new state object, a reading of it does not', () => {
  const { journal } = aStore(tempFolder())
  const before = journal.state()
  expect(journal.state()).toBe(before)
  journal.append([aPersonDraft('李强')], aStamp())
  expect(journal.state()).not.toBe(before)
  journal.close()
})

test('a store whose first entries fail does not come into being', () => {
  const place = join(tempFolder(), 'new')
  const folder = storeFolder(place, { owner: 'window' })
  expect(() =>
    folder.create((journal) => {
      journal.append([aPersonDraft('王敏')], aStamp())
      expect(folder.exists()).toBe(false)
      throw new Error('plan refused')
    }),
  ).toThrow('plan refused')
  expect(folder.exists()).toBe(false)
  expect(readdirSync(place).filter((name) => name.startsWith('yaodian.db'))).toEqual([])
  folder.create((journal) => journal.append([aPersonDraft('王敏')], aStamp())).close()
  expect(codeOf(() => folder.create(() => undefined))).toBe('store-exists')
})

test('a clean close leaves everything in one file', () => {
  const place = tempFolder()
  const { journal } = aStore(place)
  expect(existsSync(join(place, 'yaodian.db-wal'))).toBe(true)
  journal.close()
  journal.close()
  expect(readdirSync(place).sort()).toEqual(['yaodian.db', 'yaodian.lock'])
})

test('entries from elsewhere that were altered are refused as a whole', () => {
  const { journal } = aStore(tempFolder())
  const other = aStore(tempFolder())
  other.journal.append([aPersonDraft('李强')], aStamp())
  const entries = ['王敏', '李强'].flatMap((name) => other.journal.entriesOf(`person/${name}`))
  const altered = entries.map((entry) => ({ ...entry, author: '赵静' }))
  const before = journal.verify()
  expect(() => journal.importEntries([...entries, ...altered])).toThrow(
    `条目${entries[0]?.id}与它的校验值不符，可能被改动过，一条也没有接收，台账没有改动，请让对方重新导出后再试。`,
  )
  expect(codeOf(() => journal.importEntries(altered))).toBe('entry-altered')
  expect(journal.verify()).toEqual(before)
  expect(journal.importEntries(entries)).toEqual({ new: 2, known: 0 })
  expect(Object.keys(journal.heads())).toHaveLength(2)
  expect(journal.verify().ok).toBe(true)
  journal.close()
  other.journal.close()
})

test('another entry under the id of one that is here is refused, however well it is hashed', () => {
  const { journal } = aStore(tempFolder())
  const [own] = journal.append([aPersonDraft('李强')], aStamp())
  if (own === undefined) throw new Error('nothing was appended')
  const unsealed = { ...own, author: '赵静' }
  const forged = { ...unsealed, hash: hashOf(unsealed) }
  const before = journal.verify()
  for (const set of [[forged], [own, forged], [...Array<typeof own>(3).fill(own), forged]]) {
    expect(() => journal.importEntries(set)).toThrow(`条目${own.id}与台账里同一编号的条目不同，可能被改动过`)
    expect(journal.verify()).toEqual(before)
  }
  // Neither of the two is here yet.
  const other = aStore(tempFolder())
  expect(codeOf(() => other.journal.importEntries([own, forged]))).toBe('entry-altered')
  expect(other.journal.importEntries([own, own])).toEqual({ new: 1, known: 1 })
  journal.close()
  other.journal.close()
})

test('a large import goes in once, and an altered entry in it leaves nothing', () => {
  const { journal } = aStore(tempFolder())
  const other = aStore(tempFolder())
  const names = Array.from({ length: 6000 }, (_, index) => `第${index}人`)
  const entries = other.journal.append(names.map(aPersonDraft), aStamp({ wallMs: START + 60_000 }))
  const altered = entries.map((entry, index) => (index === 5999 ? { ...entry, author: '李强' } : entry))
  expect(codeOf(() => journal.importEntries(altered))).toBe('entry-altered')
  expect(journal.importEntries(entries)).toEqual({ new: 6000, known: 0 })
  expect(journal.importEntries(entries)).toEqual({ new: 0, known: 6000 })
  expect(journal.entriesOf('person/第5人')).toEqual([entries[5]])
  // Its own first entry is missing here, as in a package that lost its beginning.
  expect(journal.verify().problems).toEqual([expect.stringContaining('缺第1条至第1条')])
  journal.close()
  other.journal.close()
})

test('a fork that arrives in either order leaves the same heads, and verify names only the fork', () => {
  const place = tempFolder()
  aStore(place).journal.close()
  const clone = tempFolder()
  cpSync(place, clone, { recursive: true })
  const branches = [
    [place, '李强', START + 60_000],
    [clone, '赵静', START + 120_000],
  ].map(([folder, name, wallMs]) => {
    const branch = storeFolder(String(folder), { owner: 'command' }).open('write')
    const own = branch.append([aPersonDraft(String(name))], aStamp({ wallMs: Number(wallMs) }))
    const entries = [...branch.entriesOf('person/王敏'), ...own]
    branch.close()
    return entries
  })
  const reports = [branches, [...branches].reverse()].map((order) => {
    const merged = storeFolder(tempFolder(), { owner: 'command' }).create((filling) => {
      for (const entries of order) filling.importEntries(entries)
    })
    const report = merged.verify()
    expect(merged.newestTime()).toBe(branches[1]?.[1]?.time)
    merged.close()
    return report
  })
  expect(reports[0]?.problems).toEqual([expect.stringMatching(/第2条有2份不同的内容/)])
  expect(reports[1]).toEqual(reports[0])
})
