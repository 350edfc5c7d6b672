// One indicator's year: month by month what was done, what the plan wanted, and where it may end. The page of an
// indicator draws its chart, its table and its exports from this one answer.

import type { ReadingState } from '../journal/journal-entry.ts'
import {
  type YearEndRange,
  type YearEndVerdict,
  yearEndRange,
  yearEndVerdict,
} from '../measuring/forecast.ts'
import { TOO_FEW_MONTHS_TEXT, yearEndText } from '../measuring/forecast-wording.ts'
import type { IndicatorStatus, Light, LightLabel } from '../measuring/status.ts'
import { expectedValue, type MeasuredTarget, measuredTarget } from '../measuring/target-progress.ts'
import type { PlannedIndicator, Target } from '../plan/annual-plan.ts'
import { type Exact, toNumber } from '../values/exact.ts'
import { monthsOfYear, type ReportingMonth, yearOf } from '../values/reporting-month.ts'
import { type Basis, type BureauState, planOf } from './bureau-state.ts'
import {
  indicatorStatusInState,
  isIndicatorInForce,
  measureIndicatorMonths,
  measureInState,
} from './measure-state.ts'

/** One month up to the one asked about; numbers in the indicator's unit. */
export interface IndicatorMonth {
  readonly month: ReportingMonth
  readonly state: ReadingState
  readonly monthAmount: number | null
  /** value so far; null while no number has been reported */
  readonly actual: number | null
  readonly expectedValue: number | null
  readonly light: Light
  readonly label: LightLabel
  readonly why: string
}

/** A target of the year and the plan line (序时应达) that it means. */
export interface TargetLine {
  readonly committed: number | null
  readonly stretch: number | null
  /** first month it holds in */
  readonly from: ReportingMonth
  readonly isRevision: boolean
  readonly reason: string | null
  /** 文号 */
  readonly documentNumber: string | null
  /** the target of the month asked about */
  readonly isInForce: boolean
  /** 序时应达 of every month of the year by this target; null where nothing is due */
  readonly expected: readonly { readonly month: ReportingMonth; readonly value: number | null }[]
}

export interface ShownRange {
  readonly low: number
  readonly middle: number
  readonly high: number
  readonly reportedMonths: number
  readonly verdict: YearEndVerdict | null
}

export interface IndicatorYear {
  readonly status: IndicatorStatus
  /** months in which the indicator counts, up to the one asked about */
  readonly months: readonly IndicatorMonth[]
  readonly targets: readonly TargetLine[]
  /** the straight line from now to the year's target: amounts only, while it is not reached */
  readonly needed: readonly { readonly month: ReportingMonth; readonly value: number }[]
  readonly range: ShownRange | null
  /** the range in words, or why there is none; null where no range is meant */
  readonly rangeText: string | null
}

/** `planned` as it stands in `month`. */
export function indicatorYear(
  state: BureauState,
  planned: PlannedIndicator,
  month: ReportingMonth,
  basis: Basis,
): IndicatorYear {
  const year = monthsOfYear(yearOf(month)).filter((each) => isCounted(state, planned, each))
  const months = year.filter((each) => each <= month)
  const left = year.filter((each) => each > month)
  return {
    status: indicatorStatusInState(state, planned, month, basis),
    months: months.map((each) => monthOfYear(state, planned, each, basis)),
    targets: targetLines(state, planned, month),
    needed: neededLine(measureInState(state, planned, month, basis).result, month, left),
    ...rangeOf(state, planned, { month, months, left, basis }),
  }
}

function editionOf(
  state: BureauState,
  planned: PlannedIndicator,
  month: ReportingMonth,
): PlannedIndicator | null {
  return planOf(state).at(month).indicatorsById.get(planned.indicator.id) ?? null
}

function isCounted(state: BureauState, planned: PlannedIndicator, month: ReportingMonth): boolean {
  const edition = editionOf(state, planned, month)
  return edition !== null && isIndicatorInForce(edition, month)
}

function monthOfYear(
  state: BureauState,
  planned: PlannedIndicator,
  month: ReportingMonth,
  basis: Basis,
): IndicatorMonth {
  const edition = editionOf(state, planned, month) ?? planned
  const status = indicatorStatusInState(state, edition, month, basis)
  const { state: cell, monthAmount, actual, expectedValue: expected, light, label, why } = status
  return { month, state: cell, monthAmount, actual, expectedValue: expected, light, label, why }
}

/** Targets in the order of the months they hold in; a line that was replaced is kept, so that a revision is seen. */
function targetLines(state: BureauState, planned: PlannedIndicator, month: ReportingMonth): TargetLine[] {
  const year = monthsOfYear(yearOf(month))
  const held: { from: ReportingMonth; last: ReportingMonth; measured: MeasuredTarget }[] = []
  for (const each of year.filter((one) => one <= month)) {
    const edition = editionOf(state, planned, each)
    const measured = edition === null ? null : measuredTarget(edition.indicator, each)
    if (measured === null) continue
    const newest = held.at(-1)
    if (newest !== undefined && isSameTarget(measured.target, newest.measured.target)) newest.last = each
    else held.push({ from: each, last: each, measured })
  }
  return held.map(({ from, last, measured }, at) => {
    const { target } = measured
    const isInForce = at === held.length - 1
    // A curve may change while the target stays: each month by the curve it has. A line that was replaced goes on by
    // the curve of its last month, as the old plan would have.
    const editionIn = (each: ReportingMonth) =>
      editionOf(state, planned, isInForce || each <= last ? each : last) ?? planned
    return {
      committed: target.committed ?? null,
      stretch: target.stretch ?? null,
      from,
      isRevision: at > 0,
      reason: target.reason ?? null,
      documentNumber: target.documentNumber ?? null,
      isInForce,
      expected: year.map((each) => ({
        month: each,
        value: numberOrNull(expectedValue(editionIn(each).indicator, measured, each)),
      })),
    }
  })
}

function isSameTarget(a: Target, b: Target): boolean {
  return (
    a.committed === b.committed && a.stretch === b.stretch && a.baseline === b.baseline && a.from === b.from
  )
}

function neededLine(
  now: {
    readonly actual: Exact | null
    readonly measured: MeasuredTarget | null
    readonly neededPerMonth: Exact | null
  },
  month: ReportingMonth,
  left: readonly ReportingMonth[],
): IndicatorYear['needed'] {
  const { actual, measured, neededPerMonth } = now
  if (actual === null || measured === null || neededPerMonth === null || left.length === 0) return []
  if (neededPerMonth.equals(0)) return []
  const step = measured.value.sub(actual).div(left.length)
  return [month, ...left].map((each, at) => ({ month: each, value: toNumber(actual.add(step.mul(at))) }))
}

function rangeOf(
  state: BureauState,
  planned: PlannedIndicator,
  year: {
    readonly month: ReportingMonth
    readonly months: readonly ReportingMonth[]
    readonly left: readonly ReportingMonth[]
    readonly basis: Basis
  },
): Pick<IndicatorYear, 'range' | 'rangeText'> {
  const { indicator } = planned
  if ((indicator.mode !== 'monthly-flow' && indicator.mode !== 'running-total') || year.left.length === 0)
    return { range: null, rangeText: null }
  const soFar = measureIndicatorMonths(state, indicator.id, year.months, year.basis)
  const range = yearEndRange(
    indicator.mode,
    soFar.map(({ result }) => ({ state: result.state, actual: result.actual })),
    year.left.length,
  )
  if (range === null) return { range, rangeText: TOO_FEW_MONTHS_TEXT }
  const measured = measuredTarget(indicator, year.month)
  return { range: shownRange(range, measured), rangeText: yearEndText(indicator, range, measured) }
}

function shownRange(range: YearEndRange, measured: MeasuredTarget | null): ShownRange {
  return {
    low: toNumber(range.low),
    middle: toNumber(range.middle),
    high: toNumber(range.high),
    reportedMonths: range.reportedMonths,
    verdict: measured === null ? null : yearEndVerdict(range, measured),
  }
}

const numberOrNull = (value: Exact | null): number | null => (value === null ? null : toNumber(value))
