// Which months the roll-ups have rows for.
import type { PlanIndex } from '../plan/annual-plan.ts'
import type { BureauState } from '../state/bureau-state.ts'
import { monthsOfYearUpTo, type ReportingMonth, yearOf } from '../values/reporting-month.ts'

/** A year is looked at as a whole: the months without a figure have standings too, as far as a plan covers them. */
export function monthsWithRows(
  plan: PlanIndex | null,
  withCells: ReadonlySet<ReportingMonth>,
): Set<ReportingMonth> {
  const newest = new Map<number, ReportingMonth>()
  for (const month of withCells)
    if (month > (newest.get(yearOf(month)) ?? '')) newest.set(yearOf(month), month)
  const before = [...newest.values()].flatMap(monthsOfYearUpTo)
  return new Set([...withCells, ...before.filter((month) => plan?.covers(month) === true)])
}

/** Months in which anything was ever filled in. */
export function monthsWithCells(state: BureauState): Set<ReportingMonth> {
  const items = [...state.readings.values(), ...state.measures.values()]
  return new Set(items.flatMap((months) => [...months.keys()]))
}
