// Several plans in force: what the bulletin, the year's ledger and the fill-in form say of the one beside.
import { describe, expect, it, test } from 'vitest'
import { formItems } from '../forms/form-items.ts'
import type { AnnualPlan } from '../plan/annual-plan.ts'
import { planOf } from '../state/bureau-state.ts'
import { measureMonth } from '../state/measure-month.ts'
import { seenThrough } from '../state/plan-line.ts'
import { anIndicator, aPlan, aReading, aTarget, StateBuilder } from '../testing/builders.ts'
import { type BulletinInput, bulletinReport } from './bulletin.ts'
import { printed, table } from './testing/read-report.ts'
import { yearRecords, yearSheet } from './testing/read-year.ts'
import { sampleInput } from './testing/sample-bulletins.ts'
import { yearInput } from './testing/sample-years.ts'

const LONG = '“十三五”规划'
const MONTH = '2020-06'
const long = (more: Partial<AnnualPlan> = {}): AnnualPlan =>
  aPlan({
    title: LONG,
    years: { from: 2018, to: 2022 },
    bands: { green: 0.5, yellow: 0.4 },
    programmes: [{ id: 'q1', name: '提升工程', lead: 'keyan', measures: [{ id: 'q1m1', name: '终期评估' }] }],
    indicators: [
      anIndicator({
        id: 'g1',
        name: '高企（规划）',
        programme: 'q1',
        sameAs: 'i1',
        targets: [aTarget({ committed: 80 }), aTarget({ year: 2022, committed: 150 })],
      }),
      anIndicator({
        id: 'g2',
        name: '专利',
        lead: 'keyan',
        unit: '件',
        programme: 'q1',
        mode: 'stock',
        targets: [aTarget({ committed: 9 })],
      }),
    ],
    ...more,
  })

function store(...beside: readonly AnnualPlan[]): StateBuilder {
  const builder = new StateBuilder(aPlan({ years: { from: 2020, to: 2020 } }))
  for (const plan of beside)
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
  return builder
    .read('2020-06-10', aReading(MONTH, 22), aReading(MONTH, 5, { indicator: 'g2' }))
    .submit('2020-06-11', MONTH)
    .accept('2020-06-12', MONTH)
    .submit('2020-06-11', MONTH, 'keyan')
    .accept('2020-06-12', MONTH, 'keyan')
}

function bulletinOf(builder: StateBuilder): BulletinInput {
  const view = (id: string | null) => {
    const state = seenThrough({ ...builder.state }, MONTH, id)
    return {
      plan: planOf(state).at(MONTH),
      status: { ...measureMonth(state, MONTH, 'accepted'), asOf: null },
    }
  }
  const [, ...others] = builder.plan.at(MONTH).parts
  return {
    ...sampleInput(),
    ...view(null),
    month: MONTH,
    state: seenThrough({ ...builder.state }, MONTH, null),
    earlier: null,
    beside: others.map(({ id }) => view(id)),
  }
}

const sheetNames = (builder: StateBuilder) =>
  bulletinReport(bulletinOf(builder)).sheets.map(({ name }) => name)
const named = (builder: StateBuilder, name: string) => {
  const sheet = bulletinReport(bulletinOf(builder)).sheets.find((each) => each.name === name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

describe('the bulletin', () => {
  it('has a plan beside the leading one on sheets of its own, after the leading one’s', () => {
    const [overview, figures, measures, ...rest] = sheetNames(store())
    expect(sheetNames(store(long()))).toEqual([
      overview,
      figures,
      measures,
      '规划指标进度',
      '规划举措进展',
      ...rest,
    ])
  })

  it('measures it by its own targets and bands, and says which figures are taken from the annual plan', () => {
    const sheet = named(store(long()), '规划指标进度')
    expect(sheet.title).toBe('“十三五”规划2020年六月份指标进度表')
    expect(sheet.summary).toBe(
      '《“十三五”规划》（2018—2022年）与《2020年全市科技工作要点》并列执行，本表列本年度进展。说明栏写明“取自”的，数在那份要点里填报，这里按本规划的目标衡量。',
    )
    expect(table(sheet).rows.map(printed)).toMatchObject([
      {
        programme: '提升工程',
        name: '高企（规划）',
        committed: '80',
        final: '150',
        actual: '22',
        completion: '27.5%',
        pace: '55.0%',
        light: '● 正常',
        remark: '取自《2020年全市科技工作要点》“新增高企”',
      },
      { name: '专利', committed: '9', final: '—', actual: '5', light: '● 正常' },
    ])
    expect(sheet.notes.join()).toContain('●完成序时不低于50%')
  })

  it('leaves the leading plan’s sheets as they are without it', () => {
    const one = bulletinReport(bulletinOf(store())).sheets
    const beside = bulletinReport(bulletinOf(store(long()))).sheets
    for (const name of ['总览', '指标进度', '举措进展', '滞后事项'])
      expect(beside.find((each) => each.name === name)).toEqual(one.find((each) => each.name === name))
  })

  it('tells several apart, and leaves out a sheet of measures where there are none', () => {
    const second = long({
      title: '人才规划',
      programmes: [],
      indicators: [anIndicator({ id: 'h1', programme: null })],
    })
    expect(sheetNames(store(long(), second)).slice(3, 6)).toEqual([
      '规划指标进度',
      '规划举措进展',
      '规划指标进度（2）',
    ])
  })
})

test('the year’s ledger of the plan beside says where a figure is taken from, and lists its months', () => {
  const builder = store(long())
  const id = builder.state.plans.find(({ plan }) => plan.title === LONG)?.id ?? null
  const input = yearInput({ state: seenThrough({ ...builder.state }, '2020-01', id) })
  const june = yearRecords('明细', input).find((row) => row.月份 === MONTH && row.事项 === '高企（规划）')
  expect(june).toMatchObject({ 填报情况: '数字', 本月数: 22, 本年累计: 22, 灯: '● 正常' })
  expect(Object.values(june ?? {})).toContain('取自《2020年全市科技工作要点》“新增高企”')
  expect(june).not.toHaveProperty('填报人')
  const months = table(yearSheet('逐月进度', input)).rows.map(printed)
  expect(months[1]).toMatchObject({ row: '累计', m1: '未填 ○', m6: '22 ●' })
})

test('a yearly figure taken from monthly amounts is printed as their total', () => {
  const plan = long()
  const [first, ...rest] = plan.indicators
  const yearly = { ...first, mode: 'yearly', dueMonth: 12 } as (typeof plan.indicators)[number]
  const builder = store({ ...plan, indicators: [yearly, ...rest] })
  const id = builder.state.plans.find(({ plan: each }) => each.title === LONG)?.id ?? null
  const input = yearInput({ state: seenThrough({ ...builder.state }, '2020-01', id) })
  const rows = table(yearSheet('逐月进度', input)).rows.map(printed)
  expect(rows.map(({ row, m6 }) => [row, m6])).toEqual([
    ['累计', '22 ○'],
    ['现有', '5 ●'],
  ])
})

test('the fill-in form does not ask for it again', () => {
  const builder = store(long())
  const asked = (department: string) =>
    formItems(builder.state, builder.plan.at(MONTH), { department, month: MONTH }).map(({ name }) => name)
  expect([asked('gaoxin'), asked('keyan')]).toEqual([['新增高企'], ['专利', '终期评估']])
})
