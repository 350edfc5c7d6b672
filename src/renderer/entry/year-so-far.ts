// The side panel's month-by-month table: amounts and totals by the measuring, author and time from the entries.
import type { EntryIndicatorRow } from '../../contract/api.ts'
import { previewStatus } from '../../core/measuring/preview.ts'
import type { HistoryLine, IndicatorStatus } from '../../core/measuring/status.ts'
import type { PlanIndex } from '../../core/plan/annual-plan.ts'
import { monthsOfYearUpTo } from '../../core/values/reporting-month.ts'

export interface MonthLine {
  readonly month: string
  readonly status: IndicatorStatus
  /** the newest entry of the month, null where the month was never filled in */
  readonly newest: HistoryLine | null
}

/** The year's months up to `month` in which something was filled in, newest first. */
export function yearSoFar(plan: PlanIndex, row: EntryIndicatorRow, month: string): MonthLine[] {
  return monthsOfYearUpTo(month)
    .flatMap((each): MonthLine[] => {
      const newest = row.history.find((line) => line.month === each) ?? null
      if (newest === null && !row.readings.some((reading) => reading.month === each)) return []
      const status = previewStatus(plan, row.id, each, row.readings)
      return status === null ? [] : [{ month: each, status, newest }]
    })
    .reverse()
}
