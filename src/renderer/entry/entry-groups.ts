// The order of 本月填报: all figures first, programme by programme and headline targets last, so that they can be
// filled in on one screen; then the measures, again programme by programme.
import type { EntryIndicatorRow, EntryMeasureRow, EntryPage } from '../../contract/api.ts'
import type { PlanIndex } from '../../core/plan/annual-plan.ts'

export interface EntryGroup {
  /** where several plans cover the month, the one it belongs to */
  readonly planTitle: string | null
  readonly id: string
  readonly kind: 'programme' | 'headline'
  /** 行动2 → 2; null for 主要目标 */
  readonly number: number | null
  readonly name: string
  readonly indicators: readonly EntryIndicatorRow[]
  readonly measures: readonly EntryMeasureRow[]
}

export function groupRows(plan: PlanIndex, page: EntryPage): EntryGroup[] {
  return plan.parts.flatMap((part) => {
    const groups = groupsOfPlan(part, page)
    return plan.parts.length === 1
      ? groups
      : groups.map((group) => ({ ...group, planTitle: part.plan.title }))
  })
}

function groupsOfPlan(plan: PlanIndex, page: EntryPage): EntryGroup[] {
  const groups = plan.plan.programmes.map(
    (programme, at): EntryGroup => ({
      id: programme.id,
      planTitle: null,
      kind: 'programme',
      number: at + 1,
      name: programme.name,
      indicators: page.indicators.filter((row) => row.programme === programme.id),
      measures: page.measures.filter((row) => row.programme === programme.id),
    }),
  )
  const headline: EntryGroup = {
    id: `headline ${plan.id}`,
    planTitle: null,
    kind: 'headline',
    number: null,
    name: '',
    indicators: page.indicators.filter((row) => row.programme === null && plan.indicatorsById.has(row.id)),
    measures: [],
  }
  return [...groups, headline].filter((group) => group.indicators.length + group.measures.length > 0)
}

/** The rows of the page as they stand under each other: figures, then measures. */
export function rowOrder(groups: readonly EntryGroup[]): ReadonlyMap<string, number> {
  const rows = [...groups.flatMap((group) => group.indicators), ...groups.flatMap((group) => group.measures)]
  return new Map(rows.map((row, at) => [row.id, at]))
}

/** Cells in the order they stand on the page, for 还有N项未填. */
export function missingInPageOrder(
  order: ReadonlyMap<string, number>,
  missing: EntryPage['missing'],
): EntryPage['missing'] {
  return missing.toSorted((a, b) => placeOf(order, a.id) - placeOf(order, b.id))
}

/**
 * The blank item after the one jumped to last, from the top again after the last one. The one left behind may be
 * filled in by now, so that its place counts and not its number among the blank ones.
 */
export function nextMissing(
  order: ReadonlyMap<string, number>,
  missing: EntryPage['missing'],
  last: string | null,
): string | null {
  const from = last === null ? -1 : placeOf(order, last)
  const next = missing.find((each) => placeOf(order, each.id) > from) ?? missing[0]
  return next?.id ?? null
}

function placeOf(order: ReadonlyMap<string, number>, id: string): number {
  return order.get(id) ?? Number.MAX_SAFE_INTEGER
}
