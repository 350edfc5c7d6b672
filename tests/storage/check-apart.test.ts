// The check behind each opening: beside the owner, in a process of its own.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { storeCheck } from '../../src/main/checking/check-apart.ts'
import { startInNode } from '../../src/main/helpers/node-helpers.ts'
import { aPersonDraft, aStamp } from './drafts.ts'
import { aStore, tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
const checkApart = storeCheck(async () => startInNode)

test('says the same as the store itself while its owner goes on writing', async () => {
  const place = tempFolder()
  const { journal } = aStore(place)
  const [first, same] = [checkApart(place), checkApart(place)]
  expect(same).toBe(first)
  expect(await first).toEqual({ ok: true, value: journal.verify() })
  journal.append([aPersonDraft('李强')], aStamp())
  expect(await checkApart(place)).toMatchObject({ ok: true, value: { ok: true, entries: 2 } })
  journal.close()
})

test('tells what is wrong, and why a store cannot be checked at all', async () => {
  const place = tempFolder()
  aStore(place).journal.close()
  const db = new Database(join(place, 'yaodian.db'))
  db.exec('DROP TRIGGER journal_refuses_update; UPDATE journal SET author = author || author')
  db.close()
  const answer = await checkApart(place)
  expect(answer.ok && answer.value.problems.join()).toContain('的内容与校验值不符')
  expect(await checkApart(tempFolder())).toMatchObject({ ok: false, rejection: { code: 'store-missing' } })
})

test('a check that is ended from outside says so, and the next one starts afresh', async () => {
  const place = tempFolder()
  aStore(place).journal.close()
  let isEnded = true
  const check = storeCheck(async () => (name) => {
    const helper = startInNode(name)
    if (isEnded) helper.kill()
    return helper
  })
  const waiting = process.listenerCount('exit')
  expect(await check(place)).toMatchObject({ ok: false, rejection: { code: 'internal-error' } })
  isEnded = false
  expect(await check(place)).toMatchObject({ ok: true, value: { ok: true } })
  expect(process.listenerCount('exit')).toBe(waiting)
})
