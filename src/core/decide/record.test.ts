import { describe, expect, it } from 'vitest'
import type { Person } from '../journal/journal-entry.ts'
import type { Outcome } from '../outcome.ts'
import { aMeasure, anIndicator, aPlan, aReading, aReport, StateBuilder } from '../testing/builders.ts'
import { decideRecord } from './record.ts'
import type { Decision, MeasureInput, ReadingInput, RecordSheet } from './record-sheet.ts'

const clerk: Person = { name: '王敏', department: 'gaoxin', role: 'clerk' }
const other: Person = { name: '赵刚', department: 'keyan', role: 'clerk' }
const office: Person = { name: '李强', department: null, role: 'office' }
const leader: Person = { name: '周局', department: null, role: 'leader' }

const plan = aPlan({
  indicators: [
    anIndicator(),
    anIndicator({ id: 'total', name: '累计登记额', mode: 'running-total', unit: '亿元' }),
    anIndicator({ id: 'share', name: '产值占比', mode: 'ratio', unit: '%' }),
    anIndicator({ id: 'local', name: '分县区入库', byLocality: true, decimals: 0 }),
    anIndicator({ id: 'localshare', name: '分县区占比', mode: 'ratio', unit: '%', byLocality: true }),
    anIndicator({ id: 'theirs', name: '别处的指标', lead: 'keyan' }),
    anIndicator({ id: 'dropped', name: '已停的指标', until: '2020-03' }),
  ],
  measures: [aMeasure({ milestones: [{ id: 's1', name: '办法', due: '2020-06' }] })],
})

const record = (
  readings: readonly ReadingInput[],
  extra: Partial<RecordSheet> & {
    builder?: StateBuilder
    actor?: Person
    measures?: readonly MeasureInput[] | null | undefined
  } = {},
): Outcome<Decision> => {
  const { builder = new StateBuilder(plan), actor = clerk, ...sheet } = extra
  return decideRecord(
    builder.state,
    builder.plan,
    { month: '2020-06', department: 'gaoxin', readings, ...sheet },
    actor,
  )
}

const outcome = (decided: Outcome<Decision>) =>
  decided.ok
    ? decided.value.drafts.map((draft) => draft.kind).join(' ')
    : `${decided.rejection.code} ${decided.rejection.message}`

const RECORDED = 'indicator-reading-recorded'

describe('recording', () => {
  type Case = readonly [string, readonly ReadingInput[], Partial<RecordSheet> & { actor?: Person }, string]
  // biome-ignore format: one case a line reads as a table
  const cases: readonly Case[] = [
    ['a number', [{ indicator: 'i1', value: 3 }], {}, RECORDED],
    ['a decimal text', [{ indicator: 'i1', value: '2.50' }], {}, RECORDED],
    ['zero', [{ indicator: 'i1', value: 0 }], {}, RECORDED],
    ['a state', [{ indicator: 'i1', state: 'no-progress' }], {}, RECORDED],
    ['clearing', [{ indicator: 'i1', state: 'blank' }], {}, RECORDED],
    ['parts of a ratio', [{ indicator: 'share', numerator: 1, denominator: 3 }], {}, RECORDED],
    ['a locality', [{ indicator: 'local', locality: 'lianshui', value: 2 }], {}, RECORDED],
    ['the office for another department', [{ indicator: 'i1', value: 3 }], { actor: office }, RECORDED],
    ['wrong month', [{ indicator: 'i1', value: 3 }], { month: '2020-13' }, 'invalid-month “2020-13”不是月份，请写成 2020-06 这样的四位年、两位月。'],
    ['a month in words', [{ indicator: 'i1', value: 3 }], { month: '六月' }, 'invalid-month “六月”不是月份，请写成 2020-06 这样的四位年、两位月。'],
    ['a month outside the plan', [{ indicator: 'i1', value: 3 }], { month: '2019-12' }, 'month-outside-plan 2019年12月不在本要点的年度（2020年至2021年）内，请改选月份。'],
    ['an unknown department', [{ indicator: 'i1', value: 3 }], { department: 'nobody' }, 'unknown-department 要点里没有处室“nobody”，请核对处室编号。'],
    ['a group as department', [{ indicator: 'i1', value: 3 }], { department: 'localities' }, 'group-does-not-report “各县区、园区”是集体单位，不单独填报，请由牵头处室填报。'],
    ['an unknown indicator', [{ indicator: 'nope', value: 3 }], {}, 'unknown-indicator 要点里没有指标“nope”，请核对编号，其余内容也没有保存。'],
    ['another department’s indicator', [{ indicator: 'theirs', value: 3 }], {}, 'not-your-indicator “别处的指标”由科研处牵头填报，不归高新处，请交由科研处填报。'],
    ['another department’s clerk', [{ indicator: 'i1', value: 3 }], { actor: other }, 'not-permitted 赵刚（填报员）不能填报这个处室的数据，请由高新处或办公室办理。'],
    ['a leader', [{ indicator: 'i1', value: 3 }], { actor: leader }, 'not-permitted 周局（局领导）不能填报这个处室的数据，请由高新处或办公室办理。'],
    ['a dropped indicator', [{ indicator: 'dropped', value: 3 }], {}, 'item-not-in-force “已停的指标”在2020年6月不在执行期内，请核对月份。'],
    ['text in a number', [{ indicator: 'i1', value: '约30%' }], {}, 'number-not-understood “新增高企”填的“约30%”不是能用的数，请只填数字，例如 18 或 2.5。'],
    ['NaN', [{ indicator: 'i1', value: Number.NaN }], {}, 'number-not-understood “新增高企”填的“NaN”不是能用的数，请只填数字，例如 18 或 2.5。'],
    ['1e400', [{ indicator: 'i1', value: '1e400' }], {}, 'number-out-of-range “新增高企”填的“1e400”太大或小数位太多，请核对单位（万、亿）后重填。'],
    ['nothing in it', [{ indicator: 'i1' }], {}, 'number-missing “新增高企”没有填数，请填数字，或选择本月无进展、不适用、尚未统计。'],
    ['number and state', [{ indicator: 'i1', value: 3, state: 'no-progress' }], {}, 'number-with-state “新增高企”既填了数又选了状态，请只保留一样。'],
    ['parts of a flow', [{ indicator: 'i1', numerator: 1, denominator: 2 }], {}, 'parts-not-for-this-mode “新增高企”不是比率指标，请直接填数，不要填分子分母。'],
    ['half the parts', [{ indicator: 'share', numerator: 1 }], {}, 'parts-incomplete “产值占比”的分子和分母要一起填，请补全。'],
    ['a percentage and its parts', [{ indicator: 'share', value: 3, numerator: 1, denominator: 2 }], {}, 'number-with-parts “产值占比”既填了比率又填了分子分母，请只保留一样。'],
    ['a zero denominator', [{ indicator: 'share', numerator: 1, denominator: '0.0' }], {}, 'denominator-zero “产值占比”的分母是0，算不出比率，请核对分母。'],
    ['a locality’s bare percentage', [{ indicator: 'localshare', locality: 'xuyi', value: 3 }], {}, 'parts-needed “分县区占比·盱眙县”按县区园区填报时要填分子和分母，百分比不能直接合并，请补全。'],
    ['an unknown locality', [{ indicator: 'local', locality: 'mars', value: 3 }], {}, 'unknown-locality 要点里没有县区园区“mars”，请核对编号，其余内容也没有保存。'],
    ['a whole and a locality’s figure in one file', [{ indicator: 'local', value: 3 }, { indicator: 'local', locality: 'xuyi', value: 3 }], {}, 'locality-figures-present “分县区入库”本月已按县区园区填报，不能再填合计，请改各县区园区的数，或先清空它们。'],
    ['a locality of a whole indicator', [{ indicator: 'i1', locality: 'xuyi', value: 3 }], {}, 'not-by-locality “新增高企”没有设为按县区园区分解，请只填合计。'],
    ['a negative flow', [{ indicator: 'i1', value: -2 }], {}, 'negative-needs-note “新增高企”本月填了负数，请在说明里写明原因（如冲减、核减）再保存。'],
    ['a negative flow explained', [{ indicator: 'i1', value: -2, note: '核减' }], {}, RECORDED],
    ['the same cell twice', [{ indicator: 'i1', value: 1 }, { indicator: 'i1', value: 2 }], {}, 'duplicate-cell “新增高企”在同一份填报里出现了两次，请只保留一次。'],
    ['one wrong among right ones', [{ indicator: 'i1', value: 1 }, { indicator: 'total', value: 'x' }], {}, 'number-not-understood “累计登记额”填的“x”不是能用的数，请只填数字，例如 18 或 2.5。'],
    ['an empty sheet', [], {}, 'nothing-to-record 填报文件里没有任何内容，请核对。'],
  ]
  it.each(cases)('%s', (_name, readings, sheet, expected) => {
    expect(outcome(record(readings, sheet))).toBe(expected)
  })

  it('wants an explanation when a running total falls', () => {
    const builder = new StateBuilder(plan).read('2020-05-20', aReading('2020-05', 20, { indicator: 'total' }))
    expect(outcome(record([{ indicator: 'total', value: 18 }], { builder }))).toBe(
      'fall-needs-note “累计登记额”累计数比上次少了（20→18），请在说明里写明原因再保存。',
    )
    expect(outcome(record([{ indicator: 'total', value: 18, note: '核减重复登记' }], { builder }))).toBe(
      RECORDED,
    )
    expect(outcome(record([{ indicator: 'total', value: 20 }], { builder }))).toBe(RECORDED)
    expect(outcome(record([{ indicator: 'total', value: 3 }], { builder, month: '2021-01' }))).toBe(RECORDED)
  })

  it('does not let a whole figure replace localities’ figures', () => {
    const builder = new StateBuilder(plan).read(
      '2020-06-10',
      aReading('2020-06', 2, { indicator: 'local', locality: 'lianshui' }),
    )
    expect(outcome(record([{ indicator: 'local', value: 9 }], { builder }))).toContain(
      'locality-figures-present',
    )
    expect(
      outcome(
        record(
          [
            { indicator: 'local', locality: 'lianshui', state: 'blank' },
            { indicator: 'local', value: 9 },
          ],
          { builder },
        ),
      ),
    ).toBe(`${RECORDED} ${RECORDED}`)
  })

  it('refuses a save on top of a figure the author has not seen', () => {
    const builder = new StateBuilder(plan).read('2020-06-10', aReading('2020-06', 2))
    const seen = builder.entries.at(-1)?.id ?? ''
    expect(outcome(record([{ indicator: 'i1', value: 3, basis: seen }], { builder }))).toBe(RECORDED)
    expect(outcome(record([{ indicator: 'i1', value: 3, basis: null }], { builder }))).toBe(
      'figure-changed-meanwhile “新增高企”刚才已被王敏改过，请核对最新的数后再保存，您填的内容仍在页面上。',
    )
  })

  it.each([
    ['above the year', { value: 101 }, 'above-year-target'],
    ['far above the usual month', { value: 51 }, 'far-above-usual'],
  ])('asks about a figure %s, without blocking', (_name, input, code) => {
    const builder = new StateBuilder(plan).read(
      '2020-03-20',
      aReading('2020-01', 10),
      aReading('2020-02', 10),
      aReading('2020-03', 10),
    )
    const decided = record([{ indicator: 'i1', ...input }], { builder })
    expect(decided.ok && decided.value.warnings.map((warning) => warning.code)).toContain(code)
  })

  it('asks about fractions of things that are counted', () => {
    const decided = record([{ indicator: 'local', locality: 'xuyi', value: 2.5 }])
    expect(decided.ok && decided.value.warnings).toEqual([
      {
        indicator: 'local',
        code: 'fractional-count',
        message: '“分县区入库·盱眙县”按整数统计，填的是2.5家，请核对。',
      },
    ])
  })

  it('keeps fields of a measure that a save leaves out, and clears what is null', () => {
    const builder = new StateBuilder(plan).report(
      '2020-06-10',
      aReport('2020-06', { status: 'under-way', progress: '已开会', problems: '无' }),
    )
    const decided = record([], {
      builder,
      measures: [{ measure: 'p1m1', problems: null, milestonesDone: ['s1'] }],
    })
    expect(decided.ok && decided.value.drafts[0]?.body).toMatchObject({
      status: 'under-way',
      progress: '已开会',
      problems: null,
      milestonesDone: ['s1'],
    })
  })

  it('refuses an unknown measure and an unknown milestone', () => {
    expect(outcome(record([], { measures: [{ measure: 'zzz', status: 'done' }] }))).toContain(
      'unknown-measure',
    )
    expect(outcome(record([], { measures: [{ measure: 'p1m1', milestonesDone: ['zzz'] }] }))).toBe(
      'unknown-milestone 举措“强化培育”没有节点“zzz”，请核对编号，其余内容也没有保存。',
    )
  })

  it('keeps a done measure done, and says so', () => {
    const builder = new StateBuilder(plan).report('2020-03-10', aReport('2020-03', { status: 'done' }))
    const decided = record([], { builder, measures: [{ measure: 'p1m1', status: 'under-way' }] })
    expect(decided.ok && decided.value.warnings).toEqual([
      {
        indicator: 'p1m1',
        code: 'measure-stays-done',
        message: '“强化培育”2020年3月已报完成，以后各月都算已完成；如当时报错了，请更正2020年3月的填报。',
      },
    ])
  })
})
