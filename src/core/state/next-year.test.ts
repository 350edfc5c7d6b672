// What a new year's plan takes over from the last under the same ids, and what begins afresh.
import { describe, expect, it } from 'vitest'
import { decideRecord } from '../decide/record.ts'
import type { Person } from '../journal/journal-entry.ts'
import { rollUpsOf } from '../projection/roll-ups.ts'
import { aMeasure, aPlan, aReport, StateBuilder } from '../testing/builders.ts'
import { measureMonth } from './measure-month.ts'
import { expectedCells } from './submission-status.ts'

const office: Person = { name: '李强', department: null, role: 'office' }
const planOf = (from: number, to = from) =>
  aPlan({
    title: `${from}年要点`,
    years: { from, to },
    indicators: [],
    measures: [aMeasure({ milestones: [{ id: 's1', name: '名单', due: `${to}-02` }] })],
  })

/** Done in December, with its milestone. */
function store(...plans: readonly ReturnType<typeof planOf>[]): StateBuilder {
  const [first, ...later] = plans
  const builder = new StateBuilder(first)
  for (const plan of later)
    builder.append(
      [
        {
          kind: 'plan-put-in-force',
          subject: 'plan',
          basis: null,
          body: { plan, isExample: false, bureauName: null },
        },
      ],
      '2020-01-03',
    )
  return builder.report('2020-12-20', aReport('2020-12', { status: 'done', milestonesDone: ['s1'] }))
}

const measured = (builder: StateBuilder, month: string) => {
  const status = measureMonth(builder.state, month, 'latest').measures[0]
  const isFilled = expectedCells(builder.state, 'gaoxin', month)[0]?.isFilled
  return [status?.status, status?.light, status?.overdueMilestones.map(({ id }) => id), isFilled]
}

describe('a measure done in December', () => {
  it.each<[what: string, plans: ReturnType<typeof planOf>[], january: unknown[], march: unknown[]]>([
    [
      'stays done in a plan of both years',
      [planOf(2020, 2021)],
      ['done', 'blue', [], true],
      ['done', 'blue', [], true],
    ],
    [
      'begins afresh in next year’s plan, its milestone too',
      [planOf(2020), planOf(2021)],
      [null, 'grey', [], false],
      [null, 'grey', ['s1'], false],
    ],
  ])('%s', (_, plans, january, march) => {
    const builder = store(...plans)
    expect(measured(builder, '2020-12')).toEqual(['done', 'blue', [], true])
    expect(measured(builder, '2021-01')).toEqual(january)
    expect(measured(builder, '2021-03')).toEqual(march)
  })

  it('says the same in the tables, and answers a new status without a warning', () => {
    const builder = store(planOf(2020), planOf(2021))
    const rows = rollUpsOf(builder.state).itemMonths(['2020-12', '2021-01'])
    expect(rows.filter(({ basis }) => basis === 'latest').map(({ month, light }) => [month, light])).toEqual([
      ['2020-12', 'blue'],
      ['2021-01', 'grey'],
    ])
    const sheet = {
      month: '2021-01',
      department: 'gaoxin',
      measures: [{ measure: 'p1m1', status: 'under-way' as const }],
    }
    expect(decideRecord(builder.state, builder.plan, sheet, office)).toMatchObject({
      ok: true,
      value: { warnings: [] },
    })
  })
})
