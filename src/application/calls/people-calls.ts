import type { Warnings } from '../../contract/api.ts'
import type { FormerPersonLine } from '../../contract/plan-views.ts'
import { decideLeaving, decidePersonChange, type Leaving } from '../../core/decide/people.ts'
import { decidePerson } from '../../core/decide/plan-and-people.ts'
import { epochOf } from '../../core/journal/hybrid-clock.ts'
import type { Person } from '../../core/journal/journal-entry.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import { isoOf } from '../../core/values/civil-time.ts'
import type { CallContext } from '../call-context.ts'

export function listPeople(context: CallContext): Outcome<readonly Person[]> {
  return accept([...context.state.people.values()])
}

export function listFormerPeople(context: CallContext): Outcome<readonly FormerPersonLine[]> {
  return accept(
    [...context.state.formerPeople.values()].map(({ person, successor, origin }) => ({
      person,
      successor,
      leftAt: isoOf(epochOf(origin.time)),
    })),
  )
}

export function addPerson(context: CallContext, person: Person): Outcome<Person> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const decided = decidePerson(context.state, context.plan, person, actor.value)
  if (!decided.ok) return decided
  context.append(decided.value, 'administrative')
  return accept(person)
}

export function changePerson(context: CallContext, person: Person): Outcome<Warnings> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const decided = decidePersonChange(context.state, context.plan, person, actor.value)
  if (!decided.ok) return decided
  context.append(decided.value, 'administrative')
  return accept({ warnings: [] })
}

/** 停用, with or without someone who takes over. */
export function leave(context: CallContext, leaving: Leaving): Outcome<Warnings> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const decided = decideLeaving(context.state, context.plan, leaving, actor.value)
  if (!decided.ok) return decided
  context.append(decided.value, 'administrative')
  return accept({ warnings: [] })
}
