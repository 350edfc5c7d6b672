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
  const added = context.administer((actor) => decidePerson(context.state, context.plan, person, actor))
  return added.ok ? accept(person) : added
}

export function changePerson(context: CallContext, person: Person): Outcome<Warnings> {
  return context.administer((actor) => decidePersonChange(context.state, context.plan, person, actor))
}

/** 停用, with or without someone who takes over. */
export function leave(context: CallContext, leaving: Leaving): Outcome<Warnings> {
  return context.administer((actor) => decideLeaving(context.state, context.plan, leaving, actor))
}
