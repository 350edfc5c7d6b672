import type { Comparison } from '../../contract/overview-answers.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import { figureChanges } from '../../core/reports/changes-between.ts'
import { compareMonths } from '../../core/reports/compare-months.ts'
import { comparedMonth } from '../../core/reports/compared-month.ts'
import { planOf } from '../../core/state/bureau-state.ts'
import { seenThrough } from '../../core/state/plan-line.ts'
import type { CallContext } from '../call-context.ts'
import { earlierPeriod } from '../earlier-period.ts'
import { rollUpsThen } from '../known-then.ts'
import { knownPlanMonth, type PlanQuestion } from './status-calls.ts'

/** 与上期相比: this month as known, against the last meeting's month as it was known there. */
export function readComparison(context: CallContext, question: PlanQuestion): Outcome<Comparison> {
  const known = knownPlanMonth(context, question)
  if (!known.ok) return known
  const { month, basis, rollUps } = known.value
  const state = known.value.state()
  const earlier = earlierPeriod(context, { state, month })
  if (earlier === null || !planOf(state).covers(earlier.month)) return accept({ since: null, changes: [] })
  const { state: whole, ...since } = earlier
  // Before the plan was put in force there is nothing of it to compare with.
  const before = planOf(state).at(since.month).id
  const then = seenThrough(whole, since.month, before)
  if (then.plan?.at(since.month).id !== before) return accept({ since: null, changes: [] })
  return accept({
    since,
    changes: compareMonths(
      comparedMonth(then, since.knownAt === null ? rollUps : rollUpsThen(whole), since.month, basis),
      comparedMonth(state, rollUps, month, basis),
      figureChanges(then, state, since.month, basis),
    ),
  })
}
