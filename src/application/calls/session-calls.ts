import type { SessionView } from '../../contract/api.ts'
import { indexPlan, type PlanIndex } from '../../core/annual-plan.ts'
import type { BureauState } from '../../core/bureau-state.ts'
import { planOf } from '../../core/bureau-state.ts'
import { civilDateOf, isoOf } from '../../core/civil-time.ts'
import { decidePerson, decidePlan } from '../../core/decide/plan-and-people.ts'
import { epochOf } from '../../core/hybrid-clock.ts'
import type { Person } from '../../core/journal-entry.ts'
import { itemsOfDepartment } from '../../core/measuring/standing.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import { RefusedError } from '../../core/refused-error.ts'
import { monthOf, type ReportingMonth } from '../../core/reporting-month.ts'
import type { CallContext } from '../call-context.ts'
import { fillExample } from '../fill-example.ts'
import type { OpenJournal } from '../ports.ts'
import { readPlanFile } from '../read-plan-file.ts'

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

export function readSession(context: CallContext): Outcome<SessionView> {
  if (!context.shelf.hasStore()) {
    const shipped = readPlanFile(context.ports.shippedPlanText())
    return accept({
      store: 'missing',
      isReadOnly: false,
      isExample: false,
      planTitle: null,
      bureauName: null,
      years: null,
      actor: null,
      people: [],
      // The first question asks who somebody is; with the shipped plan these are the departments to choose from.
      departments: shipped.ok ? departmentsOf(indexPlan(shipped.value)) : [],
      suggestedMonth: null,
      dataFolder: context.shelf.folder.place,
      newestEntryAt: null,
    })
  }
  const { state, plan, session } = context
  const actor = session.actor === null ? null : (state.people.get(session.actor) ?? null)
  return accept({
    store: 'open',
    isReadOnly: context.journal.isReadOnly,
    isExample: state.isExample,
    planTitle: plan.plan.title,
    bureauName: state.bureauName,
    years: plan.span,
    actor,
    people: [...state.people.values()],
    departments: departmentsOf(plan),
    suggestedMonth: suggestedMonth(state, context.ports.clock.now()),
    dataFolder: context.shelf.folder.place,
    newestEntryAt: state.newestTime === null ? null : isoOf(epochOf(state.newestTime)),
  })
}

function departmentsOf(plan: PlanIndex): SessionView['departments'] {
  return plan.plan.departments
    .filter(({ kind, mergedInto }) => kind === 'department' && mergedInto == null)
    .map((department) => {
      const items = itemsOfDepartment(plan, department.id)
      return {
        id: department.id,
        name: department.name,
        hasItems: items.indicators.length + items.measures.length > 0,
      }
    })
}

/** The latest month with figures; a store without any begins with today's month, or the plan's nearest to it. */
function suggestedMonth(state: BureauState, nowMs: number): ReportingMonth {
  const { from, to } = planOf(state).span
  const recorded = [...state.submissions.values()].map((record) => record.month).sort()
  const today = civilDateOf(nowMs).slice(0, 7)
  const latest = recorded.at(-1)
  if (latest !== undefined) return latest
  if (today < monthOf(from, 1)) return monthOf(from, 1)
  return today > monthOf(to, 12) ? monthOf(to, 1) : today
}

export function actAs(context: CallContext, name: string): Outcome<SessionView> {
  if (!context.state.people.has(name)) return reject('unknown-person', { name })
  context.session.actor = name
  return readSession(context)
}

/** A new store: the plan is put in force and the first person added, or nothing is. */
export function createStore(context: CallContext, input: FirstStart): Outcome<SessionView> {
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
export function openExample(context: CallContext): Outcome<SessionView> {
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
      [...context.state.people.values()].find((person) => person.role === 'office')?.name ?? null
    return readSession(context)
  } catch (error) {
    shelf.turnTo('own')
    throw error
  }
}

export function leaveExample(context: CallContext): Outcome<SessionView> {
  context.shelf.turnTo('own')
  context.session.actor = null
  return readSession(context)
}
