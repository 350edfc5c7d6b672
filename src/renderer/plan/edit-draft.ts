// An item saved in a draft: the draft with the item put in, replaced or taken out.
import type { AnnualPlan, Target } from '../../core/plan/annual-plan.ts'
import type { PlanItemKind } from '../../core/plan/plan-change.ts'
import { type ItemValues, indicatorOf, measureOf, programmeOf, safeguardOf } from './item-values.ts'

export function withItem(plan: AnnualPlan, values: ItemValues, targets: readonly Target[]): AnnualPlan {
  switch (values.kind) {
    case 'indicator':
      return { ...plan, indicators: put(plan.indicators, indicatorOf(values, targets)) }
    case 'measure':
      return {
        ...plan,
        programmes: plan.programmes.map((programme) =>
          programme.id === values.programme
            ? { ...programme, measures: put(programme.measures ?? [], measureOf(values)) }
            : programme,
        ),
      }
    case 'programme': {
      const before = plan.programmes.find(({ id }) => id === values.id)
      const programme = { ...programmeOf(values), measures: before?.measures ?? [] }
      return { ...plan, programmes: put(plan.programmes, programme) }
    }
    case 'safeguard':
      return { ...plan, safeguards: put(plan.safeguards ?? [], safeguardOf(values)) }
  }
}

export function withoutItem(plan: AnnualPlan, kind: PlanItemKind, id: string): AnnualPlan {
  const rest = <Item extends { readonly id: string }>(items: readonly Item[]) =>
    items.filter((each) => each.id !== id)
  switch (kind) {
    case 'indicator':
      return { ...plan, indicators: rest(plan.indicators) }
    case 'measure':
      return {
        ...plan,
        programmes: plan.programmes.map((each) => ({ ...each, measures: rest(each.measures ?? []) })),
      }
    case 'programme':
      return {
        ...plan,
        programmes: rest(plan.programmes),
        indicators: plan.indicators
          .filter(({ programme }) => programme !== id)
          .map((each) => (each.carriedBy === id ? { ...each, carriedBy: null } : each)),
      }
    case 'safeguard':
      return { ...plan, safeguards: rest(plan.safeguards ?? []) }
  }
}

/** In its old place, or at the end. */
function put<Item extends { readonly id: string }>(items: readonly Item[], item: Item): Item[] {
  return items.some(({ id }) => id === item.id)
    ? items.map((each) => (each.id === item.id ? item : each))
    : [...items, item]
}
