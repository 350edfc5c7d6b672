// Several plans in force: what the bulletin, the year's ledger and the fill-in form say of the one beside.
import { describe, expect, it, test } from 'vitest'
import { formItems } from '../forms/form-items.ts'
import type { AnnualPlan } from '../plan/annual-plan.ts'
import { planOf } from '../state/bureau-state.ts'
import { measureMonth } from '../state/measure-month.ts'
import { seenThrough } from '../state/plan-line.ts'
import { anIndicator, aPlan, aReading, aTarget, StateBuilder } from '../testing/builders.ts'
import { bulletinContext } from './bulletin/bulletin-context.ts'
import { type BulletinInput, bulletinReport } from './bulletin.ts'
import { draftText } from './bulletin-text/draft-text.ts'
import { plainText } from './bulletin-text/text-lines.ts'
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
    beside: others.flatMap(({ id }) =>
      builder.state.plans.filter((each) => each.id === id).map((inForce) => ({ ...view(id), inForce })),
    ),
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

  it('leaves the leading plan’s tables as they are without it, and says that they are about one plan', () => {
    const one = bulletinReport(bulletinOf(store())).sheets
    const beside = bulletinReport(bulletinOf(store(long()))).sheets
    for (const name of ['指标进度', '举措进展'])
      expect(beside.find((each) => each.name === name)).toEqual(one.find((each) => each.name === name))
    const [alone, overview] = [named(store(), '总览'), named(store(long()), '总览')]
    expect(overview).toEqual({ ...alone, notes: overview.notes })
    const words = '本表是《2020年全市科技工作要点》的情况；并列执行的《“十三五”规划》'
    expect(overview.notes.join()).toContain(`${words}见“规划指标进度”。`)
    expect(named(store(long()), '与上期对比').notes.join()).toContain(`${words}不在本表对比。`)
    for (const sheet of one) expect(sheet.notes.join()).not.toContain('并列执行')
  })

  describe('with something that lags in the plan beside', () => {
    const lagging = () => {
      const plan = long()
      const [g1, g2] = plan.indicators
      if (g1 === undefined || g2 === undefined) throw new Error('no indicators')
      return store({ ...plan, indicators: [g1, { ...g2, targets: [aTarget({ committed: 40 })] }] })
    }

    it('lists it in a table of its own, never among the leading plan’s', () => {
      const [one, both] = [named(store(), '滞后事项'), named(lagging(), '滞后事项')]
      expect(one.blocks.map(({ title }) => title)).toEqual([null])
      expect(both.blocks.map(({ title }) => title)).toEqual([
        '一、《2020年全市科技工作要点》',
        '二、并列执行的《“十三五”规划》',
      ])
      expect(table(both, 0).rows).toEqual(table(one, 0).rows)
      expect(table(both, 1).rows.map(printed)).toMatchObject([
        { no: '1', name: '专利', programme: '提升工程', light: '■ 严重滞后', completion: '12.5%' },
      ])
      expect(both.summary).toContain('并列执行的《“十三五”规划》滞后事项共1项：■严重滞后1项、▲滞后0项')
    })

    it('names it in the text, with the cells it is counted from', () => {
      const context = bulletinContext(bulletinOf(lagging()))
      const draft = draftText(context)
      expect(plainText(draft)).toMatch(
        /（[一二三四]）并列执行的规划进度滞后。《“十三五”规划》严重滞后1项：专利（科研处）。/,
      )
      expect(draft.attachments).toContain('规划指标进度表')
      const sentence = draft.paragraphs
        .flatMap(({ sentences }) => sentences)
        .find(({ text }) => /专利/.test(text))
      expect(sentence?.figures).toMatchObject([
        { value: 1, refs: [{ sheet: '滞后事项', row: null, column: 'light', block: 1 }] },
      ])
      expect(plainText(draftText(bulletinContext(bulletinOf(store(long())))))).not.toContain('并列执行')
    })
  })

  it('names a figure of the plan beside and an amendment of it by their plan in 变更记录', () => {
    const builder = store(long())
    const id = builder.state.plans.find(({ plan }) => plan.title === LONG)?.id ?? ''
    builder
      .correct('2020-06-20', MONTH, '重复1件', 'keyan')
      .read('2020-06-21', aReading(MONTH, 4, { indicator: 'g2' }))
      .submit('2020-06-22', MONTH, 'keyan')
      .accept('2020-06-23', MONTH, 'keyan')
      .append(
        [
          {
            kind: 'plan-amended',
            subject: 'plan',
            basis: null,
            body: {
              plan: id,
              from: MONTH,
              reason: '中期评估',
              documentNumber: null,
              changes: [{ kind: 'item-dropped', item: 'measure', id: 'q1m1' }],
            },
          },
        ],
        '2020-06-24',
      )
    const sheet = named(builder, '变更记录')
    expect(table(sheet, 0).rows.map(printed)).toMatchObject([
      { name: '专利（件）（《“十三五”规划》）', before: '5', after: '4', reason: '重复1件' },
    ])
    expect(table(sheet, 1).rows.map(printed)).toMatchObject([
      { name: '举措“终期评估”（《“十三五”规划》）', after: '停用，截至5月', reason: '中期评估' },
    ])
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
