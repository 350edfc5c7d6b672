// Figures of the draft, each with the cells it stands in.
import type { Light } from '../../measuring/status.ts'
import { LIGHT_MARKS } from '../../measuring/status.ts'
import type { BulletinContext, IndicatorItem } from '../bulletin/bulletin-context.ts'
import { COUNT_SHAPE, figureShape, percentShape } from '../number-shape.ts'
import type { CellRef } from '../report-table.ts'
import type { TextFigure } from './text-model.ts'

const POINT_SHAPE = { decimals: 1 } as const
const PERCENT_SHAPE = { decimals: 1, isPercent: true } as const

/** Counts the rows of 指标进度 and 举措进展 whose light reads like one of the patterns; all rows without a pattern. */
export function rowCount(
  context: BulletinContext,
  label: string,
  value: number,
  patterns: readonly string[] | null,
): TextFigure {
  const { terms, refs } = rowTerms(context, patterns)
  return { label, value, shape: COUNT_SHAPE, formula: terms, refs }
}

/** A share in tenths of a per cent; with a formula where plain rounding gives the same. */
export function rowShare(
  context: BulletinContext,
  label: string,
  { tenths, count, total }: { tenths: number; count: number; total: number },
  patterns: readonly string[],
): TextFigure {
  const value = tenths / 1000
  const isPlain = Math.round((count * 1000) / total) === tenths && (count * 2000) % total !== total
  const part = rowTerms(context, patterns)
  const whole = rowTerms(context, null)
  return {
    label,
    value,
    shape: PERCENT_SHAPE,
    refs: part.refs,
    ...(isPlain ? { formula: `ROUND((${part.terms})/(${whole.terms}),3)` } : {}),
  }
}

export const LIGHT_PATTERNS: Readonly<Record<Light, string>> = {
  blue: `${LIGHT_MARKS.blue}*`,
  green: `${LIGHT_MARKS.green}*`,
  yellow: `${LIGHT_MARKS.yellow}*`,
  red: `${LIGHT_MARKS.red}*`,
  grey: `${LIGHT_MARKS.grey}*`,
}

function rowTerms(
  context: BulletinContext,
  patterns: readonly string[] | null,
): { terms: string; refs: CellRef[] } {
  const refs: CellRef[] = [
    ...(context.indicators.length > 0 ? [{ sheet: '指标进度', row: null, column: 'light' }] : []),
    ...(context.measures.length > 0 ? [{ sheet: '举措进展', row: null, column: 'light' }] : []),
  ]
  const terms = refs.flatMap((_ref, index) =>
    patterns === null
      ? [`ROWS({@${index}})`]
      : patterns.map((pattern) => `COUNTIF({@${index}},"${pattern}")`),
  )
  return { terms: terms.join('+'), refs }
}

/** A cell of the indicator's row in 指标进度. */
export function indicatorFigure(
  context: BulletinContext,
  { planned, status }: IndicatorItem,
  column: 'actual' | 'completion' | 'pace',
): TextFigure | null {
  const { indicator } = planned
  const value = { actual: status.actual, completion: status.completion, pace: status.paceRatio }[column]
  if (value === null) return null
  const word = { actual: '累计', completion: '完成率', pace: '完成序时' }[column]
  return {
    label: `${indicator.name}${word}`,
    value,
    shape:
      column === 'actual' ? figureShape(value, indicator.decimals ?? 0) : percentShape(value, context.bands),
    formula: '{@0}',
    refs: [{ sheet: '指标进度', row: `indicator/${indicator.id}`, column }],
    item: `indicator/${indicator.id}`,
  }
}

/** How far 完成率 lies from what was due, in percentage points, never negative; headline targets only. */
export function aheadFigure({ planned, status }: IndicatorItem): TextFigure | null {
  const { completion, expectedShare } = status
  if (completion === null || expectedShare === null) return null
  const row = `indicator/${planned.indicator.id}`
  const isAhead = completion >= expectedShare
  const cell = (column: string): CellRef => ({ sheet: '总览', row, column, block: 0 })
  return {
    label: `${planned.indicator.name}${isAhead ? '超' : '慢于'}序时进度`,
    value: Math.abs(completion - expectedShare) * 100,
    shape: POINT_SHAPE,
    formula: 'ABS({@0}-{@1})*100',
    refs: [cell('completion'), cell('share')],
    item: row,
  }
}

/** What is still missing to 力争. */
export function toStretchFigure({ planned, target, status }: IndicatorItem): TextFigure | null {
  if (target?.stretch == null || status.actual === null || status.actual >= target.stretch) return null
  const { id, name, decimals } = planned.indicator
  const value = target.stretch - status.actual
  const cell = (column: string): CellRef => ({ sheet: '指标进度', row: `indicator/${id}`, column })
  return {
    label: `${name}距力争目标`,
    value,
    shape: figureShape(value, decimals ?? 0),
    formula: '{@0}-{@1}',
    refs: [cell('stretch'), cell('actual')],
    item: `indicator/${id}`,
  }
}

/** A count that stands in a cell of its own. */
export function countFigure(label: string, value: number, ref: CellRef, item?: string): TextFigure {
  return {
    label,
    value,
    shape: COUNT_SHAPE,
    formula: '{@0}',
    refs: [ref],
    ...(item === undefined ? {} : { item }),
  }
}

/** A count of rows that read like one of the words. */
export function wordCount(label: string, value: number, ref: CellRef, words: readonly string[]): TextFigure {
  return {
    label,
    value,
    shape: COUNT_SHAPE,
    formula: words.map((word) => `COUNTIF({@0},"${word}")`).join('+'),
    refs: [ref],
  }
}
