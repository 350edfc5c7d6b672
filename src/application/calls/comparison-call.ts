import type { Comparison } from '../../contract/overview-answers.ts'
import { type BureauState, planOf } from '../../core/bureau-state.ts'
import { isoOf } from '../../core/civil-time.ts'
import { epochOf, type HybridTime } from '../../core/hybrid-clock.ts'
import { measureMonth } from '../../core/measure-month.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import { previousMonth, type ReportingMonth } from '../../core/reporting-month.ts'
import { figureChanges } from '../../core/reports/changes-between.ts'
import { type ComparedMonth, compareMonths } from '../../core/reports/compare-months.ts'
import type { CallContext } from '../call-context.ts'
import { type KnownMonth, knownMonth, type StatusQuestion } from './status-calls.ts'

interface Earlier {
  readonly since: NonNullable<Comparison['since']>
  readonly state: BureauState
}

/** 与上期相比: this month as known, against the last meeting's month as it was known there. */
export function readComparison(context: CallContext, question: StatusQuestion): Outcome<Comparison> {
  const known = knownMonth(context, question)
  if (!known.ok) return known
  const { state, month, basis } = known.value
  const earlier = earlierPeriod(context, known.value)
  if (earlier === null) return accept({ since: null, changes: [] })
  const measured = (at: BureauState, each: ReportingMonth): ComparedMonth => ({
    plan: planOf(at).at(each),
    report: measureMonth(at, each, basis),
  })
  return accept({
    since: earlier.since,
    changes: compareMonths(
      measured(earlier.state, earlier.since.month),
      measured(state, month),
      figureChanges(earlier.state, state, earlier.since.month, basis),
    ),
  })
}

/**
 * The last frozen issue before the month, with what was known when it was frozen. Without one, the month before as it
 * stood when its last department was first accepted: that is when a meeting could have had it in front of them.
 */
function earlierPeriod(context: CallContext, { state, month }: KnownMonth): Earlier | null {
  const frozen = [...state.bulletins.values()]
    .filter((issue) => issue.month < month)
    .sort((a, b) => (a.month < b.month ? 1 : -1))[0]
  if (frozen !== undefined) {
    const then = context.journal.stateAt({ heads: frozen.heads })
    const knownAt = isoOf(epochOf(frozen.origin.time))
    return { since: { month: frozen.month, issue: frozen.issue, knownAt }, state: then }
  }
  const before = previousMonth(month)
  if (!planOf(state).covers(before)) return null
  const complete = completeAt(state, before)
  const then = complete === null ? null : context.journal.stateAt({ until: complete })
  if (complete === null || then === null || then.plan === null)
    return { since: { month: before, issue: null, knownAt: null }, state }
  return { since: { month: before, issue: null, knownAt: isoOf(epochOf(complete)) }, state: then }
}

/** When the last of the month's departments was first accepted. */
function completeAt(state: BureauState, month: ReportingMonth): HybridTime | null {
  const firstAcceptances = [...state.submissions.values()].flatMap((record) => {
    const accepted = record.events.find(({ kind }) => kind === 'accepted')
    return record.month === month && accepted !== undefined ? [accepted.origin.time] : []
  })
  return firstAcceptances.sort().at(-1) ?? null
}
