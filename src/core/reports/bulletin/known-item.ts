// An item that figures stand for, of whichever plan it is: a correction may be about the plan beside, or about a month in
// which the item still existed.

import type { PlanIndex, PlannedIndicator, PlannedMeasure } from '../../plan/annual-plan.ts'
import { titleInMarks } from '../../plan/plan-title.ts'
import type { ReportingMonth } from '../../values/reporting-month.ts'
import type { BulletinContext } from './bulletin-context.ts'

type Kind = 'indicatorsById' | 'measuresById'

export interface KnownItem<Planned> {
  readonly planned: Planned
  readonly plan: PlanIndex
  /** （《“十三五”规划》）; nothing for the plan that the issue is about */
  readonly of: string
}

export function knownItem<K extends Kind>(
  { plan, input }: BulletinContext,
  kind: K,
  id: string,
  month: ReportingMonth,
): KnownItem<K extends 'indicatorsById' ? PlannedIndicator : PlannedMeasure> | null
export function knownItem(
  { plan, input }: BulletinContext,
  kind: Kind,
  id: string,
  month: ReportingMonth,
): KnownItem<PlannedIndicator | PlannedMeasure> | null {
  // An item that was dropped since is known to the plan as it stood in the month.
  const withThen = (each: PlanIndex) => [each, ...each.at(month).parts]
  const found = (plans: readonly PlanIndex[]) => plans.find((each) => each[kind].has(id))
  const own = found(withThen(plan))
  const beside = own === undefined ? found(input.beside.flatMap((each) => withThen(each.plan))) : undefined
  const known = own ?? beside
  const planned = known?.[kind].get(id)
  if (known === undefined || planned === undefined) return null
  return { planned, plan: known, of: beside === undefined ? '' : ofPlan(beside) }
}

/** （《“十三五”规划》） */
export function ofPlan({ plan }: Pick<PlanIndex, 'plan'>): string {
  return `（${titleInMarks(plan.title)}）`
}
