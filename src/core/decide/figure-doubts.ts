// Doubts about a figure that may still be right: another order of magnitude, far above the usual month, above the
// whole year's target, a fraction of something that is counted.

import { accumulateMonths, type ReadingsByMonth } from '../measuring/accumulate.ts'
import { measuredTarget } from '../measuring/target-progress.ts'
import { figureText } from '../measuring/wording.ts'
import type { Indicator } from '../plan/annual-plan.ts'
import { type Exact, exact, ONE } from '../values/exact.ts'
import { monthsOfYearUpTo, type ReportingMonth } from '../values/reporting-month.ts'
import type { ReadingWarning } from './record-sheet.ts'

export interface ReadingFacts {
  readonly indicator: Indicator
  /** what sentences call the figure; the indicator's name alone where a page shows the place beside it */
  readonly name?: string
  readonly month: ReportingMonth
  /** the indicator's readings as they stand, every month and locality */
  readonly readings: ReadingsByMonth
}

/** How many times the usual month makes a jump that is asked about (behaviour 14). */
const JUMP_FACTOR = 5
/** 万 and 亿: what a figure is off by when its unit was mistaken. */
const MAGNITUDES = [
  { factor: exact(10_000), name: '1万' },
  { factor: exact(100_000_000), name: '1亿' },
] as const
/** Months differ: a mistaken unit is one that lands within this factor of the usual month. */
const NEARNESS = 3

export const nameOf = ({ name, indicator }: ReadingFacts): string => name ?? indicator.name

/** `before`: the value at the end of the month before, null without one. `readings` are of the same place. */
export function figureDoubts(facts: ReadingFacts, value: Exact, before: Exact | null): ReadingWarning[] {
  const { indicator, month } = facts
  const { unit } = indicator
  const name = nameOf(facts)
  const warnings: ReadingWarning[] = []
  const warn = (code: ReadingWarning['code'], message: string) =>
    warnings.push({ indicator: indicator.id, code, message })
  const target = measuredTarget(indicator, month)
  const amount = monthAmount(facts, value, before)
  const usual = amount === null ? null : usualMonth(indicator, facts.readings, month)
  if (
    amount !== null &&
    target !== null &&
    !target.isAtMost &&
    target.value.gt(0) &&
    amount.gt(target.value)
  ) {
    warn(
      'above-year-target',
      `“${name}”本月${figureText(amount)}${unit}，超过全年目标${figureText(target.value)}${unit}，请核对单位（万、亿）和数字。`,
    )
  }
  const compared = amount === null ? before : usual
  const mistaken =
    mistakenUnit(amount ?? value, compared, NEARNESS) ?? mistakenUnit(value, target?.value ?? null, 1)
  if (mistaken !== null) {
    warn(
      'unit-doubt',
      `“${name}”填的${figureText(value)}${unit}和以往或目标相差约${mistaken}倍，可能把单位弄错了，这项指标的单位是“${unit}”，请核对。`,
    )
  } else if (amount !== null && usual !== null && amount.gt(usual.mul(JUMP_FACTOR))) {
    warn(
      'far-above-usual',
      `“${name}”本月${figureText(amount)}${unit}，是以往月均${figureText(usual)}${unit}的5倍以上，请核对。`,
    )
  }
  if ((indicator.decimals ?? null) === 0 && indicator.mode !== 'ratio' && value.d !== 1n)
    warn('fractional-count', `“${name}”按整数统计，填的是${figureText(value)}${unit}，请核对。`)
  return warnings
}

/** What the month adds, in the unit; null for levels, ratios and yearly figures. */
function monthAmount({ indicator }: ReadingFacts, value: Exact, before: Exact | null): Exact | null {
  if (indicator.mode === 'monthly-flow') return value
  return indicator.mode === 'running-total' ? value.sub(before ?? exact(0)) : null
}

/** 1万 or 1亿 when the figure is about that many times, or that part of, what it is compared with. */
function mistakenUnit(value: Exact, compared: Exact | null, nearness: number): string | null {
  if (compared === null || compared.lte(0) || value.lte(0)) return null
  const times = value.gt(compared) ? value.div(compared) : compared.div(value)
  const found = MAGNITUDES.find(({ factor }) => {
    const off = times.gt(factor) ? times.div(factor) : factor.div(times)
    return nearness === 1 ? off.equals(ONE) : off.lte(nearness)
  })
  return found?.name ?? null
}

/** Mean month of the earlier months that hold a number; null with fewer than two of them. */
function usualMonth(
  indicator: ReadingFacts['indicator'],
  readings: ReadingsByMonth,
  month: ReportingMonth,
): Exact | null {
  const months = monthsOfYearUpTo(month).slice(0, -1)
  const amounts = accumulateMonths(indicator, readings, months).flatMap(({ state, monthAmount }) =>
    state === 'number' && monthAmount?.gt(0) === true ? [monthAmount] : [],
  )
  if (amounts.length < 2) return null
  return amounts.reduce((sum, amount) => sum.add(amount), exact(0)).div(amounts.length)
}
