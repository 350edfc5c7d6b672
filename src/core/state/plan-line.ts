// 年度要点 and 五年规划 side by side: which plans continue one another, and what is known seen through one of them.
import type { AnnualPlan, PlanIndex } from '../plan/annual-plan.ts'
import { haveSameItems, itemIds } from '../plan/plan-items.ts'
import { type PlanInForce, plansCovering, timelineOf } from '../plan/plan-timeline.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import type { BureauState } from './bureau-state.ts'

export function doYearsOverlap(one: AnnualPlan, other: AnnualPlan): boolean {
  return one.years.from <= other.years.to && one.years.to >= other.years.from
}

/**
 * The plans that go before and come after one: those of as many years that share no year with it or with one another.
 * Where two compete for a year, the one that shares more items goes on.
 */
export function continuedBy(plans: readonly PlanInForce[], plan: AnnualPlan): PlanInForce[] {
  const length = plan.years.to - plan.years.from
  const ids = itemIds(plan)
  const rank = ({ plan: each }: PlanInForce) => [
    Math.abs(each.years.from - plan.years.from),
    -[...itemIds(each)].filter((id) => ids.has(id)).length,
  ]
  const line: PlanInForce[] = []
  const candidates = plans.filter(({ plan: each }) => each.years.to - each.years.from === length)
  for (const each of candidates.sort((a, b) => compare(rank(a), rank(b)))) {
    if ([plan, ...line.map((known) => known.plan)].every((known) => !doYearsOverlap(known, each.plan)))
      line.push(each)
  }
  return line
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, index) => each !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

/** A plan in force with everything it goes on from and that goes on from it. */
function lineOf(plans: readonly PlanInForce[], plan: PlanInForce): PlanInForce[] {
  const continued = continuedBy(plans, plan.plan)
  return plans.filter((each) => continued.includes(each) || haveSameItems(each.plan, plan.plan))
}

/** A store's plans, and the index that leads to each month's. */
export interface KnownPlans {
  readonly plans: readonly PlanInForce[]
  readonly plan: PlanIndex
}

const views = new WeakMap<readonly PlanInForce[], Map<string, KnownPlans>>()

/**
 * The plans seen through one of those that cover the month and its line (null or unknown: the leading one).
 * All of them where no two plans share a year: then there is nothing to choose.
 */
export function planSeenThrough(all: KnownPlans, month: ReportingMonth, id: string | null): KnownPlans {
  const { plans } = all
  const isPlain = plans.every((each, at) =>
    plans
      .slice(at + 1)
      .every((other) => !doYearsOverlap(each.plan, other.plan) || haveSameItems(each.plan, other.plan)),
  )
  const covering = plansCovering(plans, month)
  const through = covering.find((each) => each.id === id) ?? covering[0]
  if (isPlain || through === undefined) return all
  const known = views.get(plans) ?? new Map<string, KnownPlans>()
  views.set(plans, known)
  const line = lineOf(plans, through)
  const view = known.get(through.id) ?? { plans: line, plan: timelineOf(line, plans) ?? all.plan }
  known.set(through.id, view)
  return view
}

const states = new WeakMap<BureauState, Map<KnownPlans, BureauState>>()

/** What is known, seen through one of the plans that cover the month: the state itself where there is nothing to choose. */
export function seenThrough(state: BureauState, month: ReportingMonth, id: string | null): BureauState {
  if (state.plan === null) return state
  const all = { plans: state.plans, plan: state.plan }
  const through = planSeenThrough(all, month, id)
  if (through === all) return state
  const known = states.get(state) ?? new Map<KnownPlans, BureauState>()
  states.set(state, known)
  const view = known.get(through) ?? { ...state, ...through }
  known.set(through, view)
  return view
}
