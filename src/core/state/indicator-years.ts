// 历年情况: an indicator over the years of every plan that has it – a five-year plan's yearly figures, and an annual
// figure that was rolled over from year to year.

import type { Light, LightLabel } from '../measuring/status.ts'
import { type IndicatorId, type Target, targetInForce } from '../plan/annual-plan.ts'
import { monthOf, type ReportingMonth, yearOf } from '../values/reporting-month.ts'
import { type Basis, type BureauState, planOf } from './bureau-state.ts'
import { indicatorStatusInState, isIndicatorInForce } from './measure-state.ts'

export interface IndicatorYearLine {
  readonly year: number
  /** up to which month the figures are; null for a year still to come */
  readonly until: ReportingMonth | null
  /** the target in force then, in the indicator's unit */
  readonly target: Target | null
  readonly actual: number | null
  /** 完成率 */
  readonly completion: number | null
  readonly light: Light | null
  readonly label: LightLabel | null
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
  return Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap((year): IndicatorYearLine[] => {
    const until = year === yearOf(month) ? month : monthOf(year, 12)
    const planned = plan.covers(until) ? plan.at(until).indicatorsById.get(id) : undefined
    if (planned === undefined || !isIndicatorInForce(planned, until)) return []
    const target = targetInForce(planned.indicator, until)
    if (until > month) {
      const nothingYet = { until: null, actual: null, completion: null, light: null, label: null }
      return target === null ? [] : [{ year, target, ...nothingYet }]
    }
    const { actual, completion, light, label } = indicatorStatusInState(state, planned, until, basis)
    return target === null && actual === null
      ? []
      : [{ year, until, target, actual, completion, light, label }]
  })
}
