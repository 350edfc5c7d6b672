// The plans of a store over the months: each as it was put in force, and what amended it. From them, the plan as it
// stands for any month (PlanIndex.at). Nothing else in core knows how amendments turn into a month's plan.
import {
  type AnnualPlan,
  coversMonth,
  type DepartmentId,
  indexPlan,
  type PlanDating,
  type PlanIndex,
} from './annual-plan.ts'
import { applyChange, withRevision } from './apply-change.ts'
import type { EntryBodies, EntryId } from './journal-entry.ts'
import { type Amendment, isUnitChange } from './plan-change.ts'
import { monthOf, type ReportingMonth, yearOf } from './reporting-month.ts'

/** One entry that amended a plan. */
export interface PlanEvent {
  readonly entry: EntryId
  /** epoch milliseconds of the entry */
  readonly writtenAt: number
  readonly author: string
  readonly what:
    | { readonly kind: 'amended'; readonly body: Amendment }
    | { readonly kind: 'target-revised'; readonly body: EntryBodies['target-revised'] }
}

/** 在用的要点: as put in force, with what amended it since, in the order in which it was written. */
export interface PlanInForce {
  readonly plan: AnnualPlan
  /** epoch milliseconds */
  readonly inForceAt: number
  readonly events: readonly PlanEvent[]
}

/** The store's plans with one more event, handed to the plans that it concerns. */
export function withEvent(plans: readonly PlanInForce[], event: PlanEvent): PlanInForce[] {
  return plans.map((each) =>
    concerns(event, plans, each) ? { ...each, events: [...each.events, event] } : each,
  )
}

/** Items belong to the plan of the month; units to the bureau, and so to every plan that is still to come or running. */
function concerns(event: PlanEvent, plans: readonly PlanInForce[], plan: PlanInForce): boolean {
  const { from } = event.what.body
  const hasUnits = event.what.kind === 'amended' && event.what.body.changes.some(isUnitChange)
  return planCovering(plans, from) === plan || (hasUnits && plan.plan.years.to >= yearOf(from))
}

/** The plan that was put in force last for a month's year. */
export function planCovering(plans: readonly PlanInForce[], month: ReportingMonth): PlanInForce | null {
  return plans.findLast(({ plan }) => coversMonth(plan, month)) ?? null
}

/**
 * The newest plan as it stands in the end, dated: `at` leads from it to every month. Null without any plan.
 * Editions are worked out when they are first asked for.
 */
export function timelineOf(plans: readonly PlanInForce[]): PlanIndex | null {
  const newest = plans.reduce<PlanInForce | null>(
    (best, each) => (best === null || each.plan.years.to >= best.plan.years.to ? each : best),
    null,
  )
  if (newest === null) return null
  const editions = new Map<string, PlanIndex>()
  const byMonth = new Map<ReportingMonth, PlanIndex>()
  const lastMonth = (plan: PlanInForce) => monthOf(plan.plan.years.to, 12)
  const editionOf = (plan: PlanInForce, month: ReportingMonth): PlanIndex => {
    const from = editionMonths(plan).findLast((each) => each <= month) ?? ''
    const key = `${plans.indexOf(plan)}/${from}`
    const known = editions.get(key)
    if (known !== undefined) return known
    const made = indexPlan(editionAt(plan, month), {
      ...shared,
      inForceAt: plan.inForceAt,
      addedAt: addedAt(plan),
    })
    editions.set(key, made)
    return made
  }
  const shared: Omit<PlanDating, 'inForceAt' | 'addedAt'> = {
    at: (month) => {
      const known = byMonth.get(month)
      if (known !== undefined) return known
      const made = editionOf(planCovering(plans, month) ?? newest, month)
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
        .sort((a, b) => a.plan.years.to - b.plan.years.to)
        .flatMap((each) => editionAt(each, lastMonth(each)).departments)
        .map((department) => [department.id, department]),
    ),
    successors: successorsIn(plans),
  }
  return editionOf(newest, lastMonth(newest))
}

/** Months from which something is different, in order. */
export function editionMonths({ events }: PlanInForce): ReportingMonth[] {
  return [...new Set(events.map(({ what }) => what.body.from))].sort()
}

/** The plan as it stands in a month: what begins later wins over what began before, whenever it was written. */
export function editionAt(plan: PlanInForce, month: ReportingMonth): AnnualPlan {
  const begun = plan.events
    .filter(({ what }) => what.body.from <= month)
    .map((event, order) => ({ event, order }))
    .sort((a, b) => compare(a.event.what.body.from, b.event.what.body.from) || a.order - b.order)
  return begun.reduce((edition, { event }) => withEventApplied(edition, event, plan.plan), plan.plan)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function withEventApplied(edition: AnnualPlan, { what }: PlanEvent, base: AnnualPlan): AnnualPlan {
  if (what.kind === 'target-revised') return withRevision(edition, what.body)
  const { changes, from } = what.body
  const own = coversMonth(base, from) ? changes : changes.filter(isUnitChange)
  return own.reduce((plan, change) => applyChange(plan, change, from), edition)
}

function addedAt({ events }: PlanInForce): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { what, writtenAt } of events) {
    if (what.kind !== 'amended') continue
    for (const change of what.body.changes) {
      if (change.kind === 'indicator-added') times.set(change.indicator.id, writtenAt)
      if (change.kind === 'measure-added') times.set(change.measure.id, writtenAt)
      if (change.kind === 'indicator-split' || change.kind === 'measure-split')
        for (const part of change.into) times.set(part.id, writtenAt)
    }
  }
  return times
}

function successorsIn(plans: readonly PlanInForce[]): ReadonlyMap<DepartmentId, DepartmentId> {
  const successors = new Map<DepartmentId, DepartmentId>()
  for (const { plan, events } of plans) {
    for (const unit of plan.departments) if (unit.mergedInto != null) successors.set(unit.id, unit.mergedInto)
    for (const { what } of events) {
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
