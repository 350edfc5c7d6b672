// A cell's history in words: who filled in what, when, and what counts now.

import { epochOf } from '../core/journal/hybrid-clock.ts'
import type { IndicatorReading } from '../core/journal/journal-entry.ts'
import { readingText } from '../core/measuring/reading-text.ts'
import type { HistoryLine } from '../core/measuring/status.ts'
import type { PlannedIndicator } from '../core/plan/annual-plan.ts'
import type { BureauState, Cell } from '../core/state/bureau-state.ts'
import { isoOf } from '../core/values/civil-time.ts'
import type { ReportingMonth } from '../core/values/reporting-month.ts'

/** The newest entry of each of the year's months up to the given one, newest month first. */
export function newestOfMonths(
  state: BureauState,
  planned: PlannedIndicator,
  month: ReportingMonth,
): HistoryLine[] {
  const months = [...(state.readings.get(planned.indicator.id) ?? [])].filter(
    ([each]) => each <= month && each.slice(0, 4) === month.slice(0, 4),
  )
  return months
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([each, { cells }]) => {
      const newest = [...cells].reduce((one, other) =>
        other[1].latest.time > one[1].latest.time ? other : one,
      )
      const [locality, cell] = newest
      return line(each, state.plan?.localitiesById.get(locality)?.name ?? (locality || null), cell)
    })
}

function line(month: ReportingMonth, locality: string | null, cell: Cell<IndicatorReading>): HistoryLine {
  const { latest, accepted } = cell
  return {
    entry: latest.entry,
    month,
    time: isoOf(epochOf(latest.time)),
    author: latest.author,
    device: latest.device,
    text: `${locality === null ? '' : `${locality} `}${readingText(latest.body)}`,
    note: latest.body.note,
    isAccepted: accepted?.entry === latest.entry,
  }
}
