// The issue before: what a month is compared with, on screen and in the bulletin.

import { epochOf, type HybridTime } from '../core/journal/hybrid-clock.ts'
import { type BureauState, planOf } from '../core/state/bureau-state.ts'
import { isoOf } from '../core/values/civil-time.ts'
import { previousMonth, type ReportingMonth } from '../core/values/reporting-month.ts'
import type { CallContext } from './call-context.ts'
import type { Knowledge } from './ports.ts'

export interface EarlierPeriod {
  readonly month: ReportingMonth
  /** 第N期; null where that month was never frozen */
  readonly issue: number | null
  /** UTC ISO time of the freezing or the acceptance; null where nothing was accepted */
  readonly knownAt: string | null
  /** what was known then */
  readonly state: BureauState
}

/**
 * The last frozen issue before the month, with what was known when it was frozen. Without one, the month before as it
 * stood when its last department was first accepted: that is when a meeting could have had it in front of them.
 * `heads`: entries that came in later do not count, however old they are; a frozen issue must stay the same.
 */
export function earlierPeriod(
  context: CallContext,
  { state, month }: { readonly state: BureauState; readonly month: ReportingMonth },
  heads?: Knowledge['heads'],
): EarlierPeriod | null {
  const frozen = [...state.bulletins.values()]
    .filter((issue) => issue.month < month)
    .sort((a, b) => (a.month < b.month ? 1 : -1))[0]
  if (frozen !== undefined) {
    const then = context.stateAt({ heads: frozen.heads })
    const knownAt = isoOf(epochOf(frozen.origin.time))
    return { month: frozen.month, issue: frozen.issue, knownAt, state: then }
  }
  const before = previousMonth(month)
  if (!planOf(state).covers(before)) return null
  const complete = completeAt(state, before)
  if (complete === null) return { month: before, issue: null, knownAt: null, state }
  const then = context.stateAt({ until: complete, ...(heads === undefined ? {} : { heads }) })
  if (then.plan === null) return { month: before, issue: null, knownAt: null, state }
  return { month: before, issue: null, knownAt: isoOf(epochOf(complete)), state: then }
}

/** When the last of the month's departments was first accepted. */
function completeAt(state: BureauState, month: ReportingMonth): HybridTime | null {
  const firstAcceptances = [...state.submissions.values()].flatMap((record) => {
    const accepted = record.events.find(({ kind }) => kind === 'accepted')
    return record.month === month && accepted !== undefined ? [accepted.origin.time] : []
  })
  return firstAcceptances.sort().at(-1) ?? null
}
