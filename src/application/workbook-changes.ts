// Changes that a workbook proposes, whatever its layout: which of them were accepted, what the rules would refuse, and
// what is recorded.

import type { Warnings } from '../contract/api.ts'
import type { FormApplied } from '../contract/form-calls.ts'
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

/** Changes that were accepted in a preview, and the file they were shown of. */
interface Accepted {
  readonly fileHash: string
  readonly accepted: readonly {
    readonly sheet: string
    readonly cell: string
    readonly basis: string | null
  }[]
}

/** Looks each accepted cell up among the changes; refuses where the journal or the file has moved on. */
function acceptedChanges<Change extends FoundChange>(
  changes: readonly Change[],
  accepted: Accepted['accepted'],
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
  const local = changes.filter(({ item }) => item.locality !== null)
  return Map.groupBy(local, ({ item }) => item.indicator)
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

/** Records what was accepted, all or none, if file and journal are still what the preview showed. */
export function* recordAccepted<Change extends FoundChange>(
  context: CallContext,
  state: BureauState,
  facts: {
    readonly shown: { readonly fileHash: string; readonly changes: readonly Change[] }
    readonly input: Accepted
  },
  sheetsOf: (taken: readonly Change[]) => readonly RecordSheet[],
): Steps<Outcome<FormApplied>> {
  const { shown, input } = facts
  if (shown.fileHash !== input.fileHash) return reject('form-file-changed')
  const taken = acceptedChanges(shown.changes, input.accepted)
  if (!taken.ok) return taken
  const applied = taken.value.length
  if (applied === 0) return accept({ applied, warnings: [] })
  const recorded = yield* recordDepartments(context, state, sheetsOf(taken.value))
  return recorded.ok ? accept({ applied, warnings: recorded.value.warnings }) : recorded
}

/** Records sheets of different departments, all or none; what one of them records is nothing another is decided by. */
function* recordDepartments(
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
