import { describe, expect, it } from 'vitest'
import type { ReportBlock, ReportColumn, ReportRow, ReportSheet } from '../../core/reports/report-table.ts'
import { columnShares, placeCells, placeHeadings } from './report-grid.ts'

const column = (key: string, part: Partial<ReportColumn> = {}): ReportColumn => ({
  key,
  title: key,
  width: 10,
  align: 'left',
  ...part,
})
const aBlock = (columns: readonly ReportColumn[], rows: readonly ReportRow[]): ReportBlock => ({
  title: null,
  columns,
  rows,
  emptyText: '',
})

describe('placeCells', () => {
  it('joins cells of one key downwards and leaves the lower ones out', () => {
    const joined = { value: '行动1', mergeKey: 'p1' }
    const placed = placeCells(
      aBlock(
        [column('programme'), column('name')],
        [
          { cells: { programme: joined, name: { value: 'a' } } },
          { cells: { programme: joined, name: { value: 'b' } } },
          { cells: { programme: { value: '行动2', mergeKey: 'p2' }, name: { value: 'c' } } },
        ],
      ),
    )
    expect(placed.map((row) => row.map((each) => [each.column.key, each.rowSpan]))).toEqual([
      [
        ['programme', 2],
        ['name', 1],
      ],
      [['name', 1]],
      [
        ['programme', 1],
        ['name', 1],
      ],
    ])
  })

  it('joins a cell with the columns to its right', () => {
    const placed = placeCells(
      aBlock(
        [column('a'), column('b'), column('c')],
        [{ kind: 'total', cells: { a: { value: '合计', span: 2 }, c: { value: 3 } } }],
      ),
    )
    expect(placed[0]?.map((each) => [each.column.key, each.colSpan])).toEqual([
      ['a', 2],
      ['c', 1],
    ])
  })

  it('lets a section span the table', () => {
    const placed = placeCells(
      aBlock([column('a'), column('b')], [{ kind: 'section', cells: { a: { value: '一' } } }]),
    )
    expect(placed[0]?.map((each) => each.colSpan)).toEqual([2])
  })
})

describe('placeHeadings', () => {
  it('puts grouped columns under one upper heading', () => {
    const [upper, lower] = placeHeadings([
      column('no'),
      column('x', { group: '目标' }),
      column('y', { group: '目标' }),
      column('z'),
    ])
    expect(upper?.map(({ title, colSpan, rowSpan }) => [title, colSpan, rowSpan])).toEqual([
      ['no', 1, 2],
      ['目标', 2, 1],
      ['z', 1, 2],
    ])
    expect(lower?.map(({ title }) => title)).toEqual(['x', 'y'])
  })
})

describe('columnShares', () => {
  it('gives a column of an upper table the grid columns it takes', () => {
    const last = aBlock(
      [column('a', { width: 10 }), column('b', { width: 20 }), column('c', { width: 10 })],
      [],
    )
    const first = aBlock([column('x', { gridSpan: 2 }), column('y')], [])
    const sheet = { blocks: [first, last] } as unknown as ReportSheet
    expect(columnShares(sheet, first)).toEqual([75, 25])
    expect(columnShares(sheet, last)).toEqual([25, 50, 25])
  })

  it('gives a long name room for four lines, and a short one or a long text no more than it had', () => {
    const columns = [
      column('lead', { width: 5, wrap: true }),
      column('text', { width: 20, wrap: true }),
      column('figure', { width: 5 }),
    ]
    const shares = (lead: string, text: string) => {
      const block = aBlock(columns, [
        { cells: { lead: { value: lead }, text: { value: text }, figure: { value: 1 } } },
      ])
      return columnShares({ blocks: [block] } as unknown as ReportSheet, block).map(Math.round)
    }
    expect(shares('高新处', '短')).toEqual([17, 67, 17])
    expect(shares('处'.repeat(20), '短')).toEqual([20, 64, 16])
    // However long the texts are, there is an end.
    expect(shares('处'.repeat(400), '文'.repeat(4000))).toEqual([26, 62, 12])
  })
})
