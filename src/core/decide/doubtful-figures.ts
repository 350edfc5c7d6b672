// Which stored figures of a month still want their line of explanation, where a page does not hold them all itself.

import type { IndicatorId, LocalityId } from '../plan/annual-plan.ts'
import { type BureauState, readingsOf } from '../state/bureau-state.ts'
import { ownIndicators } from '../state/submission-status.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import { unexplainedDoubts } from './unexplained-doubts.ts'

/** A stored figure that still wants its line; `locality` null = the whole. */
export interface DoubtfulFigure {
  readonly indicator: IndicatorId
  readonly locality: LocalityId | null
}

/** The doubtful figures of these indicators in a department's month, in the order asked about. */
export function doubtfulFigures(
  state: BureauState,
  place: { readonly department: string; readonly month: ReportingMonth },
  ids: readonly IndicatorId[],
): DoubtfulFigure[] {
  if (state.plan === null) return []
  const own = new Map(
    ownIndicators(state.plan.at(place.month), place.department, place.month).map(({ indicator }) => [
      indicator.id,
      indicator,
    ]),
  )
  return ids.flatMap((id) => {
    const indicator = own.get(id)
    const cells = state.readings.get(id)?.get(place.month)?.cells
    if (indicator === undefined || cells === undefined) return []
    return [...cells].flatMap(([locality, { latest }]): DoubtfulFigure[] => {
      // Most are explained or hold no number: their other months need not be gathered.
      if (latest.body.note !== null || latest.body.state !== 'number') return []
      const readings = readingsOf(state, id, 'latest', locality === '' ? undefined : locality)
      const doubts = unexplainedDoubts({ indicator, month: place.month, readings }, latest.body)
      return doubts.length === 0 ? [] : [{ indicator: id, locality: locality || null }]
    })
  })
}
