import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nextLine, startChild } from './child-process.ts'
import { aPersonDraft, aStamp } from './drafts.ts'
import { aStore, tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()

test('of twenty that open the store at once exactly one owns it', async () => {
  const place = tempFolder()
  aStore(place).journal.close()
  const children = Array.from({ length: 20 }, () => startChild('own-store-child.ts', [place]))
  const ready = await Promise.all(children.map(nextLine))
  expect(new Set(ready)).toEqual(new Set(['ready']))
  for (const child of children) child.stdin?.write('go\n')
  // The owner keeps the store until every other one has had its answer.
  const answers = await Promise.all(children.map(nextLine))
  const ended = children.map((child) => once(child, 'exit'))
  for (const child of children) child.stdin?.end()
  await Promise.all(ended)
  expect(answers.filter((answer) => answer === 'owner')).toHaveLength(1)
  expect(answers.filter((answer) => answer === 'store-in-use')).toHaveLength(19)
})

test('a second owner is refused by name, a reader is not', () => {
  const place = tempFolder()
  const { folder, journal } = aStore(place)
  expect(() => folder.open('write')).toThrow(`台账正由另一个窗口使用（命令行，进程${process.pid}）`)
  const reader = folder.open('read')
  expect([...reader.state().people.keys()]).toEqual(['王敏'])
  expect(() => reader.append([aPersonDraft('李强')], aStamp())).toThrow('数据文件夹不能写入')
  reader.close()
  journal.append([aPersonDraft('李强')], aStamp())
  journal.close()
  expect(existsSync(join(place, 'yaodian.owner.json'))).toBe(false)
})

test('the note of an owner that was killed does not shut anyone out', async () => {
  const place = tempFolder()
  const { folder, journal } = aStore(place)
  journal.close()
  const child = startChild('own-store-child.ts', [place])
  await nextLine(child)
  child.stdin?.write('go\n')
  expect(await nextLine(child)).toBe('owner')
  const note = readFileSync(join(place, 'yaodian.owner.json'), 'utf8')
  expect(note).toContain(String(child.pid))
  expect(() => folder.open('write')).toThrow(`桌面窗口，进程${child.pid}`)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(existsSync(join(place, 'yaodian.owner.json'))).toBe(true)
  folder.open('write').close()
})

test('a note that cannot be read only costs the name', () => {
  const place = tempFolder()
  const { folder, journal } = aStore(place)
  for (const note of ['{', 'null', '[]', '{"kind":"window"}']) {
    writeFileSync(join(place, 'yaodian.owner.json'), note)
    expect(() => folder.open('write')).toThrow('（未知）')
  }
  journal.close()
})
