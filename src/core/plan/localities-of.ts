// The 县区园区 an indicator is broken down by.
import type { Locality, PlanIndex, PlannedIndicator } from './annual-plan.ts'

/**
 * The members of the group reporters that take part in it, in plan order; of all group reporters where none is named.
 * Empty where the indicator is not broken down.
 */
export function localitiesOf(plan: PlanIndex, planned: PlannedIndicator): readonly Locality[] {
  if (planned.indicator.byLocality !== true) return []
  const groups = plan.plan.departments.filter(({ kind }) => kind === 'group')
  const named = groups.filter(({ id }) => planned.participating.includes(id))
  const members = (named.length > 0 ? named : groups).flatMap((group) => group.members ?? [])
  return [...new Map(members.map((member) => [member.id, member])).values()]
}
