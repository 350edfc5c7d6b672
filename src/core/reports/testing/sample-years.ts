// A year for tests: every mode, localities, evidence, a correction, a month not yet accepted, an item dropped on the way.

import type { Evidence, IndicatorReading } from '../../journal/journal-entry.ts'
import type { AnnualPlan } from '../../plan/annual-plan.ts'
import { anIndicator, aPlan, aReading, aReport, aTarget, StateBuilder } from '../../testing/builders.ts'
import type { YearInput } from '../year-report.ts'

const HASH = 'a'.repeat(64)
export const EVIDENCE: readonly Evidence[] = [
  { path: `证据/${HASH}-名单.pdf`, size: 1234 },
  { path: '照片.jpg' },
]

export const YEAR_PLAN: AnnualPlan = aPlan({
  years: { from: 2020, to: 2020 },
  programmes: [
    {
      id: 'p1',
      name: '培育行动',
      lead: 'gaoxin',
      participating: ['localities'],
      measures: [
        { id: 'p1m1', name: '强化培育', milestones: [{ id: 's1', name: '出台办法', due: '2020-02' }] },
        { id: 'p1m2', name: '年中取消的举措', until: '2020-02' },
      ],
    },
    { id: 'p2', name: '平台行动', lead: 'keyan', measures: [] },
  ],
  indicators: [
    anIndicator({ id: 'flow', name: '新增高企', byLocality: true, participating: ['localities'] }),
    anIndicator({
      id: 'total',
      name: '登记额',
      unit: '亿元',
      decimals: 2,
      mode: 'running-total',
      targets: [aTarget({ committed: null, stretch: 40 })],
    }),
    anIndicator({
      id: 'rate',
      name: '投入占比',
      unit: '%',
      mode: 'ratio',
      byLocality: true,
      programme: null,
      targets: [aTarget({ committed: 30, stretch: 50 })],
    }),
    anIndicator({
      id: 'cases',
      name: '失信案件',
      unit: '件',
      mode: 'monthly-flow',
      programme: 'p2',
      lead: 'keyan',
      targets: [aTarget({ comparator: 'at-most', committed: 4 })],
    }),
    anIndicator({ id: 'late', name: '年度数', mode: 'yearly', dueMonth: 12, programme: 'p2', lead: 'keyan' }),
  ],
})

const local = (
  month: string,
  indicator: string,
  locality: string,
  content: Parameters<typeof aReading>[1],
  more: Partial<IndicatorReading> = {},
) => aReading(month, content, { indicator, locality, ...more })

/** January to March accepted, 高新处's April on its way. */
export function yearStory(): StateBuilder {
  const story = new StateBuilder(YEAR_PLAN)
  story
    .read(
      '2020-01-20T09:00',
      local('2020-01', 'flow', 'lianshui', 3, { evidence: EVIDENCE }),
      local('2020-01', 'flow', 'xuyi', 'no-progress'),
      aReading('2020-01', 0.1, { indicator: 'total' }),
      local('2020-01', 'rate', 'lianshui', [1, 10]),
      local('2020-01', 'rate', 'xuyi', [90, 200]),
    )
    .report('2020-01-20T09:00', aReport('2020-01', { status: 'under-way', progress: '已启动' }))
    .submit('2020-01-21T09:00', '2020-01')
    .accept('2020-01-22T09:00', '2020-01')
    .read('2020-01-20T09:00', aReading('2020-01', 1, { indicator: 'cases', note: '=1+1' }))
    .submit('2020-01-28T09:00', '2020-01', 'keyan')
    .accept('2020-01-29T09:00', '2020-01', 'keyan')
    .read(
      '2020-02-20T09:00',
      local('2020-02', 'flow', 'lianshui', 'not-applicable'),
      aReading('2020-02', 0.3, { indicator: 'total' }),
      local('2020-02', 'rate', 'lianshui', 'not-yet-published'),
    )
    .report(
      '2020-02-20T09:00',
      aReport('2020-02', {
        status: 'blocked',
        progress: '进度慢',
        problems: '缺人',
        nextSteps: '招人',
        evidence: EVIDENCE.slice(0, 1),
      }),
    )
    .submit('2020-02-21T09:00', '2020-02')
    .sendBack('2020-02-22T09:00', '2020-02')
    .submit('2020-02-23T09:00', '2020-02')
    .accept('2020-02-24T09:00', '2020-02')
    .read(
      '2020-03-20T09:00',
      local('2020-03', 'flow', 'xuyi', 4),
      aReading('2020-03', 30, { indicator: 'total' }),
    )
    .submit('2020-03-21T09:00', '2020-03')
    .accept('2020-03-22T09:00', '2020-03')
    .correct('2020-04-01T09:00', '2020-03')
    .read('2020-04-01T10:00', aReading('2020-03', 31, { indicator: 'total' }))
    .read('2020-04-20T09:00', local('2020-04', 'flow', 'lianshui', 50))
    .submit('2020-04-21T09:00', '2020-04')
  return story
}

export function yearInput(input: Partial<YearInput> = {}): YearInput {
  return {
    state: yearStory().state,
    year: 2020,
    basis: 'accepted',
    madeAt: '2020-04-30T16:30:00.000Z',
    madeBy: '李强',
    ...input,
  }
}
