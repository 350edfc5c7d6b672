// 年底推算: where the year may end, from the months so far and nothing else. The method and its limits: docs/forecast.md.

import type { ReadingState } from '../journal/journal-entry.ts'
import { type Exact, maxExact, ZERO } from '../values/exact.ts'

/** Fewer reported months say nothing about a pace. */
export const FEWEST_MONTHS = 3

/** One month so far of an indicator whose amounts add up, in order from the first month it counts. */
export interface MonthSoFar {
  readonly state: ReadingState
  /** value so far at the end of the month, in the unit; null while no number has been reported */
  readonly actual: Exact | null
}

/** 年底推算区间, in the unit. */
export interface YearEndRange {
  readonly low: Exact
  readonly middle: Exact
  readonly high: Exact
  /** months whose figures the paces come from */
  readonly reportedMonths: number
}

type Accumulating = 'monthly-flow' | 'running-total'

/**
 * The lowest, the median and the highest month so far, each applied to the months that are still to come.
 * Null with fewer than three reported months. `monthsLeft`: months after the last of `months` in which the item counts.
 */
export function yearEndRange(
  mode: Accumulating,
  months: readonly MonthSoFar[],
  monthsLeft: number,
): YearEndRange | null {
  const { paces, reportedMonths, openMonths, now } = pacesOf(mode, months)
  const [lowest, highest] = [paces[0], paces.at(-1)]
  if (reportedMonths < FEWEST_MONTHS || lowest === undefined || highest === undefined) return null
  // A month that was not reported may still bring something: counted where that widens the range, never where it
  // would promise more than what is on record.
  const withOpen = monthsLeft + openMonths
  return {
    low: now.add(lowest.mul(lowest.lt(0) ? withOpen : monthsLeft)),
    middle: now.add(medianOf(paces).mul(withOpen)),
    high: now.add(highest.mul(highest.lt(0) ? monthsLeft : withOpen)),
    reportedMonths,
  }
}

/** Amounts per month in rising order, the months without a report, and the value so far. */
function pacesOf(mode: Accumulating, months: readonly MonthSoFar[]) {
  const paces: Exact[] = []
  let now = ZERO
  let reportedMonths = 0
  let openMonths = 0
  for (const { state, actual } of months) {
    if (state === 'not-applicable') continue
    if (state !== 'number' && state !== 'no-progress') {
      openMonths += 1
      continue
    }
    const total = actual ?? now
    // A running total also covers the months before it that were left out: its increase is spread over them.
    const covered = mode === 'running-total' ? openMonths + 1 : 1
    const pace = total.sub(now).div(covered)
    for (let month = 0; month < covered; month += 1) paces.push(pace)
    if (mode === 'running-total') openMonths = 0
    now = total
    reportedMonths += 1
  }
  return { paces: paces.sort((a, b) => a.compare(b)), reportedMonths, openMonths, now }
}

/** Of numbers in rising order; the mean of the two in the middle where their count is even. */
function medianOf(sorted: readonly Exact[]): Exact {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? ZERO
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? ZERO
  return upper.add(lower).div(2)
}

/** How a target stands to the range. */
export type YearEndVerdict = 'met-at-lowest' | 'within-range' | 'missed-at-highest'

/** 至多: met where even the highest month keeps below it. */
export function yearEndVerdict(
  range: YearEndRange,
  target: { readonly value: Exact; readonly isAtMost: boolean },
): YearEndVerdict {
  const { value, isAtMost } = target
  if (isAtMost ? range.high.lte(value) : range.low.gte(value)) return 'met-at-lowest'
  if (isAtMost ? range.low.gt(value) : range.high.lt(value)) return 'missed-at-highest'
  return 'within-range'
}

/** How far the better end of the range stays from the target, in the unit; 0 where it is met. */
export function shortfallAtBest(
  range: YearEndRange,
  target: { readonly value: Exact; readonly isAtMost: boolean },
): Exact {
  const { value, isAtMost } = target
  return maxExact(isAtMost ? range.low.sub(value) : value.sub(range.high), ZERO)
}
