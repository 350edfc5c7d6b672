// 逐月进度: each indicator month by month, value and mark.

import type { MeasuredIndicator } from '../../measuring/measure-indicator.ts'
import { LIGHT_MARKS } from '../../measuring/status.ts'
import { type PlannedIndicator, targetInForce } from '../../plan/annual-plan.ts'
import { filledIn } from '../../plan/taken-figures.ts'
import { measureIndicatorSeries } from '../../state/measure-state.ts'
import { toNumber } from '../../values/exact.ts'
import type { ReportingMonth } from '../../values/reporting-month.ts'
import { basisWords, marksNote, numberedNotes } from '../bulletin/bulletin-context.ts'
import { READING_STATE_WORDS } from '../bulletin/item-words.ts'
import { targetShape } from '../bulletin/target-cells.ts'
import { figureShape } from '../number-shape.ts'
import { countCell, DASH, figureCell, textCell } from '../report-cells.ts'
import type { NumberShape, ReportCell, ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import { isSame } from './same-double.ts'
import { unitName, type YearContext } from './year-context.ts'
import { byProgramme, type YearIndicator, yearIndicators } from './year-items.ts'
import { type AmongProgrammes, monthCells, monthColumns, monthKey } from './year-months.ts'
import { NO_PARTS, PART_COLUMNS, partCells, withoutFormulas } from './year-parts.ts'

const COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.6, align: 'center' },
  { key: 'programme', title: '行动', width: 6.5, align: 'center', wrap: true },
  { key: 'name', title: '指标', width: 12, align: 'left', wrap: true },
  { key: 'unit', title: '单位', width: 3.2, align: 'center', wrap: true },
  { key: 'target', title: '年度目标', width: 5, align: 'center' },
  { key: 'lead', title: '责任处室', width: 4.6, align: 'center', wrap: true },
  { key: 'row', title: '口径', width: 3, align: 'center' },
  ...monthColumns(5),
  ...PART_COLUMNS,
]

export function indicatorMonthsSheet(context: YearContext): ReportSheet {
  const items = byProgramme(yearIndicators(context), ({ planned }) => planned.programme, context)
  return {
    ...context.frame('逐月进度', '逐月进度表', '见“单位”栏'),
    paper: 'A3',
    blocks: [
      {
        title: null,
        columns: COLUMNS,
        rows: items.flatMap(({ item, key, name }, at) => indicatorRows(context, item, { at, key, name })),
        emptyText: '本年度要点没有指标',
      },
    ],
    notes: numberedNotes([
      '“本月”为当月发生数，“累计”为当年累计数，“现有”为当月末的存量或比率；数后的符号为当月的灯。',
      '季度和上半年为“本月”各数之和，未结束的算到截至月份；存量和比率不能相加，不列。',
      `${marksNote(context)}“—”表示当月不在执行期内或没有数，不是0。`,
      basisWords(context.input.basis === 'latest'),
    ]),
  }
}

/** Amounts take two rows: what each month added, and the total with its light; levels take one. */
function indicatorRows(
  context: YearContext,
  { planned }: YearIndicator,
  place: AmongProgrammes,
): ReportRow[] {
  const { indicator } = planned
  const { mode } = indicator
  const results = new Map(
    measureIndicatorSeries(context.input.state, indicator.id, context.months, context.input.basis).map(
      ({ month, result }) => [month, result] as const,
    ),
  )
  const head = headCells(context, planned, place)
  const year: RowYear = {
    context,
    results,
    decimals: indicator.decimals ?? 0,
    id: `indicator/${indicator.id}`,
  }
  if (mode !== 'monthly-flow' && mode !== 'running-total')
    return [
      {
        id: year.id,
        cells: { ...head, row: textCell(levelWord(planned)), ...totalCells(year, null), ...NO_PARTS },
      },
    ]
  const amounts = amountCells(year, mode === 'running-total')
  const parts = partCells(amounts, year)
  return [
    {
      id: `${year.id}/amount`,
      cells: { ...head, row: textCell('本月'), ...amounts, ...parts },
    },
    {
      id: year.id,
      cells: {
        ...head,
        row: textCell('累计'),
        ...totalCells(year, mode === 'monthly-flow' ? amounts : null),
        ...withoutFormulas(parts),
      },
    },
  ]
}

/** A yearly figure that is taken from monthly amounts is their total so far. */
function levelWord(planned: PlannedIndicator): string {
  const { mode } = filledIn(planned).indicator
  return mode === 'monthly-flow' || mode === 'running-total' ? '累计' : '现有'
}

function headCells(
  context: YearContext,
  { indicator, lead }: YearIndicator['planned'],
  { at, key, name }: AmongProgrammes,
): Record<string, ReportCell> {
  const target = targetInForce(indicator, context.month)
  const value = target?.committed ?? target?.stretch ?? null
  const shape = targetShape(indicator, target)
  const shapeOf = (figure: number): NumberShape =>
    target?.committed == null ? { ...shape(figure), prefix: '力争' } : shape(figure)
  const merged = (cell: ReportCell): ReportCell => ({ ...cell, mergeKey: indicator.id })
  return {
    no: merged(countCell(at + 1)),
    programme: { value: name, mergeKey: key },
    name: merged(textCell(indicator.name)),
    unit: merged(textCell(indicator.unit)),
    target: merged(figureCell(value, shapeOf)),
    lead: merged(textCell(lead === null ? null : unitName(context.plan, lead))),
  }
}

interface RowYear {
  readonly context: YearContext
  readonly results: ReadonlyMap<ReportingMonth, MeasuredIndicator>
  readonly decimals: number
  /** id of the row of totals */
  readonly id: string
}

function cellsOfMonths(
  { context, results }: RowYear,
  cellOf: (result: MeasuredIndicator, month: ReportingMonth) => ReportCell,
): Record<string, ReportCell> {
  return monthCells(context, (month) => {
    const result = results.get(month)
    return result === undefined ? DASH : cellOf(result, month)
  })
}

function amountCells(year: RowYear, isTotalTyped: boolean): Record<string, ReportCell> {
  let before: { readonly key: string; readonly value: number } | null = null
  return cellsOfMonths(year, (result, month) => {
    const key = monthKey(month)
    const total = result.actual === null ? null : toNumber(result.actual)
    const amount = result.monthAmount === null ? null : toNumber(result.monthAmount)
    const earlier = before
    if (total !== null) before = { key, value: total }
    if (amount === null || result.state !== 'number') return stateCell(result)
    const formula =
      isTotalTyped && earlier !== null && total !== null && isSame(total - earlier.value, amount)
        ? `{${key}@${year.id}}-{${earlier.key}@${year.id}}`
        : undefined
    return {
      value: amount,
      shape: figureShape(amount, year.decimals),
      ...(formula === undefined ? {} : { formula }),
    }
  })
}

/** `amounts`: the row above, where the totals are their sums. */
function totalCells(
  year: RowYear,
  amounts: Readonly<Record<string, ReportCell>> | null,
): Record<string, ReportCell> {
  let sum = 0
  return cellsOfMonths(year, (result, month) => {
    const amount = amounts?.[monthKey(month)]?.value
    if (typeof amount === 'number') sum += amount
    if (result.actual === null || (amounts === null && !isJudgedOnValue(result))) return judgedState(result)
    const value = toNumber(result.actual)
    const shape = figureShape(value, year.decimals)
    const formula =
      amounts !== null && isSame(sum, value)
        ? `SUM({m1@${year.id}/amount}:{${monthKey(month)}@${year.id}/amount})`
        : undefined
    return {
      value,
      shape: { ...shape, suffix: ` ${LIGHT_MARKS[result.light]}` },
      light: result.light,
      ...(formula === undefined ? {} : { formula }),
    }
  })
}

/** The month's own cell says something, or a figure of the year is carried on. */
function isJudgedOnValue(result: MeasuredIndicator): boolean {
  return result.state === 'number' || result.state === 'no-progress' || !result.isAskedFor
}

/** 未填 ○ */
function judgedState(result: MeasuredIndicator): ReportCell {
  const cell = stateCell(result)
  if (cell.value === null) return cell
  return { ...cell, value: `${cell.value} ${LIGHT_MARKS[result.light]}`, light: result.light }
}

/** 未填: which of the states without a number. */
function stateCell(result: MeasuredIndicator): ReportCell {
  if (result.state === 'number' || (result.state === 'blank' && !result.isAskedFor)) return DASH
  return { value: READING_STATE_WORDS[result.state], align: 'center' }
}
