// Who may do what (design: "Roles"). Asked by every deciding rule; a screen is never trusted.

import type { Person, Role } from '../journal/journal-entry.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import type { DepartmentId, PlanIndex } from '../plan/annual-plan.ts'
import { unitNow } from '../plan/plan-timeline.ts'

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  clerk: '填报员',
  head: '处长',
  office: '办公室',
  leader: '局领导',
}

/** fill in and submit · accept or return · manage people, plan and bulletin */
export type Act = 'fill' | 'review' | 'manage'

const ACT_NAMES: Readonly<Record<Act, string>> = {
  fill: '填报这个处室的数据',
  review: '审核或退回这个处室的报送',
  manage: '办理办公室的事项',
}

/** A unit that was merged lives on in the one that took it in: either's people act for both. */
function isSameUnit(plan: PlanIndex | null, one: DepartmentId, other: DepartmentId): boolean {
  return one === other || (plan !== null && unitNow(plan, one) === unitNow(plan, other))
}

/** Passes when the person may do it for that department (null = the whole bureau). */
export function permit(
  plan: PlanIndex | null,
  actor: Person,
  act: Act,
  department: DepartmentId | null,
): Outcome<null> {
  if (actor.role === 'office') return accept(null)
  const isOwn =
    department !== null && actor.department !== null && isSameUnit(plan, department, actor.department)
  if (act === 'fill' && isOwn && (actor.role === 'clerk' || actor.role === 'head')) return accept(null)
  if (act === 'review' && isOwn && actor.role === 'head') return accept(null)
  const owner = department === null ? null : plan?.departmentsById.get(department)?.name
  const who = act === 'fill' && owner != null ? `${owner}或办公室` : '办公室'
  return reject('not-permitted', {
    name: actor.name,
    role: ROLE_NAMES[actor.role],
    action: ACT_NAMES[act],
    who,
  })
}
