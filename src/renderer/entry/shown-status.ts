// The status a row shows: the stored one, or what the typed figures would make of the year.
import { useMemo, useSyncExternalStore } from 'react'
import type { EntryIndicatorRow } from '../../contract/api.ts'
import type { IndicatorReading } from '../../core/journal/journal-entry.ts'
import { previewStatus } from '../../core/measuring/preview.ts'
import type { IndicatorStatus } from '../../core/measuring/status.ts'
import type { PlanIndex, PlannedIndicator } from '../../core/plan/annual-plan.ts'
import { localityCellId } from './entry-cells.ts'
import { previewReading, type ReadingDraft } from './reading-draft.ts'
import type { EntryPageModel } from './use-entry-page.ts'

type Readings = EntryPageModel['readings']

interface Typed {
  readonly whole: ReadingDraft | null
  readonly localities: readonly { readonly locality: string; readonly draft: ReadingDraft }[]
}

export function useShownStatus(
  plan: PlanIndex,
  row: EntryIndicatorRow,
  planned: PlannedIndicator,
  facts: { readonly readings: Readings; readonly month: string },
): IndicatorStatus {
  const { readings, month } = facts
  // One text, so that nothing is drawn again while nothing of this row is typed.
  const typed = useSyncExternalStore(readings.subscribe, () => typedText(readings, row))
  return useMemo(
    () => shownStatus(plan, row, planned, { typed: JSON.parse(typed) as Typed, month }),
    [plan, row, planned, typed, month],
  )
}

const NOTHING_TYPED = JSON.stringify({ whole: null, localities: [] } satisfies Typed)

function typedText(readings: Readings, row: EntryIndicatorRow): string {
  const whole = readings.read(row.id).draft
  const localities = row.localities.flatMap(({ locality }) => {
    const { draft } = readings.read(localityCellId(row.id, locality))
    return draft === null ? [] : [{ locality, draft }]
  })
  return whole === null && localities.length === 0
    ? NOTHING_TYPED
    : JSON.stringify({ whole, localities } satisfies Typed)
}

function shownStatus(
  plan: PlanIndex,
  row: EntryIndicatorRow,
  planned: PlannedIndicator,
  { typed, month }: { readonly typed: Typed; readonly month: string },
): IndicatorStatus {
  const made = [
    ...(typed.whole === null ? [] : [{ stored: row, draft: typed.whole }]),
    ...typed.localities.flatMap(({ locality, draft }) => {
      const stored = row.localities.find((each) => each.locality === locality)
      return stored === undefined ? [] : [{ stored, draft }]
    }),
  ].flatMap(({ stored, draft }): IndicatorReading[] => {
    const reading = previewReading(stored, planned.indicator, draft, month)
    return reading === null || reading === stored.reading ? [] : [reading]
  })
  // What was not sent cannot be counted; the row is being unfolded.
  if (made.length === 0 || row.folded !== null) return row.status
  return previewStatus(plan, row.id, month, [...row.readings, ...made], row.missed) ?? row.status
}
