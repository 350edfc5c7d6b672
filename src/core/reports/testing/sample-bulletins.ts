// Bulletins for tests, measured by the real rules from entries of a small plan that holds every kind of case.

import type { IndicatorReading, MeasureReport } from '../../journal/journal-entry.ts'
import type { AnnualPlan, Indicator } from '../../plan/annual-plan.ts'
import { measureMonth } from '../../state/measure-month.ts'
import { aReading, aReport, aTarget, StateBuilder } from '../../testing/builders.ts'
import type { BulletinInput } from '../bulletin.ts'

const MONTH = '2020-06'

const indicator = (
  id: string,
  name: string,
  rest: Partial<Indicator> & Pick<Indicator, 'mode'>,
): Indicator => ({
  id,
  name,
  unit: '家',
  decimals: 0,
  programme: 'p1',
  key: true,
  targets: [aTarget()],
  ...rest,
})

/** Headline targets in two tiers, stretch only, at most and yearly; flows, curves, baselines, a zero target, none. */
const INDICATORS: readonly Indicator[] = [
  indicator('h1', '高新技术产业产值占规上工业总产值比重', {
    mode: 'ratio',
    unit: '%',
    programme: null,
    carriedBy: 'p1',
    lead: 'gaoxin',
    targets: [aTarget({ committed: 23, stretch: 25 })],
  }),
  indicator('h2', '有效高企累计数', {
    mode: 'stock',
    programme: null,
    lead: 'gaoxin',
    targets: [aTarget({ committed: null, stretch: 500 })],
  }),
  indicator('h3', '全社会研发投入占比', {
    mode: 'yearly',
    unit: '%',
    programme: null,
    lead: 'keyan',
    dueMonth: 12,
    targets: [aTarget({ committed: 2 })],
  }),
  indicator('h4', '科研失信案件数', {
    mode: 'running-total',
    unit: '件',
    programme: null,
    lead: 'keyan',
    targets: [aTarget({ comparator: 'at-most', committed: 4 })],
  }),
  indicator('green', '新增国家高企', { mode: 'monthly-flow' }),
  indicator('yellow', '技术合同登记额', {
    mode: 'monthly-flow',
    unit: '亿元',
    decimals: 2,
    targets: [aTarget({ committed: 40 })],
  }),
  indicator('red', '苏科贷贷款总额', {
    mode: 'monthly-flow',
    unit: '亿元',
    targets: [aTarget({ committed: 1 })],
  }),
  indicator('blue', '对接活动', { mode: 'running-total', unit: '场', targets: [aTarget({ committed: 50 })] }),
  indicator('blank', '攻关项目', { mode: 'monthly-flow' }),
  indicator('curve', '成果转化项目', {
    mode: 'monthly-flow',
    targets: [aTarget({ committed: 30, baseline: 3 })],
    curve: [0, 0, 0.1, 0.1, 0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
  }),
  indicator('baseline', '市级孵化器数', {
    mode: 'stock',
    targets: [aTarget({ committed: 23, baseline: 17 })],
  }),
  indicator('idle', '培训企业家', { mode: 'monthly-flow', unit: '人次' }),
  indicator('none', '没有目标的指标', { mode: 'stock', targets: [] }),
  indicator('unused', '不适用的指标', { mode: 'stock', programme: 'p2' }),
  indicator('late', '尚未统计的指标', { mode: 'ratio', unit: '%', programme: 'p2' }),
  indicator('edge', '差一点的指标', {
    mode: 'monthly-flow',
    programme: 'p2',
    unit: '万元',
    targets: [aTarget({ committed: 10000 })],
  }),
]

export const SAMPLE_PLAN: AnnualPlan = {
  title: '《2020年全市科技工作要点》',
  years: { from: 2020, to: 2020 },
  departments: [
    { id: 'gaoxin', name: '高新处', kind: 'department' },
    { id: 'keyan', name: '科研处', kind: 'department' },
    { id: 'office', name: '办公室', kind: 'department' },
  ],
  programmes: [
    {
      id: 'p1',
      name: '企业培育行动',
      lead: 'gaoxin',
      measures: [
        { id: 'm1', name: '强化培育' },
        { id: 'm2', name: '完善机制', milestones: [{ id: 's1', name: '出台管理办法', due: '2020-04' }] },
        { id: 'm3', name: '扩大对接', milestones: [{ id: 's2', name: '签约', due: '2020-06' }] },
      ],
    },
    {
      id: 'p2',
      name: '平台建设行动',
      lead: 'keyan',
      measures: [
        { id: 'm4', name: '建设平台' },
        { id: 'm5', name: '绩效评估' },
        { id: 'm6', name: '长远规划' },
      ],
    },
    { id: 'p3', name: '没有举措的行动', lead: 'office' },
  ],
  indicators: INDICATORS,
}

const reading = (
  id: string,
  content: Parameters<typeof aReading>[1],
  extra: Partial<IndicatorReading> = {},
) => aReading(MONTH, content, { indicator: id, ...extra })

const READINGS: readonly IndicatorReading[] = [
  reading('h1', 24),
  reading('h2', 446),
  reading('h4', 3),
  reading('green', 61),
  reading('yellow', 18, { note: '一季度申报推迟' }),
  reading('red', 0.3, { note: '银行放款慢' }),
  reading('blue', 51),
  reading('curve', 8),
  reading('baseline', 20),
  reading('idle', 'no-progress'),
  reading('none', 7),
  reading('unused', 'not-applicable'),
  reading('late', 'not-yet-published'),
  reading('edge', 4998),
]

const report = (measure: string, rest: Partial<MeasureReport>) => aReport(MONTH, { measure, ...rest })

const REPORTS: readonly MeasureReport[] = [
  report('m1', { status: 'done', progress: '全部完成' }),
  report('m2', {
    status: 'under-way',
    progress: '征求意见',
    problems: '部门意见不一',
    nextSteps: '再次会商',
  }),
  report('m3', { status: 'under-way', progress: '已洽谈' }),
  report('m4', {
    status: 'blocked',
    progress: '选址中',
    problems: '用地指标不足',
    nextSteps: '报市政府协调',
  }),
  report('m6', { status: 'not-started' }),
]

/** 高新处 accepted and on time, 科研处 accepted after its due day, 办公室 has nothing to report. */
function reported(
  plan: AnnualPlan,
  readings: readonly IndicatorReading[],
  reports: readonly MeasureReport[],
) {
  return new StateBuilder(plan)
    .read('2020-06-20T09:00', ...readings)
    .report('2020-06-20T09:30', ...reports)
    .submit('2020-06-24T10:05', MONTH, 'gaoxin')
    .sendBack('2020-06-24T11:00', MONTH, '核对登记额', 'gaoxin')
    .submit('2020-06-24T18:05', MONTH, 'gaoxin')
    .submit('2020-06-27T08:00', MONTH, 'keyan')
    .accept('2020-06-29T09:00', MONTH, 'gaoxin')
    .accept('2020-06-29T09:00', MONTH, 'keyan')
}

export function inputFor(builder: StateBuilder, rest: Partial<BulletinInput> = {}): BulletinInput {
  return {
    plan: builder.plan,
    bureauName: '市科学技术局',
    month: MONTH,
    issue: 6,
    status: { ...measureMonth(builder.state, MONTH, 'accepted'), asOf: null },
    state: builder.state,
    earlier: null,
    beside: [],
    editedText: null,
    madeAt: '2020-07-01T16:30:00.000Z',
    madeBy: '李强',
    isExample: false,
    ...rest,
  }
}

/** The journal behind `sampleInput`, to be written on. */
export function sampleJournal(): StateBuilder {
  return reported(SAMPLE_PLAN, READINGS, REPORTS)
}

/** Every light, state and kind of target once. */
export function sampleInput(rest: Partial<BulletinInput> = {}): BulletinInput {
  return inputFor(sampleJournal(), rest)
}

/** A plan in force, nothing reported yet. */
export function untouchedInput(): BulletinInput {
  return inputFor(new StateBuilder(SAMPLE_PLAN))
}

/** A plan with nothing in it. */
export function nothingInput(): BulletinInput {
  return inputFor(new StateBuilder({ ...SAMPLE_PLAN, programmes: [], indicators: [] }), { bureauName: null })
}

/** The same text in every place where people write. */
export function textInput(text: string): BulletinInput {
  const readings = READINGS.map((each) => ({ ...each, note: text }))
  const reports = REPORTS.map((each) => ({ ...each, progress: text, problems: text, nextSteps: text }))
  return inputFor(reported(SAMPLE_PLAN, readings, reports))
}

/** `count` indicators and as many measures, in two programmes. */
export function largeInput(count: number): BulletinInput {
  const programmes = SAMPLE_PLAN.programmes.map((programme, at) => ({
    ...programme,
    measures: Array.from({ length: at < 2 ? count / 2 : 0 }, (_, index) => ({
      id: `${programme.id}m${index}`,
      name: `第${index + 1}项举措`,
    })),
  }))
  const indicators = ['p1', 'p2'].flatMap((programme) =>
    Array.from({ length: count / 2 }, (_, index) =>
      indicator(`${programme}i${index}`, `第${index + 1}个指标`, { mode: 'monthly-flow', programme }),
    ),
  )
  const readings = indicators.map(({ id }, index) => reading(id, (index * 7) % 90))
  const reports = programmes.flatMap(({ measures }) =>
    measures.map(({ id }) => report(id, { status: 'under-way', progress: '按计划推进，已完成方案。' })),
  )
  return inputFor(reported({ ...SAMPLE_PLAN, programmes, indicators }, readings, reports))
}
