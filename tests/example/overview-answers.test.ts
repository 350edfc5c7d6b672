// 总览's answers over the shipped example: real rules, real store, and files on a real disk.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallInput, CallName, CallOutput } from '../../src/contract/api.ts'
import { unshielded } from '../../src/core/values/csv-text.ts'
import { composeService } from '../../src/main/compose-service.ts'

const folder = mkdtempSync(join(tmpdir(), 'yaodian-overview-'))
const service = composeService({ dataFolder: folder, mode: 'window' })
const session = { actor: null }

async function ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const answer = await service.ask(name, input, session)
  if (!answer.ok) throw new Error(answer.rejection.message)
  return answer.value
}

beforeAll(async () => {
  await ask('store.openExample', {})
})

afterAll(() => {
  service.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

describe('截至某日', () => {
  test('now and a look back to now are the same', async () => {
    const question = { month: '2020-06', provisional: false }
    const now = await ask('overview.read', question)
    const then = await ask('overview.read', { ...question, asOf: '2020-06-30' })
    expect(then).toEqual({
      ...now,
      asOf: '2020-06-30',
      planThen: expect.objectContaining({ title: expect.any(String) }),
    })
    expect(now.planThen).toBeNull()
  })

  test('before a correction the old figure stands in the report, the heat map and the entries', async () => {
    const question = { indicator: 'i14', month: '2020-04' }
    const now = await ask('indicator.read', question)
    const then = await ask('indicator.read', { ...question, asOf: '2020-05-11' })
    expect([then.year.status.actual, now.year.status.actual]).toEqual([11.55, 11.85])
    const april = { ...question, of: '2020-04' }
    const { entries: entriesThen } = await ask('indicator.entries', { ...april, asOf: '2020-05-11' })
    const { entries: entriesNow } = await ask('indicator.entries', april)
    expect(entriesThen.map(({ text, isNewest }) => [text, isNewest])).toEqual([['2.45', true]])
    expect(entriesNow.map(({ text, isNewest }) => [text, isNewest])).toEqual([
      ['2.75', true],
      ['2.45', false],
    ])
    const countIn = ({ recorded }: typeof now) => recorded.find(({ month }) => month === '2020-04')?.count
    expect([countIn(then), countIn(now)]).toEqual([1, 2])
    expect(entriesNow[0]).toMatchObject({
      author: '王敏',
      cause: { kind: 'correction', reason: expect.stringContaining('补计') },
      acceptance: { author: '陈静' },
    })
  })

  test('months after the day are blank in the heat map, not gone', async () => {
    const { heat } = await ask('overview.read', { month: '2020-06', asOf: '2020-05-31' })
    expect(heat).toHaveLength(9)
    for (const { cells } of heat) {
      expect(cells.map(({ month }) => month)).toHaveLength(6)
      expect(cells.at(-1)?.light === 'grey' || cells.at(-1)?.label === '已完成').toBe(true)
    }
  })
})

describe('与上期相比', () => {
  test('without a frozen issue: the month before, as it stood when its last department was accepted', async () => {
    const { since, changes } = await ask('overview.compare', { month: '2020-05' })
    expect(since).toEqual({ month: '2020-04', issue: null, knownAt: '2020-05-12T01:15:00.000Z' })
    expect(changes.find(({ kind }) => kind === 'corrected')).toMatchObject({
      item: { id: 'i14' },
      month: '2020-04',
      text: expect.stringContaining('4月更正:2.45→2.75亿元'),
    })
  })

  test('against a frozen issue: what was known when it was frozen', async () => {
    await ask('session.actAs', { name: '陈静' })
    await ask('bulletin.export', { month: '2020-05' })
    const { since, changes } = await ask('overview.compare', { month: '2020-06' })
    expect(since).toMatchObject({ month: '2020-05', issue: 5 })
    expect(changes.length).toBeGreaterThan(3)
    expect(changes.filter(({ kind }) => kind === 'corrected')).toEqual([])
  })

  test('the first month of the plan has nothing before it', async () => {
    expect(await ask('overview.compare', { month: '2020-01' })).toEqual({ since: null, changes: [] })
  })
})

describe('down to the entry', () => {
  test('every figure of every indicator has entries that say it', async () => {
    const status = await ask('status.read', { month: '2020-06', provisional: true })
    for (const { id } of status.indicators) {
      const question = { indicator: id, month: '2020-06', provisional: true }
      const { year, recorded } = await ask('indicator.read', question)
      const { entries, left } = await ask('indicator.entries', question)
      expect(recorded.reduce((sum, { count }) => sum + count, 0)).toBe(entries.length + left)
      expect(year.status).toEqual(status.indicators.find((each) => each.id === id))
      for (const { month, state } of year.months) {
        const newest = entries.filter((entry) => entry.month === month && entry.isNewest)
        expect([id, month, newest.length > 0]).toEqual([id, month, state !== 'blank'])
      }
    }
  })

  test('a measure opens its reports, milestones and evidence', async () => {
    const { months, entries } = await ask('measure.read', { measure: 'p9m3', month: '2020-06' })
    expect(months.at(-1)).toMatchObject({ month: '2020-06', status: { status: 'blocked', light: 'yellow' } })
    expect(entries.at(-1)).toMatchObject({ author: '张倩', report: { month: '2020-06', status: 'blocked' } })
  })

  test('behind every light stand the items that it was counted over, as the report has them', async () => {
    const question = { month: '2020-06', provisional: true }
    const [{ programmes, departments }, report] = [
      await ask('overview.read', question),
      await ask('status.read', question),
    ]
    const scopes = [
      ...programmes.map((standing) => ({ kind: 'programme' as const, standing })),
      ...departments.map((standing) => ({ kind: 'department' as const, standing })),
    ]
    for (const { kind, standing } of scopes) {
      const items = await ask('overview.items', { ...question, scope: { kind, id: standing.id } })
      expect(items.standing).toEqual(standing)
      for (const status of items.indicators)
        expect(report.indicators.find(({ id }) => id === status.id)).toMatchObject(status)
      for (const status of items.measures) expect(report.measures).toContainEqual(status)
    }
    const alone = await ask('overview.items', { ...question, scope: { kind: 'indicator', id: 'i7' } })
    expect([alone.standing, alone.indicators.map(({ id }) => id), alone.measures]).toEqual([null, ['i7'], []])
  })

  test('the departments’ heat map ends with the departments’ rows of the month', async () => {
    const { departments } = await ask('overview.read', { month: '2020-06' })
    const { rows } = await ask('overview.departments', { month: '2020-06' })
    const worst = departments.filter(({ worst: item }) => item !== null)
    expect(rows.map(({ department, cells }) => [department, cells.at(-1)?.light])).toEqual(
      worst.map(({ id, light }) => [id, light]),
    )
  })
})

test('a table becomes a file whose texts stay texts', async () => {
  const formula = '=HYPERLINK("http://example.invalid")'
  const { fileName, place } = await ask('exports.saveTable', {
    name: '全年/进度:6月',
    rows: [
      ['月份', formula],
      ['6月', -2.5],
    ],
  })
  expect(fileName).toBe('全年－进度－6月.csv')
  const lines = readFileSync(place, 'utf8').split('\r\n')
  expect(lines).toEqual(['\ufeff"月份","\'=HYPERLINK(""http://example.invalid"")"', '"6月",-2.5', ''])
  expect(unshielded(`'${formula}`)).toBe(formula)
})
