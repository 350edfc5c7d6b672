// One of several plans in force, as a person or a script names it.
import { accept, type Outcome, reject } from '../outcome.ts'
import { isReportingMonth, monthTitle } from '../values/reporting-month.ts'
import { type PlanInForce, plansCovering } from './plan-timeline.ts'

const bare = (title: string) => title.replace(/[《》\s]/g, '')

/** By its id, else by its title; of those that cover the month where one is given. The newest of the same title. */
export function planNamed(
  plans: readonly PlanInForce[],
  name: string,
  month: string | null,
): Outcome<PlanInForce> {
  const named =
    plans.find(({ id }) => id === name) ?? plans.findLast(({ plan }) => bare(plan.title) === bare(name))
  if (named === undefined)
    return reject('plan-unknown', { plan: name, known: plans.map(({ plan }) => plan.title).join('、') })
  if (month === null) return accept(named)
  if (!isReportingMonth(month)) return reject('invalid-month', { month })
  return plansCovering(plans, month).includes(named)
    ? accept(named)
    : reject('plan-not-there', { month: monthTitle(month) })
}
