// Which of the plans in force an amendment is about, where several cover its month.

import { accept, type Outcome, reject } from '../outcome.ts'
import type { PlanIndex } from '../plan/annual-plan.ts'
import { addedIds, changedItem, type PlanChange } from '../plan/plan-change.ts'
import { itemIds } from '../plan/plan-items.ts'
import { monthTitle, type ReportingMonth } from '../values/reporting-month.ts'

/**
 * What the entry says about it: nothing where one plan covers the month. The plan named, else the one that holds the
 * changed items, else the leading one.
 */
export function amendedPlan(
  dated: PlanIndex,
  from: ReportingMonth,
  input: { readonly plan?: string | null | undefined; readonly changes: readonly PlanChange[] },
): Outcome<{ readonly plan?: string }> {
  const named = input.plan ?? null
  if (named !== null && !dated.parts.some(({ id }) => id === named))
    return reject('plan-not-there', { month: monthTitle(from) })
  if (dated.parts.length === 1) return accept({})
  const holds = (part: PlanIndex, id: string) => itemIds(part.plan).has(id)
  const items = input.changes.map(changedItem).filter((id) => id !== null)
  const part =
    dated.parts.find(({ id }) => id === named) ??
    dated.parts.find((each) => items.some((id) => holds(each, id))) ??
    dated
  const foreign = items.find((id) => !holds(part, id))
  if (foreign !== undefined) return reject('item-of-other-plan', { item: nameOf(dated, foreign) })
  const others = dated.parts.filter((each) => each.id !== part.id)
  const taken = input.changes.flatMap(addedIds).find((id) => others.some((each) => holds(each, id)))
  if (taken !== undefined) return reject('item-id-taken', { id: taken })
  return accept(part.id === null ? {} : { plan: part.id })
}

function nameOf({ indicatorsById, measuresById, programmesById }: PlanIndex, id: string): string {
  return (
    indicatorsById.get(id)?.indicator.name ??
    measuresById.get(id)?.measure.name ??
    programmesById.get(id)?.name ??
    id
  )
}
