// The items of a plan by their ids. Figures are kept by id, so plans that share one speak of the same figure.
import type { AnnualPlan, PlanIndex } from './annual-plan.ts'
import type { PlanItemKind } from './plan-change.ts'

const known = new WeakMap<AnnualPlan, ReadonlySet<string>>()

/** Everything in a plan that has an id of its own, but for its units. */
export function itemIds(plan: AnnualPlan): ReadonlySet<string> {
  const ids =
    known.get(plan) ??
    new Set([
      ...plan.indicators.map(({ id }) => id),
      ...plan.programmes.flatMap(({ id, measures }) => [
        id,
        ...(measures ?? []).map((measure) => measure.id),
      ]),
      ...(plan.safeguards ?? []).map(({ id }) => id),
    ])
  known.set(plan, ids)
  return ids
}

/** The plans go on from one another, or are the same one twice: plans that stand side by side share no id. */
export function haveSameItems(one: AnnualPlan, other: AnnualPlan): boolean {
  const ids = itemIds(other)
  return [...itemIds(one)].some((id) => ids.has(id))
}

/** The item of this kind with this id, as the plan holds it; undefined where it has none. */
export function itemOf(plan: PlanIndex, kind: PlanItemKind, id: string) {
  return {
    indicator: () => plan.indicatorsById.get(id)?.indicator,
    measure: () => plan.measuresById.get(id)?.measure,
    programme: () => plan.programmesById.get(id),
    safeguard: () => plan.plan.safeguards?.find((each) => each.id === id),
  }[kind]()
}
