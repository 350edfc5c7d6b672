import { describe, expect, test } from 'vitest'
import { StateBuilder } from '../testing/builders.ts'
import { printed, rowNamed, table } from './testing/read-report.ts'
import { yearSheet } from './testing/read-year.ts'
import { YEAR_PLAN, yearInput, yearStory } from './testing/sample-years.ts'
import { yearReport } from './year-report.ts'

const untouched = () => yearInput({ state: new StateBuilder(YEAR_PLAN).state })

describe('the lines around the tables', () => {
  test('name the plan, the last month that counts, and who made it when', () => {
    const sheet = yearSheet('全年台账')
    expect([sheet.title, sheet.lead.middle, sheet.signOff[0], sheet.signOff.at(-1)]).toEqual([
      '2020年全市科技工作要点全年台账',
      '截至2020年3月31日 · 序时进度25.0%',
      '填报人：李强',
      '填报日期：2020年5月1日',
    ])
  })

  test('figures that nobody accepted are said so in every title and in the file’s name', () => {
    const report = yearReport(yearInput({ basis: 'latest' }))
    expect(report.fileName).toBe('2020年全年台账（含未审核数）.xlsx')
    const titles = [...report.sheets, ...report.records].map(({ title }) => title)
    expect(titles.filter((title) => !title.endsWith('（含未审核数）'))).toEqual([])
    expect(report.sheets[1]?.lead.middle).toContain('截至2020年4月30日')
  })

  test('a year in which nothing counts yet says so and still shows the plan', () => {
    const report = yearReport(untouched())
    expect(report.sheets.map(({ lead }) => lead.middle)).toEqual(
      report.sheets.map(() => '2020年 · 尚无审核通过的数'),
    )
    expect(report.records.map(({ rowCount }) => rowCount)).toEqual([0, 0])
    expect(table(yearSheet('全年台账', untouched())).rows).toHaveLength(7)
    const months = table(yearSheet('逐月进度', untouched())).rows.map(printed)
    expect(months.flatMap((row) => [row.m1, row.m12]).every((text) => text === '')).toBe(true)
  })

  test('every sheet is named on the first page, with its number of rows', () => {
    const report = yearReport(yearInput())
    const rows = table(report.sheets[0] ?? yearSheet('说明')).rows.map(printed)
    expect(rows.map(({ name }) => name)).toEqual([
      ...report.sheets.slice(1).map(({ name }) => name),
      ...report.records.map(({ name }) => name),
    ])
    expect(rows.filter(({ words }) => words === '—')).toEqual([])
    expect(rows.find(({ name }) => name === '明细')?.rows).toBe('30')
  })
})

describe('全年台账', () => {
  const block = table(yearSheet('全年台账'))

  test('figures and measures of a programme stand together under its merged name', () => {
    expect(block.rows.map(({ cells }) => [cells.programme?.mergeKey, cells.name?.value])).toEqual([
      ['', '投入占比'],
      ['p1', '新增高企'],
      ['p1', '登记额'],
      ['p1', '强化培育'],
      ['p2', '失信案件'],
      ['p2', '年度数'],
    ])
  })

  test('shares are live, and what was dropped during the year is named below', () => {
    const { completion, pace } = rowNamed(block, '新增高企').cells
    expect([completion?.formula, pace?.formula]).toEqual(['{actual}/{committed}', '{actual}/{expected}'])
    expect(yearSheet('全年台账').notes.join('')).toContain('年中不再列入的1项见“明细”：年中取消的举措。')
  })

  test('a measure’s words stand one below the other', () => {
    const state = yearStory().accept('2020-04-25T09:00', '2020-03').state
    expect(rowNamed(table(yearSheet('全年台账', yearInput({ state }))), '强化培育').cells.remark?.value).toBe(
      '逾期节点：出台办法（应于2月完成）',
    )
  })
})

describe('逐月进度', () => {
  const block = table(yearSheet('逐月进度'))
  const rows = new Map(block.rows.map((row) => [row.id, row]))

  test.each([
    ['indicator/flow/amount', ['3', '不适用', '4', '']],
    ['indicator/flow', ['3 ■', '3 ○', '7 ■', '']],
    ['indicator/total', ['0.10 ■', '0.30 ■', '30.00 ●', '']],
    ['indicator/rate', ['43.33 ★', '尚未统计 ○', '未填 ○', '']],
    ['indicator/cases/amount', ['1', '未填', '未填', '']],
    ['indicator/late', ['—', '—', '—', '']],
  ])('%s', (id, expected) => {
    const cells = printed(rows.get(id))
    expect([cells.m1, cells.m2, cells.m3, cells.m4]).toEqual(expected)
  })

  test('totals add the months up where months are filled in, months are differences where totals are', () => {
    expect(rows.get('indicator/flow')?.cells.m3?.formula).toBe(
      'SUM({m1@indicator/flow/amount}:{m3@indicator/flow/amount})',
    )
    expect(rows.get('indicator/total/amount')?.cells.m2).toMatchObject({
      value: 0.2,
      formula: '{m2@indicator/total}-{m1@indicator/total}',
    })
  })

  test.each([
    ['indicator/flow/amount', ['7', '', '', '', '7']],
    ['indicator/total/amount', ['30.00', '', '', '', '30.00']],
    ['indicator/rate', ['', '', '', '', '']],
  ])('%s: 季度小计 and 上半年', (id, expected) => {
    const cells = printed(rows.get(id))
    expect([cells.q1, cells.q2, cells.q3, cells.q4, cells.h1]).toEqual(expected)
  })

  test('a part of the year adds its months up', () => {
    expect(rows.get('indicator/flow/amount')?.cells.h1?.formula).toBe(
      'SUM({m1@indicator/flow/amount}:{m6@indicator/flow/amount})',
    )
  })

  test('measures: a word and a mark for each month, a dash where they were not in the plan', () => {
    const measures = table(yearSheet('举措逐月')).rows.map(printed)
    expect(measures).toMatchObject([
      { m1: '● 推进中', m2: '▲ 受阻需协调', m3: '○ 未填', m4: '' },
      { m1: '○ 未填', m2: '○ 未填', m3: '—' },
    ])
  })
})

describe('县区园区分解表', () => {
  test('amounts add up, a ratio comes from its parts and is no average', () => {
    const block = table(yearSheet('县区园区分解表'))
    expect(
      block.columns.map(({ group, title }) => (group === undefined ? title : `${group}/${title}`)),
    ).toEqual([
      '序号',
      '县区园区',
      '类别',
      '新增高企（家）',
      '投入占比（%）/分子',
      '投入占比（%）/分母',
      '投入占比（%）/比率',
    ])
    expect(block.rows.map((row) => Object.values(printed(row)).slice(-5))).toEqual([
      ['县', '3', '1', '10', '10'],
      ['县', '4', '90', '200', '45'],
      ['7', '91', '210', '43.33'].toSpliced(0, 0, '合计'),
    ])
    const total = block.rows.at(-1)?.cells ?? {}
    expect(Object.values(total).flatMap(({ formula }) => formula ?? [])).toEqual([
      'SUM({i0a:first}:{i0a:last})',
      'SUM({i2n:first}:{i2n:last})',
      'SUM({i2d:first}:{i2d:last})',
      '{i2n}/{i2d}*100',
    ])
  })

  test('a month that was filled in as a whole is said to make the difference', () => {
    const state = yearStory().read('2020-04-26T09:00', {
      ...(yearStory().state.readings.get('flow')?.get('2020-03')?.cells.get('xuyi')?.latest.body ?? never()),
      month: '2020-05',
      locality: null,
      value: '5',
    }).state
    const sheet = yearSheet('县区园区分解表', yearInput({ state, basis: 'latest' }))
    expect(sheet.notes.join('')).toContain('合计与各县区园区之和不同的有：新增高企。')
    const cell = table(sheet).rows.at(-1)?.cells.i0a
    expect([cell?.value, cell?.formula]).toEqual([62, undefined])
  })

  test('many indicators go over several tables of about equal width, one below the other', () => {
    const [flow] = YEAR_PLAN.indicators.filter(({ id }) => id === 'flow')
    const indicators = Array.from({ length: 30 }, (_, at) => ({ ...(flow ?? never()), id: `i${at}` }))
    const state = new StateBuilder({ ...YEAR_PLAN, indicators }).state
    const { blocks } = yearSheet('县区园区分解表', yearInput({ state }))
    expect(blocks.map(({ title, columns }) => [title, columns.length])).toEqual([
      ['（1/3）', 13],
      ['（2/3）', 13],
      ['（3/3）', 13],
    ])
  })

  test('a plan without localities says so', () => {
    const plan = { ...YEAR_PLAN, indicators: YEAR_PLAN.indicators.filter(({ byLocality }) => !byLocality) }
    const sheet = yearSheet('县区园区分解表', yearInput({ state: new StateBuilder(plan).state }))
    expect(table(sheet)).toMatchObject({ rows: [], emptyText: '本年度要点没有按县区园区分解的指标' })
  })
})

describe('处室汇总', () => {
  test('what each department answers for, how it reported, how it stands, and the sums', () => {
    const rows = table(yearSheet('处室汇总')).rows
    expect(rows.map(printed)).toMatchObject([
      {
        department: '高新处',
        due: '3',
        reported: '3',
        onTime: '3',
        late: '0',
        returned: '1',
        expected: '14',
        filled: '10',
        red: '1',
        worst: '新增高企 7/100家',
      },
      { department: '科研处', due: '3', reported: '1', reportingRate: '33.3%', onTime: '0', late: '1' },
      { no: '合计', due: '6', reported: '4', reportingRate: '66.7%', fillRate: '64.7%' },
    ])
    expect(rows.at(-1)?.cells.due?.formula).toBe('SUM({due:first}:{due:last})')
  })
})

test('sentences of our own carry full-width punctuation only', () => {
  const lines = yearReport(yearInput()).sheets.flatMap(({ notes, lead, blocks }) => [
    ...notes,
    lead.middle,
    ...blocks.flatMap(({ rows, emptyText }) => [emptyText, ...rows.map((row) => printed(row).words ?? '')]),
  ])
  expect(lines.filter((line) => /[,;:()]/.test(line))).toEqual([])
})

test('the same input gives the same tables', () => {
  const told = (input = yearInput()) =>
    JSON.stringify([yearReport(input).sheets, yearReport(input).records.map((each) => [...each.rows()])])
  expect(told()).toBe(told())
})

function never(): never {
  throw new Error('unreachable')
}
