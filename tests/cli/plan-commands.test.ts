// Several plans in force, from the command line; run on the built command, as it ships.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { BUILT_FOLDER } from '../hosts/built-folder.ts'
import { temporaryFolder } from '../hosts/temporary-folder.ts'

const COMMAND_LINE = join(BUILT_FOLDER, 'main/cli.js')

const yaodian = (...words: string[]) =>
  spawnSync(process.execPath, [COMMAND_LINE, ...words], { encoding: 'utf8' })

let folder = ''
const onStore = (...words: string[]) => {
  const { status, stdout, stderr } = yaodian(...words, '--data', join(folder, 'data'), '--json')
  return { status, stderr, answer: stdout === '' ? null : JSON.parse(stdout) }
}
const planFile = (name: string, plan: object) => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(plan))
  return path
}

const gaoxin = { id: 'gaoxin', name: '高新处', kind: 'department' }
const indicator = (id: string, name: string, years: readonly number[], committed: number) => ({
  id,
  name,
  unit: '家',
  lead: 'gaoxin',
  mode: 'monthly-flow',
  targets: years.map((year) => ({ year, comparator: 'at-least', committed })),
})
const annual = {
  title: '2021年科技工作要点',
  years: { from: 2021, to: 2021 },
  departments: [gaoxin],
  indicators: [indicator('i1', '新增高企', [2021], 120)],
}
const fiveYears = {
  title: '“十四五”科技创新规划',
  years: { from: 2021, to: 2025 },
  departments: [gaoxin],
  indicators: [indicator('i1', '有效发明专利', [2021, 2022, 2023, 2024, 2025], 60)],
}

beforeEach(() => {
  folder = temporaryFolder()
  const plan = planFile('annual.json', annual)
  expect(onStore('init', '--plan', plan, '--at', '2021-01-04').status).toBe(0)
})

describe('a five-year plan beside the annual plan', () => {
  beforeEach(() => {
    const file = planFile('five.json', fiveYears)
    expect(onStore('plan', 'add', file)).toMatchObject({ status: 1, answer: { code: 'plan-years-taken' } })
    expect(onStore('plan', 'add', file, '--beside')).toMatchObject({
      status: 0,
      answer: { ok: true, title: fiveYears.title, renamed: [{ from: 'i1', to: 'i1-2021to2025' }] },
    })
  })
  const ids = () =>
    (onStore('plan', 'list').answer.inForce as { id: string; title: string }[]).map(({ id }) => id)

  it('is seen with --plan, by its id or its title; without it, everything is as it was', () => {
    const [, five = ''] = ids()
    const seen = (...words: string[]) => {
      const { status, answer } = onStore('status', '--month', '2021-06', ...words)
      return [status, (answer.indicators as { id: string }[]).map(({ id }) => id)]
    }
    expect(seen()).toEqual([0, ['i1']])
    expect(seen('--plan', five)).toEqual([0, ['i1-2021to2025']])
    expect(seen('--plan', '“十四五”科技创新规划')).toEqual([0, ['i1-2021to2025']])
    expect(onStore('plan', 'show').answer.title).toBe(annual.title)
    expect(onStore('plan', 'show', '--plan', five).answer.title).toBe(fiveYears.title)
    expect(onStore('plan', 'show', '--month', '2023-05').answer.title).toBe(fiveYears.title)
    const words = ['status', '--month', '2021-06', '--plan', five, '--data', join(folder, 'data')]
    expect(yaodian(...words).stdout).toMatch(/^“十四五”科技创新规划　2021-06\n.*有效发明专利/s)
  })

  it('has a ledger of its own', () => {
    const out = join(folder, '台账.xlsx')
    const exported = onStore(...['export', 'year', '--year', '2021', '--out', out, '--plan', fiveYears.title])
    expect(exported).toMatchObject({ status: 0, answer: { place: out } })
    expect(exported.answer.fileName).toContain('（“十四五”科技创新规划）.xlsx')
  })

  it.each([
    [
      ['status', '--month', '2022-06', '--plan', annual.title],
      'plan-not-there',
      '所选的要点在2022年6月没有执行，请刷新后重选要点和月份。',
    ],
    [
      ['status', '--month', '2021-06', '--plan', '十五五'],
      'plan-unknown',
      '没有编号或标题为“十五五”的在用要点，请用 plan list 核对（现有：2021年科技工作要点、“十四五”科技创新规划）。',
    ],
    [
      ['status', '--month', '2021-13', '--plan', annual.title],
      'invalid-month',
      '“2021-13”不是月份，请写成 2020-06 这样的四位年、两位月。',
    ],
    [
      ['export', 'year', '--year', '2024', '--out', 'x.xlsx', '--plan', annual.title],
      'plan-not-there',
      '所选的要点在2024年1月没有执行，请刷新后重选要点和月份。',
    ],
  ])('%j is refused', (words, code, message) => {
    expect(onStore(...words)).toMatchObject({ status: 1, answer: { ok: false, code, message } })
  })
})

describe('taking an amendment back', () => {
  const revise = () =>
    onStore(
      ...[
        'plan',
        'revise',
        '--indicator',
        'i1',
        '--committed',
        '130',
        '--from',
        '2021-06',
        '--reason',
        '上级调整',
      ],
    )
  const target = () => onStore('status', '--month', '2021-06').answer.indicators[0].target

  it('is shown with its number, taken back with a reason, and stays in the list', () => {
    expect(revise().status).toBe(0)
    expect(target()).toBe(130)
    const [{ entry }] = onStore('plan', 'amendments').answer
    const taken = onStore('plan', 'withdraw', '--entry', entry, '--reason', '录错了')
    expect(taken).toMatchObject({ status: 0, answer: { ok: true, warnings: [] } })
    expect(target()).toBe(120)
    expect(onStore('plan', 'amendments').answer).toMatchObject([
      { entry, from: '2021-06', reason: '上级调整', withdrawn: { author: '办公室', reason: '录错了' } },
    ])
    const again = onStore('plan', 'withdraw', '--entry', entry, '--reason', '再撤一次')
    expect(again).toMatchObject({
      status: 1,
      answer: { code: 'amendment-missing', message: '没有这条调整，可能已经撤回，请刷新后核对。' },
    })
    expect(onStore('verify')).toMatchObject({ status: 0, answer: { ok: true, entries: 4 } })
  })

  it('wants a reason and somebody who may', () => {
    expect(revise().status).toBe(0)
    const [{ entry }] = onStore('plan', 'amendments').answer
    const withdraw = (...more: string[]) => onStore('plan', 'withdraw', '--entry', entry, ...more)
    expect(withdraw('--reason', ' ').answer.code).toBe('reason-missing')
    expect(withdraw().status).toBe(2)
    onStore('people', 'add', '--name', '王敏', '--department', 'gaoxin', '--role', 'clerk')
    expect(withdraw('--reason', '错', '--as', '王敏').answer.code).toBe('not-permitted')
    expect(target()).toBe(130)
  })
})

test('next year is a file to check, then put in force; history goes on under the same ids', () => {
  const out = join(folder, '2022.json')
  const made = onStore('plan', 'next', '--year', '2021', '--out', out)
  expect(made).toMatchObject({ status: 0, answer: { ok: true, place: out } })
  expect(made.answer.toCheck).toEqual([{ place: 'i1', message: '“新增高企”的目标沿用上年，请核对' }])
  expect(onStore('verify').answer.entries).toBe(2)
  const plan = JSON.parse(readFileSync(out, 'utf8'))
  expect([plan.title, plan.indicators[0].id]).toEqual(['2022年科技工作要点', 'i1'])
  expect(onStore('plan', 'add', out)).toMatchObject({ status: 0, answer: { title: plan.title, renamed: [] } })
  expect(onStore('status', '--month', '2022-01').answer.indicators[0].target).toBe(120)
})

test.each([[[]], [['plan']], [['plan', 'add']], [['status']], [['import', 'template']], [['people']]])(
  'help of %j is in Chinese throughout',
  (words) => {
    const { status, stdout } = yaodian(...words, '--help')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^用法：/)
    expect(stdout).not.toMatch(/display|options|command\b|Usage/)
  },
)
