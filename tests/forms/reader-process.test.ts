// The process that reads: bombs end in words within ten seconds and half a gigabyte, and whoever asked stays as it was.

import { EventEmitter } from 'node:events'
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { WorkbookSource } from '../../src/application/ports.ts'
import { rejectionMessage } from '../../src/core/rejections.ts'
import { LIMITS } from '../../src/excel/reading/reading-limits.ts'
import type { HelperProcess } from '../../src/main/helpers/helper-process.ts'
import { startInNode } from '../../src/main/helpers/node-helpers.ts'
import { readInHelper } from '../../src/main/reading/read-in-helper.ts'
import { brokenZips, otherFiles } from './broken-packages.ts'
import { brokenCells, brokenXml } from './broken-sheets.ts'
import { readInBuiltProcess } from './built-reader.ts'
import { bombs } from './hostile-workbooks.ts'
import { told } from './read-here.ts'
import { numberCell, row, textCell, withRows, withSheet } from './workbook-maker.ts'

const folder = mkdtempSync(join(tmpdir(), 'yaodian-reader-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const readInChild = (source: WorkbookSource) => readInHelper(() => startInNode('workbook-reader'), source)

function fileOf(name: string, bytes: Uint8Array): string {
  const file = join(folder, `${name}.xlsx`)
  writeFileSync(file, bytes)
  return file
}

const MIB = 1024 * 1024

/** Reads the file in a process of its own and keeps to time and memory. */
async function readWithinLimits(file: string): Promise<string> {
  const { answer, milliseconds, megabytes } = await readInBuiltProcess({ path: file })
  expect(megabytes).toBeGreaterThan(0)
  expect(megabytes).toBeLessThan(512)
  expect(milliseconds).toBeLessThan(LIMITS.milliseconds)
  if (!answer.ok) expect(rejectionMessage(answer.code, answer.values)).toMatch(/请.+。$/)
  return told(answer)
}

const broken = [...otherFiles, ...brokenZips, ...brokenXml, ...brokenCells]
test.each([...bombs, ...broken.map(([what, file, code]) => [what, () => file, code] as const)])(
  '%s',
  async (name, make, expected) => {
    expect(await readWithinLimits(fileOf(name, make()))).toBe(expected)
  },
)

test('twenty thousand full rows stay within the same limits', async () => {
  const columns = [...'ABCDEFGHIJKL']
  const rows = Array.from({ length: 20_000 }, (_, at) =>
    row(
      at + 1,
      columns
        .map((column, index) =>
          index % 2 === 0
            ? textCell(`${column}${at + 1}`, `第${at + 1}行第${index + 1}栏`)
            : numberCell(`${column}${at + 1}`, String(at / 8)),
        )
        .join(''),
    ),
  )
  const told = await readWithinLimits(fileOf('full-rows', withRows(rows.join(''))))
  expect(told).toMatch(/^A1=第1行第1栏 B1=0 /)
})

test('whoever asks keeps its memory and its answer is in words', async () => {
  const file = fileOf('asked', withSheet(Buffer.alloc(300 * MIB, ' ')))
  const before = process.memoryUsage().rss
  const answer = await readInChild({ path: file })
  expect(told(answer)).toBe('workbook-over-limit')
  expect((process.memoryUsage().rss - before) / MIB).toBeLessThan(50)
})

test('a file of two gigabytes is refused by its size alone', async () => {
  const file = join(folder, 'sparse.xlsx')
  const handle = openSync(file, 'w')
  ftruncateSync(handle, 2 * 1024 * MIB)
  closeSync(handle)
  expect((await readInBuiltProcess({ path: file })).answer).toEqual({
    ok: false,
    code: 'workbook-too-large',
    values: { size: '2048MB', limit: '50MB' },
  })
})

test('what is not there, or is a folder, is said', async () => {
  mkdirSync(join(folder, 'a.xlsx'), { recursive: true })
  expect(await readInChild({ path: join(folder, 'none.xlsx') })).toMatchObject({
    values: { reason: '文件不存在' },
  })
  expect(await readInChild({ path: join(folder, 'a.xlsx') })).toMatchObject({
    values: { reason: '不是文件' },
  })
})

test('twenty thousand rows arrive whole', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) =>
    row(at + 1, textCell(`A${at + 1}`, `第${at + 1}行`) + numberCell(`B${at + 1}`, String(at / 8))),
  )
  const answer = await readInChild({
    path: fileOf('rows', withRows(rows.join(''))),
  })
  if (!answer.ok) throw new Error(answer.code)
  const [sheet] = answer.workbook.sheets
  expect([sheet?.rows.length, sheet?.texts.at(-1), sheet?.texts.at(-2)]).toEqual([
    40_000,
    '2499.875',
    '第20000行',
  ])
})

/** A process that does as it is told by the test. */
class FakeChild extends EventEmitter implements HelperProcess {
  wasKilled = false
  send(): void {}
  kill(): void {
    this.wasKilled = true
  }
}

test('a process that never answers is ended, and that is said', async () => {
  const child = new FakeChild()
  const answer = await readInHelper(() => child, { base64: '' }, 1)
  expect([answer, child.wasKilled]).toEqual([
    { ok: false, code: 'workbook-too-slow', values: { seconds: '0.001' } },
    true,
  ])
})

test('a process that dies is an answer too', async () => {
  const child = new FakeChild()
  const reading = readInHelper(() => child, { base64: '' })
  child.emit('exit')
  expect(await reading).toEqual({ ok: false, code: 'workbook-reader-stopped', values: {} })
})
