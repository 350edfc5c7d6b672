// A plan that is to stand beside others: its items keep ids of their own, and its units are the bureau's.
import type { AnnualPlan, Department } from './annual-plan.ts'
import { itemIds } from './plan-items.ts'

/** Everything that two plans could name alike without meaning the same. */
export interface NamesInUse {
  /** ids of items that belong to other plans */
  readonly items: ReadonlySet<string>
  /** the bureau's units under every name they have or had, the newest first */
  readonly units: readonly Pick<Department, 'id' | 'name'>[]
}

/**
 * The same plan with other ids where they are taken. Figures are kept by id: under one id, two plans' figures would
 * be taken for one. Units of the same name are one unit, so that people and their duties are the same in both.
 */
export function withOwnIds(plan: AnnualPlan, { items, units }: NamesInUse): AnnualPlan {
  const item = freshIds(itemIds(plan), items, plan)
  const unit = unitIds(plan, units)
  const one = (id: string | null | undefined) => (id == null ? null : (unit.get(id) ?? id))
  const many = (ids: readonly string[] | null | undefined) =>
    ids == null ? null : [...new Set(ids.map((id) => unit.get(id) ?? id))]
  const renamed = (id: string) => item.get(id) ?? id
  const optional = (id: string | null | undefined) => (id == null ? null : renamed(id))
  const led = <Item extends { lead?: string | null; participating?: readonly string[] | null }>(
    each: Item,
  ) => ({ ...each, lead: one(each.lead), participating: many(each.participating) })
  return {
    ...plan,
    departments: plan.departments.map((each) => ({ ...each, id: unit.get(each.id) ?? each.id })),
    programmes: plan.programmes.map((programme) => ({
      ...led(programme),
      id: renamed(programme.id),
      measures: (programme.measures ?? []).map((measure) => ({
        ...led(measure),
        id: renamed(measure.id),
        splitFrom: optional(measure.splitFrom),
      })),
    })),
    indicators: plan.indicators.map((indicator) => ({
      ...led(indicator),
      id: renamed(indicator.id),
      programme: optional(indicator.programme),
      carriedBy: optional(indicator.carriedBy),
      splitFrom: optional(indicator.splitFrom),
    })),
    safeguards: (plan.safeguards ?? []).map((each) => ({
      ...each,
      id: renamed(each.id),
      departments: many(each.departments),
    })),
  }
}

/** i1 → i1-2021to2025, where i1 is taken. */
function freshIds(
  own: ReadonlySet<string>,
  taken: ReadonlySet<string>,
  { years }: AnnualPlan,
): ReadonlyMap<string, string> {
  const ending = years.from === years.to ? `${years.from}` : `${years.from}to${years.to}`
  const fresh = new Map<string, string>()
  const used = new Set([...own, ...taken])
  for (const id of own) {
    if (!taken.has(id)) continue
    const stem = `${id.slice(0, 40)}-${ending}`
    let name = stem
    for (let number = 2; used.has(name); number += 1) name = `${stem}-${number}`
    used.add(name)
    fresh.set(id, name)
  }
  return fresh
}

/** Units by their name; one whose id means another unit of the bureau gets an id of its own. */
function unitIds(plan: AnnualPlan, units: NamesInUse['units']): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const used = new Set([...units, ...plan.departments].map(({ id }) => id))
  for (const { id, name } of plan.departments) {
    const same =
      units.find((each) => each.id === id && each.name === name) ?? units.find((each) => each.name === name)
    if (same !== undefined) ids.set(id, same.id)
    else if (units.some((each) => each.id === id)) {
      let number = 1
      while (used.has(`unit${number}`)) number += 1
      used.add(`unit${number}`)
      ids.set(id, `unit${number}`)
    }
  }
  return ids
}
