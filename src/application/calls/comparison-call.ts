import type { Comparison } from '../../contract/overview-answers.ts'
import { type BureauState, planOf } from '../../core/bureau-state.ts'
import { measureMonth } from '../../core/measure-month.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import type { ReportingMonth } from '../../core/reporting-month.ts'
import { figureChanges } from '../../core/reports/changes-between.ts'
import { type ComparedMonth, compareMonths } from '../../core/reports/compare-months.ts'
import type { CallContext } from '../call-context.ts'
import { earlierPeriod } from '../earlier-period.ts'
import { knownMonth, type StatusQuestion } from './status-calls.ts'

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
  const { state: then, ...since } = earlier
  return accept({
    since,
    changes: compareMonths(
      measured(then, since.month),
      measured(state, month),
      figureChanges(then, state, since.month, basis),
    ),
  })
}
