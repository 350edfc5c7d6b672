// Rules about the source text that neither the compiler nor the linter can state. Each rule is first shown a line it
// must refuse, so that a rule that has gone blind is noticed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const longestFile = 300

interface TextRule {
  readonly name: string
  readonly instead: string
  readonly covers: (file: string) => boolean
  readonly refuses: RegExp
  readonly refusedExamples: readonly string[]
  readonly allowedExamples: readonly string[]
}

const isTest = (file: string): boolean => /\.test\.tsx?$|\/testing\//.test(file)
const isSource = (file: string): boolean => /\.(ts|tsx|mjs)$/.test(file)

/** About code: comments and the contents of texts are taken out before looking. */
const codeRules: readonly TextRule[] = [
  {
    name: 'core knows no clock, no chance and no surroundings',
    instead: 'take the time, the random number or the setting as an argument; application passes it in',
    covers: (file) => file.startsWith('src/core/') && !isTest(file),
    refuses:
      /\bDate\.now\b|\bnew Date\b|\bDate\(|\bMath\.random\b|\bprocess\b|\bglobalThis\b|\bperformance\.|\bcrypto\.|\btoLocale|\bIntl\./,
    refusedExamples: [
      'const t = Date.now()',
      'new Date(2020, 5)',
      'Math.random()',
      'process.env',
      'globalThis.x',
    ],
    allowedExamples: [
      'Date.UTC(2020, 5)',
      'const reprocessed = 1',
      "'process'",
      '// new Date() is forbidden here',
    ],
  },
  {
    name: 'no `any`',
    instead: 'use the type, or unknown and a parser',
    covers: (file) => isSource(file),
    refuses: /(:|\bas|<|\||,)\s*any\b(?!\s*[:(=?])/,
    refusedExamples: ['let x: any', 'x as any', 'Array<any>', 'Record<string, any>'],
    allowedExamples: ['const any = 1', 'Promise.any([])', '{ any: 1 }', "': any'"],
  },
  {
    name: 'ipcRenderer only in preload',
    instead: 'the renderer asks through its connection',
    covers: (file) => file.startsWith('src/') && !file.startsWith('src/preload/') && !isTest(file),
    refuses: /\bipcRenderer\b/,
    refusedExamples: ['ipcRenderer.invoke(1)'],
    allowedExamples: ['ipcMain.handle(1)'],
  },
]

/** About comments, so the whole text is looked at. */
const commentRules: readonly TextRule[] = [
  {
    name: 'no check is switched off without a reason',
    instead: 'mend the cause; where that is impossible, write the reason behind the suppression',
    covers: (file) => isSource(file) && file !== 'tests/source-rules.test.ts',
    refuses:
      /@ts-ignore|@ts-nocheck|eslint-disable|@ts-expect-error(?![ :-]*\S{2,} \S+)|biome-ignore [\w/]+:?(?! ?\S+ \S+)/,
    refusedExamples: [
      '// @ts-ignore',
      '// @ts-expect-error',
      '// biome-ignore lint/a/b:',
      '/* eslint-disable */',
    ],
    allowedExamples: [
      '// @ts-expect-error the type lies about null',
      '// biome-ignore lint/a/b: the order is fixed',
    ],
  },
]

/** A rough reader is enough here: comments go, texts keep their quotes only. */
function codeOnly(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (found) =>
    found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : "''",
  )
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
}

const files = ['src', 'tests', 'e2e', 'scripts'].flatMap(filesBelow)
const textOf = new Map(files.filter(isSource).map((file) => [file, readFileSync(join(root, file), 'utf8')]))

describe.each([
  ...codeRules.map((rule) => ({ ...rule, read: codeOnly })),
  ...commentRules.map((rule) => ({ ...rule, read: (text: string) => text })),
])('$name', ({ covers, refuses, read, instead, refusedExamples, allowedExamples }) => {
  test('still recognises what it refuses', () => {
    expect(refusedExamples.filter((line) => !refuses.test(read(line)))).toEqual([])
    expect(allowedExamples.filter((line) => refuses.test(read(line)))).toEqual([])
  })

  test('holds in every file', () => {
    const faults = [...textOf].flatMap(([file, text]) =>
      covers(file)
        ? read(text)
            .split('\n')
            .flatMap((line, index) => (refuses.test(line) ? [`${file}:${index + 1} — ${instead}`] : []))
        : [],
    )
    expect(faults).toEqual([])
  })
})

test(`no source file is longer than ${longestFile} lines`, () => {
  const long = [...textOf]
    .filter(([file]) => file.startsWith('src/'))
    .map(([file, text]) => ({ file, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > longestFile)
  expect(long).toEqual([])
})

interface LockedPackage {
  readonly resolved?: string
  readonly version?: string
  readonly optionalDependencies?: Record<string, string>
}

const locked = (
  JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Record<
    'packages',
    Record<string, LockedPackage>
  >
).packages

test('the lock file names no registry', () => {
  const named = Object.entries(locked).filter(([, { resolved }]) => resolved?.includes('://'))
  expect(named.map(([name]) => name)).toEqual([])
})

test('the lock file holds the builds for every platform, else npm ci refuses it', () => {
  const names = new Set(Object.keys(locked).map((path) => path.split('node_modules/').at(-1)))
  const missing = Object.values(locked).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !names.has(name)),
  )
  expect(missing).toEqual([])
})

test('every package stands in package.json with its exact version', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >
  const loose = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((part) =>
    Object.entries(manifest[part] ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
  )
  expect(loose).toEqual([])
})
