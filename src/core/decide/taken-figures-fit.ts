// 取自: what one plan shows of another must mean the same. Asked whenever a plan is put in force or amended.
import { accept, type Outcome, type RejectionDetail, reject } from '../outcome.ts'
import type { AnnualPlan } from '../plan/annual-plan.ts'
import { unfitSources } from '../plan/taken-figures.ts'
import { doYearsOverlap } from '../state/plan-line.ts'

/** Refused where an indicator names one of a plan beside it that cannot stand for it. */
export function unfitTakenFigures(plans: readonly AnnualPlan[]): Outcome<null> {
  const problems = plans.flatMap((plan, at): RejectionDetail[] =>
    unfitSources(
      plan,
      plans.filter((other, place) => place !== at && doYearsOverlap(plan, other)),
    ),
  )
  const first = problems[0]
  return first === undefined
    ? accept(null)
    : reject('taken-figure-unfit', { reason: first.message }, problems)
}
