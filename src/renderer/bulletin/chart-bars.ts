// A report's bar chart laid out for the screen: each row's bars in per cent of the axis.

import type { Light } from '../../core/measuring/status.ts'
import { cellText } from '../../core/reports/cell-text.ts'
import type { ChartTone, ReportChart, ReportSheet } from '../../core/reports/report-table.ts'

export interface ChartBar {
  readonly tone: ChartTone
  readonly light: Light | null
  /** 0…100: how far the bar reaches; null = no figure, no bar */
  readonly reach: number | null
  /** the figure beside the bar; null for the plan's bars */
  readonly label: string | null
}

export interface ChartBars {
  readonly rows: readonly { readonly name: string; readonly bars: readonly ChartBar[] }[]
  /** where the bold lines stand, 0…100 */
  readonly lines: readonly number[]
  /** names of the series, where there are several */
  readonly legend: readonly { readonly name: string; readonly tone: ChartTone }[]
}

/** Null for a chart that has nothing to show here: lines, or a table without rows. */
export function chartBars(sheet: ReportSheet, chart: ReportChart): ChartBars | null {
  const block = sheet.blocks[chart.block]
  if (block === undefined || chart.kind !== 'bar') return null
  const body = block.rows.filter(({ kind }) => (kind ?? 'body') === 'body')
  const values = body.flatMap(({ cells }) =>
    chart.series.map(({ column }) => numberOf(cells[column]?.value) ?? 0),
  )
  const max = chart.axis.max ?? Math.max(1, ...values)
  const every = chart.axis.boldEvery
  return {
    rows: body.map(({ cells }) => {
      const name = cells[chart.categories]
      return {
        name: name === undefined ? '' : cellText(name),
        bars: chart.series.map(({ column, tone }) => {
          const value = numberOf(cells[column]?.value)
          const cell = cells[column]
          return {
            tone,
            light: tone === 'lights' ? (cells.light?.light ?? null) : null,
            reach: value === null ? null : Math.min(100, Math.max(0, (value / max) * 100)),
            label: value === null || cell === undefined || tone === 'plan' ? null : cellText(cell),
          }
        }),
      }
    }),
    lines: every === null ? [] : linesUpTo(max, every),
    legend:
      chart.series.length < 2
        ? []
        : chart.series.map(({ column, tone }) => ({
            name: block.columns.find(({ key }) => key === column)?.title ?? column,
            tone,
          })),
  }
}

function numberOf(value: string | number | null | undefined): number | null {
  return typeof value === 'number' ? value : null
}

function linesUpTo(max: number, every: number): number[] {
  return Array.from({ length: Math.floor(max / every) }, (_, index) => (((index + 1) * every) / max) * 100)
}
