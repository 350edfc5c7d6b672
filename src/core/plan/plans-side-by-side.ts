// Several plans that cover the same month: one month expects everything that any of them asks, so they are also
// looked at as one. What belongs to one plan alone (its bands, since when it counts) stays with its items.
import type { AnnualPlan, Department, PlanIndex } from './annual-plan.ts'

/** `parts`: the leading plan first; its title, due day and bands speak for the whole. Ids differ between plans. */
export function sideBySide(parts: readonly [PlanIndex, ...PlanIndex[]]): PlanIndex {
  const [leading, ...others] = parts
  if (others.length === 0) return leading
  const united = <Value>(of: (part: PlanIndex) => ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
    // The leading plan comes last, so that its word counts where several name the same unit.
    new Map([...parts].reverse().flatMap((part) => [...of(part)]))
  const plan: AnnualPlan = {
    ...leading.plan,
    departments: unitsOf(parts),
    programmes: parts.flatMap((part) => part.plan.programmes),
    indicators: parts.flatMap((part) => part.plan.indicators),
    safeguards: parts.flatMap((part) => part.plan.safeguards ?? []),
  }
  return {
    ...leading,
    plan,
    addedAt: new Map([...others.flatMap(countedSince), ...leading.addedAt]),
    departmentsById: new Map(plan.departments.map((unit) => [unit.id, unit])),
    programmesById: united((part) => part.programmesById),
    indicatorsById: united((part) => part.indicatorsById),
    measuresById: united((part) => part.measuresById),
    localitiesById: united((part) => part.localitiesById),
    indicators: parts.flatMap((part) => part.indicators),
    measures: parts.flatMap((part) => part.measures),
    parts,
  }
}

/** Every unit once, as the first plan that has it says, a group with the members of all. */
function unitsOf(parts: readonly PlanIndex[]): Department[] {
  const units = new Map<string, Department>()
  for (const unit of parts.flatMap((part) => part.plan.departments)) {
    const known = units.get(unit.id)
    if (known === undefined) units.set(unit.id, unit)
    else if (known.kind === 'group') {
      const members = [...(known.members ?? []), ...(unit.members ?? [])]
      units.set(unit.id, { ...known, members: [...new Map(members.map((each) => [each.id, each])).values()] })
    }
  }
  return [...units.values()]
}

/** Due days count for an item from when its own plan was put in force, whenever the leading one was. */
function countedSince({
  inForceAt,
  addedAt,
  indicators,
  measures,
}: PlanIndex): (readonly [string, number])[] {
  const items = [...indicators.map((each) => each.indicator.id), ...measures.map((each) => each.measure.id)]
  return items.map((id) => [id, addedAt.get(id) ?? inForceAt ?? 0] as const)
}
