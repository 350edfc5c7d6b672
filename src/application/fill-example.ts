// 示例数据: half a year of made-up progress, told as the acts of made-up people and carried out by the same rules
// as everyone's, so that the example can hold nothing the product would refuse.
import { type ExampleStep, exampleStory } from '../contract/example-story.ts'
import { decidePerson, decidePlan } from '../core/decide/plan-and-people.ts'
import { decideRecord } from '../core/decide/record.ts'
import type { Decision } from '../core/decide/record-sheet.ts'
import { decideAccept, decideSendBack, decideSubmit } from '../core/decide/submission.ts'
import type { Person } from '../core/journal/journal-entry.ts'
import type { Outcome } from '../core/outcome.ts'
import type { AnnualPlan } from '../core/plan/annual-plan.ts'
import { RefusedError } from '../core/refused-error.ts'
import { planOf } from '../core/state/bureau-state.ts'
import { parseInstant } from '../core/values/civil-time.ts'
import type { OpenJournal } from './ports.ts'

/** Writes the example plan and its story into a new, empty journal. */
export function fillExample(journal: OpenJournal, plan: AnnualPlan, storyText: string): void {
  const story = exampleStory.parse(JSON.parse(storyText))
  const start = instant(story.startedAt)
  const stamp = { author: story.office, wallMs: start, isClockSet: true }
  journal.append(taken(decidePlan(plan, { isExample: true, bureauName: story.bureauName })).drafts, stamp)
  const office: Person = { name: story.office, department: null, role: 'office' }
  journal.append(taken(decidePerson(journal.state(), planOf(journal.state()), office, null)).drafts, stamp)
  for (const each of story.steps) {
    journal.append(taken(decideStep(journal, each)).drafts, {
      author: each.as,
      wallMs: instant(each.at),
      isClockSet: true,
    })
  }
}

function decideStep(journal: OpenJournal, each: ExampleStep): Outcome<Decision> {
  const state = journal.state()
  const plan = planOf(state)
  const actor = state.people.get(each.as)
  if (actor === undefined) throw new RefusedError('unknown-person', { name: each.as })
  if (each.addPerson !== undefined)
    return decidePerson(
      state,
      plan,
      { ...each.addPerson, department: each.addPerson.department ?? null },
      actor,
    )
  if (each.record !== undefined) return decideRecord(state, plan, each.record, actor)
  if (each.submit !== undefined) return decideSubmit(state, plan, each.submit, actor)
  if (each.sendBack !== undefined) return decideSendBack(state, plan, each.sendBack, actor)
  if (each.accept !== undefined) return decideAccept(state, plan, each.accept, actor)
  throw new Error(`a step without an act at ${each.at}`)
}

function taken<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new RefusedError(outcome.rejection)
  return outcome.value
}

function instant(text: string): number {
  const epoch = parseInstant(text)
  if (epoch === null) throw new Error(`not a time: ${text}`)
  return epoch
}
