import { describe, expect, test } from 'vitest'
import { comparedInput } from './testing/compared-bulletin.ts'
import { printed, sheetOf, table } from './testing/read-report.ts'
import { sampleInput } from './testing/sample-bulletins.ts'

describe('督办', () => {
  test('says in one line that there is none yet', () => {
    const block = table(sheetOf('督办'))
    expect([block.rows, block.emptyText]).toEqual([[], '截至本期没有发出督办单'])
  })
})

describe('与上期对比', () => {
  const sheet = sheetOf('与上期对比', comparedInput())
  const rows = table(sheet).rows
  const rowsOf = (name: string) => rows.filter(({ cells }) => cells.name?.value === name).map(printed)

  test('names the issue it compares with and counts each kind', () => {
    expect(sheet.summary).toMatch(
      /^与第5期（5月）相比：转差\d+项、好转\d+项、填报变化\d+项、增减2项、更正调整\d+项。$/,
    )
    const sections = rows.filter(({ kind }) => kind === 'section').map(({ cells }) => cells.no?.value)
    expect(sections.map((title) => String(title).replace(/（.*/, ''))).toEqual([
      '转差和新增逾期',
      '好转和补齐',
      '未填报和恢复填报',
      '新列入和不再列入',
      '更正和调整',
    ])
  })

  test('what got worse, with both months beside each other', () => {
    expect(rowsOf('新增国家高企')).toContainEqual(
      expect.objectContaining({
        change: '转差',
        lead: '高新处',
        earlier: '41.0%',
        earlierLight: '▲ 滞后',
        now: '42.0%',
        light: '■ 严重滞后',
        difference: '1.0',
      }),
    )
  })

  test('made good or better, added, removed, corrected, revised', () => {
    expect(rowsOf('苏科贷贷款总额')).toContainEqual(
      expect.objectContaining({ change: '好转', light: '● 正常' }),
    )
    expect(rowsOf('新增的举措')).toContainEqual(
      expect.objectContaining({ change: '新列入', earlierLight: '—', lead: '科研处' }),
    )
    expect(rowsOf('没有目标的指标')).toContainEqual(
      expect.objectContaining({ change: '不再列入', lead: '高新处', light: '—' }),
    )
    expect(rowsOf('新增国家高企')).toContainEqual(
      expect.objectContaining({ change: '更正', text: '5月更正：41→39家（重复统计2家）' }),
    )
    expect(rowsOf('技术合同登记额')).toContainEqual(expect.objectContaining({ change: '目标调整' }))
  })

  test('the difference is the two columns, live', () => {
    const live = rows.flatMap(({ cells }) => (cells.difference?.formula === undefined ? [] : [cells]))
    expect(live.length).toBeGreaterThan(2)
    for (const { difference, now, earlier } of live) {
      expect(difference?.formula).toBe('({now}-{earlier})*100')
      expect(difference?.value).toBe((Number(now?.value) - Number(earlier?.value)) * 100)
    }
  })

  test('the first issue has nothing to compare with and says so', () => {
    const first = sheetOf('与上期对比')
    expect([first.summary, table(first).rows, table(first).emptyText]).toEqual([
      null,
      [],
      '本期是首期通报，没有上期可比',
    ])
  })
})

test('every sheet of a bulletin without an issue before it is there', () => {
  expect(sheetOf('变更记录', sampleInput()).title).toBe('2020年全市科技工作要点六月份变更记录表')
})
