// Laws of amendments: whatever is amended from a month on, what the months before it say stays the same to the byte.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntryDraft } from '../journal/journal-entry.ts'
import { fold } from '../state/fold-entries.ts'
import { measureMonth } from '../state/measure-month.ts'
import { aMeasure, anIndicator, aPlan, aReading, aReport, StateBuilder } from '../testing/builders.ts'
import { monthsOfYear } from '../values/reporting-month.ts'
import type { PlanChange } from './plan-change.ts'

const plan = aPlan({
  years: { from: 2020, to: 2020 },
  measures: [aMeasure(), aMeasure({ id: 'p1m2', name: '服务', lead: 'keyan' })],
  indicators: [
    anIndicator(),
    anIndicator({ id: 'i2', name: '存量', mode: 'stock', lead: null }),
    anIndicator({ id: 'i3', name: '累计', mode: 'running-total', lead: 'keyan' }),
  ],
})

const unit = fc.constantFrom('gaoxin', 'keyan')
const item = fc.constantFrom('i1', 'i2', 'i3', 'i9')
const curve = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 12, maxLength: 12 })
  .map((shares) => shares.sort((a, b) => a - b).map((share) => share / 100))

const change: fc.Arbitrary<PlanChange> = fc.oneof(
  fc.record({
    kind: fc.constant('indicator-changed' as const),
    id: item,
    fields: fc.record({ name: fc.string(), lead: unit, curve, key: fc.boolean() }, { requiredKeys: [] }),
  }),
  fc.record({
    kind: fc.constant('measure-changed' as const),
    id: fc.constantFrom('p1m1', 'p1m2'),
    fields: fc.record({ name: fc.string(), lead: unit }, { requiredKeys: [] }),
  }),
  fc.record({
    kind: fc.constant('item-dropped' as const),
    item: fc.constant('indicator' as const),
    id: item,
  }),
  fc.constantFrom<PlanChange>(
    { kind: 'item-dropped', item: 'programme', id: 'p1' },
    { kind: 'indicator-added', indicator: anIndicator({ id: 'i9', name: '追加' }) },
    { kind: 'measure-added', programme: 'p1', measure: aMeasure({ id: 'p1m9', name: '追加' }) },
    { kind: 'indicator-split', id: 'i1', into: [anIndicator({ id: 'i1a' }), anIndicator({ id: 'i1b' })] },
    { kind: 'rules-changed', bands: { green: 0.4, yellow: 0.2 }, reportingDueDay: 3 },
    { kind: 'unit-renamed', unit: 'gaoxin', name: '新名' },
    { kind: 'unit-merged', unit: 'gaoxin', into: 'keyan' },
    { kind: 'unit-merged', unit: 'keyan', into: 'gaoxin' },
    { kind: 'unit-handed-over', unit: 'keyan', to: 'gaoxin' },
  ),
)

const months = monthsOfYear(2020)
const amendment: fc.Arbitrary<EntryDraft> = fc
  .record({ from: fc.constantFrom(...months), changes: fc.array(change, { minLength: 1, maxLength: 3 }) })
  .map(({ from, changes }) => ({
    kind: 'plan-amended',
    subject: `amendment/${from}`,
    basis: null,
    body: { from, reason: '调整', documentNumber: null, changes },
  }))

const revision: fc.Arbitrary<EntryDraft> = fc
  .record({ from: fc.constantFrom(...months), indicator: item, committed: fc.integer({ min: 1, max: 500 }) })
  .map(({ from, indicator, committed }) => ({
    kind: 'target-revised',
    subject: `target/${indicator}`,
    basis: null,
    body: {
      indicator,
      committed: String(committed),
      stretch: null,
      from,
      reason: '调整',
      documentNumber: null,
    },
  }))

/** Half a year of figures; months of both units reported and accepted. */
function aYear(): StateBuilder {
  const builder = new StateBuilder(plan)
  for (const [at, month] of months.slice(0, 8).entries()) {
    builder
      .read(`${month}-20`, aReading(month, 8 + at), aReading(month, 20 * at, { indicator: 'i2' }))
      .read(`${month}-21`, aReading(month, 9 * at, { indicator: 'i3' }))
      .report(`${month}-22`, aReport(month, { status: 'under-way' }))
      .submit(`${month}-23`, month)
      .accept(`${month}-24`, month)
  }
  return builder
}

const told = (builder: StateBuilder, month: string) =>
  JSON.stringify([
    measureMonth(builder.state, month, 'accepted'),
    measureMonth(builder.state, month, 'latest'),
    builder.plan.at(month).plan,
    builder.plan.at(month).plan.departments,
  ])

describe('amendments', () => {
  it('leave every earlier month as it was, to the byte', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(amendment, revision), { minLength: 1, maxLength: 4 }), (drafts) => {
        const builder = aYear()
        for (const draft of drafts) {
          const from = draft.kind === 'plan-amended' || draft.kind === 'target-revised' ? draft.body.from : ''
          const earlier = months.filter((month) => month < from)
          const before = earlier.map((month) => told(builder, month))
          builder.append([draft], '2020-09-10')
          expect(earlier.map((month) => told(builder, month))).toEqual(before)
        }
      }),
      { numRuns: 120 },
    )
  })

  it('never make a month impossible to measure, and fold the same from the journal', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(amendment, revision), { minLength: 1, maxLength: 5 }), (drafts) => {
        const builder = aYear().append(drafts, '2020-09-10')
        const again = fold(builder.entries)
        for (const month of months) {
          expect(measureMonth(again, month, 'latest')).toEqual(measureMonth(builder.state, month, 'latest'))
        }
      }),
      { numRuns: 60 },
    )
  })
})
