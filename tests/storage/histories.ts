// Random histories of a bureau with every kind of item; the rules of who may do what when do not matter here,
// storage has to keep up with whatever the journal holds.
import fc from 'fast-check'
import type { EntryDraft, MeasureStatus, ReadingState } from '../../src/core/journal/journal-entry.ts'
import { subjectOf } from '../../src/core/journal/journal-entry.ts'
import type { AnnualPlan } from '../../src/core/plan/annual-plan.ts'
import { withOwnIds } from '../../src/core/plan/own-ids.ts'
import type { PlanChange } from '../../src/core/plan/plan-change.ts'
import { itemIds } from '../../src/core/plan/plan-items.ts'
import { planOfEveryMode } from './plan-of-every-mode.ts'

/** Stands for the newest amendment of the history (see save-history.ts). */
export const LAST_AMENDMENT = 'the newest amendment'

export interface Step {
  readonly draft: EntryDraft
  /** minutes since the step before */
  readonly pause: number
}

const months = fc.constantFrom(
  '2020-01',
  '2020-02',
  '2020-03',
  '2020-05',
  '2020-06',
  '2020-10',
  '2020-12',
  '2021-01',
  '2021-02',
)
const departments = fc.constantFrom('a', 'b')
const number = fc.integer({ min: -3, max: 40 }).map((tenths) => String(tenths / 2))

/** Now and then a plan of the following year alone, beside the first. */
const plan: fc.Arbitrary<EntryDraft> = fc
  .record({ due: fc.constantFrom('2020-02', '2020-05'), from: fc.constantFrom(2020, 2020, 2021) })
  .map(({ due, from }) => ({
    kind: 'plan-put-in-force',
    subject: subjectOf.plan(),
    basis: null,
    body: {
      plan: { ...planOfEveryMode(due), years: { from, to: 2021 } },
      isExample: false,
      bureauName: null,
    },
  }))

/** A five-year plan with items of its own, beside whatever there is; it may take its figures from there. */
const longPlan: fc.Arbitrary<EntryDraft> = fc
  .record({ due: fc.constantFrom('2020-02', '2020-05'), taking: fc.constantFrom('none', 'same', 'yearly') })
  .map(({ due, taking }) => {
    const first = planOfEveryMode(due)
    const long = withOwnIds(
      { ...first, years: { from: 2020, to: 2024 }, bands: { green: 0.7, yellow: 0.3 } },
      { items: itemIds(first), units: first.departments },
    )
    const plan: AnnualPlan =
      taking === 'none'
        ? long
        : {
            ...long,
            indicators: long.indicators.map((each, at) => ({
              ...each,
              sameAs: first.indicators[at]?.id ?? null,
              ...(taking === 'yearly' ? { mode: 'yearly' as const, dueMonth: 6 } : {}),
            })),
          }
    return {
      kind: 'plan-put-in-force',
      subject: subjectOf.plan(),
      basis: null,
      body: { plan, isExample: false, bureauName: null },
    }
  })

/** Which entry it takes back is known when the history is saved: ids are the store's. */
const withdrawal: fc.Arbitrary<EntryDraft> = fc.constant({
  kind: 'amendment-withdrawn',
  subject: subjectOf.withdrawal(LAST_AMENDMENT),
  basis: null,
  body: { entry: LAST_AMENDMENT, reason: '录错' },
})

const amendment: fc.Arbitrary<EntryDraft> = fc
  .record({
    from: months,
    change: fc.constantFrom<PlanChange>(
      { kind: 'indicator-changed', id: 'flow', fields: { lead: 'b', carriedBy: 'p2' } },
      { kind: 'indicator-changed', id: 'yearly', fields: { dueMonth: 5 } },
      { kind: 'indicator-changed', id: 'flow-2020to2024', fields: { sameAs: null } },
      { kind: 'indicator-changed', id: 'stock-2020to2024', fields: { sameAs: 'stock' } },
      { kind: 'measure-changed', id: 'm1', fields: { lead: 'b', milestones: [] } },
      { kind: 'measure-added', programme: 'p2', measure: { id: 'm4', name: '新增' } },
      { kind: 'item-dropped', item: 'indicator', id: 'stock' },
      { kind: 'item-dropped', item: 'programme', id: 'p2' },
      { kind: 'rules-changed', bands: { green: 0.9, yellow: 0.5 }, reportingDueDay: 10 },
      { kind: 'unit-handed-over', unit: 'a', to: 'b' },
      { kind: 'unit-merged', unit: 'b', into: 'a' },
    ),
  })
  .map(({ from, change }) => ({
    kind: 'plan-amended',
    subject: subjectOf.amendment(from),
    basis: null,
    body: { from, reason: '调整', documentNumber: null, changes: [change] },
  }))

const reading: fc.Arbitrary<EntryDraft> = fc
  .record({
    month: months,
    indicator: fc.constantFrom('flow', 'total', 'stock', 'ratio', 'yearly', 'unknown'),
    locality: fc.constantFrom(null, 'x', 'y'),
    state: fc.constantFrom<ReadingState>(
      'number',
      'number',
      'number',
      'blank',
      'no-progress',
      'not-applicable',
      'not-yet-published',
    ),
    figure: number,
  })
  .map(({ month, indicator, locality, state, figure }) => {
    const isRatio = indicator === 'ratio'
    const place = indicator === 'flow' || isRatio ? locality : null
    const value = state === 'number' && !isRatio ? figure : null
    const numerator = state === 'number' && isRatio ? figure : null
    const body = {
      month,
      indicator,
      locality: place,
      state,
      value,
      numerator,
      denominator: numerator === null ? null : '7',
      unitNote: null,
      note: null,
    }
    return {
      kind: 'indicator-reading-recorded',
      subject: subjectOf.reading(month, indicator, place),
      basis: null,
      body,
    }
  })

const report: fc.Arbitrary<EntryDraft> = fc
  .record({
    month: months,
    measure: fc.constantFrom('m1', 'm2', 'm3', 'm4'),
    status: fc.constantFrom<MeasureStatus | null>(null, 'not-started', 'under-way', 'done', 'blocked'),
    isDone: fc.boolean(),
  })
  .map(({ month, measure, status, isDone }) => ({
    kind: 'measure-progress-recorded',
    subject: subjectOf.measure(month, measure),
    basis: null,
    body: {
      month,
      measure,
      status,
      progress: '进展',
      problems: null,
      nextSteps: null,
      milestonesDone: isDone ? ['s1'] : [],
      evidence: [],
    },
  }))

const submission: fc.Arbitrary<EntryDraft> = fc
  .record({
    month: months,
    department: departments,
    kind: fc.constantFrom('submitted', 'returned', 'accepted', 'accepted', 'correction'),
  })
  .map(({ month, department, kind }): EntryDraft => {
    const subject = subjectOf.submission(month, department)
    const body = { month, department }
    if (kind === 'submitted') return { kind: 'submission-submitted', subject, basis: null, body }
    if (kind === 'accepted') return { kind: 'submission-accepted', subject, basis: null, body }
    const because = { ...body, reason: '核对' }
    return kind === 'returned'
      ? { kind: 'submission-returned', subject, basis: null, body: because }
      : { kind: 'correction-opened', subject, basis: null, body: because }
  })

const revision: fc.Arbitrary<EntryDraft> = fc
  .record({ from: months, committed: number })
  .map(({ from, committed }) => ({
    kind: 'target-revised',
    subject: subjectOf.target('flow'),
    basis: null,
    body: { indicator: 'flow', committed, stretch: null, from, reason: '调整', documentNumber: null },
  }))

const step: fc.Arbitrary<Step> = fc.record({
  draft: fc.oneof(
    { weight: 12, arbitrary: reading },
    { weight: 4, arbitrary: report },
    { weight: 5, arbitrary: submission },
    { weight: 1, arbitrary: revision },
    { weight: 1, arbitrary: plan },
    { weight: 1, arbitrary: longPlan },
    { weight: 1, arbitrary: withdrawal },
    { weight: 2, arbitrary: amendment },
  ),
  // Up to twelve days: some entries come before a month's due day and some after.
  pause: fc.integer({ min: 0, max: 12 * 24 * 60 }),
})

/** Groups of steps; each group is one save. The first group puts a plan in force, most of the time. */
export const histories: fc.Arbitrary<Step[][]> = fc
  .tuple(
    fc.option(plan, { freq: 6 }),
    fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 14 }),
  )
  .map(([first, groups]) => (first === null ? groups : [[{ draft: first, pause: 0 }], ...groups]))
