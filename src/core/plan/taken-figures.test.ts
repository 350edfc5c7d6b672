// 取自年度要点: one figure that an annual plan and a five-year plan ask for, filled in once.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decideAmendment } from '../decide/amend-plan.ts'
import { decideAnotherPlan } from '../decide/plan-drafts.ts'
import { decideRecord } from '../decide/record.ts'
import type { Person } from '../journal/journal-entry.ts'
import { measureMonth } from '../state/measure-month.ts'
import { indicatorStatusByLocality } from '../state/measure-state.ts'
import { seenThrough } from '../state/plan-line.ts'
import { expectedCells } from '../state/submission-status.ts'
import { anIndicator, aPlan, aReading, aTarget, type Shorthand, StateBuilder } from '../testing/builders.ts'
import { monthsOfYear } from '../values/reporting-month.ts'
import type { AccumulationMode, AnnualPlan, Indicator } from './annual-plan.ts'
import { canTakeFrom } from './taken-figures.ts'

const office: Person = { name: '李强', department: null, role: 'office' }
const targets = (committed: number, baseline: number | null = null, years = [2021, 2022]) =>
  years.map((year) => aTarget({ year, committed, baseline }))

const annualOf = (source: Partial<Indicator>, year = 2021): AnnualPlan =>
  aPlan({
    title: `${year}年要点`,
    years: { from: year, to: year },
    indicators: [
      anIndicator({ programme: null, lead: 'gaoxin', targets: targets(100, null, [year]), ...source }),
    ],
  })
const longOf = (taker: Partial<Indicator>): AnnualPlan =>
  aPlan({
    title: '“十四五”规划',
    years: { from: 2021, to: 2025 },
    programmes: [],
    indicators: [
      anIndicator({
        id: 'g1',
        name: '五年累计高企',
        programme: null,
        lead: 'keyan',
        sameAs: 'i1',
        targets: targets(80),
        ...taker,
      }),
    ],
  })

const put = (builder: StateBuilder, plan: AnnualPlan) =>
  decideAnotherPlan(builder.state, builder.plan, { plan, toCheck: [], draft: null, isBeside: true }, office)

function store(taker: Partial<Indicator>, source: Partial<Indicator> = {}): StateBuilder {
  const builder = new StateBuilder(annualOf(source), '2021-01-04T09:00')
  const decided = put(builder, longOf(taker))
  if (!decided.ok) throw new Error(decided.rejection.message)
  return builder.append(decided.value.drafts, '2021-01-05T09:00', '李强')
}

/** What the five-year plan's indicator says in a month. */
function shown(builder: StateBuilder, month: string, basis: 'latest' | 'accepted' = 'latest') {
  const long = builder.state.plans.find(({ plan }) => plan.title === '“十四五”规划')
  const state = seenThrough({ ...builder.state }, month, long?.id ?? null)
  const status = measureMonth(state, month, basis, indicatorStatusByLocality).indicators.find(
    ({ id }) => id === 'g1',
  )
  if (status === undefined) throw new Error('not in force')
  return status
}

const read = (builder: StateBuilder, readings: Readonly<Record<string, Shorthand>>) =>
  builder.read('2021-12-28', ...Object.entries(readings).map(([month, each]) => aReading(month, each)))

describe('what is shown in December', () => {
  const flow = { '2021-01': 30, '2021-11': 50, '2021-12': 5 }
  // biome-ignore format: one line for each case
  it.each<[what: string, taker: Partial<Indicator>, source: Partial<Indicator>, readings: Readonly<Record<string, Shorthand>>, expected: object]>([
    ['the total of the year, by its own target', { mode: 'yearly', dueMonth: 12 }, {}, flow, { actual: 85, monthAmount: null, state: 'number', target: 80, light: 'blue', label: '已完成' }],
    ['a blank December is a blank, whatever earlier months hold', { mode: 'yearly', dueMonth: 12 }, {}, { '2021-11': 95 }, { actual: 95, state: 'blank', light: 'grey', label: '未填报' }],
    ['before its own due month nothing is judged', { mode: 'yearly', dueMonth: 13 }, {}, flow, { actual: 85, light: 'grey', label: '未到考核期' }],
    ['no progress all year is 0', { mode: 'yearly', dueMonth: 12 }, {}, { '2021-12': 'no-progress' }, { actual: 0, completion: 0, light: 'red' }],
    ['not yet published', { mode: 'yearly', dueMonth: 12 }, {}, { '2021-12': 'not-yet-published' }, { actual: null, light: 'grey', label: '尚未统计' }],
    ['months of its own', { mode: 'monthly-flow' }, { mode: 'running-total' }, { '2021-11': 70, '2021-12': 79 }, { actual: 79, monthAmount: 9, light: 'yellow', paceRatio: 79 / 80 }],
    ['a total of its own', { mode: 'running-total' }, {}, flow, { actual: 85, monthAmount: 5, light: 'blue' }],
    ['a level', { mode: 'stock', targets: targets(80, 30) }, { mode: 'stock' }, { '2021-10': 60, '2021-12': 70 }, { actual: 70, completion: 0.8, light: 'red' }],
    ['a level as a yearly figure', { mode: 'yearly', dueMonth: 12 }, { mode: 'stock' }, { '2021-12': 90 }, { actual: 90, light: 'blue' }],
    ['a ratio from its parts', { mode: 'ratio', unit: '%', targets: targets(25) }, { mode: 'ratio', unit: '%' }, { '2021-12': [1, 3] }, { actual: 100 / 3, light: 'blue' }],
    ['a yearly figure that was known in May', { mode: 'yearly', dueMonth: 12 }, { mode: 'yearly', dueMonth: 5 }, { '2021-05': 81 }, { actual: 81, state: 'blank', light: 'blue' }],
  ])('%s', (_, taker, source, readings, expected) => {
    const builder = read(store({ ...taker, ...(taker.mode === 'monthly-flow' ? { curve: null } : {}) }, source), readings)
    const { paceRatio, ...rest } = expected as { paceRatio?: number }
    const status = shown(builder, '2021-12')
    expect(status).toMatchObject(rest)
    if (paceRatio !== undefined) expect(status.paceRatio).toBeCloseTo(paceRatio, 12)
  })

  it('says where the figure comes from, in the sentence', () => {
    expect(shown(read(store({ mode: 'yearly', dueMonth: 12 }), flow), '2021-12').why).toBe(
      '截至12月累计85家,已达到年度目标80家,故为蓝(数取自《2021年要点》“新增高企”)',
    )
  })

  it('shows the localities of the figure, and whether a correction of it waits', () => {
    const builder = store({ mode: 'yearly', dueMonth: 12 }, { byLocality: true })
    builder.read(
      '2021-12-20',
      aReading('2021-12', 5, { locality: 'lianshui' }),
      aReading('2021-12', 7, { locality: 'xuyi' }),
    )
    builder.submit('2021-12-21', '2021-12').accept('2021-12-22', '2021-12')
    expect(shown(builder, '2021-12', 'accepted')).toMatchObject({
      actual: 12,
      byLocality: [
        { locality: 'lianshui', actual: 5 },
        { locality: 'xuyi', actual: 7 },
      ],
      isCorrectionPending: false,
    })
    builder.correct('2021-12-23', '2021-12').read('2021-12-23', aReading('2021-12', 9, { locality: 'xuyi' }))
    expect(shown(builder, '2021-12', 'accepted')).toMatchObject({ actual: 12, isCorrectionPending: true })
    expect(shown(builder, '2021-12')).toMatchObject({ actual: 14 })
  })
})

describe('filling in', () => {
  it('asks for the figure once: of the unit that fills in the other, and of nobody else', () => {
    const builder = store({})
    const asked = (unit: string) => expectedCells(builder.state, unit, '2021-06').map(({ id }) => id)
    expect([asked('gaoxin'), asked('keyan')]).toEqual([['i1'], []])
  })

  it('refuses the figure where it is taken from, with the place where it belongs', () => {
    const builder = store({})
    const sheet = { month: '2021-06', department: 'keyan', readings: [{ indicator: 'g1', value: 3 }] }
    expect(decideRecord(builder.state, builder.plan, sheet, office)).toMatchObject({
      ok: false,
      rejection: {
        code: 'figure-taken-from-elsewhere',
        message: '“五年累计高企”的数取自《2021年要点》的“新增高企”，不另外填报，请填那一项，这里自动跟着变。',
      },
    })
  })

  it('is its own affair in years that no annual plan has yet, and follows next year’s once that is in force', () => {
    const builder = store({})
    expect(expectedCells(builder.state, 'keyan', '2022-06').map(({ id }) => id)).toEqual(['g1'])
    const next = put(builder, annualOf({}, 2022))
    if (!next.ok) throw new Error(next.rejection.message)
    builder.append(next.value.drafts, '2022-01-05', '李强').read('2022-01-20', aReading('2022-01', 4))
    expect(expectedCells(builder.state, 'keyan', '2022-06')).toEqual([])
    expect(shown(builder, '2022-01')).toMatchObject({ actual: 4, target: 80 })
  })

  it('goes back to its own cell when the other is dropped', () => {
    const builder = store({})
    const dropped = decideAmendment(
      builder.state,
      builder.plan,
      {
        from: '2021-07',
        reason: '并入省考核',
        changes: [{ kind: 'item-dropped', item: 'indicator', id: 'i1' }],
      },
      office,
    )
    if (!dropped.ok) throw new Error(dropped.rejection.message)
    builder.append(dropped.value.drafts, '2021-06-01', '李强')
    const asked = (month: string) => expectedCells(builder.state, 'keyan', month).map(({ id }) => id)
    expect([asked('2021-06'), asked('2021-07')]).toEqual([[], ['g1']])
  })
})

// biome-ignore format: a table
test.each<[own: AccumulationMode, from: AccumulationMode, can: boolean]>([
  ['yearly', 'monthly-flow', true], ['yearly', 'running-total', true], ['yearly', 'stock', true],
  ['yearly', 'ratio', true], ['yearly', 'yearly', true], ['monthly-flow', 'running-total', true],
  ['running-total', 'monthly-flow', true], ['stock', 'stock', true], ['ratio', 'ratio', true],
  ['monthly-flow', 'yearly', false], ['stock', 'monthly-flow', false], ['monthly-flow', 'stock', false],
  ['ratio', 'stock', false], ['stock', 'yearly', false],
])('%s from %s: %s', (own, from, can) => {
  expect(canTakeFrom({ mode: own, unit: '家' }, { mode: from, unit: '家' })).toBe(can)
  expect(canTakeFrom({ mode: own, unit: '家' }, { mode: from, unit: '万家' })).toBe(false)
})

describe('what cannot be taken is refused when the plan is put in force', () => {
  // biome-ignore format: one line for each case
  it.each<[Partial<Indicator>, Partial<Indicator>, string]>([
    [{ unit: '万家' }, {}, '“五年累计高企”不能取自《2021年要点》的“新增高企”：单位不同（万家、家），请改正后再保存或启用。'],
    [{ mode: 'stock' }, {}, '“五年累计高企”不能取自《2021年要点》的“新增高企”：累计方式不同，数的意思不一样，请改正后再保存或启用。'],
    [{}, { sameAs: 'g9' }, '“五年累计高企”不能取自《2021年要点》的“新增高企”：那一项自己也取自别的要点，请改正后再保存或启用。'],
  ])('%j of %j', (taker, source, message) => {
    const builder = new StateBuilder(annualOf(source), '2021-01-04T09:00')
    const refused = put(builder, longOf(taker))
    expect(refused).toMatchObject({ ok: false, rejection: { code: 'taken-figure-unfit', message } })
  })

  it('an indicator of the same plan', () => {
    const builder = new StateBuilder(annualOf({}), '2021-01-04T09:00')
    const plan = longOf({ sameAs: 'g2' })
    const twice = {
      ...plan,
      indicators: [...plan.indicators, anIndicator({ id: 'g2', programme: null, targets: [] })],
    }
    expect(put(builder, twice)).toMatchObject({
      ok: false,
      rejection: {
        details: [
          { place: 'indicators[0].sameAs', message: '取自的指标“g2”就在本要点里，应是另一份要点的指标' },
        ],
      },
    })
  })
})

const months = monthsOfYear(2021)
const shorthand = fc.oneof(
  fc.integer({ min: -20, max: 60 }).map((tenths) => tenths / 2),
  fc.constantFrom<Shorthand>('no-progress', 'not-applicable', 'not-yet-published', 'blank'),
)
const histories = fc.array(
  fc.record({ month: fc.constantFrom(...months), content: shorthand, isAccepted: fc.boolean() }),
  { maxLength: 14 },
)

function lived(
  taker: Partial<Indicator>,
  source: Partial<Indicator>,
  history: typeof histories extends fc.Arbitrary<infer Value> ? Value : never,
) {
  const builder = store(taker, source)
  for (const { month, content, isAccepted } of history) {
    builder.read('2021-12-28', aReading(month, content))
    if (isAccepted) builder.submit('2021-12-28', month).accept('2021-12-28', month)
  }
  return builder
}

describe('laws', () => {
  const modes = fc.constantFrom<AccumulationMode>('monthly-flow', 'running-total', 'stock')

  it('with the same target, it says of every month what the other says, but that nothing was made good here', () => {
    fc.assert(
      fc.property(
        histories,
        modes,
        fc.constantFrom('latest' as const, 'accepted' as const),
        (history, mode, basis) => {
          const builder = lived({ mode, targets: targets(100) }, { mode }, history)
          for (const month of months) {
            const source = measureMonth(builder.state, month, basis).indicators.find(({ id }) => id === 'i1')
            const { state, actual, monthAmount, completion, paceRatio, neededPerMonth, light } = shown(
              builder,
              month,
              basis,
            )
            const facts = { state, actual, monthAmount, completion, paceRatio, neededPerMonth }
            expect(source).toMatchObject(facts)
            if (source?.label !== '黄(已补)') expect(source?.light).toBe(light)
          }
        },
      ),
    )
  })

  it('a year’s figure is the total so far, in every month', () => {
    fc.assert(
      fc.property(histories, modes, (history, mode) => {
        const builder = lived({ mode: 'yearly', dueMonth: 12 }, { mode }, history)
        for (const month of months) {
          const source = measureMonth(builder.state, month, 'latest').indicators.find(({ id }) => id === 'i1')
          expect(shown(builder, month).actual).toBe(source?.actual)
        }
      }),
    )
  })

  it('the plan it is taken from is as it would be alone', () => {
    fc.assert(
      fc.property(histories, modes, (history, mode) => {
        const beside = lived({ mode: 'yearly', dueMonth: 12 }, { mode }, history)
        const alone = new StateBuilder(annualOf({ mode }), '2021-01-04T09:00')
        for (const { month, content, isAccepted } of history) {
          alone.read('2021-12-28', aReading(month, content))
          if (isAccepted) alone.submit('2021-12-28', month).accept('2021-12-28', month)
        }
        for (const month of months) {
          const view = seenThrough({ ...beside.state }, month, null)
          const { submissions, ...seen } = measureMonth(view, month, 'accepted')
          const { submissions: own, ...whole } = measureMonth(alone.state, month, 'accepted')
          expect(seen).toEqual(whole)
          expect(submissions.map(({ filled, expected }) => [filled, expected])).toEqual(
            own.map(({ filled, expected }) => [filled, expected]),
          )
        }
      }),
      { numRuns: 40 },
    )
  })
})
