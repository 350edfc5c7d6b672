// Items as 总览 names them, with the figure beside the name: from the overview itself, or from what stands behind a light.
import type { ScopeItems } from '../../contract/overview-answers.ts'
import type {
  IndicatorStatus,
  MeasureStatusReport,
  MonthOverview,
  OverviewItem,
  Standing,
} from '../../core/measuring/status.ts'
import type { PlanIndex } from '../../core/plan/annual-plan.ts'

/** What stands beside a name. */
export interface NamedItem
  extends Pick<OverviewItem, 'kind' | 'id' | 'light' | 'label' | 'actual' | 'status'> {
  readonly name: string
}

export interface ItemReference {
  readonly kind: 'indicator' | 'measure'
  readonly id: string
}

/** Whose items: a programme's or a department's. */
export type Scope = { readonly kind: 'programme' | 'department'; readonly id: string }

function nameOf(plan: PlanIndex, { kind, id }: ItemReference): string | null {
  return kind === 'indicator'
    ? (plan.indicatorsById.get(id)?.indicator.name ?? null)
    : (plan.measuresById.get(id)?.measure.name ?? null)
}

/** Whether anything is counted there, key item or not. */
export function hasItems({ counts }: Standing<string>): boolean {
  return Object.values(counts).some((count) => count > 0)
}

/** One of those that the overview itself names. */
export function shownItem(
  plan: PlanIndex,
  overview: MonthOverview,
  wanted: ItemReference,
): (OverviewItem & NamedItem) | null {
  const item = overview.items.find(({ kind, id }) => kind === wanted.kind && id === wanted.id)
  const name = nameOf(plan, wanted)
  return item === undefined || name === null ? null : { ...item, name }
}

/** An item with its sentence, as it stands behind a light. */
export type MeasuredItem = NamedItem &
  (
    | { readonly kind: 'indicator'; readonly measured: IndicatorStatus }
    | { readonly kind: 'measure'; readonly measured: MeasureStatusReport }
  )

/** In plan order, indicators first. */
export function measuredItems(plan: PlanIndex, { indicators, measures }: ScopeItems): MeasuredItem[] {
  return [
    ...indicators.flatMap((measured): MeasuredItem[] => {
      const { id, light, label, actual } = measured
      const name = nameOf(plan, { kind: 'indicator', id })
      return name === null
        ? []
        : [{ kind: 'indicator', id, name, light, label, actual, status: null, measured }]
    }),
    ...measures.flatMap((measured): MeasuredItem[] => {
      const { id, light, label, status } = measured
      const name = nameOf(plan, { kind: 'measure', id })
      return name === null
        ? []
        : [{ kind: 'measure', id, name, light, label, actual: null, status, measured }]
    }),
  ]
}
