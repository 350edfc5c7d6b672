// What the journal knows of an indicator before the month a table is about.

import { type FormItem, rowReadings } from '../forms/form-items.ts'
import { accumulateMonths, cellState } from '../measuring/accumulate.ts'
import type { PlanIndex } from '../plan/annual-plan.ts'
import { isInForce } from '../plan/annual-plan.ts'
import type { BureauState } from '../state/bureau-state.ts'
import {
  monthNumber,
  monthsOfYearUpTo,
  previousMonth,
  type ReportingMonth,
} from '../values/reporting-month.ts'
import type { IndicatorFacts } from './month-figure.ts'

export function indicatorFacts(
  state: BureauState,
  plan: PlanIndex,
  item: FormItem,
  month: ReportingMonth,
): IndicatorFacts {
  const planned = plan.indicatorsById.get(item.indicator ?? '')
  if (planned === undefined) return { mode: 'stock', earlier: null, blankMonths: 0 }
  const { id, mode, unit } = planned.indicator
  if (monthNumber(month) === 1) return { mode, earlier: null, blankMonths: 0 }
  const readings = rowReadings(state, item)
  const before = previousMonth(month)
  const blank = monthsOfYearUpTo(before).filter(
    (each) => isInForce(planned.indicator, each) && cellState(readings.get(each)) === 'blank',
  )
  return {
    mode,
    earlier: accumulateMonths({ id, mode, unit }, readings, [before])[0]?.actual ?? null,
    blankMonths: blank.length,
  }
}
