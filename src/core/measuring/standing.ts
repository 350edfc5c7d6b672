// A programme's or a department's standing: counts, and its worst key item. Never an average of unlike things.
import type { PlanIndex, PlannedIndicator, PlannedMeasure } from '../plan/annual-plan.ts'
import type { Light, LightCounts, LightLabel, Standing } from './status.ts'

/** One indicator or measure as it competes for 最要紧的一项. */
export interface RankedItem {
  readonly kind: 'indicator' | 'measure'
  readonly id: string
  readonly isKey: boolean
  readonly light: Light
  readonly label: LightLabel
  readonly completion: number | null
  readonly paceRatio: number | null
}

const URGENCY: Record<Exclude<Light, 'grey'>, number> = { red: 0, yellow: 1, green: 3, blue: 4 }

/** 红 before 黄 before 未填报 before 绿 before 蓝 before the other greys. */
function urgency(item: RankedItem): number {
  if (item.light === 'grey') return item.label === '未填报' ? 2 : 5
  return URGENCY[item.light]
}

/** `items` in plan order, indicators before measures; equal ones keep that order. */
export function standingOf<Id extends string>(id: Id, items: readonly RankedItem[]): Standing<Id> {
  const counts: Record<Light, number> = { blue: 0, green: 0, yellow: 0, red: 0, grey: 0 }
  let worst: RankedItem | null = null
  for (const item of items) {
    counts[item.light] += 1
    if (item.kind === 'measure' || item.isKey) worst = moreUrgent(worst, item)
  }
  return {
    id,
    counts: counts satisfies LightCounts,
    worst: worst === null ? null : { kind: worst.kind, id: worst.id },
    light: worst?.light ?? 'grey',
    label: worst?.label ?? null,
    completion: worst?.completion ?? null,
    paceRatio: worst?.paceRatio ?? null,
  }
}

function moreUrgent(best: RankedItem | null, item: RankedItem): RankedItem {
  if (best === null) return item
  const difference = urgency(item) - urgency(best)
  if (difference !== 0) return difference < 0 ? item : best
  if (item.kind !== best.kind) return item.kind === 'indicator' ? item : best
  return (item.paceRatio ?? Number.POSITIVE_INFINITY) < (best.paceRatio ?? Number.POSITIVE_INFINITY)
    ? item
    : best
}

/** Indicators and measures that a programme counts: its own, and the headline targets it carries. */
export function itemsOfProgramme(
  plan: PlanIndex,
  programme: string,
): { indicators: PlannedIndicator[]; measures: PlannedMeasure[] } {
  return {
    indicators: plan.indicators.filter((planned) => planned.countedIn === programme),
    measures: plan.measures.filter((planned) => planned.programme.id === programme),
  }
}

/** Indicators and measures that a department leads. */
export function itemsOfDepartment(
  plan: PlanIndex,
  department: string,
): { indicators: PlannedIndicator[]; measures: PlannedMeasure[] } {
  return {
    indicators: plan.indicators.filter((planned) => planned.lead === department),
    measures: plan.measures.filter((planned) => planned.lead === department),
  }
}
