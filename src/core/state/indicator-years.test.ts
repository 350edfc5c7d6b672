import { describe, expect, it } from 'vitest'
import { anIndicator, aPlan, aReading, aTarget, StateBuilder } from '../testing/builders.ts'
import { indicatorYears } from './indicator-years.ts'

const fiveYears = aPlan({
  years: { from: 2020, to: 2024 },
  indicators: [
    anIndicator({
      mode: 'yearly',
      dueMonth: 12,
      targets: [2020, 2021, 2022].map((year) => aTarget({ year, committed: year - 1920 })),
    }),
  ],
})

const lines = (builder: StateBuilder, month: string) =>
  indicatorYears(builder.state, 'i1', month, 'latest').map(({ year, until, target, actual, light }) => [
    year,
    until,
    target?.committed ?? null,
    actual,
    light,
  ])

describe('an indicator over the years', () => {
  it('shows each year of a five-year plan by its own target, and those to come by theirs', () => {
    const builder = new StateBuilder(fiveYears)
      .read('2020-12-20', aReading('2020-12', 100))
      .read('2021-12-20', aReading('2021-12', 95))
    expect(lines(builder, '2021-12')).toEqual([
      [2020, '2020-12', 100, 100, 'blue'],
      [2021, '2021-12', 101, 95, 'yellow'],
      [2022, null, 102, null, null],
    ])
  })

  it('ends the asked year with the asked month', () => {
    const builder = new StateBuilder(fiveYears).read('2020-12-20', aReading('2020-12', 100))
    expect(lines(builder, '2021-06')[1]).toEqual([2021, '2021-06', 101, null, 'grey'])
  })

  it('leaves out a year in which the indicator was not in force, or had neither target nor figure', () => {
    const plan = aPlan({
      years: { from: 2020, to: 2022 },
      indicators: [anIndicator({ until: '2021-06', targets: [aTarget()] })],
    })
    expect(lines(new StateBuilder(plan), '2022-03')).toEqual([[2020, '2020-12', 100, null, 'grey']])
  })
})
