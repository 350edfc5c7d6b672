import { describe, expect, it } from 'vitest'
import type { IndicatorReading } from '../../../core/journal/journal-entry.ts'
import type { Indicator } from '../../../core/plan/annual-plan.ts'
import type { EntryCell } from '../entry-cells.ts'
import { blockDrafts } from './block-drafts.ts'
import { planPaste } from './paste-block.ts'

const rows = [
  { id: 'a', name: '新建研究中心' },
  { id: 'b', name: '合同登记额（亿元）' },
  { id: 'c', name: '同名' },
  { id: 'd', name: '同名' },
]
const start = { row: 'a', column: 'figure' } as const

describe('a block without names', () => {
  it('goes in cell by cell and leaves empty cells alone', () => {
    expect(planPaste([['1', '', '甲'], ['']], start, rows).texts).toEqual([
      { row: 'a', column: 'figure', text: '1' },
      { row: 'a', column: 'note', text: '甲' },
    ])
  })

  it('names what falls over the edges', () => {
    const plan = planPaste([['有数', '甲', '乙'], ['1']], { row: 'd', column: 'state' }, rows)
    expect(plan.texts.map(({ column }) => column)).toEqual(['state', 'note'])
    expect(plan.notTaken).toEqual([
      { name: '同名', text: '乙', reason: '超出了“本月、状态、说明”三列' },
      { name: '粘贴内容第2行', text: '1', reason: '超出了表格的最后一行' },
    ])
  })
})

describe('a block with names', () => {
  it('finds the rows by name, spaces and brackets aside', () => {
    const plan = planPaste(
      [
        ['合同登记额(亿元)', '2'],
        [' 新建 研究中心', '1', '有数'],
      ],
      start,
      rows,
    )
    expect(plan.texts).toEqual([
      { row: 'b', column: 'figure', text: '2' },
      { row: 'a', column: 'figure', text: '1' },
      { row: 'a', column: 'state', text: '有数' },
    ])
  })

  it('reads the columns from the heading where there is one', () => {
    const plan = planPaste(
      [
        ['序号', '指标', '单位', '说明', '本月数'],
        ['1', '新建研究中心', '个', '新认定', '3'],
      ],
      start,
      rows,
    )
    expect(plan.texts).toEqual([
      { row: 'a', column: 'note', text: '新认定' },
      { row: 'a', column: 'figure', text: '3' },
    ])
  })

  it('does not guess between two of one name, and names strangers', () => {
    const plan = planPaste(
      [
        ['新建研究中心', '1'],
        ['同名', '2'],
        ['别的', '3'],
      ],
      start,
      rows,
    )
    expect(plan.notTaken).toEqual([
      { name: '同名', text: '2', reason: '有几项都叫这个名字，分不清是哪一项' },
      { name: '别的', text: '3', reason: '这一页没有这个项目' },
    ])
  })
})

describe('what a row takes', () => {
  const indicator: Indicator = { id: 'a', name: '新建研究中心', unit: '个', mode: 'monthly-flow' }
  const reading: IndicatorReading = {
    month: '2020-06',
    indicator: 'a',
    locality: null,
    state: 'number',
    value: null,
    numerator: '1',
    denominator: '2',
    unitNote: null,
    note: null,
  }
  const aCell = (part: Partial<EntryCell> = {}): EntryCell => ({
    id: 'a',
    indicator,
    locality: null,
    name: indicator.name,
    month: '2020-06',
    reading: null,
    basis: null,
    isByLocality: false,
    readings: new Map(),
    ...part,
  })
  const into = (cell: EntryCell, ...texts: readonly (readonly ['figure' | 'state' | 'note', string])[]) => {
    const block = blockDrafts(
      texts.map(([column, text]) => ({ row: 'a', column, text })),
      () => ({ cell, draft: null }),
    )
    return {
      typed: block.drafts.map(({ draft: { basis: _basis, ...draft } }) => draft),
      reasons: block.notTaken.map(({ reason }) => reason),
    }
  }
  type Case = readonly [
    string,
    EntryCell,
    readonly (readonly ['figure' | 'state' | 'note', string])[],
    ReturnType<typeof into>,
  ]
  const figure = (text: string) => ({ figure: text, numerator: '', denominator: '' })
  // biome-ignore format: one case a line reads as a table
  const cases: readonly Case[] = [
    ['a figure with separators and unit', aCell(), [['figure', '１,200个']], { typed: [figure('1200')], reasons: [] }],
    ['a state’s name in the figure’s column', aCell(), [['figure', '无进展']], { typed: [{ state: 'no-progress' }], reasons: [] }],
    ['有数 beside a figure says nothing new', aCell(), [['figure', '1'], ['state', '有数']], { typed: [figure('1')], reasons: [] }],
    ['a figure and another state', aCell(), [['figure', '1'], ['state', '不适用']], { typed: [figure('1')], reasons: ['同一项既有数又有状态，只取用了数'] }],
    ['a text', aCell(), [['figure', '约3']], { typed: [], reasons: ['“约3”不是能用的数，也不是状态名称'] }],
    ['no state of ours', aCell(), [['state', '完成']], { typed: [], reasons: ['没有“完成”这个状态，可用：有数、本月无进展、不适用、尚未统计'] }],
    ['another unit', aCell(), [['figure', '3万']], { typed: [], reasons: ['填的单位是“万”，这项指标的单位是“个”，请换算好以后只填数字。'] }],
    ['a figure where parts stand', aCell({ reading }), [['figure', '3']], { typed: [], reasons: ['这一项按分子、分母填，请在分子、分母里改'] }],
    ['a sum of localities', aCell({ isByLocality: true }), [['figure', '3']], { typed: [], reasons: ['这一项按县区园区填，请在各县区园区里改'] }],
    ['a negative figure waits in its row for the reason', aCell(), [['figure', '-3']], { typed: [figure('-3')], reasons: [] }],
    ['a percentage where parts are needed', aCell({ locality: 'x', indicator: { ...indicator, mode: 'ratio' } }), [['figure', '3']], { typed: [], reasons: ['“新建研究中心”按县区园区填报时要填分子和分母，百分比不能直接合并，请补全。'] }],
    ['clearing', aCell({ reading }), [['figure', '']], { typed: [{ state: 'blank' }], reasons: [] }],
  ]
  it.each(cases)('%s', (_, cell, texts, result) => {
    expect(into(cell, ...texts)).toEqual(result)
  })
})
