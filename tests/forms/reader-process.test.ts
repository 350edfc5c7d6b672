// The process that reads: bombs end in words within ten seconds and half a gigabyte, and whoever asked stays as it was.

import { spawnSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { WorkbookSource } from '../../src/application/ports.ts'
import { LIMITS } from '../../src/excel/reading/reading-limits.ts'
import { HELPER_NODE_OPTIONS, type HelperProcess } from '../../src/main/helpers/helper-process.ts'
import { startInNode } from '../../src/main/helpers/node-helpers.ts'
import { readInHelper } from '../../src/main/reading/read-in-helper.ts'
import { told } from './read-here.ts'
import {
  makeWorkbook,
  numberCell,
  row,
  sharedXml,
  sheetXml,
  textCell,
  withRows,
  withSheet,
} from './workbook-maker.ts'

const folder = mkdtempSync(join(tmpdir(), 'yaodian-reader-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const readInChild = (source: WorkbookSource) => readInHelper(() => startInNode('workbook-reader'), source)

function fileOf(name: string, bytes: Uint8Array): string {
  const file = join(folder, `${name}.xlsx`)
  writeFileSync(file, bytes)
  return file
}

const MIB = 1024 * 1024
const blanks = (bytes: number) => Buffer.alloc(bytes, ' ')
const wrapped = (inside: Uint8Array) =>
  Buffer.concat([Buffer.from('<worksheet><sheetData>'), inside, Buffer.from('</sheetData></worksheet>')])

/** Each looks like a workbook of a few hundred kilobytes. */
const bombs: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['half a gigabyte of blanks', () => withSheet(wrapped(blanks(512 * MIB))), 'workbook-over-limit'],
  [
    'one tag without end',
    () => withSheet(wrapped(Buffer.concat([Buffer.from('<c a="'), blanks(64 * MIB)]))),
    'workbook-over-limit',
  ],
  ['tags within tags', () => withSheet(wrapped(Buffer.from('<a>'.repeat(4 * MIB)))), 'workbook-suspicious'],
  ['ten million empty cells', () => withRows(`<row>${'<c s="1"/>'.repeat(16_000)}</row>`.repeat(625)), ''],
  [
    'ten million numbers',
    () => withRows(`<row>${'<c><v>1</v></c>'.repeat(500)}</row>`.repeat(10_000)),
    'workbook-over-limit',
  ],
  [
    'a million long texts',
    () =>
      makeWorkbook({
        'xl/sharedStrings.xml': sharedXml(`<si><t>${'一二三四五六七八九十'.repeat(8)}</t></si>`.repeat(MIB)),
      }),
    'workbook-over-limit',
  ],
  [
    'a million merges',
    () => withRows('', `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(MIB)}</mergeCells>`),
    'workbook-over-limit',
  ],
  [
    'thirty million formats',
    () =>
      makeWorkbook({
        'xl/styles.xml': `<styleSheet><cellXfs>${'<xf/>'.repeat(8 * MIB)}</cellXfs></styleSheet>`,
      }),
    'workbook-over-limit',
  ],
  [
    'a million kinds of tags',
    () =>
      withSheet(
        `<worksheet>${Array.from({ length: MIB }, (_, index) => `<t${index}/>`).join('')}</worksheet>`,
      ),
    'workbook-suspicious',
  ],
  [
    'twelve million entities',
    () => withRows(row(1, textCell('A1', '&#65;'.repeat(12_000_000)))),
    'workbook-over-limit',
  ],
]

/** Reads the file in a process of its own and keeps to time and memory. */
function readWithinLimits(file: string): string {
  const run = spawnSync(
    process.execPath,
    [...HELPER_NODE_OPTIONS['workbook-reader'], join(import.meta.dirname, 'reader-memory.ts'), file],
    { encoding: 'utf8', timeout: 60_000 },
  )
  const said = JSON.parse(run.stdout) as { told: string; milliseconds: number; megabytes: number }
  expect(said.megabytes).toBeGreaterThan(0)
  expect(said.megabytes).toBeLessThan(512)
  expect(said.milliseconds).toBeLessThan(LIMITS.milliseconds)
  return said.told
}

test.each(bombs)('%s', (name, make, code) => {
  expect(readWithinLimits(fileOf(name, make()))).toBe(code)
})

test('twenty thousand full rows stay within the same limits', () => {
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
  expect(readWithinLimits(fileOf('full-rows', withSheet(sheetXml(rows.join('')))))).toMatch(
    /^A1=第1行第1栏 B1=0 /,
  )
})

test('whoever asks keeps its memory and its answer is in words', async () => {
  const file = fileOf('asked', withSheet(wrapped(blanks(300 * MIB))))
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
  expect(await readInChild({ path: file })).toEqual({
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
    path: fileOf('rows', withSheet(sheetXml(rows.join('')))),
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
