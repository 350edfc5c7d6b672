import { permit } from '../core/decide/permissions.ts'
import { checkPlace } from '../core/decide/record.ts'
import type { Outcome } from '../core/outcome.ts'
import type { PlanIndex } from '../core/plan/annual-plan.ts'
import type { ReportingMonth } from '../core/values/reporting-month.ts'
import type { CallContext } from './call-context.ts'

export interface PlaceToFill {
  readonly department: string
  readonly month: ReportingMonth
  readonly plan: PlanIndex
}

/** A unit's month, if the plan has it and who acts may fill it in. */
export function placeToFill(
  context: CallContext,
  given: { readonly department: string; readonly month: string },
): Outcome<PlaceToFill> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const place = checkPlace(context.plan, given)
  if (!place.ok) return place
  const permitted = permit(place.value.plan, actor.value, 'fill', place.value.department)
  return permitted.ok ? place : permitted
}
