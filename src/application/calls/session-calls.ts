import type { SessionView } from '../../contract/api.ts'
import { decidePerson, decidePlan } from '../../core/decide/plan-and-people.ts'
import type { Person } from '../../core/journal/journal-entry.ts'
import { type Outcome, reject } from '../../core/outcome.ts'
import { RefusedError } from '../../core/refused-error.ts'
import { planOf } from '../../core/state/bureau-state.ts'
import type { CallContext } from '../call-context.ts'
import { fillExample } from '../fill-example.ts'
import type { OpenJournal } from '../ports.ts'
import { readPlanFile } from '../read-plan-file.ts'
import { readSession } from './read-session.ts'

export interface FirstStart {
  readonly planText?: string | null | undefined
  readonly bureauName?: string | null | undefined
  readonly person: {
    readonly name: string
    readonly department?: string | null | undefined
    readonly role: Person['role']
  }
}

/** A store that a clerk began has this account too: without one nobody could ever add a person to it. */
const OFFICE: Person = { name: '办公室', department: null, role: 'office' }

export async function actAs(context: CallContext, name: string): Promise<Outcome<SessionView>> {
  if (!context.journal.outline().people.has(name)) return reject('unknown-person', { name })
  context.session.actor = name
  return readSession(context)
}

/** A new store: the plan is put in force and the first person added, or nothing is. */
export async function createStore(context: CallContext, input: FirstStart): Promise<Outcome<SessionView>> {
  if (context.shelf.hasStore()) return reject('store-exists')
  const plan = readPlanFile(input.planText ?? context.ports.shippedPlanText())
  if (!plan.ok) return plan
  const person: Person = { ...input.person, department: input.person.department ?? null }
  const decided = decidePlan(plan.value, { isExample: false, bureauName: input.bureauName?.trim() || null })
  if (!decided.ok) return decided
  const stamp = {
    author: person.name,
    wallMs: context.ports.clock.now(),
    isClockSet: context.ports.clock.isSet,
  }
  context.shelf.create((journal: OpenJournal) => {
    journal.append(decided.value.drafts, stamp)
    for (const each of person.role === 'office' ? [person] : [person, OFFICE]) {
      const added = decidePerson(journal.state(), planOf(journal.state()), each, null)
      if (!added.ok) throw new RefusedError(added.rejection)
      journal.append(added.value.drafts, stamp)
    }
  })
  context.session.actor = person.name
  return readSession(context)
}

/** 打开示例: a store of its own beside the real one, made on first use. */
export async function openExample(context: CallContext): Promise<Outcome<SessionView>> {
  const { shelf } = context
  shelf.turnTo('example')
  try {
    if (!shelf.hasStore()) {
      const plan = readPlanFile(context.ports.shippedPlanText())
      if (!plan.ok) {
        shelf.turnTo('own')
        return plan
      }
      shelf.create((journal) => fillExample(journal, plan.value, context.ports.exampleStoryText()))
    }
    context.session.actor =
      [...context.journal.outline().people.values()].find((person) => person.role === 'office')?.name ?? null
    return await readSession(context)
  } catch (error) {
    shelf.turnTo('own')
    throw error
  }
}

export async function leaveExample(context: CallContext): Promise<Outcome<SessionView>> {
  context.shelf.turnTo('own')
  context.session.actor = null
  return readSession(context)
}
