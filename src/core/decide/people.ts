// 人员: who acts, for which unit, in which role, and who takes over. The bureau always keeps someone of the office.

import { type EntryDraft, type Person, subjectOf } from '../journal/journal-entry.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import type { PlanIndex } from '../plan/annual-plan.ts'
import type { BureauState } from '../state/bureau-state.ts'
import { permit } from './permissions.ts'
import { checkPersonsPlace, decidePerson } from './plan-and-people.ts'
import type { Decision } from './record-sheet.ts'

/** Another department or role from now on; what was written before keeps its author. */
export function decidePersonChange(
  state: BureauState,
  plan: PlanIndex,
  person: Person,
  actor: Person,
): Outcome<Decision> {
  const permitted = permit(plan, actor, 'manage', null)
  if (!permitted.ok) return permitted
  if (!state.people.has(person.name)) return reject('unknown-person', { name: person.name })
  const placed = checkPersonsPlace(plan, person)
  if (!placed.ok) return placed
  if (person.role !== 'office' && isLastOfOffice(state, person.name))
    return reject('last-office', { name: person.name })
  const subject = subjectOf.person(person.name)
  return accept({
    drafts: [{ kind: 'person-changed', subject, basis: state.newestOf.get(subject) ?? null, body: person }],
    warnings: [],
  })
}

export interface Leaving {
  readonly name: string
  /** who takes the work over: someone here, or a new name that gets the same unit and role; null = nobody yet */
  readonly successor: string | null
}

/** 停用 or 移交: the person may not act any more. */
export function decideLeaving(
  state: BureauState,
  plan: PlanIndex,
  leaving: Leaving,
  actor: Person,
): Outcome<Decision> {
  const permitted = permit(plan, actor, 'manage', null)
  if (!permitted.ok) return permitted
  const person = state.people.get(leaving.name)
  if (person === undefined) return reject('unknown-person', { name: leaving.name })
  const successor = leaving.successor?.trim() || null
  if (successor === person.name) return reject('successor-is-self', { name: person.name })
  const drafts: EntryDraft[] = []
  if (successor !== null && !state.people.has(successor)) {
    const added = decidePerson(state, plan, { ...person, name: successor }, actor)
    if (!added.ok) return added
    drafts.push(...added.value.drafts)
  }
  const takesOffice = successor !== null && (state.people.get(successor) ?? person).role === 'office'
  if (isLastOfOffice(state, person.name) && !takesOffice) return reject('last-office', { name: person.name })
  const subject = subjectOf.person(person.name)
  drafts.push({
    kind: 'person-left',
    subject,
    basis: state.newestOf.get(subject) ?? null,
    body: { name: person.name, successor },
  })
  return accept({ drafts, warnings: [] })
}

function isLastOfOffice(state: BureauState, name: string): boolean {
  if (state.people.get(name)?.role !== 'office') return false
  return ![...state.people.values()].some((each) => each.role === 'office' && each.name !== name)
}
