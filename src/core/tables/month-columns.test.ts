import { describe, expect, it } from 'vitest'
import { atOnce } from '../steps.ts'
import type { ColumnMeaning } from './column-meanings.ts'
import { headingMonth } from './month-columns.ts'
import { openTable } from './open-table.ts'
import { proposeColumns } from './propose-columns.ts'
import { bookOf, sheetOf } from './testing/sheet-of.ts'

function proposed(
  headings: readonly string[],
  month: string,
  more: { readonly cell?: string | number; readonly remembered?: readonly ColumnMeaning[] } = {},
) {
  const row = (name: string) => [name, ...headings.slice(1).map(() => more.cell ?? 3)]
  const opened = atOnce(openTable(bookOf(sheetOf([headings, row('甲'), row('乙'), row('丙')])), null))
  if (!opened.ok) throw new Error(opened.rejection.message)
  const { grid, headings: found } = opened.value.table
  return proposeColumns(grid, found, { purpose: 'month', remembered: more.remembered ?? null, month })
}

const MONTHS = ['指标', '1月', '2月', '3月', '备注']
const meanings = (columns: ReturnType<typeof proposed>) => columns.map(({ meaning }) => meaning)

describe('the month of a heading', () => {
  it.each([
    ['7月', { year: null, month: 7 }],
    ['2020年7月份完成', { year: 2020, month: 7 }],
    ['1-7月累计', { year: null, month: 7 }],
    ['１２月', { year: null, month: 12 }],
    ['13月', null],
    ['本月完成', null],
  ])('%s', (heading, month) => {
    expect(headingMonth([heading])).toEqual(month)
  })
})

describe('a column for each month', () => {
  it('reads the month being brought in and no other', () => {
    const columns = proposed(MONTHS, '2020-02')
    expect(meanings(columns)).toEqual(['indicator', 'ignored', 'value', 'ignored', 'note'])
    expect(columns[1]).toMatchObject({ confidence: 'sure', reason: '标题写的是1月，导入的是2月，不读入' })
  })

  it('reads none where that month has no column', () => {
    expect(meanings(proposed(MONTHS, '2020-07'))).toEqual([
      'indicator',
      'ignored',
      'ignored',
      'ignored',
      'note',
    ])
  })

  it('tells the same month of two years apart', () => {
    const columns = proposed(['指标', '2019年6月', '2020年6月'], '2020-06')
    expect(meanings(columns)).toEqual(['indicator', 'ignored', 'value'])
  })

  it('chooses among totals, and among columns with words', () => {
    expect(meanings(proposed(['指标', '1-6月累计', '1-7月累计'], '2020-06'))).toEqual([
      'indicator',
      'total',
      'ignored',
    ])
    expect(meanings(proposed(['事项', '6月进展', '7月进展'], '2020-07', { cell: '已办结' }))).toEqual([
      'measure',
      'ignored',
      'progress',
    ])
  })

  it('moves what was confirmed last month on to this month’s column', () => {
    const remembered: ColumnMeaning[] = ['indicator', 'value', 'ignored', 'ignored', 'ignored']
    expect(meanings(proposed(MONTHS, '2020-03', { remembered }))).toEqual([
      'indicator',
      'ignored',
      'ignored',
      'value',
      'ignored',
    ])
    expect(meanings(proposed(MONTHS, '2020-03', { remembered: remembered.with(1, 'ignored') }))).toEqual([
      'indicator',
      'ignored',
      'ignored',
      'ignored',
      'ignored',
    ])
  })

  it('asks about a table whose only month is another one', () => {
    expect(proposed(['指标', '6月完成'], '2020-07')[1]).toMatchObject({
      meaning: 'value',
      confidence: 'unsure',
      reason: '标题写的是6月，导入的是7月，请核对',
    })
  })
})
