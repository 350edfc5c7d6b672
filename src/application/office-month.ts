import { permit } from '../core/decide/permissions.ts'
import { checkMonth } from '../core/decide/record.ts'
import type { Outcome } from '../core/outcome.ts'
import type { ReportingMonth } from '../core/values/reporting-month.ts'
import type { CallContext } from './call-context.ts'

/** The month of an act that is the office's alone: who acts may do it, and the month is one of the plan's. */
export function officeMonth(context: CallContext, month: string): Outcome<ReportingMonth> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const permitted = permit(context.plan, actor.value, 'manage', null)
  return permitted.ok ? checkMonth(context.plan, month) : permitted
}
