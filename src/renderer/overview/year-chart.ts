// 全年进度: actual against plan, with what is still needed and where the year may end.
import type { Indicator } from '../../core/plan/annual-plan.ts'
import type { IndicatorYear, TargetLine } from '../../core/state/indicator-year.ts'
import { monthNumber, monthsOfYear, type ReportingMonth, yearOf } from '../../core/values/reporting-month.ts'
import type { ChartOption } from '../charts/chart-canvas.tsx'
import type { ChartSeries, ChartTable } from '../charts/chart-table.ts'
import { figure } from '../shown-figure.ts'
import { common } from '../words/common.ts'
import { yearChart as words } from '../words/year-chart.ts'

/** Twelve months, whatever is asked: a year's chart always has the same width of a month. */
export function yearTable(year: IndicatorYear, indicator: Indicator, month: ReportingMonth): ChartTable {
  const months = monthsOfYear(yearOf(month))
  const valuesOf = (points: readonly { readonly month: ReportingMonth; readonly value: number | null }[]) => {
    const byMonth = new Map(points.map((point) => [point.month, point.value]))
    return months.map((each) => byMonth.get(each) ?? null)
  }
  const isAmount = indicator.mode === 'monthly-flow' || indicator.mode === 'running-total'
  // A month without a report has no point: the line passes over it.
  const actual = year.months.map(({ month: each, state, actual: value }) => ({
    month: each,
    value: state === 'number' || state === 'no-progress' ? value : null,
  }))
  const series: ChartSeries[] = [
    { key: 'actual', name: isAmount ? words.total : words.level, values: valuesOf(actual) },
    ...year.targets.toReversed().map((line) => ({
      key: `plan ${line.from}`,
      name: planName(line, indicator),
      values: valuesOf(line.expected),
    })),
    ...(year.needed.length === 0
      ? []
      : [{ key: 'needed', name: words.needed, values: valuesOf(year.needed) }]),
    ...rangeSeries(year, month, valuesOf),
  ]
  return {
    rowTitle: words.month,
    rows: months.map((each) => common.monthsOnly(monthNumber(each))),
    series: series.filter(({ values }) => values.some((value) => value !== null)),
  }
}

function planName(line: TargetLine, { decimals, unit }: Indicator): string {
  if (line.isInForce) return words.plan
  return words.formerPlan(`${figure(line.committed ?? line.stretch, decimals)}${unit}`)
}

function rangeSeries(
  { range, status }: IndicatorYear,
  month: ReportingMonth,
  valuesOf: (points: readonly { month: ReportingMonth; value: number | null }[]) => (number | null)[],
): ChartSeries[] {
  if (range === null || status.actual === null) return []
  const december = monthsOfYear(yearOf(month)).at(-1) ?? month
  return (['high', 'middle', 'low'] as const).map((end) => ({
    key: end,
    name: words.range[end],
    values: valuesOf([
      { month, value: status.actual },
      { month: december, value: range[end] },
    ]),
  }))
}

/** One point makes no line. */
export function canBeDrawn({ series }: ChartTable): boolean {
  return series.some(({ values }) => values.filter((value) => value !== null).length > 1)
}

interface Look {
  readonly color: string
  readonly type: 'solid' | 'dashed' | 'dotted'
  readonly width: number
  readonly symbol: string
}

const SOFT = '#5b6573'
const PLAN: Look = { color: '#1f2733', type: 'dashed', width: 1.5, symbol: 'none' }
/** Told apart by dash and mark as well as by colour: a copier knows no colours. */
const LOOKS: Readonly<Record<string, Look>> = {
  actual: { color: '#1d4f91', type: 'solid', width: 2.5, symbol: 'circle' },
  needed: { color: '#b8322a', type: 'dotted', width: 1.5, symbol: 'none' },
  high: { color: SOFT, type: 'dotted', width: 1, symbol: 'triangle' },
  middle: { color: SOFT, type: 'dashed', width: 1, symbol: 'diamond' },
  low: { color: SOFT, type: 'dotted', width: 1, symbol: 'emptyCircle' },
}

/** So many names stand beside one another above the chart. */
const ONE_LINE = 6

export function yearOption(table: ChartTable, unit: string, shown: (value: number) => string): ChartOption {
  return {
    grid: {
      top: table.series.length > ONE_LINE ? 70 : 44,
      right: 18,
      bottom: 24,
      left: 8,
      containLabel: true,
    },
    legend: {
      top: 0,
      left: 0,
      itemGap: 14,
      itemWidth: 26,
      textStyle: { fontSize: 12 },
      // A line without marks is drawn without one here as well.
      data: table.series.map(({ key, name }, at) => ({
        name,
        itemStyle: lookOf(key, at).symbol === 'none' ? { opacity: 0 } : {},
      })),
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      valueFormatter: (value: unknown) =>
        typeof value === 'number' && !Number.isNaN(value) ? shown(value) : common.noFigure,
    },
    xAxis: { type: 'category', data: [...table.rows], boundaryGap: false, axisTick: { show: false } },
    yAxis: {
      type: 'value',
      name: unit,
      nameTextStyle: { color: SOFT },
      axisLabel: { fontSize: 11 },
      min: minOf(table),
    },
    series: table.series.map(({ key, name, values }, at) => {
      const { color, type, width, symbol } = lookOf(key, at)
      return {
        type: 'line' as const,
        name,
        data: [...values],
        connectNulls: true,
        symbol,
        symbolSize: 7,
        itemStyle: { color },
        lineStyle: { color, type, width },
        z: key === 'actual' ? 4 : 3,
      }
    }),
  }
}

/** The first plan line is the one in force; those that were replaced are paler. */
function lookOf(key: string, at: number): Look {
  const look = LOOKS[key]
  if (look !== undefined) return look
  return at <= 1 ? PLAN : { ...PLAN, color: '#8a94a3', width: 1 }
}

/** The axis begins above nought: a reader has to be told. */
export function isAxisCut(table: ChartTable): boolean {
  return minOf(table) > 0
}

/** Amounts are read from nought; a level far above it would be a flat line there. */
function minOf({ series }: ChartTable): number {
  const values = series.flatMap(({ values: each }) => each.filter((value) => value !== null))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low > 0 && low > high * 0.6 ? roundedDown(low - (high - low) * 0.5) : Math.min(0, roundedDown(low))
}

function roundedDown(value: number): number {
  if (value === 0) return 0
  const step = 10 ** Math.floor(Math.log10(Math.abs(value)))
  return Math.floor(value / step) * step
}
