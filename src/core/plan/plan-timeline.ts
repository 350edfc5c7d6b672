// The plans of a store over the months: each as it was put in force, and what amended it. From them, the plan as it
// stands for any month (PlanIndex.at). Nothing else in core knows how amendments turn into a month's plan.

import type { EntryBodies, EntryId } from '../journal/journal-entry.ts'
import { monthOf, type ReportingMonth, yearOf } from '../values/reporting-month.ts'
import {
  type AnnualPlan,
  coversMonth,
  type DepartmentId,
  indexPlan,
  type PlanDating,
  type PlanIndex,
} from './annual-plan.ts'
import { applyChange, withRevision } from './apply-change.ts'
import { type Amendment, addedIds, isUnitChange } from './plan-change.ts'
import { haveSameItems } from './plan-items.ts'
import { sideBySide } from './plans-side-by-side.ts'
import { takenFigures, takesFigures, withTakenFigures } from './taken-figures.ts'

/** One entry that amended a plan. */
export interface PlanEvent {
  readonly entry: EntryId
  /** epoch milliseconds of the entry */
  readonly writtenAt: number
  readonly author: string
  readonly what:
    | { readonly kind: 'amended'; readonly body: Amendment }
    | { readonly kind: 'target-revised'; readonly body: EntryBodies['target-revised'] }
  /** 撤回: taken back as entered by mistake; it is shown and has no effect */
  readonly withdrawn?: Withdrawal
}

export interface Withdrawal {
  readonly reason: string
  /** epoch milliseconds of the entry */
  readonly writtenAt: number
  readonly author: string
}

/** 在用的要点: as put in force, with what amended it since, in the order in which it was written. */
export interface PlanInForce {
  /** the entry that put it in force */
  readonly id: EntryId
  readonly plan: AnnualPlan
  /** epoch milliseconds */
  readonly inForceAt: number
  readonly events: readonly PlanEvent[]
}

/** The store's plans with one more event, handed to the plans that it concerns. */
export function withEvent(plans: readonly PlanInForce[], event: PlanEvent): PlanInForce[] {
  const { from, plan: named } = event.what.body
  const own = plans.find(({ id }) => id === named) ?? planCovering(plans, from)
  const ofUnits = unitsOnly(event)
  return plans.map((each) => {
    if (each === own) return { ...each, events: [...each.events, event] }
    const isToCome = ofUnits !== null && each.plan.years.to >= yearOf(from)
    return isToCome ? { ...each, events: [...each.events, ofUnits] } : each
  })
}

/** Items belong to one plan; units to the bureau, and so to every plan that is still to come or running. */
function unitsOnly(event: PlanEvent): PlanEvent | null {
  if (event.what.kind !== 'amended') return null
  const { body } = event.what
  const changes = body.changes.filter(isUnitChange)
  return changes.length === 0 ? null : { ...event, what: { kind: 'amended', body: { ...body, changes } } }
}

/** The store's plans with an event taken back. */
export function withWithdrawal(
  plans: readonly PlanInForce[],
  entry: EntryId,
  withdrawn: Withdrawal,
): PlanInForce[] {
  return plans.map((plan) => ({
    ...plan,
    events: plan.events.map((event) => (event.entry === entry ? { ...event, withdrawn } : event)),
  }))
}

const yearsOf = ({ plan }: PlanInForce): number => plan.years.to - plan.years.from

/**
 * Every plan of a month's year, the leading one first: an annual plan before a five-year plan, else the older. One that
 * was put in force again (the same items, on another PC or anew) takes the place of the one before.
 */
export function plansCovering(plans: readonly PlanInForce[], month: ReportingMonth): PlanInForce[] {
  const covering = plans.filter(({ plan }) => coversMonth(plan, month))
  return covering
    .filter((each, at) => !covering.slice(at + 1).some((later) => haveSameItems(each.plan, later.plan)))
    .sort((a, b) => yearsOf(a) - yearsOf(b))
}

/** The leading plan of a month's year. */
export function planCovering(plans: readonly PlanInForce[], month: ReportingMonth): PlanInForce | null {
  return plansCovering(plans, month)[0] ?? null
}

/** The plan that begins last; of several, the one that leads. */
function newestOf(plans: readonly PlanInForce[]): PlanInForce | null {
  return (
    [...plans].sort((a, b) => b.plan.years.from - a.plan.years.from || yearsOf(a) - yearsOf(b))[0] ?? null
  )
}

/**
 * The newest plan as it stands in the end, dated: `at` leads from it to every month. Null without any plan.
 * Editions are worked out when they are first asked for. `all`: the store's plans, where `plans` are only some of them:
 * figures may be taken from any of them.
 */
export function timelineOf(
  plans: readonly PlanInForce[],
  all: readonly PlanInForce[] = plans,
): PlanIndex | null {
  const newest = newestOf(plans)
  if (newest === null) return null
  const editions = new Map<string, PlanIndex>()
  const unions: PlanIndex[] = []
  const byMonth = new Map<ReportingMonth, PlanIndex>()
  const lastMonth = (plan: PlanInForce) => monthOf(plan.plan.years.to, 12)
  const keyOf = (plan: PlanInForce, month: ReportingMonth) =>
    `${plan.id}/${editionMonths(plan).findLast((each) => each <= month) ?? ''}`
  const kept = (key: string, make: () => PlanIndex): PlanIndex => {
    const made = editions.get(key) ?? make()
    editions.set(key, made)
    return made
  }
  const editionOf = (plan: PlanInForce, month: ReportingMonth): PlanIndex =>
    kept(keyOf(plan, month), () =>
      indexPlan(editionAt(plan, month), {
        ...shared,
        id: plan.id,
        inForceAt: plan.inForceAt,
        addedAt: addedAt(plan),
      }),
    )
  /** With the figures it takes from other plans of that month. */
  const wholeOf = (plan: PlanInForce, month: ReportingMonth): PlanIndex => {
    const edition = editionOf(plan, month)
    if (!takesFigures(edition)) return edition
    const others = plansCovering(all, month).filter(({ id }) => id !== plan.id)
    const taken = takenFigures(
      edition,
      others.map((each) => editionOf(each, month)),
      month,
    )
    const from = [...taken].map(([id, { planned }]) => `${id}<${planned.indicator.id}`)
    const key = [keyOf(plan, month), ...from, ...others.map((each) => keyOf(each, month))].join(' ')
    return kept(key, () => withTakenFigures(edition, taken))
  }
  const shared: Omit<PlanDating, 'id' | 'inForceAt' | 'addedAt'> = {
    at: (month) => {
      const known = byMonth.get(month)
      if (known !== undefined) return known
      const [leading = newest, ...others] = plansCovering(plans, month)
      const parts = [wholeOf(leading, month), ...others.map((each) => wholeOf(each, month))] as const
      const made = unions.find((each) => haveSameParts(each.parts, parts)) ?? sideBySide(parts)
      unions.push(made)
      byMonth.set(month, made)
      return made
    },
    span: {
      from: Math.min(...plans.map(({ plan }) => plan.years.from)),
      to: Math.max(...plans.map(({ plan }) => plan.years.to)),
    },
    covers: (month) => planCovering(plans, month) !== null,
    everyUnit: new Map(
      [...plans]
        .sort((a, b) => a.plan.years.from - b.plan.years.from || yearsOf(b) - yearsOf(a))
        .flatMap((each) => editionAt(each, lastMonth(each)).departments)
        .map((department) => [department.id, department]),
    ),
    successors: successorsIn(plans),
  }
  return shared.at(lastMonth(newest))
}

const haveSameParts = (a: readonly PlanIndex[], b: readonly PlanIndex[]): boolean =>
  a.length === b.length && a.every((part, at) => part === b[at])

/** Months from which something is different, in order. */
export function editionMonths({ events }: PlanInForce): ReportingMonth[] {
  return [...new Set(events.filter(isEffective).map(({ what }) => what.body.from))].sort()
}

/** The plan as it stands in a month: what begins later wins over what began before, whenever it was written. */
export function editionAt(plan: PlanInForce, month: ReportingMonth): AnnualPlan {
  const begun = plan.events
    .filter((event) => isEffective(event) && event.what.body.from <= month)
    .map((event, order) => ({ event, order }))
    .sort((a, b) => compare(a.event.what.body.from, b.event.what.body.from) || a.order - b.order)
  return begun.reduce((edition, { event }) => withEventApplied(edition, event), plan.plan)
}

const isEffective = ({ withdrawn }: PlanEvent): boolean => withdrawn === undefined

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function withEventApplied(edition: AnnualPlan, { what }: PlanEvent): AnnualPlan {
  if (what.kind === 'target-revised') return withRevision(edition, what.body)
  const { changes, from } = what.body
  return changes.reduce((plan, change) => applyChange(plan, change, from), edition)
}

function addedAt({ events, inForceAt }: PlanInForce): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { what, writtenAt } of events.filter(isEffective)) {
    if (what.kind !== 'amended') continue
    const since = Math.max(writtenAt, inForceAt)
    for (const change of what.body.changes) for (const id of addedIds(change)) times.set(id, since)
  }
  return times
}

function successorsIn(plans: readonly PlanInForce[]): ReadonlyMap<DepartmentId, DepartmentId> {
  const successors = new Map<DepartmentId, DepartmentId>()
  for (const { plan, events } of plans) {
    for (const unit of plan.departments) if (unit.mergedInto != null) successors.set(unit.id, unit.mergedInto)
    for (const { what } of events.filter(isEffective)) {
      if (what.kind !== 'amended') continue
      for (const change of what.body.changes)
        if (change.kind === 'unit-merged') successors.set(change.unit, change.into)
    }
  }
  return successors
}

/** The unit that answers now for what a unit once did. */
export function unitNow(plan: PlanIndex, unit: DepartmentId): DepartmentId {
  const seen = new Set<DepartmentId>()
  let now = unit
  for (
    let next = plan.successors.get(now);
    next !== undefined && !seen.has(next);
    next = plan.successors.get(now)
  ) {
    seen.add(next)
    now = next
  }
  return now
}
