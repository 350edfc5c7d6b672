import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../core/plan/annual-plan.ts'
import { planOf } from '../../core/state/bureau-state.ts'
import { indicatorYear } from '../../core/state/indicator-year.ts'
import {
  anIndicator,
  aPlan,
  aReading,
  aTarget,
  type Shorthand,
  StateBuilder,
} from '../../core/testing/builders.ts'
import { spokenTable, tableRows } from '../charts/chart-table.ts'
import { canBeDrawn, isAxisCut, yearTable } from './year-chart.ts'

function tableOf(indicator: Indicator, at: string, ...months: readonly Shorthand[]) {
  const { state } = new StateBuilder(aPlan({ indicators: [indicator] })).read(
    '2020-01-03',
    ...months.map((value, index) => aReading(`2020-0${index + 1}`, value)),
  )
  const planned = planOf(state).at(at).indicatorsById.get('i1')
  if (planned === undefined) throw new Error('unreachable')
  return yearTable(indicatorYear(state, planned, at, 'latest'), indicator, at)
}

const valuesOf = (table: ReturnType<typeof tableOf>, name: string) =>
  table.series.find((each) => each.name === name)?.values

describe('the chart of a year', () => {
  const of120 = anIndicator({ targets: [aTarget({ committed: 120 })] })

  it('has no point where nothing was reported, and ends with the month asked about', () => {
    const table = tableOf(of120, '2020-04', 10, 'blank', 'no-progress', 8)
    expect(valuesOf(table, '实际累计')).toEqual([10, null, 10, 18, ...Array(8).fill(null)])
    expect(valuesOf(table, '序时应达')?.slice(0, 4)).toEqual([10, 20, 30, 40])
  })

  it('leads from the present value to the target and to the ends of the range', () => {
    const table = tableOf(of120, '2020-03', 5, 10, 15)
    expect(table.series.map(({ name }) => name)).toEqual([
      '实际累计',
      '序时应达',
      '达到目标所需',
      '推算最高',
      '推算中位',
      '推算最低',
    ])
    expect([2, 11].map((at) => valuesOf(table, '推算最低')?.[at])).toEqual([30, 75])
    expect([2, 11].map((at) => valuesOf(table, '达到目标所需')?.[at])).toEqual([30, 120])
  })

  it('keeps a replaced target by its figure, behind the one in force', () => {
    const revised = anIndicator({
      targets: [aTarget({ committed: 120 }), aTarget({ committed: 60, from: '2020-02' })],
    })
    expect(
      tableOf(revised, '2020-03', 5)
        .series.map(({ name }) => name)
        .slice(0, 3),
    ).toEqual(['实际累计', '序时应达', '原目标（120家）序时应达'])
  })

  it('of a level far above nought says that its axis is cut; of amounts it never is', () => {
    const stock = anIndicator({ mode: 'stock', targets: [aTarget({ committed: 500 })] })
    expect(isAxisCut(tableOf(stock, '2020-02', 431, 440))).toBe(true)
    expect(isAxisCut(tableOf(of120, '2020-02', 10, 10))).toBe(false)
  })

  it('is not drawn from a single point', () => {
    const yearly = anIndicator({ mode: 'yearly', dueMonth: 12 })
    expect(canBeDrawn(tableOf(yearly, '2020-03'))).toBe(false)
    expect(canBeDrawn(tableOf(of120, '2020-01'))).toBe(true)
  })

  it('is written and spoken from the same table', () => {
    const table = tableOf(anIndicator({ targets: [] }), '2020-02', 2.5, 3)
    expect(tableRows(table).slice(0, 4)).toEqual([
      ['月份', '实际累计'],
      ['1月', 2.5],
      ['2月', 5.5],
      ['3月', null],
    ])
    expect(spokenTable(table, String)).toBe('实际累计：1月2.5，2月5.5')
  })
})
