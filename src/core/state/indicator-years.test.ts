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

  it('says why each year’s light is what it is', () => {
    const builder = new StateBuilder(fiveYears).read('2020-12-20', aReading('2020-12', 100))
    const sentences = indicatorYears(builder.state, 'i1', '2020-12', 'latest').map(({ why }) => why)
    expect(sentences).toEqual(['年度统计数为100家,已达到年度目标100家,故为蓝', null, null])
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

  it('keeps the half year of an indicator dropped in June, and the name that each year called it by', () => {
    const plan = (year: number, name: string, until: string | null) =>
      aPlan({
        years: { from: year, to: year },
        indicators: [anIndicator({ name, until, targets: [aTarget({ year, committed: year - 1920 })] })],
      })
    const builder = new StateBuilder(plan(2020, '新增高企', '2020-06'))
      .read('2020-05-10', aReading('2020-05', 40))
      .read('2020-06-10', aReading('2020-06', 10))
    for (const next of [plan(2021, '净增高企', null), plan(2022, '净增高企', null)])
      builder.append(
        [
          {
            kind: 'plan-put-in-force',
            subject: 'plan',
            basis: null,
            body: { plan: next, isExample: false, bureauName: null },
          },
        ],
        '2020-12-20',
      )
    expect(lines(builder, '2022-02').slice(0, 2)).toEqual([
      [2020, '2020-06', 100, 50, 'green'],
      [2021, '2021-12', 101, null, 'grey'],
    ])
    const names = indicatorYears(builder.state, 'i1', '2022-02', 'latest').map(({ name }) => name)
    expect(names).toEqual(['新增高企', null, null])
  })
})
