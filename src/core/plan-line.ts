// 年度要点 and 五年规划 side by side: which plans continue one another, and what is known seen through one of them.
import type { AnnualPlan } from './annual-plan.ts'
import type { BureauState } from './bureau-state.ts'
import { haveSameItems, itemIds } from './plan-items.ts'
import { type PlanInForce, plansCovering, timelineOf } from './plan-timeline.ts'
import type { ReportingMonth } from './reporting-month.ts'

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

const views = new WeakMap<BureauState, Map<string, BureauState>>()

/**
 * What is known, seen through one of the plans that cover the month and its line (null or unknown: the leading one).
 * The state itself where no two plans share a year: then there is nothing to choose.
 */
export function seenThrough(state: BureauState, month: ReportingMonth, id: string | null): BureauState {
  const { plans } = state
  const isPlain = plans.every((each, at) =>
    plans
      .slice(at + 1)
      .every((other) => !doYearsOverlap(each.plan, other.plan) || haveSameItems(each.plan, other.plan)),
  )
  const covering = plansCovering(plans, month)
  const plan = covering.find((each) => each.id === id) ?? covering[0]
  if (isPlain || plan === undefined) return state
  const known = views.get(state) ?? new Map<string, BureauState>()
  views.set(state, known)
  const line = lineOf(plans, plan)
  const view = known.get(plan.id) ?? { ...state, plans: line, plan: timelineOf(line) }
  known.set(plan.id, view)
  return view
}
