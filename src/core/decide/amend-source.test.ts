// 取自, said of an indicator of a plan in force: from a month on, and never for a month that is reported.
import { describe, expect, it } from 'vitest'
import type { Person } from '../journal/journal-entry.ts'
import { changeLine } from '../reports/change-words.ts'
import { expectedCells } from '../state/submission-status.ts'
import { anIndicator, aPlan, aReading, aTarget, StateBuilder } from '../testing/builders.ts'
import { decideAmendment } from './amend-plan.ts'
import { decideAnotherPlan } from './plan-drafts.ts'

const office: Person = { name: '李强', department: null, role: 'office' }
const annual = aPlan({
  years: { from: 2020, to: 2020 },
  indicators: [anIndicator(), anIndicator({ id: 'i2', name: '存量', mode: 'stock', targets: [] })],
})
const long = aPlan({
  title: '规划',
  years: { from: 2018, to: 2022 },
  programmes: [],
  indicators: [
    anIndicator({ id: 'g1', name: '高企（规划）', programme: null, lead: 'keyan', targets: [aTarget()] }),
  ],
})

function store(): StateBuilder {
  const builder = new StateBuilder(annual)
  const another = { plan: long, toCheck: [], draft: null, isBeside: true }
  const put = decideAnotherPlan(builder.state, builder.plan, another, office)
  if (!put.ok) throw new Error(put.rejection.message)
  return builder.append(put.value.drafts, '2020-01-03', '李强')
}

const naming = (builder: StateBuilder, sameAs: string | null, from = '2020-07') =>
  decideAmendment(
    builder.state,
    builder.plan,
    {
      from,
      reason: '同一个数',
      changes: [{ kind: 'indicator-changed', id: 'g1', fields: { sameAs } }],
    },
    office,
  )
const asked = (builder: StateBuilder, month: string) =>
  expectedCells(builder.state, 'keyan', month).map(({ id }) => id)

describe('naming the source of a figure in the middle of the year', () => {
  it('takes it from that month on, and gives it back', () => {
    const builder = store()
    const named = naming(builder, 'i1')
    if (!named.ok) throw new Error(named.rejection.message)
    builder.append(named.value.drafts, '2020-06-01', '李强')
    expect([asked(builder, '2020-06'), asked(builder, '2020-07')]).toEqual([['g1'], []])
    const given = naming(builder, null, '2020-10')
    if (!given.ok) throw new Error(given.rejection.message)
    builder.append(given.value.drafts, '2020-06-02', '李强')
    expect([asked(builder, '2020-09'), asked(builder, '2020-10')]).toEqual([[], ['g1']])
  })

  it('is refused for a month that its unit has reported', () => {
    const builder = store().read('2020-07-10', aReading('2020-07', 4, { indicator: 'g1' }))
    builder.submit('2020-07-11', '2020-07', 'keyan')
    expect(naming(builder, 'i1')).toMatchObject({
      ok: false,
      rejection: {
        code: 'amendment-too-early',
        message: '2020年7月科研处已经报送，调整不能改动它，请改为从2020年8月起生效。',
      },
    })
    expect(naming(builder, 'i1', '2020-08').ok).toBe(true)
  })

  it('is refused where the figures mean something else', () => {
    expect(naming(store(), 'i2')).toMatchObject({
      ok: false,
      rejection: {
        code: 'taken-figure-unfit',
        message:
          '“高企（规划）”不能取自《2020年全市科技工作要点》的“存量”：累计方式不同，数的意思不一样，请改正后再保存或启用。',
      },
    })
  })

  it('is said in 变更记录', () => {
    const { plan } = store()
    const change = { kind: 'indicator-changed', id: 'g1', fields: { sameAs: 'i1' } } as const
    expect(changeLine(change, plan.at('2020-06'), '2020-07')).toBe('指标“高企（规划）”数据来源有调整')
  })
})
