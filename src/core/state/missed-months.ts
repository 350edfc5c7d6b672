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
  newestEntryOf,
  planOf,
  type ReadingMonth,
  readingsOf,
} from './bureau-state.ts'

/** How the month was missed, if a later entry for that same month lifted it. */
export function madeGoodOf(
  state: BureauState,
  planned: PlannedIndicator,
  basis: Basis,
  facts: { month: ReportingMonth; isExpected: boolean },
): MadeGood | null {
  const month = state.readings.get(planned.indicator.id)?.get(facts.month)
  if (month === undefined) return null
  const { firstAccepted } = month
  if (firstAccepted?.light === 'red' && cellEntries(month, basis) !== firstAccepted.entries)
    return {
      how: 'was-red',
      missedOn: dayOf(firstAccepted.time),
      liftedOn: dayOf(newestEntryOf(month, basis)),
    }
  return facts.isExpected &&
    !month.wasFilledAtDeadline &&
    doesDeadlineCount(state, facts.month, planned.indicator.id)
    ? wasBlank(state, facts.month, month)
    : null
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
