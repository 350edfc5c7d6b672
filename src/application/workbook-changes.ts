// Changes that a workbook proposes, whatever its layout: which of them were accepted, what the rules would refuse, and
// what is recorded.

import { decideRecord } from '../core/decide/record.ts'
import type { RecordSheet } from '../core/decide/record-sheet.ts'
import { byItem, recordedItems } from '../core/forms/apply-changes.ts'
import type { FoundChange } from '../core/forms/form-change.ts'
import type { FormItem, FormPlace } from '../core/forms/form-items.ts'
import type { IndicatorReading, Person } from '../core/journal/journal-entry.ts'
import { accept, type Outcome, reject } from '../core/outcome.ts'
import type { DepartmentId } from '../core/plan/annual-plan.ts'
import type { CallContext } from './call-context.ts'

/** Looks each accepted cell up among the changes; refuses where the journal or the file has moved on. */
export function acceptedChanges<Change extends FoundChange>(
  changes: readonly Change[],
  accepted: readonly { readonly sheet: string; readonly cell: string; readonly basis: string | null }[],
): Outcome<readonly Change[]> {
  const byPlace = new Map(changes.map((change) => [`${change.sheet}\n${change.cell}`, change]))
  const taken = new Set<Change>()
  const moved: string[] = []
  for (const { sheet, cell, basis } of accepted) {
    const found = byPlace.get(`${sheet}\n${cell}`)
    if (found === undefined || found.item.basis !== basis) moved.push(cell)
    else taken.add(found)
  }
  return moved.length > 0
    ? reject('form-changes-moved', { count: moved.length, names: moved.slice(0, 5).join('、') })
    : accept([...taken])
}

/** Asks the rules about each item by itself; what they would refuse is said before anybody accepts it. */
export function problemsOf(
  context: CallContext,
  facts: { readonly place: FormPlace; readonly actor: Person; readonly changes: readonly FoundChange[] },
): Map<FormItem, string> {
  const problems = new Map<FormItem, string>()
  const localities = facts.changes.filter(({ item }) => item.locality !== null)
  for (const [item, changes] of byItem(facts.changes)) {
    // A whole figure may be refused for its localities' sake; those that change with it are asked together.
    const together = localities.filter(
      (change) => change.item !== item && change.item.indicator === item.indicator,
    )
    const sheet = recordOf(
      context,
      facts.place,
      [...changes, ...(item.locality === null ? together : [])],
      '预览',
    )
    const decided = decideRecord(context.state, context.plan, sheet, facts.actor)
    if (!decided.ok) problems.set(item, decided.rejection.message)
  }
  return problems
}

export function recordOf(
  context: CallContext,
  place: { readonly department: DepartmentId; readonly month: string },
  changes: readonly FoundChange[],
  reason: string | null,
): RecordSheet {
  const readingOf = (item: FormItem): IndicatorReading | undefined =>
    context.state.readings
      .get(item.indicator ?? '')
      ?.get(place.month)
      ?.cells.get(item.locality ?? '')?.latest.body
  return { month: place.month, department: place.department, reason, ...recordedItems(changes, readingOf) }
}
