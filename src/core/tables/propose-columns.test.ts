import { describe, expect, it } from 'vitest'
import { atOnce } from '../steps.ts'
import { type COLUMN_TITLES, headingMeaning, headingUnit } from './column-meanings.ts'
import { openTable } from './open-table.ts'
import { headingFingerprint, proposeColumns } from './propose-columns.ts'
import { bookOf, type SheetOptions, sheetOf, type Typed } from './testing/sheet-of.ts'

function open(rows: readonly (readonly Typed[])[], options?: SheetOptions) {
  const opened = atOnce(openTable(bookOf(sheetOf(rows, options)), null))
  if (!opened.ok) throw new Error(opened.rejection.message)
  return opened.value.table
}

function proposed(
  rows: readonly (readonly Typed[])[],
  options?: SheetOptions,
  purpose: 'month' | 'plan' = 'month',
) {
  const { grid, headings } = open(rows, options)
  return proposeColumns(grid, headings, { purpose, remembered: null, month: null })
}

const meanings = (...args: Parameters<typeof proposed>) => proposed(...args).map(({ meaning }) => meaning)

describe('headingMeaning', () => {
  it.each<[string, keyof typeof COLUMN_TITLES | null, string]>([
    ['序号', 'number', 'sure'],
    ['指 标 名 称', 'indicator', 'sure'],
    ['考核指标', 'indicator', 'sure'],
    ['重点工作任务', 'measure', 'sure'],
    ['工作内容', 'measure', 'sure'],
    ['事项', 'measure', 'sure'],
    ['计量单位', 'unit', 'sure'],
    ['单位', 'unit', 'sure'],
    ['2020年目标', 'target', 'sure'],
    ['年度目标值（家）', 'target', 'sure'],
    ['全年任务数', 'target', 'sure'],
    ['确保目标', 'target', 'sure'],
    ['力争目标', 'stretch', 'sure'],
    ['上年基数', 'baseline', 'sure'],
    ['2019年基数', 'baseline', 'sure'],
    ['本月完成', 'value', 'sure'],
    ['６月完成', 'value', 'sure'],
    ['6月份', 'value', 'sure'],
    ['当月新增数', 'value', 'likely'],
    ['1-6月累计', 'total', 'sure'],
    ['1—6月', 'total', 'sure'],
    ['本年累计完成数', 'total', 'sure'],
    ['截至6月底累计', 'total', 'likely'],
    ['累计完成率', 'completion', 'likely'],
    ['完成比例', 'completion', 'sure'],
    ['占年度目标%', 'completion', 'likely'],
    ['进展情况', 'progress', 'sure'],
    ['6月工作进展', 'progress', 'likely'],
    ['本月进展情况', 'progress', 'sure'],
    ['存在的主要问题', 'problems', 'sure'],
    ['问题及困难', 'problems', 'sure'],
    ['下一步工作打算', 'nextSteps', 'sure'],
    ['7月份下一步计划', 'nextSteps', 'likely'],
    ['完成状态', 'status', 'sure'],
    ['牵头处室', 'lead', 'sure'],
    ['责任单位', 'lead', 'sure'],
    ['责任领导', 'ignored', 'sure'],
    ['配合单位', 'participating', 'sure'],
    ['完成时限', 'due', 'sure'],
    ['计划完成时间', 'due', 'likely'],
    ['备注', 'note', 'sure'],
    ['上月累计', 'ignored', 'sure'],
    ['同比增长', 'ignored', 'likely'],
    ['甲乙丙', null, ''],
  ])('%s is %s, %s', (heading, meaning, confidence) => {
    const found = headingMeaning([heading])
    expect([found?.meaning ?? null, found?.confidence ?? '']).toEqual([meaning, confidence])
  })

  it('reads headings of two rows, the lower one first', () => {
    expect(headingMeaning(['年度目标', '力争'])?.meaning).toBe('stretch')
    expect(headingMeaning(['年度目标', '确保'])?.meaning).toBe('target')
    expect(headingMeaning(['完成情况', '累计'])?.meaning).toBe('total')
    expect(headingMeaning(['6月', '完成数'])?.meaning).toBe('value')
  })

  it('finds a unit in brackets', () => {
    expect(headingUnit(['完成情况（万元）', '累计'])).toBe('万元')
    expect(headingUnit(['本月完成（家）'])).toBe('家')
    expect(headingUnit(['本月完成（含预审）'])).toBeNull()
  })
})

describe('proposeColumns', () => {
  const two = [
    ['2020年全市科技工作要点进展情况表'],
    ['填报单位：科研处', null, null, null, null, null, '单位：家、项'],
    ['序号', '重点行动', '指标', '年度目标', null, '完成情况', null, null, '备注'],
    [null, null, null, '确保', '力争', '6月', '1-6月累计', '完成率', null],
    [1, '企业研发促进行动', '新建研发机构', 30, null, 3, 15, 0.5, null],
    [2, null, '工程技术研究中心', 30, 35, 2, 12, 0.4, '含预审'],
    [3, null, '转化项目', 10, null, 1, 5, 0.5, null],
  ]
  const merges = ['A1:I1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:H3', 'I3:I4', 'B5:B7']

  it('finds headings of two merged rows below a title', () => {
    const { headings } = open(two, { merges })
    expect([headings.top, headings.bottom]).toEqual([3, 4])
    expect(meanings(two, { merges })).toEqual([
      'number',
      'programme',
      'indicator',
      'target',
      'stretch',
      'value',
      'total',
      'completion',
      'note',
    ])
    expect(proposed(two, { merges })[6]).toEqual({
      column: 7,
      heading: '完成情况 / 1-6月累计',
      meaning: 'total',
      confidence: 'sure',
      reason: '标题是“1-6月累计”',
    })
  })

  it('finds them where nothing is merged', () => {
    const { headings } = open(two)
    expect([headings.top, headings.bottom]).toEqual([3, 4])
    expect(meanings(two)).toEqual(meanings(two, { merges }))
  })

  it('keeps each meaning once and says why a column is left', () => {
    const rows = [
      ['指标', '本月', '本月数', '奇怪的列'],
      ['甲', 1, 2, 'x'],
      ['乙', 1, 2, 'y'],
    ]
    expect(proposed(rows).map(({ meaning, reason }) => [meaning, reason])).toEqual([
      ['indicator', '标题是“指标”'],
      ['value', '标题是“本月”'],
      ['ignored', '“本月”已经读作本月数，这一列先不读入'],
      ['ignored', '标题不认识，先不读入'],
    ])
  })

  it('takes the one of two task columns that spans rows for the block of work', () => {
    const rows = [
      ['序号', '重点任务', '具体举措', '责任单位', '完成时限'],
      [1, '培育高企', '建立培育库', '高新处', '6月底'],
      [2, null, '组织培训', '高新处', '年底'],
      [3, null, '落实奖补', '规划处', '年底'],
      [4, '研发促进', '建设机构', '科研处', '年底'],
    ]
    expect(meanings(rows, {}, 'plan')).toEqual(['number', 'programme', 'measure', 'lead', 'due'])
  })

  it('asks the cells where a heading leaves it open', () => {
    const figures = [
      ['事项', '完成情况'],
      ['甲', 1],
      ['乙', 2],
      ['丙', '3家'],
    ]
    expect(proposed(figures)[1]).toMatchObject({ meaning: 'total', confidence: 'unsure' })
    const words = [
      ['序号', '目标任务', '责任处室', '进展情况'],
      [1, '建立培育库', '高新处', '已建库'],
      [2, '组织培训', '高新处', '已办两场'],
      [3, '落实奖补', '规划处', '正在申报'],
    ]
    expect(meanings(words)).toEqual(['number', 'measure', 'lead', 'progress'])
  })

  it('proposes what was confirmed for these headings, in any month', () => {
    const june = open([
      ['指标', '6月完成', '1-6月累计'],
      ['甲', 1, 2],
    ])
    const july = open([['七月表'], ['指标', '7月完成', '1-7月累计'], ['甲', 1, 2]])
    const other = open([
      ['指标', '7月完成', '说明'],
      ['甲', 1, 2],
    ])
    expect(headingFingerprint('month', july.headings)).toBe(headingFingerprint('month', june.headings))
    expect(headingFingerprint('month', other.headings)).not.toBe(headingFingerprint('month', june.headings))
    expect(headingFingerprint('plan', july.headings)).not.toBe(headingFingerprint('month', july.headings))
    const again = proposeColumns(july.grid, july.headings, {
      purpose: 'month',
      remembered: ['indicator', 'ignored', 'value'],
      month: '2020-07',
    })
    expect(again.map(({ meaning, reason }) => [meaning, reason])).toEqual([
      ['indicator', '沿用上次确认的'],
      ['ignored', '沿用上次确认的'],
      ['value', '沿用上次确认的'],
    ])
  })
})

describe('openTable', () => {
  const table = sheetOf(
    [
      ['指标', '本月'],
      ['甲', 1],
    ],
    { name: '6月' },
  )
  const words = sheetOf([['填表说明'], ['请如实填写']], { name: '说明' })

  it('takes the sheet that says most, or the one that is named', () => {
    const opened = atOnce(openTable(bookOf(words, table), null))
    expect(opened).toMatchObject({
      ok: true,
      value: {
        table: { sheet: { name: '6月' } },
        sheets: [
          { name: '说明', hasTable: false },
          { name: '6月', hasTable: true },
        ],
      },
    })
  })

  it.each([
    ['a sheet without headings', bookOf(words), '说明', 'table-not-found'],
    ['a workbook without headings', bookOf(words), null, 'table-not-found'],
    ['a sheet that is not there', bookOf(table), '7月', 'table-sheet-missing'],
    [
      'a sheet without end',
      bookOf(sheetOf(Array.from({ length: 5001 }, (_, at) => [at]))),
      null,
      'table-too-long',
    ],
  ])('refuses %s', (_, book, sheet, code) => {
    expect(atOnce(openTable(book, sheet))).toMatchObject({ ok: false, rejection: { code } })
  })
})
