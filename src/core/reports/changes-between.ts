// What was rewritten between two moments of the journal: figures of months already reported, and targets.

import type { IndicatorReading } from '../journal/journal-entry.ts'
import { readingText } from '../measuring/reading-text.ts'
import type { IndicatorId, LocalityId, PlanIndex, Target } from '../plan/annual-plan.ts'
import type { Basis, BureauState, Recorded } from '../state/bureau-state.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'

/** A month's figure that was one thing then and is another now; `before` null = it was filled in late (补报). */
export interface FigureChange {
  readonly indicator: IndicatorId
  readonly month: ReportingMonth
  readonly locality: LocalityId | null
  readonly before: string | null
  readonly after: string
  /** 更正 reason, else the clerk's note */
  readonly reason: string | null
}

export interface TargetChange {
  readonly indicator: IndicatorId
  readonly before: Target
  readonly after: Target
}

/** Figures of months up to `lastMonth` that changed between two states of one journal, in order of item and month. */
export function figureChanges(
  before: BureauState,
  after: BureauState,
  lastMonth: ReportingMonth,
  basis: Basis,
): FigureChange[] {
  const changes: FigureChange[] = []
  for (const [indicator, months] of after.readings) {
    for (const month of [...months.keys()].filter((each) => each <= lastMonth).sort()) {
      const cellsThen = before.readings.get(indicator)?.get(month)?.cells
      for (const [locality, cell] of months.get(month)?.cells ?? []) {
        const now = basis === 'accepted' ? cell.accepted : cell.latest
        const earlier = cellsThen?.get(locality)
        const then = (basis === 'accepted' ? earlier?.accepted : earlier?.latest) ?? null
        if (now === null || now.entry === then?.entry) continue
        const [old, text] = [then === null ? null : textOf(then), textOf(now)]
        if (old === text) continue
        changes.push({
          indicator,
          month,
          locality: locality === '' ? null : locality,
          before: old,
          after: text,
          reason: reasonOf(after, now),
        })
      }
    }
  }
  return changes
}

const textOf = (recorded: Recorded<IndicatorReading>): string => readingText(recorded.body)

/** The reason of the correction that the entry was written under, else its note. */
function reasonOf(state: BureauState, recorded: Recorded<IndicatorReading>): string | null {
  const { month, indicator, note } = recorded.body
  const lead = state.plan?.at(month).indicatorsById.get(indicator)?.lead
  const correction = state.submissions
    .get(`${month}/${lead}`)
    ?.events.findLast(({ kind, origin }) => kind === 'correction' && origin.time < recorded.time)
  return correction?.reason ?? note
}

/** Targets in force that are others than before. */
export function targetChanges(
  before: { readonly plan: PlanIndex; readonly targetOf: (indicator: IndicatorId) => Target | null },
  after: { readonly plan: PlanIndex; readonly targetOf: (indicator: IndicatorId) => Target | null },
): TargetChange[] {
  return after.plan.indicators.flatMap(({ indicator }): TargetChange[] => {
    const [then, now] = [before.targetOf(indicator.id), after.targetOf(indicator.id)]
    if (then === null || now === null || then.year !== now.year) return []
    const isSame =
      (then.committed ?? null) === (now.committed ?? null) && (then.stretch ?? null) === (now.stretch ?? null)
    return isSame ? [] : [{ indicator: indicator.id, before: then, after: now }]
  })
}
