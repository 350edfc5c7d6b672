import { describe, expect, it } from 'vitest'
import type { AnnualPlan } from '../plan/annual-plan.ts'
import { type BureauState, planOf } from '../state/bureau-state.ts'
import { measureMonth } from '../state/measure-month.ts'
import {
  aMeasure,
  anIndicator,
  aPlan,
  aReading,
  aReport,
  aTarget,
  StateBuilder,
} from '../testing/builders.ts'
import { figureChanges } from './changes-between.ts'
import { type ComparedMonth, compareMonths } from './compare-months.ts'

const month = (state: BureauState, at: string): ComparedMonth => ({
  plan: planOf(state).at(at),
  report: measureMonth(state, at, 'latest'),
})

const lines = (
  before: ComparedMonth,
  after: ComparedMonth,
  figures: Parameters<typeof compareMonths>[2] = [],
) => compareMonths(before, after, figures).map(({ kind, name, text }) => `${kind} ${name} ${text}`)

/** One indicator of 120 a year: 10 a month is exactly the plan. */
const year = (may: number | string, june: number | string, plan: Partial<AnnualPlan> = {}) => {
  const { state } = new StateBuilder(
    aPlan({ indicators: [anIndicator({ targets: [aTarget({ committed: 120 })] })], ...plan }),
  ).read('2020-01-03', aReading('2020-05', may), aReading('2020-06', june))
  return lines(month(state, '2020-05'), month(state, '2020-06'))
}

describe('与上期相比: lights of an indicator', () => {
  it.each([
    [50, 10, []],
    [50, 3, ['worse 新增高企 由绿转黄:完成序时88.3%']],
    [50, 0, ['worse 新增高企 由绿转红:完成序时83.3%']],
    [44, 0, ['worse 新增高企 由黄转红:完成序时73.3%']],
    [44, 16, ['better 新增高企 由黄转绿:完成序时100.0%']],
    [44, 80, ['better 新增高企 由黄转蓝:124家']],
    [50, 'blank', ['not-reported 新增高企 本期未填报']],
    ['blank', 60, ['newly-reported 新增高企 本期已报,为绿:完成序时100.0%']],
    ['blank', 30, ['worse 新增高企 本期已报,为红:完成序时50.0%']],
    ['not-yet-published', 60, ['newly-reported 新增高企 本期已报,为绿:完成序时100.0%']],
    ['not-applicable', 60, ['judged-otherwise 新增高企 由不适用转绿:完成序时100.0%']],
    ['not-applicable', 10, ['worse 新增高企 由不适用转红:完成序时16.7%']],
    [50, 'not-applicable', ['judged-otherwise 新增高企 由绿转为不适用']],
  ])('%s in May, %s in June', (may, june, expected) => {
    expect(year(may, june)).toEqual(expected)
  })

  it('a missed month made good is said apart from getting better', () => {
    const { state } = new StateBuilder(
      aPlan({ indicators: [anIndicator({ targets: [aTarget({ committed: 120 })] })] }),
    )
      .read('2020-05-20', aReading('2020-05', 30))
      .read('2020-06-30', aReading('2020-06', 40))
    expect(lines(month(state, '2020-05'), month(state, '2020-06'))).toEqual([
      'made-good 新增高企 由红转为黄(已补)',
    ])
  })
})

describe('与上期相比: measures', () => {
  const plan = aPlan({
    indicators: [],
    measures: [
      aMeasure({
        milestones: [
          { id: 's1', name: '出台办法', due: '2020-05' },
          { id: 's2', name: '组织申报', due: '2020-06' },
        ],
      }),
    ],
  })
  const reports = (may: Parameters<typeof aReport>[1], june: Parameters<typeof aReport>[1]) => {
    const { state } = new StateBuilder(plan).report(
      '2020-01-03',
      aReport('2020-05', may),
      aReport('2020-06', june),
    )
    return lines(month(state, '2020-05'), month(state, '2020-06'))
  }

  it('an overdue milestone stands in the reason of the changed light', () => {
    expect(reports({ status: 'under-way', milestonesDone: ['s1'] }, { status: 'under-way' })).toEqual([
      'worse 强化培育 由绿转黄:节点“组织申报”(6月)到期未完成',
    ])
  })

  it('where the light stays, the new milestone is a line of its own', () => {
    const { state } = new StateBuilder(plan).report(
      '2020-01-03',
      aReport('2020-06', { status: 'under-way' }),
      aReport('2020-07', { status: 'under-way' }),
    )
    const [before, after] = [month(state, '2020-06'), month(state, '2020-07')]
    const withoutSecond = {
      ...before,
      report: {
        ...before.report,
        measures: before.report.measures.map((each) => ({
          ...each,
          overdueMilestones: each.overdueMilestones.filter(({ id }) => id === 's1'),
        })),
      },
    }
    expect(lines(withoutSecond, after)).toEqual(['newly-overdue 强化培育 节点“组织申报”6月到期,未完成'])
  })

  it('done is better, blocked is worse and says so', () => {
    const ticked = { milestonesDone: ['s1', 's2'] }
    expect(reports({ status: 'under-way', ...ticked }, { status: 'done' })).toEqual([
      'better 强化培育 由绿转蓝',
    ])
    expect(
      reports({ status: 'under-way', ...ticked }, { status: 'blocked', problems: '用地', nextSteps: '协调' }),
    ).toEqual(['worse 强化培育 由绿转黄:受阻需协调'])
  })
})

describe('与上期相比: the plan', () => {
  it('items that begin or end are told', () => {
    expect(
      year(50, 10, {
        indicators: [
          anIndicator({ targets: [aTarget({ committed: 120 })], until: '2020-05' }),
          anIndicator({ id: 'i2', name: '孵化器', from: '2020-06' }),
        ],
      }),
    ).toEqual(['added 孵化器 本期新列入', 'removed 新增高企 不再列入'])
  })

  it('a revised target with its document', () => {
    const targets = [
      aTarget({ committed: 120 }),
      aTarget({ committed: 108, stretch: 120, from: '2020-06', documentNumber: '淮科〔2020〕31号' }),
    ]
    expect(year(50, 10, { indicators: [anIndicator({ targets })] })).toEqual([
      'target-revised 新增高企 年度目标调整:120→确保108、力争120家(淮科〔2020〕31号)',
    ])
  })
})

describe('与上期相比: figures rewritten meanwhile', () => {
  const story = () =>
    new StateBuilder(aPlan({ indicators: [anIndicator({ targets: [aTarget({ committed: 120 })] })] }))
      .read('2020-04-20', aReading('2020-04', 40))
      .submit('2020-04-21', '2020-04')
      .accept('2020-04-22', '2020-04')
  const between = (then: StateBuilder, now: StateBuilder, basis: 'accepted' | 'latest') =>
    figureChanges(then.state, now.state, '2020-05', basis)

  it('a correction counts once it is accepted, with its reason', () => {
    const now = story()
      .correct('2020-05-02', '2020-04', '漏计2家')
      .read('2020-05-02T10:00', aReading('2020-04', 42))
    expect(between(story(), now, 'accepted')).toEqual([])
    expect(between(story(), now, 'latest')).toMatchObject([{ before: '40', after: '42', reason: '漏计2家' }])
    now.submit('2020-05-03', '2020-04').accept('2020-05-04', '2020-04')
    const figures = between(story(), now, 'accepted')
    expect(figures).toMatchObject([{ month: '2020-04', before: '40', after: '42', reason: '漏计2家' }])
    const compared = compareMonths(month(story().state, '2020-04'), month(now.state, '2020-05'), figures)
    expect(compared.find(({ kind }) => kind === 'corrected')).toMatchObject({
      month: '2020-04',
      text: '4月更正:40→42家(漏计2家)',
    })
  })

  it('a figure that came late, and one written again unchanged', () => {
    const now = story().read(
      '2020-06-02',
      aReading('2020-05', 8, { note: '经办人抽调' }),
      aReading('2020-04', 40),
    )
    const figures = between(story(), now, 'latest')
    expect(figures).toMatchObject([{ month: '2020-05', before: null, after: '8' }])
    expect(lines(month(now.state, '2020-05'), month(now.state, '2020-05'), figures)).toEqual([
      'filled-late 新增高企 5月补报8家(经办人抽调)',
    ])
  })

  it('figures of the new month are no correction', () => {
    expect(between(story(), story().read('2020-06-20', aReading('2020-06', 9)), 'latest')).toEqual([])
  })
})

it('is told worst first: red before yellow, then what was rewritten, then what got better', () => {
  const ids = ['a', 'b', 'c']
  const { state } = new StateBuilder(
    aPlan({
      indicators: ids.map((id) => anIndicator({ id, name: id, targets: [aTarget({ committed: 120 })] })),
    }),
  ).read(
    '2020-01-03',
    ...[44, 50, 50].map((value, at) => aReading('2020-05', value, { indicator: ids[at] ?? '' })),
    ...[16, 3, 0].map((value, at) => aReading('2020-06', value, { indicator: ids[at] ?? '' })),
  )
  const compared = compareMonths(month(state, '2020-05'), month(state, '2020-06'), [
    { indicator: 'a', month: '2020-04', locality: 'xuyi', before: '2.10', after: '2.40', reason: null },
  ])
  expect(compared.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'worse c',
    'worse b',
    'corrected a',
    'better a',
  ])
  expect(compared[2]?.text).toBe('4月盱眙县更正:2.10→2.40家')
})
