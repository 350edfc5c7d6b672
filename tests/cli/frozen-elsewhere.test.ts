// A frozen issue comes out byte for byte the same under another time zone, language and day: the workbook and the Word file.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BUILT_FOLDER } from '../hosts/built-folder.ts'
import { temporaryFolder } from '../hosts/temporary-folder.ts'

const COMMAND_LINE = join(BUILT_FOLDER, 'main/cli.js')

function yaodian(words: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const run = spawnSync(process.execPath, [COMMAND_LINE, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  expect([run.status, run.stderr]).toEqual([0, ''])
}

const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

interface Written {
  readonly book: string
  readonly text: string
}

function exported(data: string, env: Readonly<Record<string, string>>, at: string): Written {
  const folder = temporaryFolder()
  const [book, text] = [join(folder, '通报.xlsx'), join(folder, '通报.docx')]
  const where = ['--data', data, '--month', '2020-06', '--out', book, '--word', text, '--at', at]
  yaodian(['export', 'bulletin', ...where], env)
  return { book: hash(book), text: hash(text) }
}

test('a frozen issue under other settings, on other days', () => {
  const folder = temporaryFolder()
  yaodian(['demo', '--out', folder])
  const data = join(folder, 'data')
  const frozen = exported(data, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }, '2020-07-05T08:00')
  // What the freezing itself wrote.
  const first = readdirSync(folder).find((name) => name.endsWith('.xlsx')) ?? ''
  expect(frozen.book).toBe(hash(join(folder, first)))

  for (const [zone, language, at] of [
    ['UTC', 'C', '2020-07-31T23:59'],
    ['America/St_Johns', 'de_DE.UTF-8', '2021-01-01T00:00'],
    ['Pacific/Kiritimati', 'ar_SA.UTF-8', '2020-12-31T12:00'],
  ] as const)
    expect(exported(data, { TZ: zone, LANG: language, LC_ALL: language }, at)).toEqual(frozen)
})
