import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planOf } from '../state/bureau-state.ts'
import { aReading, StateBuilder } from '../testing/builders.ts'
import { recordRows, yearRecords } from './testing/read-year.ts'
import { YEAR_PLAN, yearInput, yearStory } from './testing/sample-years.ts'
import { detailCells } from './year/detail-cells.ts'
import { detailTables } from './year/detail-table.ts'
import { yearContext } from './year/year-context.ts'
import { yearReport } from './year-report.ts'

const rows = yearRecords('明细')
const rowsOf = (name: string, month: string) => rows.filter((row) => row.事项 === name && row.月份 === month)

describe('明细', () => {
  test('one row for each cell: the whole with its light, then every locality with who filled it in', () => {
    expect(rowsOf('投入占比', '2020-01')).toMatchObject([
      { 县区园区: '合计', 填报情况: '数字', 本年累计: 43.333333333333336, 灯: '★ 已完成' },
      { 县区园区: '涟水县', 填报数: 10, 分子: 1, 分母: 10, 填报人: '王敏', 审核: '已审核' },
      { 县区园区: '盱眙县', 填报数: 45, 分子: 90, 分母: 200, 填报时间: '2020-01-20 09:00' },
    ])
    expect(rowsOf('投入占比', '2020-03')).toHaveLength(1)
  })

  test('the states of a cell are told apart, and 0 is a number', () => {
    expect(rows.filter(({ 类别 }) => 类别 === '指标').map((row) => row.填报情况)).toEqual(
      expect.arrayContaining(['未填', '数字', '本月无进展', '不适用', '尚未统计']),
    )
    expect(rowsOf('新增高企', '2020-01')[2]).toMatchObject({ 填报情况: '本月无进展', 本月数: 0 })
    const state = yearStory().read('2020-04-20T09:00', aReading('2020-04', 0, { indicator: 'cases' })).state
    const april = yearRecords('明细', yearInput({ state, basis: 'latest' }))
    expect(april.find((row) => row.月份 === '2020-04' && row.事项 === '失信案件')).toMatchObject({
      填报情况: '数字',
      填报数: 0,
      本月数: 0,
    })
  })

  test('what is not there is empty: no dash, no 0 in its place', () => {
    expect(rows.flatMap((row) => Object.values(row)).filter((value) => value === '—')).toEqual([])
    expect(rowsOf('年度数', '2020-02')).toEqual([
      {
        序号: expect.any(Number),
        月份: '2020-02',
        类别: '指标',
        行动: '平台行动',
        事项: '年度数',
        单位: '家',
        填报情况: '未填',
        '年度目标(确保)': 100,
        灯: '○ 未到考核期',
        责任处室: '科研处',
      },
    ])
  })

  test('a value that waits for a correction is marked, one that was never accepted is blank', () => {
    expect(rowsOf('登记额', '2020-03')).toMatchObject([{ 填报数: 30, 审核: '更正待审' }])
    expect(rows.some((row) => row.月份 === '2020-04')).toBe(false)
    const latest = yearRecords('明细', yearInput({ basis: 'latest' }))
    expect(latest.find((row) => row.事项 === '登记额' && row.月份 === '2020-03')).toMatchObject({
      填报数: 31,
      审核: '更正待审',
    })
    expect(latest.find((row) => row.月份 === '2020-04' && row.县区园区 === '涟水县')).toMatchObject({
      填报数: 50,
      审核: '待审核',
    })
  })

  test('a measure’s words, and the names of its evidence', () => {
    expect(rowsOf('强化培育', '2020-02')).toMatchObject([
      {
        填报情况: '受阻需协调',
        '说明、进展': '进度慢',
        存在问题: '缺人',
        下一步: '招人',
        佐证材料: '名单.pdf',
      },
    ])
  })

  test('rows beyond what a sheet holds go on in sheets of their own, numbered on', () => {
    const context = yearContext(yearInput())
    const tables = detailTables(context, detailCells(context), 12)
    expect(tables.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['明细1', 12],
      ['明细2', 12],
      ['明细3', 6],
    ])
    expect(tables.flatMap((each) => recordRows(each).map((row) => row.序号))).toEqual(
      Array.from({ length: 30 }, (_, at) => at + 1),
    )
  })
})

test('佐证材料: every file with its hash, its row, who and when', () => {
  expect(yearRecords('佐证材料')).toMatchObject([
    { 文件名: '名单.pdf', '大小(字节)': 1234, 事项: '新增高企', 县区园区: '涟水县', 填报人: '王敏' },
    { 文件名: '照片.jpg', 事项: '新增高企' },
    { 文件名: '名单.pdf', 月份: '2020-02', 类别: '举措', '校验值(SHA-256)': 'a'.repeat(64) },
  ])
})

/** An amount, or one of the states; "" = nothing was typed. */
const content = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map((value) => value / 8),
  fc.constantFrom('no-progress', 'not-applicable', 'not-yet-published', ''),
)
const year = fc.array(
  fc.record({ month: fc.integer({ min: 1, max: 12 }), lianshui: content, xuyi: content }),
  { maxLength: 12 },
)

test('whatever was filled in: as many rows as promised, and the whole is the sum of its localities', () => {
  fc.assert(
    fc.property(year, (months) => {
      const story = new StateBuilder(YEAR_PLAN)
      for (const { month, ...cells } of months) {
        const name = `2020-${String(month).padStart(2, '0')}`
        for (const [locality, value] of Object.entries(cells)) {
          if (value !== '')
            story.read('2020-01-20T09:00', aReading(name, value, { indicator: 'flow', locality }))
        }
      }
      expect(planOf(story.state).covers('2020-01')).toBe(true)
      const report = yearReport(yearInput({ state: story.state, basis: 'latest' }))
      for (const each of report.records) expect([...each.rows()]).toHaveLength(each.rowCount)
      const detail = report.records[0]
      const flow = detail === undefined ? [] : recordRows(detail).filter(({ 事项 }) => 事项 === '新增高企')
      for (const whole of flow.filter(({ 县区园区 }) => 县区园区 === '合计')) {
        const parts = flow.filter((row) => row.月份 === whole.月份 && row !== whole)
        if (parts.length === 0) continue
        const sum = parts.reduce((total, row) => total + Number(row.本年累计 ?? 0), 0)
        expect(Number(whole.本年累计 ?? 0)).toBe(sum)
      }
    }),
    { numRuns: 60 },
  )
})
