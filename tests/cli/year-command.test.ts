// `export year`, as scripts use it: JSON on standard output, exit codes, no half file.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BUILT_FOLDER } from '../hosts/built-folder.ts'
import { temporaryFolder } from '../hosts/temporary-folder.ts'

const COMMAND_LINE = join(BUILT_FOLDER, 'main/cli.js')

function yaodian(...words: string[]) {
  return spawnSync(process.execPath, [COMMAND_LINE, ...words], { encoding: 'utf8' })
}

function store(): { readonly data: string; readonly out: string; readonly folder: string } {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  expect(yaodian('init', '--data', data).status).toBe(0)
  return { data, out: join(folder, '台账.xlsx'), folder }
}

test('writes the file and says where; the same store at the same time gives the same bytes', () => {
  const { data, out } = store()
  const words = ['export', 'year', '--data', data, '--year', '2020', '--at', '2030-01-05T10:00']
  const run = yaodian(...words, '--out', out, '--json')
  expect([run.status, JSON.parse(run.stdout), run.stderr]).toEqual([
    0,
    { ok: true, fileName: '2020年全年台账.xlsx', place: out },
    '',
  ])
  const first = readFileSync(out)
  expect(yaodian(...words, '--out', out).stdout).toBe(`已导出：${out}\n`)
  expect(readFileSync(out).equals(first)).toBe(true)
  expect(JSON.parse(yaodian(...words, '--out', out, '--provisional', '--json').stdout).fileName).toBe(
    '2020年全年台账（含未审核数）.xlsx',
  )
})

test.each([
  [['--year', '2021'], 1, 'year-outside-plan'],
  [['--year', '20x'], 1, 'invalid-input'],
  [['--year', '2020', '--as', '无此人'], 1, 'unknown-person'],
])('%j is refused with its code, and nothing is written', (more, status, code) => {
  const { data, out, folder } = store()
  const run = yaodian('export', 'year', '--data', data, '--out', out, '--json', ...more)
  expect([run.status, JSON.parse(run.stdout).code]).toEqual([status, code])
  expect(readdirSync(folder)).toEqual(['data'])
})

test('bad usage and a place that cannot be written', () => {
  const { data, folder } = store()
  expect(yaodian('export', 'year', '--data', data, '--out', join(folder, 'a.xlsx')).status).toBe(2)
  const run = yaodian('export', 'year', '--data', data, '--year', '2020', '--out', folder, '--json')
  expect([run.status, JSON.parse(run.stdout).code]).toEqual([1, 'file-not-written'])
})

test('broken off with Ctrl+C it leaves nothing behind', async () => {
  const { data, out, folder } = store()
  const words = [COMMAND_LINE, 'export', 'year', '--data', data, '--year', '2020', '--out', out]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  let said = ''
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString()
  })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  // The partial file is the first sign that the export has begun.
  while (!existsSync(`${out}.partial`) && child.exitCode === null)
    await new Promise((resolve) => setImmediate(resolve))
  child.kill('SIGINT')
  expect([await ended, said]).toEqual([1, expect.stringContaining('（export-interrupted）')])
  expect(readdirSync(folder)).toEqual(['data'])
})
