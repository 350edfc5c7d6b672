// What every program that a script starts finds around it.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const processes = pathToFileURL(join(import.meta.dirname, '../../scripts/lib/processes.mjs')).href

type Language = Readonly<Partial<Record<'LC_ALL' | 'LC_CTYPE' | 'LANG', string>>>

/** What a program sees that a script starts where only these are set of the language. */
async function languageWithin(language: Language): Promise<Language> {
  const print =
    'const { LC_ALL, LC_CTYPE, LANG } = process.env; console.log(JSON.stringify({ LC_ALL, LC_CTYPE, LANG }))'
  const script = `
    const { run } = await import(${JSON.stringify(processes)})
    await run(process.execPath, ['-e', ${JSON.stringify(print)}])`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, LC_ALL: undefined, LC_CTYPE: undefined, LANG: undefined, ...language },
  })
  return JSON.parse(stdout)
}

describe('a program started by a script reads Chinese file names', () => {
  test.each<[string, Language]>([
    ['a bare system', {}],
    ['a system that was told to speak plain C', { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }],
    ['an old Chinese system', { LANG: 'zh_CN.GBK' }],
  ])('%s', async (_what, language) => {
    // Elsewhere than on Linux file names do not depend on it.
    const added = process.platform === 'linux' ? { LC_ALL: 'C.UTF-8' } : {}
    expect(await languageWithin(language)).toEqual({ ...language, ...added })
  })

  test.each<[string, Language]>([
    ['an empty word does not count', { LC_ALL: '', LANG: 'zh_CN.UTF-8' }],
    ['what is UTF-8 already stays', { LANG: 'de_DE.utf8' }],
    ['and so does the kind of letters', { LC_CTYPE: 'en_US.UTF-8', LANG: 'C' }],
  ])('%s', async (_what, language) => {
    expect(await languageWithin(language)).toEqual(language)
  })
})
