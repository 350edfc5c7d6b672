import { expect, it } from 'vitest'
import { planOf } from '../state/bureau-state.ts'
import { measureMonth } from '../state/measure-month.ts'
import { aMeasure, anIndicator, aPlan, aReading, aReport, StateBuilder } from '../testing/builders.ts'
import { departmentMonths } from './department-months.ts'
import { rollUpsOf } from './roll-ups.ts'

it('says of every month what that month’s report says of the department', () => {
  const { state } = new StateBuilder(
    aPlan({
      measures: [aMeasure()],
      indicators: [anIndicator(), anIndicator({ id: 'i2', lead: 'keyan', from: '2020-02' })],
    }),
  )
    .read(
      '2020-01-20',
      aReading('2020-01', 9),
      aReading('2020-02', 2),
      aReading('2020-02', 9, { indicator: 'i2' }),
    )
    .report('2020-01-20', aReport('2020-01', { status: 'under-way' }))
  const months = ['2020-01', '2020-02', '2020-03']
  const rows = departmentMonths(
    planOf(state),
    rollUpsOf(state)
      .itemMonths(months)
      .filter(({ basis }) => basis === 'latest'),
    months,
  )
  for (const month of months) {
    const report = measureMonth(state, month, 'latest').departments.filter(({ worst }) => worst !== null)
    expect(rows.filter((row) => row.month === month)).toEqual(
      report.map((standing) => ({ ...standing, month })),
    )
  }
  expect(rows.map(({ id, month }) => `${month} ${id}`)).toEqual([
    '2020-01 gaoxin',
    '2020-02 gaoxin',
    '2020-02 keyan',
    '2020-03 gaoxin',
    '2020-03 keyan',
  ])
})
