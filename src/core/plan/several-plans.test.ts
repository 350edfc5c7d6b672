// A five-year plan beside the annual ones: one month asks what both ask, and each is looked at by itself.
import { describe, expect, it } from 'vitest'
import { decideAmendment } from '../decide/amend-plan.ts'
import { decideTargetRevision } from '../decide/plan-and-people.ts'
import { decideDraft, decidePutInForce } from '../decide/plan-drafts.ts'
import { decideRecord } from '../decide/record.ts'
import type { Person } from '../journal/journal-entry.ts'
import { measureMonth } from '../state/measure-month.ts'
import { seenThrough } from '../state/plan-line.ts'
import { expectedCells } from '../state/submission-status.ts'
import { anIndicator, aPlan, aReading, aTarget, StateBuilder } from '../testing/builders.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import type { AnnualPlan } from './annual-plan.ts'

const office: Person = { name: '李强', department: null, role: 'office' }
const annual = (year: number, committed = 100): AnnualPlan =>
  aPlan({
    title: `${year}年要点`,
    years: { from: year, to: year },
    indicators: [anIndicator({ targets: [aTarget({ year, committed })] })],
  })
/** The same ids as the annual plans, and units under other ids, as another author would write them. */
const fiveYears: AnnualPlan = aPlan({
  title: '十四五规划',
  years: { from: 2021, to: 2025 },
  bands: { green: 0.9, yellow: 0.5 },
  departments: [{ id: 'd1', name: '高新处', kind: 'department' }],
  programmes: [{ id: 'p1', name: '五年行动', lead: 'd1', measures: [] }],
  indicators: [
    anIndicator({
      name: '研发投入占比',
      unit: '%',
      mode: 'yearly',
      dueMonth: 12,
      lead: 'd1',
      targets: [aTarget({ year: 2021, committed: 2 }), aTarget({ year: 2022, committed: 2.2 })],
    }),
  ],
})

function taken<Value>(outcome: { ok: true; value: Value } | { ok: false; rejection: { message: string } }) {
  if (!outcome.ok) throw new Error(outcome.rejection.message)
  return outcome.value
}

function withPlan(builder: StateBuilder, draft: string, plan: AnnualPlan, at: string, isBeside = false) {
  builder.append(taken(decideDraft(builder.state, { draft, plan, toCheck: [] }, office)).drafts, at, '李强')
  const put = decidePutInForce(builder.state, builder.plan, { draft, isBeside }, office)
  builder.append(taken(put).drafts, at, '李强')
  return builder
}

/** 2020, then the five-year plan, then 2021 beside it. */
function store(): StateBuilder {
  const builder = new StateBuilder(annual(2020))
  withPlan(builder, 'five', fiveYears, '2020-12-20')
  return withPlan(builder, 'next', annual(2021, 120), '2020-12-28', true)
}

const through = (builder: StateBuilder, month: ReportingMonth, title: string) => {
  const id = builder.state.plans.find(({ plan }) => plan.title === title)?.id ?? null
  const view = seenThrough({ ...builder.state }, month, id)
  return measureMonth(view, month, 'latest').indicators.map(({ id: item, target, actual, light }) => ({
    item,
    target,
    actual,
    light,
  }))
}

describe('two plans whose years overlap', () => {
  it('keep ids of their own, so that one figure never counts for two', () => {
    const { plan } = store()
    expect(plan.at('2021-06').indicators.map(({ indicator }) => indicator.id)).toEqual([
      'i1',
      'i1-2021to2025',
    ])
    expect(plan.at('2021-06').parts.map((part) => part.plan.title)).toEqual(['2021年要点', '十四五规划'])
    expect(plan.at('2020-06').parts).toHaveLength(1)
    expect(plan.plan.title).toBe('2021年要点')
  })

  it('share the bureau’s units by name', () => {
    const { plan } = store()
    expect(plan.at('2021-06').plan.departments.map(({ name }) => name)).toEqual([
      '高新处',
      '科研处',
      '各县区、园区',
    ])
    expect(plan.at('2021-06').indicatorsById.get('i1-2021to2025')?.lead).toBe('gaoxin')
  })

  it('ask one month of one department together', () => {
    const { state } = store()
    const names = (month: string) => expectedCells(state, 'gaoxin', month).map(({ name }) => name)
    expect(names('2021-06')).toEqual(['新增高企'])
    expect(names('2021-12')).toEqual(['新增高企', '研发投入占比'])
    expect(names('2022-12')).toEqual(['研发投入占比'])
  })

  it('are looked at one by one, each by its own targets and bands', () => {
    const builder = store()
    const record = decideRecord(
      builder.state,
      builder.plan,
      {
        month: '2021-12',
        department: 'gaoxin',
        readings: [
          { indicator: 'i1', value: 60 },
          { indicator: 'i1-2021to2025', value: 1.9 },
        ],
      },
      office,
    )
    builder.append(taken(record).drafts, '2021-12-20')
    expect(through(builder, '2021-12', '2021年要点')).toEqual([
      { item: 'i1', target: 120, actual: 60, light: 'red' },
    ])
    // 95.0 % is green by the five-year plan's bands, yellow by the annual plan's.
    expect(through(builder, '2021-12', '十四五规划')).toEqual([
      { item: 'i1-2021to2025', target: 2, actual: 1.9, light: 'green' },
    ])
    expect(through(builder, '2022-06', '十四五规划')).toMatchObject([{ target: 2.2, actual: null }])
  })

  it('the annual plans go on as one line, with their history', () => {
    const builder = store().read('2020-12-10', aReading('2020-12', 90))
    withPlan(builder, 'later', annual(2022), '2021-12-29', true)
    expect(through(builder, '2020-12', '2020年要点')).toMatchObject([{ actual: 90 }])
    expect(through(builder, '2022-01', '2022年要点')).toMatchObject([{ item: 'i1', target: 100 }])
    expect(builder.plan.at('2022-01').parts.map((part) => part.plan.title)).toEqual([
      '2022年要点',
      '十四五规划',
    ])
  })

  it('are amended one by one; units in both', () => {
    const builder = store()
    const revised = decideTargetRevision(
      builder.state,
      builder.plan,
      { indicator: 'i1-2021to2025', committed: 2.1, from: '2021-07', reason: '中期评估' },
      office,
    )
    builder.append(taken(revised).drafts, '2021-06-01', '李强')
    expect(through(builder, '2021-07', '十四五规划')).toMatchObject([{ target: 2.1 }])
    expect(through(builder, '2021-07', '2021年要点')).toMatchObject([{ target: 120 }])
    const renamed = decideAmendment(
      builder.state,
      builder.plan,
      {
        from: '2021-08',
        reason: '机构改革',
        changes: [{ kind: 'unit-renamed', unit: 'gaoxin', name: '高新技术处' }],
      },
      office,
    )
    builder.append(taken(renamed).drafts, '2021-07-01', '李强')
    const names = builder.plan.at('2021-08').parts.map((part) => part.departmentsById.get('gaoxin')?.name)
    expect(names).toEqual(['高新技术处', '高新技术处'])
  })

  it.each([
    [{ kind: 'item-dropped' as const, item: 'indicator' as const, id: 'i1' }, 'five', 'item-of-other-plan'],
    [
      { kind: 'indicator-added' as const, indicator: anIndicator({ programme: 'p1-2021to2025' }) },
      'five',
      'item-id-taken',
    ],
    [{ kind: 'rules-changed' as const, reportingDueDay: 20 }, 'nobody', 'plan-not-there'],
  ])('an amendment names the plan it is about (%#)', (change, plan, code) => {
    const { state, plan: index } = store()
    const five = state.plans.find(({ plan: each }) => each.title === '十四五规划')?.id ?? null
    const input = { plan: plan === 'five' ? five : plan, from: '2021-07', reason: '调整', changes: [change] }
    const decided = decideAmendment(state, index, input, office)
    expect(decided.ok ? 'accepted' : decided.rejection.code).toBe(code)
  })

  it('are never side by side by mistake', () => {
    const builder = store()
    const again = { draft: 'again', plan: annual(2021), toCheck: [] }
    builder.append(taken(decideDraft(builder.state, again, office)).drafts, '2021-01-05', '李强')
    const put = (isBeside: boolean) =>
      decidePutInForce(builder.state, builder.plan, { draft: 'again', isBeside }, office).ok
    expect(put(false)).toBe(false)
    expect(put(true)).toBe(true)
  })

  it('a store whose plans share no year is seen as it is', () => {
    const builder = new StateBuilder(annual(2020))
    withPlan(builder, 'next', annual(2021), '2020-12-28')
    expect(seenThrough(builder.state, '2021-01', null)).toBe(builder.state)
  })
})
