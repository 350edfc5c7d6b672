import { describe, expect, it } from 'vitest'
import type { ReportChart, ReportSheet } from '../../core/reports/report-table.ts'
import { chartBars } from './chart-bars.ts'

const chart: ReportChart = {
  kind: 'bar',
  title: '完成序时',
  altText: '横条图',
  block: 0,
  categories: 'name',
  series: [{ column: 'pace', tone: 'lights' }],
  axis: { isPercent: true, boldEvery: 1, max: 2 },
}
const percent = { decimals: 1, isPercent: true }
const sheet = {
  blocks: [
    {
      columns: [
        { key: 'name', title: '行动' },
        { key: 'pace', title: '完成序时' },
        { key: 'share', title: '应完成比例' },
      ],
      rows: [
        {
          cells: {
            name: { value: '甲' },
            pace: { value: 0.5, shape: percent },
            share: { value: 1, shape: percent },
            light: { value: '■ 严重滞后', light: 'red' },
          },
        },
        { cells: { name: { value: '乙' }, pace: { value: null }, light: { value: '○', light: 'grey' } } },
        { cells: { name: { value: '丙' }, pace: { value: 5, shape: percent } } },
        { kind: 'total', cells: { name: { value: '合计' }, pace: { value: 9 } } },
      ],
    },
  ],
} as unknown as ReportSheet

describe('chartBars', () => {
  it('draws body rows against the axis, cuts at its end, and leaves a gap where there is no figure', () => {
    expect(
      chartBars(sheet, chart)?.rows.map(({ name, bars }) => [name, bars[0]?.reach, bars[0]?.label]),
    ).toEqual([
      ['甲', 25, '50.0%'],
      ['乙', null, null],
      ['丙', 100, '500.0%'],
    ])
    expect(chartBars(sheet, chart)?.rows[0]?.bars[0]?.light).toBe('red')
  })

  it('marks each 100 %', () => {
    expect(chartBars(sheet, chart)?.lines).toEqual([50, 100])
  })

  it('names the series where there are several, and labels only what was done', () => {
    const both = chartBars(sheet, {
      ...chart,
      series: [
        { column: 'pace', tone: 'actual' },
        { column: 'share', tone: 'plan' },
      ],
    })
    expect(both?.legend).toEqual([
      { name: '完成序时', tone: 'actual' },
      { name: '应完成比例', tone: 'plan' },
    ])
    expect(both?.rows[0]?.bars.map(({ label }) => label)).toEqual(['50.0%', null])
  })

  it('shows no lines chart and no missing table', () => {
    expect(chartBars(sheet, { ...chart, kind: 'line' })).toBeNull()
    expect(chartBars(sheet, { ...chart, block: 3 })).toBeNull()
  })
})
