// The command line asks the same calls: its values and refusals are those of the application.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Answer } from '../../src/contract/api.ts'
import { CommandRefused, inFileTerms } from '../../src/main/cli/refusal.ts'
import { BUILT_FOLDER } from './built-folder.ts'
import { type Call, callInProcess } from './contract-hosts.ts'
import { normalised } from './normalised.ts'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND_LINE = join(BUILT_FOLDER, 'main/cli.js')
const month = '2020-06'

interface Spoken {
  readonly what: string
  readonly words: readonly string[]
  readonly name: string
  readonly input: unknown
  /** who acts; the office where absent */
  readonly actor?: string
}

function record(value: unknown, indicator = 'i7', department = 'keyan') {
  return { month, department, readings: [{ indicator, value }] }
}

function recorded(what: string, sheet: unknown, actor?: string): Spoken {
  const file = `${what}.json`
  const spoken = { what, words: ['record', '--file', file], name: 'entry.record', input: { sheets: [sheet] } }
  return actor === undefined ? spoken : { ...spoken, actor }
}

const place = ['--department', 'keyan', '--month', month]
const keyan = { department: 'keyan', month }

/** In order, on one store per host. */
const story: readonly Spoken[] = [
  {
    what: 'a store',
    words: ['init'],
    name: 'store.create',
    input: { planText: null, person: { name: '办公室', role: 'office' } },
  },
  {
    what: 'a second store',
    words: ['init'],
    name: 'store.create',
    input: { planText: null, person: { name: '办公室', role: 'office' } },
  },
  {
    what: 'a clerk',
    words: ['people', 'add', '--name', '李四', '--department', 'keyan', '--role', 'clerk'],
    name: 'people.add',
    input: { name: '李四', department: 'keyan', role: 'clerk' },
  },
  {
    what: 'the clerk again',
    words: ['people', 'add', '--name', '李四', '--department', 'keyan', '--role', 'clerk'],
    name: 'people.add',
    input: { name: '李四', department: 'keyan', role: 'clerk' },
  },
  { what: 'the plan', words: ['plan', 'show'], name: 'plan.read', input: {} },
  recorded('a figure', record(3), '李四'),
  recorded('words for a figure', record('三家左右'), '李四'),
  recorded('an unknown indicator', record(1, 'i999'), '李四'),
  recorded('another department', record(1, 'i3', 'gaoxin'), '李四'),
  recorded('a field nobody knows', { ...record(1), more: 1 }, '李四'),
  {
    what: 'a report with blanks',
    words: ['submit', ...place],
    name: 'submission.submit',
    input: keyan,
    actor: '李四',
  },
  {
    what: 'acceptance of what was not submitted',
    words: ['accept', ...place],
    name: 'submission.accept',
    input: keyan,
  },
  {
    what: 'a return without a reason',
    words: ['return', ...place, '--reason', ' '],
    name: 'submission.sendBack',
    input: { ...keyan, reason: ' ' },
  },
  {
    what: 'everything measured',
    words: ['status', '--month', month, '--provisional'],
    name: 'status.read',
    input: { month, provisional: true },
  },
  {
    what: 'a month that is none',
    words: ['status', '--month', '六月'],
    name: 'status.read',
    input: { month: '六月' },
  },
  {
    what: 'a month of another plan',
    words: ['status', '--month', '1999-01'],
    name: 'status.read',
    input: { month: '1999-01' },
  },
  { what: 'the journal', words: ['verify'], name: 'journal.verify', input: {} },
]

/** What the command prints for an answer of the application. */
function printed(spoken: Spoken, answer: Answer): { status: number; body: unknown } {
  if (!answer.ok) {
    // The command speaks of a record file in the file's own terms.
    const { code, message, details } = inFileTerms(new CommandRefused(answer.rejection), false).rejection
    return { status: 1, body: { ok: false, code, message, details } }
  }
  const { value } = answer
  if (spoken.name === 'people.add') return { status: 0, body: { ok: true, person: value } }
  if (spoken.name === 'store.create') return { status: 0, body: expect.objectContaining({ ok: true }) }
  return { status: 0, body: spoken.words[0] === 'record' ? { ok: true, ...Object(value) } : value }
}

async function actAs(call: Call, spoken: Spoken): Promise<void> {
  if (spoken.name === 'store.create') return
  await call('session.actAs', { name: spoken.actor ?? '办公室' })
}

test('answers as the application does, refusals included', async () => {
  const folder = temporaryFolder()
  const call = await callInProcess(join(folder, 'application'))
  const dataFolder = join(folder, 'command')
  const got: unknown[] = []
  const wanted: unknown[] = []
  for (const spoken of story) {
    const { what, words, name, input, actor } = spoken
    if (name === 'entry.record') {
      writeFileSync(join(folder, `${what}.json`), JSON.stringify((input as { sheets: unknown[] }).sheets[0]))
    }
    const given = ['--data', dataFolder, '--json', ...(actor === undefined ? [] : ['--as', actor])]
    const run = spawnSync(process.execPath, [COMMAND_LINE, ...words, ...given], {
      cwd: folder,
      encoding: 'utf8',
    })
    got.push({ what, status: run.status, body: normalised(JSON.parse(run.stdout || 'null'), dataFolder) })
    await actAs(call, spoken)
    const { status, body } = printed(spoken, await call(name, input))
    wanted.push({
      what,
      status,
      body: name === 'store.create' && status === 0 ? body : normalised(body, dataFolder),
    })
  }
  expect(got).toEqual(wanted)
})

test('what it does not understand is bad usage', () => {
  for (const words of [['nope'], ['status'], ['people', 'add', '--name', 'x', '--role', 'root']]) {
    const run = spawnSync(process.execPath, [COMMAND_LINE, ...words], { encoding: 'utf8' })
    expect([words, run.status, run.stdout]).toEqual([words, 2, ''])
  }
})
