// Which months were missed, red or blank, and when a later entry for them put that right: what 黄(已补) says.

import { epochOf, type HybridTime } from '../journal/hybrid-clock.ts'
import type { MadeGood } from '../measuring/made-good.ts'
import { isCellExpected } from '../measuring/measure-indicator.ts'
import type { PlannedIndicator } from '../plan/annual-plan.ts'
import { civilDateOf } from '../values/civil-time.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import {
  type Basis,
  type BureauState,
  cellEntries,
  deadlineOf,
  doesDeadlineCount,
  newestTimeOf,
  planOf,
  type ReadingMonth,
  readingsOf,
} from './bureau-state.ts'

/** An indicator's month of which may be asked whether it was missed. */
export interface MonthAsked {
  readonly planned: PlannedIndicator
  readonly basis: Basis
  readonly month: ReportingMonth
  readonly isExpected: boolean
}

/** Whether the month was missed, and a later entry for that same month lifted it. */
export function isMadeGood(state: BureauState, asked: MonthAsked): boolean {
  return howMissed(state, asked, ownMonth(state, asked)) !== null
}

/** How and when the month was missed and lifted; null where it was not. */
export function madeGoodOf(state: BureauState, asked: MonthAsked): MadeGood | null {
  const month = ownMonth(state, asked)
  const how = howMissed(state, asked, month)
  if (month === undefined || how === null) return null
  if (how === 'was-blank' || month.firstAccepted === null) return wasBlank(state, asked.month, month)
  const missedOn = dayOf(month.firstAccepted.time)
  return { how, missedOn, liftedOn: dayOf(newestTimeOf(month, asked.basis)) }
}

function ownMonth(state: BureauState, { planned, month }: MonthAsked): ReadingMonth | undefined {
  return state.readings.get(planned.indicator.id)?.get(month)
}

function howMissed(
  state: BureauState,
  { planned, basis, month, isExpected }: MonthAsked,
  own: ReadingMonth | undefined,
): MadeGood['how'] | null {
  if (own === undefined) return null
  if (own.firstAccepted?.light === 'red' && cellEntries(own, basis) !== own.firstAccepted.entries)
    return 'was-red'
  const isLate = isExpected && !own.wasFilledAtDeadline
  return isLate && doesDeadlineCount(state, month, planned.indicator.id) ? 'was-blank' : null
}

function wasBlank(state: BureauState, month: ReportingMonth, cell: ReadingMonth | undefined): MadeGood {
  const missedOn = civilDateOf(deadlineOf(planOf(state), month))
  return { how: 'was-blank', missedOn, liftedOn: dayOf(cell?.filledLateAt ?? null) }
}

function dayOf(time: HybridTime): string
function dayOf(time: HybridTime | null): string | null
function dayOf(time: HybridTime | null): string | null {
  return time === null ? null : civilDateOf(epochOf(time))
}

/**
 * How the month would count as missed if it were lifted now: what the clerk's page needs to preview 黄(已补)
 * before saving. `nowMs`: epoch milliseconds of the writing.
 */
export function missedSoFar(
  state: BureauState,
  planned: PlannedIndicator,
  at: { readonly month: ReportingMonth; readonly nowMs: number },
): MadeGood | null {
  const month = state.readings.get(planned.indicator.id)?.get(at.month)
  if (month?.firstAccepted?.light === 'red')
    return { how: 'was-red', missedOn: dayOf(month.firstAccepted.time), liftedOn: null }
  if (state.plan === null || planned.takenFrom !== null || month?.wasFilledAtDeadline === true) return null
  const isMissed =
    doesDeadlineCount(state, at.month, planned.indicator.id) && at.nowMs > deadlineOf(state.plan, at.month)
  return isMissed && isCellExpected(planned, at.month, readingsOf(state, planned.indicator.id, 'latest'))
    ? wasBlank(state, at.month, month)
    : null
}
