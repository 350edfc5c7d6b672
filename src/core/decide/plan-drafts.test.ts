import { describe, expect, it } from 'vitest'
import type { Person } from '../journal/journal-entry.ts'
import type { AnnualPlan } from '../plan/annual-plan.ts'
import { measureMonth } from '../state/measure-month.ts'
import { anIndicator, aPlan, aReading, aTarget, StateBuilder } from '../testing/builders.ts'
import { decideDiscard, decideDraft, decidePutInForce } from './plan-drafts.ts'

const office: Person = { name: '李强', department: null, role: 'office' }
const clerk: Person = { name: '王敏', department: 'gaoxin', role: 'clerk' }
const stock = anIndicator({ id: 'i1', mode: 'stock', targets: [aTarget({ committed: 500 })] })
const flow = anIndicator({ id: 'i2', name: '入库' })
const thisYear = aPlan({ years: { from: 2020, to: 2020 }, indicators: [stock, flow] })
const nextYear = aPlan({
  title: '2021年要点',
  years: { from: 2021, to: 2021 },
  indicators: [stock, flow].map((each) => ({ ...each, targets: [aTarget({ year: 2021, committed: 600 })] })),
})

function drafted(
  plan: AnnualPlan,
  toCheck: readonly { place: string; message: string }[] = [],
): StateBuilder {
  const builder = new StateBuilder(thisYear)
  const decided = decideDraft(builder.state, { draft: 'd1', plan, toCheck }, office)
  if (!decided.ok) throw new Error(decided.rejection.message)
  return builder.append(decided.value.drafts, '2020-12-20', '李强')
}

const refusal = (builder: StateBuilder, actor = office) => {
  const decided = decidePutInForce(builder.state, builder.plan, { draft: 'd1', isBeside: false }, actor)
  return decided.ok ? 'accepted' : `${decided.rejection.code} ${decided.rejection.message}`
}

describe('a draft', () => {
  it('is put in force for the next year; stocks carry over by id, flows begin afresh', () => {
    const builder = drafted(nextYear).read(
      '2020-12-25',
      aReading('2020-12', 480),
      aReading('2020-12', 70, { indicator: 'i2' }),
    )
    const before = JSON.stringify(measureMonth(builder.state, '2020-12', 'latest'))
    const decided = decidePutInForce(builder.state, builder.plan, { draft: 'd1', isBeside: false }, office)
    if (!decided.ok) throw new Error(decided.rejection.message)
    builder.append(decided.value.drafts, '2020-12-28', '李强')
    expect(builder.state.planDrafts.size).toBe(0)
    expect(builder.plan.span).toEqual({ from: 2020, to: 2021 })
    expect(JSON.stringify(measureMonth(builder.state, '2020-12', 'latest'))).toBe(before)
    builder.read(
      '2021-01-20',
      aReading('2021-01', 'no-progress'),
      aReading('2021-01', 5, { indicator: 'i2' }),
    )
    const { indicators } = measureMonth(builder.state, '2021-01', 'latest')
    expect(indicators.map(({ actual, target }) => [actual, target])).toEqual([
      [480, 600],
      [5, 600],
    ])
  })

  it.each([
    [aPlan({ years: { from: 2020, to: 2025 } }), [], 'plan-years-taken'],
    [{ ...nextYear, indicators: [anIndicator({ targets: [] })] }, [], 'indicator-redefined'],
    [nextYear, [{ place: 'i1', message: '目标沿用上年' }], 'draft-to-check'],
    [
      { ...nextYear, indicators: [anIndicator({ id: 'i9', lead: null, programme: null, targets: [] })] },
      [],
      'plan-lead-missing',
    ],
    [{ ...nextYear, bands: { green: 0.5, yellow: 0.9 } }, [], 'plan-file-invalid'],
  ])('is refused (%#)', (plan, toCheck, code) => {
    expect(refusal(drafted(plan, toCheck))).toContain(code)
  })

  it('says what to do next', () => {
    expect(refusal(drafted(thisYear))).toBe(
      'plan-years-taken 这个年度已有启用的要点“2020年全市科技工作要点”，请在它上面调整，或把草稿的年度改为2021年；确要两个要点并列执行（如五年规划），请勾选“并列执行”。',
    )
    expect(refusal(drafted(nextYear, [{ place: 'i1', message: '目标沿用上年' }]))).toBe(
      'draft-to-check 草稿还有1处待核，第一处：目标沿用上年，请逐处核对后再启用。',
    )
  })

  it('belongs to the office, and can be thrown away', () => {
    const builder = drafted(nextYear)
    expect(refusal(builder, clerk)).toContain('not-permitted')
    expect(decideDraft(builder.state, { draft: 'd2', plan: nextYear, toCheck: [] }, clerk).ok).toBe(false)
    const decided = decideDiscard(builder.state, 'd1', office)
    if (!decided.ok) throw new Error(decided.rejection.message)
    builder.append(decided.value.drafts, '2020-12-21', '李强')
    expect(refusal(builder)).toContain('draft-missing')
  })
})
