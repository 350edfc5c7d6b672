// What the clerk's page shows while a figure is being typed: the same measuring as everywhere, before saving.

import type { IndicatorReading } from '../journal/journal-entry.ts'
import type { IndicatorId, LocalityId, PlanIndex } from '../plan/annual-plan.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import { indicatorStatus } from './indicator-status.ts'
import type { MadeGood } from './made-good.ts'
import type { IndicatorInput } from './measure-indicator.ts'
import { measureIndicator, withMadeGood } from './measure-indicator.ts'
import type { IndicatorStatus } from './status.ts'

/** Readings as a list (one per month and locality, later ones win) → by month. */
export function readingsByMonth(
  readings: readonly IndicatorReading[],
): Map<ReportingMonth, Map<LocalityId | '', IndicatorReading>> {
  const byMonth = new Map<ReportingMonth, Map<LocalityId | '', IndicatorReading>>()
  for (const reading of readings) {
    const cell = byMonth.get(reading.month) ?? new Map<LocalityId | '', IndicatorReading>()
    cell.set(reading.locality ?? '', reading)
    byMonth.set(reading.month, cell)
  }
  return byMonth
}

/**
 * The indicator's month as it would stand with these readings. `readings` are the page row's readings with
 * the typed one appended; `missed` says how the month was missed so far (the row knows). Null when the plan has no such indicator.
 */
export function previewStatus(
  plan: PlanIndex,
  indicator: IndicatorId,
  month: ReportingMonth,
  readings: readonly IndicatorReading[],
  missed: MadeGood | null = null,
): IndicatorStatus | null {
  const planned = plan.indicatorsById.get(indicator)
  if (planned === undefined) return null
  const input: IndicatorInput = { planned, bands: planned.bands, month, readings: readingsByMonth(readings) }
  const note = readings.findLast((reading) => reading.month === month)?.note ?? null
  return indicatorStatus(input, withMadeGood(measureIndicator(input), missed), {
    note,
    isCorrectionPending: false,
  })
}
