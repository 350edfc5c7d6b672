// One indicator in one month: value, completion, pace and light. Screen, workbook, bulletin, command line and
// score all come through here.

import type { ReadingState } from '../journal/journal-entry.ts'
import type { AccumulationMode, Bands, PlannedIndicator } from '../plan/annual-plan.ts'
import { filledIn } from '../plan/taken-figures.ts'
import { type Exact, exact, maxExact, ZERO } from '../values/exact.ts'
import { monthNumber, type ReportingMonth } from '../values/reporting-month.ts'
import {
  type Accumulation,
  accumulate,
  type LocalityAccumulation,
  type ReadingsByMonth,
} from './accumulate.ts'
import type { MadeGood } from './made-good.ts'
import type { Light, LightLabel } from './status.ts'
import {
  ceilingPaceOf,
  completionOf,
  expectedOf,
  expectedShare,
  isBeforeDueMonth,
  isReached,
  type MeasuredTarget,
  measuredTarget,
  paceRatioOf,
} from './target-progress.ts'

export interface IndicatorInput {
  readonly planned: PlannedIndicator
  readonly bands: Bands
  readonly month: ReportingMonth
  readonly readings: ReadingsByMonth
  /** the month's accumulation, where a series of months was worked out at once */
  readonly accumulation?: Accumulation
}

/** A month's light with what decides it: all that the roll-ups need. */
export interface JudgedIndicator {
  readonly state: ReadingState
  /** the month wants a cell of its own filled in */
  readonly isExpected: boolean
  /** the month wants the figure, here or where it is filled in */
  readonly isAskedFor: boolean
  readonly actual: Exact | null
  readonly measured: MeasuredTarget | null
  readonly completion: Exact | null
  readonly share: Exact
  readonly pace: Exact | null
  readonly light: Light
  readonly label: LightLabel
}

/** Together with what a page shows beside it. */
export interface MeasuredIndicator extends JudgedIndicator {
  readonly monthAmount: Exact | null
  readonly expected: Exact | null
  readonly madeGood: MadeGood | null
  readonly neededPerMonth: Exact | null
  readonly byLocality: readonly LocalityAccumulation[]
}

/** Whether the month wants this cell filled: never where the figures are taken from another plan; else every month, but a yearly figure only from its due month until it has a number. */
export function isCellExpected(
  planned: PlannedIndicator,
  month: ReportingMonth,
  readings: ReadingsByMonth,
): boolean {
  if (planned.takenFrom !== null) return false
  const { indicator } = planned
  if (indicator.mode !== 'yearly') return true
  if (isBeforeDueMonth(indicator, month)) return false
  for (const [each, cell] of readings) {
    if (each.slice(0, 4) !== month.slice(0, 4) || each >= month) continue
    for (const reading of cell.values()) if (reading.state === 'number') return false
  }
  return true
}

/** Whether something stands in the month's cell, or in one of its localities'. */
export function isCellFilled(readings: ReadingsByMonth, month: ReportingMonth): boolean {
  for (const reading of readings.get(month)?.values() ?? []) if (reading.state !== 'blank') return true
  return false
}

export function measureIndicator(input: IndicatorInput): MeasuredIndicator {
  const { planned, month, readings } = input
  const accumulation = input.accumulation ?? accumulate(filledIn(planned).indicator, readings, month)
  const judged = judgeIndicator({ ...input, accumulation })
  const { measured, share, actual } = judged
  return {
    ...judged,
    monthAmount: isAmount(planned.indicator.mode) ? accumulation.monthAmount : null,
    expected: measured === null ? null : expectedOf(planned.indicator, measured, month, share),
    madeGood: null,
    neededPerMonth: neededPerMonth(input, measured, actual),
    byLocality: accumulation.byLocality,
  }
}

/** The light alone, from the month's accumulation; asked at every save for each month that may have moved. */
export function judgeIndicator(
  input: IndicatorInput & { readonly accumulation: Accumulation },
): JudgedIndicator {
  const { planned, month, readings, accumulation } = input
  const { indicator } = planned
  const measured = measuredTarget(indicator, month)
  const isAskedFor = isCellExpected(filledIn(planned), month, readings)
  const isCarried = !isAskedFor && accumulation.state === 'blank' && accumulation.actual !== null
  const actual =
    accumulation.actual ?? (accumulation.state === 'no-progress' ? startValue(input, measured) : null)
  const share = expectedShare(indicator, measured?.baseline ?? null, month)
  const completion = measured === null || actual === null ? null : completionOf(measured, actual)
  const { light, label, pace } = judge({
    input,
    state: isCarried ? 'number' : accumulation.state,
    measured,
    actual,
    share,
    completion,
  })
  return {
    state: accumulation.state,
    isExpected: isAskedFor && planned.takenFrom === null,
    isAskedFor,
    actual,
    measured,
    completion,
    share,
    pace,
    light,
    label,
  }
}

const isAmount = (mode: AccumulationMode): boolean => mode === 'monthly-flow' || mode === 'running-total'

/** What 本月无进展 is judged with while nothing has been reported: 0 for amounts, the baseline for levels. */
function startValue(input: IndicatorInput, measured: MeasuredTarget | null): Exact | null {
  const { mode } = filledIn(input.planned).indicator
  if (isAmount(mode)) return ZERO
  return mode === 'yearly' ? null : (measured?.baseline ?? null)
}

/** 剩余月均需 in the unit: for amounts only, not below 0, none in December. */
function neededPerMonth(
  input: IndicatorInput,
  measured: MeasuredTarget | null,
  actual: Exact | null,
): Exact | null {
  const { mode } = input.planned.indicator
  const monthsLeft = 12 - monthNumber(input.month)
  if (!isAmount(mode) || measured === null || actual === null || monthsLeft === 0) return null
  return maxExact(measured.value.sub(actual).div(monthsLeft), ZERO)
}

interface Judgement {
  readonly light: Light
  readonly label: LightLabel
  readonly pace: Exact | null
}

const grey = (label: LightLabel): Judgement => ({ light: 'grey', label, pace: null })

const STATE_GREYS: Partial<Record<ReadingState, LightLabel>> = {
  blank: '未填报',
  'not-applicable': '不适用',
  'not-yet-published': '尚未统计',
}

/** The light, in the order of the design page ("Light, in this order"). */
function judge(facts: {
  readonly input: IndicatorInput
  readonly state: ReadingState
  readonly measured: MeasuredTarget | null
  readonly actual: Exact | null
  readonly share: Exact
  readonly completion: Exact | null
}): Judgement {
  const { input, state, measured, actual, share, completion } = facts
  const { indicator } = input.planned
  if (measured === null) return grey('无目标')
  if (isBeforeDueMonth(indicator, input.month)) return grey('未到考核期')
  const stateGrey = STATE_GREYS[state]
  if (stateGrey !== undefined) return grey(stateGrey)
  if (actual === null || completion === null) return grey('尚未统计')
  const pace = measured.isAtMost
    ? ceilingPaceOf(expectedOf(indicator, measured, input.month, share), actual)
    : paceRatioOf(completion, share)
  const isDecember = monthNumber(input.month) === 12
  if (isReached(measured, actual) && (!measured.isAtMost || isDecember))
    return { light: 'blue', label: '已完成', pace }
  if (pace === null) return completion.gt(0) ? { light: 'green', label: '正常', pace } : grey('未到考核期')
  if (pace.gte(exact(input.bands.green))) return { light: 'green', label: '正常', pace }
  if (pace.gte(exact(input.bands.yellow))) return { light: 'yellow', label: '滞后', pace }
  return { light: 'red', label: '严重滞后', pace }
}

/** A missed month that was lifted shows 黄(已补), whatever it was lifted to; greys and reds stay what they are. */
export function asMadeGood<Result extends JudgedIndicator>(result: Result): Result {
  if (result.light === 'grey' || result.light === 'red') return result
  return { ...result, light: 'yellow', label: '黄(已补)' }
}

/** The same, with how it came about. */
export function withMadeGood(result: MeasuredIndicator, madeGood: MadeGood | null): MeasuredIndicator {
  const lifted = madeGood === null ? result : asMadeGood(result)
  return { ...lifted, madeGood: lifted === result ? null : madeGood }
}
