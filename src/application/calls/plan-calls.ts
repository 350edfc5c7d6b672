import type { Warnings } from '../../contract/api.ts'
import type { AnnualPlan } from '../../core/annual-plan.ts'
import { decidePerson, decideTargetRevision, type TargetRevision } from '../../core/decide/plan-and-people.ts'
import type { Person } from '../../core/journal-entry.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import type { CallContext } from '../call-context.ts'

export function readPlan(context: CallContext): Outcome<AnnualPlan> {
  return accept(context.plan.plan)
}

export function listPeople(context: CallContext): Outcome<readonly Person[]> {
  return accept([...context.state.people.values()])
}

export function addPerson(context: CallContext, person: Person): Outcome<Person> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const decided = decidePerson(context.state, context.plan, person, actor.value)
  if (!decided.ok) return decided
  context.append(decided.value, 'administrative')
  return accept(person)
}

export function reviseTarget(context: CallContext, revision: TargetRevision): Outcome<Warnings> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const decided = decideTargetRevision(context.state, context.plan, revision, actor.value)
  if (!decided.ok) return decided
  context.append(decided.value, 'administrative')
  return accept({ warnings: [] })
}
