import type { Comparison } from '../../contract/overview-answers.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import { figureChanges } from '../../core/reports/changes-between.ts'
import { type ComparedMonth, compareMonths } from '../../core/reports/compare-months.ts'
import { type BureauState, planOf } from '../../core/state/bureau-state.ts'
import { measureMonth } from '../../core/state/measure-month.ts'
import { seenThrough } from '../../core/state/plan-line.ts'
import type { ReportingMonth } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'
import { earlierPeriod } from '../earlier-period.ts'
import { knownPlanMonth, type PlanQuestion } from './status-calls.ts'

/** 与上期相比: this month as known, against the last meeting's month as it was known there. */
export function readComparison(context: CallContext, question: PlanQuestion): Outcome<Comparison> {
  const known = knownPlanMonth(context, question)
  if (!known.ok) return known
  const { month, basis } = known.value
  const state = known.value.state()
  const earlier = earlierPeriod(context, { state, month })
  if (earlier === null || !planOf(state).covers(earlier.month)) return accept({ since: null, changes: [] })
  const measured = (at: BureauState, each: ReportingMonth): ComparedMonth => ({
    plan: planOf(at).at(each),
    report: measureMonth(at, each, basis),
  })
  const { state: whole, ...since } = earlier
  // Before the plan was put in force there is nothing of it to compare with.
  const before = planOf(state).at(since.month).id
  const then = seenThrough(whole, since.month, before)
  if (then.plan?.at(since.month).id !== before) return accept({ since: null, changes: [] })
  return accept({
    since,
    changes: compareMonths(
      measured(then, since.month),
      measured(state, month),
      figureChanges(then, state, since.month, basis),
    ),
  })
}
