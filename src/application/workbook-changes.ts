// Changes that a workbook proposes, whatever its layout: which of them were accepted, what the rules would refuse, and
// what is recorded.

import type { Warnings } from '../contract/api.ts'
import { decideRecordInSteps } from '../core/decide/record.ts'
import type { RecordDecision, RecordSheet } from '../core/decide/record-sheet.ts'
import { byItem, recordedItems } from '../core/forms/apply-changes.ts'
import type { FoundChange } from '../core/forms/form-change.ts'
import type { FormItem, FormPlace } from '../core/forms/form-items.ts'
import type { IndicatorReading, Person } from '../core/journal/journal-entry.ts'
import { accept, type Outcome, reject } from '../core/outcome.ts'
import { type BureauState, planOf } from '../core/state/bureau-state.ts'
import type { Steps } from '../core/steps.ts'
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

/** What is asked about the changes: for whom, and against which state. */
interface Asked {
  readonly state: BureauState
  readonly place: FormPlace
  readonly actor: Person
}

/** Asks the rules about each item by itself; what they would refuse is said before anybody accepts it. */
export function* problemsOf(
  { state, place, actor }: Asked,
  changes: readonly FoundChange[],
): Steps<Map<FormItem, string>> {
  const problems = new Map<FormItem, string>()
  const localities = localChanges(changes)
  for (const [item, own] of byItem(changes)) {
    yield
    // A whole figure may be refused for its localities' sake; those that change with it are asked together.
    const together = item.locality === null ? (localities.get(item.indicator) ?? []) : []
    const sheet = recordOf(state, place, [...own, ...together], '预览')
    const decided = yield* decideRecordInSteps(state, planOf(state), sheet, actor)
    if (!decided.ok) problems.set(item, decided.rejection.message)
  }
  return problems
}

/** Changes of 县区园区, by indicator. */
function localChanges(changes: readonly FoundChange[]): Map<string | null, FoundChange[]> {
  const groups = new Map<string | null, FoundChange[]>()
  for (const change of changes) {
    const { indicator, locality } = change.item
    if (locality === null) continue
    const group = groups.get(indicator)
    if (group === undefined) groups.set(indicator, [change])
    else group.push(change)
  }
  return groups
}

export function recordOf(
  state: BureauState,
  { department, month }: FormPlace,
  changes: readonly FoundChange[],
  reason: string | null,
): RecordSheet {
  const readingOf = (item: FormItem): IndicatorReading | undefined =>
    state.readings
      .get(item.indicator ?? '')
      ?.get(month)
      ?.cells.get(item.locality ?? '')?.latest.body
  return { month, department, reason, ...recordedItems(changes, readingOf) }
}

/** Records sheets of different departments, all or none; what one of them records is nothing another is decided by. */
export function* recordDepartments(
  context: CallContext,
  state: BureauState,
  sheets: readonly RecordSheet[],
): Steps<Outcome<Warnings>> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const decisions: RecordDecision[] = []
  for (const sheet of sheets) {
    const decided = yield* decideRecordInSteps(state, planOf(state), sheet, actor.value)
    if (!decided.ok) return decided
    decisions.push(decided.value)
  }
  const warnings = decisions.flatMap((each) => each.warnings)
  yield* context.appendInSteps(decisions.flatMap(({ drafts }) => drafts))
  return accept({ warnings })
}
