// Entries about the plan and the people → the state. The plan's own entries change what a month expects; their
// effect on anything filled in is worked out by the caller (fold-entries.ts).

import { epochOf } from '../journal/hybrid-clock.ts'
import type { EntryBodies, EntryKind, JournalEntry } from '../journal/journal-entry.ts'
import { type PlanEvent, timelineOf, withEvent, withWithdrawal } from '../plan/plan-timeline.ts'
import { monthOf, type ReportingMonth } from '../values/reporting-month.ts'
import type { BureauState, Origin } from './bureau-state.ts'

const PLAN_KINDS = [
  'plan-put-in-force',
  'plan-amended',
  'target-revised',
  'amendment-withdrawn',
  'plan-drafted',
  'plan-draft-discarded',
  'person-added',
  'person-changed',
  'person-left',
] as const satisfies readonly EntryKind[]

/** How the subject of every such entry begins, and of no other: storage finds them by it without reading the rest. */
export const PLAN_SUBJECTS = ['plan', 'amendment/', 'target/', 'withdrawal/', 'person/'] as const

export type PlanEntry = Extract<JournalEntry, { kind: (typeof PLAN_KINDS)[number] }>

export function isPlanEntry(entry: JournalEntry): entry is PlanEntry {
  return (PLAN_KINDS as readonly EntryKind[]).includes(entry.kind)
}

/** Takes the entry in; answers the month from which it may change what is expected of a unit, or null. */
export function applyPlanEntry(state: BureauState, entry: PlanEntry): ReportingMonth | null {
  const origin: Origin = { entry: entry.id, time: entry.time, author: entry.author, device: entry.device }
  state.newestOf.set(entry.subject, entry.id)
  switch (entry.kind) {
    case 'plan-put-in-force': {
      const { plan, isExample, bureauName } = entry.body
      state.plans = [...state.plans, { id: entry.id, plan, inForceAt: epochOf(entry.time), events: [] }]
      state.plan = timelineOf(state.plans)
      state.isExample = isExample
      state.bureauName = bureauName
      if (entry.body.draft != null) state.planDrafts.delete(entry.body.draft)
      return monthOf(plan.years.from, 1)
    }
    case 'plan-amended':
      amend(state, origin, { kind: 'amended', body: entry.body })
      return entry.body.from
    case 'target-revised':
      amend(state, origin, { kind: 'target-revised', body: entry.body })
      return null
    case 'amendment-withdrawn':
      return withdraw(state, origin, entry.body)
    case 'plan-drafted':
      state.planDrafts.set(entry.body.draft, {
        id: entry.body.draft,
        origin,
        plan: entry.body.plan,
        toCheck: entry.body.toCheck,
      })
      return null
    case 'plan-draft-discarded':
      state.planDrafts.delete(entry.body.draft)
      return null
    case 'person-added':
    case 'person-changed':
      state.people.set(entry.body.name, entry.body)
      state.formerPeople.delete(entry.body.name)
      return null
    case 'person-left': {
      const person = state.people.get(entry.body.name)
      if (person === undefined) return null
      state.people.delete(person.name)
      state.formerPeople.set(person.name, { person, successor: entry.body.successor, origin })
      return null
    }
  }
}

function amend(state: BureauState, origin: Origin, what: PlanEvent['what']): void {
  const { entry, author, time } = origin
  const event: PlanEvent = { entry, writtenAt: epochOf(time), author, what }
  state.plans = withEvent(state.plans, event)
  state.plan = timelineOf(state.plans)
}

function withdraw(
  state: BureauState,
  origin: Origin,
  { entry, reason }: EntryBodies['amendment-withdrawn'],
): ReportingMonth | null {
  const event = state.plans.flatMap(({ events }) => events).find((each) => each.entry === entry)
  if (event === undefined) return null
  const { author } = origin
  state.plans = withWithdrawal(state.plans, entry, { reason, writtenAt: epochOf(origin.time), author })
  state.plan = timelineOf(state.plans)
  return event.what.kind === 'amended' ? event.what.body.from : null
}
