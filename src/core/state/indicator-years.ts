// 历年情况: an indicator over the years of every plan that has it – a five-year plan's yearly figures, and an annual
// figure that was rolled over from year to year.

import type { Light, LightLabel } from '../measuring/status.ts'
import {
  type IndicatorId,
  type PlanIndex,
  type PlannedIndicator,
  type Target,
  targetInForce,
} from '../plan/annual-plan.ts'
import { monthOf, monthsOfYearUpTo, type ReportingMonth, yearOf } from '../values/reporting-month.ts'
import { type Basis, type BureauState, planOf } from './bureau-state.ts'
import { indicatorStatusInState, isIndicatorInForce } from './measure-state.ts'

export interface IndicatorYearLine {
  readonly year: number
  /** what it was called then, where that is not what it is called in the asked month */
  readonly name: string | null
  /** up to which month the figures are; null for a year still to come */
  readonly until: ReportingMonth | null
  /** the target in force then, in the indicator's unit */
  readonly target: Target | null
  readonly actual: number | null
  /** 完成率 */
  readonly completion: number | null
  readonly light: Light | null
  readonly label: LightLabel | null
  /** the light's sentence */
  readonly why: string | null
}

/** Years with a target or a figure, oldest first: those before at their end, the asked one up to `month`. */
export function indicatorYears(
  state: BureauState,
  id: IndicatorId,
  month: ReportingMonth,
  basis: Basis,
): IndicatorYearLine[] {
  const plan = planOf(state)
  const { from, to } = plan.span
  const nameNow = plan.at(month).indicatorsById.get(id)?.indicator.name ?? null
  return Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap((year): IndicatorYearLine[] => {
    const end = year === yearOf(month) ? month : monthOf(year, 12)
    const last = lastInForce(plan, id, end)
    if (last === null) return []
    const { planned, month: until } = last
    const name = planned.indicator.name === nameNow ? null : planned.indicator.name
    const target = targetInForce(planned.indicator, until)
    if (until > month) {
      const nothingYet = { until: null, actual: null, completion: null, light: null, label: null, why: null }
      return target === null ? [] : [{ year, name, target, ...nothingYet }]
    }
    const { actual, completion, light, label, why } = indicatorStatusInState(state, planned, until, basis)
    return target === null && actual === null
      ? []
      : [{ year, name, until, target, actual, completion, light, label, why }]
  })
}

/** As it stood in the last month of the year up to `end` in which it counted: one dropped in June had half a year. */
function lastInForce(
  plan: PlanIndex,
  id: IndicatorId,
  end: ReportingMonth,
): { readonly planned: PlannedIndicator; readonly month: ReportingMonth } | null {
  for (const month of monthsOfYearUpTo(end).reverse()) {
    const planned = plan.covers(month) ? plan.at(month).indicatorsById.get(id) : undefined
    if (planned !== undefined && isIndicatorInForce(planned, month)) return { planned, month }
  }
  return null
}
