import { describe, expect, it } from 'vitest'
import type { IndicatorReading } from '../journal/journal-entry.ts'
import type { Indicator } from '../plan/annual-plan.ts'
import { anIndicator, aPlan, aReading, aTarget, StateBuilder } from '../testing/builders.ts'
import { planOf } from './bureau-state.ts'
import { indicatorYear } from './indicator-year.ts'

function yearOf(indicator: Indicator, at: string, ...readings: IndicatorReading[]) {
  const { state } = new StateBuilder(aPlan({ indicators: [indicator] })).read('2020-01-03', ...readings)
  const planned = planOf(state).at(at).indicatorsById.get('i1')
  if (planned === undefined) throw new Error('unreachable')
  return indicatorYear(state, planned, at, 'latest')
}

describe('an indicator’s year', () => {
  const of120 = anIndicator({ targets: [aTarget({ committed: 120 })] })
  const months = ([5, 10, 15] as const).map((value, at) => aReading(`2020-0${at + 1}`, value))

  it('ends at the month asked about, though later months are filled in', () => {
    const year = yearOf(of120, '2020-02', ...months)
    expect(
      year.months.map(({ month, actual, expectedValue, light }) => [month, actual, expectedValue, light]),
    ).toEqual([
      ['2020-01', 5, 10, 'red'],
      ['2020-02', 15, 20, 'red'],
    ])
    expect(year.status.actual).toBe(15)
  })

  it('draws the needed pace from now to the target, and a range from the third month on', () => {
    expect(yearOf(of120, '2020-02', ...months)).toMatchObject({
      range: null,
      rangeText: '已报不足3个月,暂不推算年底数',
    })
    const year = yearOf(of120, '2020-03', ...months)
    expect(year.needed.map(({ value }) => value)).toEqual([30, 40, 50, 60, 70, 80, 90, 100, 110, 120])
    expect(year.range).toEqual({
      low: 75,
      middle: 120,
      high: 165,
      reportedMonths: 3,
      verdict: 'within-range',
    })
  })

  it('needs nothing more once the target is reached, and nothing can be done after December', () => {
    expect(yearOf(of120, '2020-01', aReading('2020-01', 130)).needed).toEqual([])
    const december = yearOf(of120, '2020-12', ...months)
    expect([december.needed, december.range, december.rangeText]).toEqual([[], null, null])
  })

  it('keeps the line of a target that was replaced', () => {
    const revised = anIndicator({
      targets: [
        aTarget({ committed: 120 }),
        aTarget({ committed: 60, from: '2020-06', reason: '疫情影响', documentNumber: '淮科〔2020〕31号' }),
      ],
    })
    const before = yearOf(revised, '2020-05')
    expect(before.targets.map(({ committed, isInForce }) => [committed, isInForce])).toEqual([[120, true]])
    const { targets } = yearOf(revised, '2020-06')
    expect(targets).toMatchObject([
      { committed: 120, from: '2020-01', isRevision: false, isInForce: false },
      { committed: 60, from: '2020-06', isRevision: true, isInForce: true, reason: '疫情影响' },
    ])
    expect(targets.map(({ expected }) => expected.map(({ value }) => value).slice(4, 7))).toEqual([
      [50, 60, 70],
      [25, 30, 35],
    ])
  })

  it('bends its line in the month from which another curve holds, and leaves a replaced one on its own', () => {
    const steps = [0, 0, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 0.75, 0.75, 0.75, 1]
    const builder = new StateBuilder(aPlan({ indicators: [of120] }))
    const change = { kind: 'indicator-changed' as const, id: 'i1', fields: { curve: steps } }
    const body = { from: '2020-07', reason: '按季认定', documentNumber: null, changes: [change] }
    builder.append([{ kind: 'plan-amended', subject: 'amendment/1', basis: null, body }], '2020-06-10')
    const lines = (month: string) => {
      const planned = planOf(builder.state).at(month).indicatorsById.get('i1')
      if (planned === undefined) throw new Error('unreachable')
      return indicatorYear(builder.state, planned, month, 'latest').targets.map(({ expected }) =>
        expected.map(({ value }) => value),
      )
    }
    expect(lines('2020-07')).toEqual([[10, 20, 30, 40, 50, 60, 60, 60, 90, 90, 90, 120]])
    const revision = { indicator: 'i1', committed: '60', stretch: null, from: '2020-07' }
    builder.append(
      [
        {
          kind: 'target-revised',
          subject: 'target/i1',
          basis: null,
          body: { ...revision, reason: '核减', documentNumber: null },
        },
      ],
      '2020-06-11',
    )
    expect(lines('2020-07')).toEqual([
      [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120],
      [5, 10, 15, 20, 25, 30, 30, 30, 45, 45, 45, 60],
    ])
  })

  it('of a level has no range and no needed pace', () => {
    const stock = anIndicator({ mode: 'stock', targets: [aTarget({ committed: 120, baseline: 60 })] })
    const year = yearOf(stock, '2020-03', ...months)
    expect([year.needed, year.range, year.rangeText]).toEqual([[], null, null])
    expect(year.targets[0]?.expected[5]?.value).toBe(90)
  })

  it('counts only the months it is in force', () => {
    const halfYear = anIndicator({
      from: '2020-03',
      until: '2020-08',
      targets: [aTarget({ committed: 120 })],
    })
    const year = yearOf(
      halfYear,
      '2020-05',
      ...([6, 6, 6] as const).map((value, at) => aReading(`2020-0${at + 3}`, value)),
    )
    expect(year.months.map(({ month }) => month)).toEqual(['2020-03', '2020-04', '2020-05'])
    expect(year.range?.low).toBe(36)
    expect(year.needed.at(-1)).toEqual({ month: '2020-08', value: 120 })
  })

  it('without a target has no lines, and the range says nothing of one', () => {
    const year = yearOf(anIndicator({ targets: [] }), '2020-03', ...months)
    expect([year.targets, year.needed, year.range?.verdict]).toEqual([[], [], null])
    expect(year.rangeText).not.toContain('目标')
  })
})
