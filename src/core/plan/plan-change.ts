// What an amendment (调整) of a plan in force can change. Each change holds from the amendment's month on; what a
// month before it says is never touched.

import type { ReportingMonth } from '../values/reporting-month.ts'
import type {
  Bands,
  Department,
  DepartmentId,
  Indicator,
  IndicatorId,
  Measure,
  MeasureId,
  Programme,
  ProgrammeId,
  Safeguard,
} from './annual-plan.ts'

/** Unit and accumulation mode are not among them: figures already filled in would change their meaning. */
export type IndicatorFields = Partial<
  Pick<
    Indicator,
    | 'name'
    | 'decimals'
    | 'carriedBy'
    | 'lead'
    | 'participating'
    | 'key'
    | 'curve'
    | 'dueMonth'
    | 'byLocality'
    | 'sameAs'
    | 'note'
  >
>
export type MeasureFields = Partial<Pick<Measure, 'name' | 'lead' | 'participating' | 'milestones' | 'note'>>
export type ProgrammeFields = Partial<Pick<Programme, 'name' | 'lead' | 'participating' | 'note'>>
export type SafeguardFields = Partial<Pick<Safeguard, 'name' | 'departments'>>

/** 指标 举措 行动 保障措施 */
export type PlanItemKind = 'indicator' | 'measure' | 'programme' | 'safeguard'

/** Changes of one plan's items and rules. */
export type ItemChange =
  | { readonly kind: 'indicator-added'; readonly indicator: Indicator }
  | { readonly kind: 'measure-added'; readonly programme: ProgrammeId; readonly measure: Measure }
  | { readonly kind: 'programme-added'; readonly programme: Programme }
  | { readonly kind: 'safeguard-added'; readonly safeguard: Safeguard }
  | { readonly kind: 'indicator-changed'; readonly id: IndicatorId; readonly fields: IndicatorFields }
  | { readonly kind: 'measure-changed'; readonly id: MeasureId; readonly fields: MeasureFields }
  | { readonly kind: 'programme-changed'; readonly id: ProgrammeId; readonly fields: ProgrammeFields }
  | { readonly kind: 'safeguard-changed'; readonly id: string; readonly fields: SafeguardFields }
  /** counts for the last time in the month before */
  | { readonly kind: 'item-dropped'; readonly item: PlanItemKind; readonly id: string }
  /** dropped, and its parts added in its place */
  | { readonly kind: 'indicator-split'; readonly id: IndicatorId; readonly into: readonly Indicator[] }
  | { readonly kind: 'measure-split'; readonly id: MeasureId; readonly into: readonly Measure[] }
  | {
      readonly kind: 'rules-changed'
      readonly bands?: Bands | undefined
      readonly reportingDueDay?: number | undefined
    }

/** Changes of the bureau's units, which hold in every plan. */
export type UnitChange =
  | { readonly kind: 'unit-added'; readonly unit: Department }
  | { readonly kind: 'unit-renamed'; readonly unit: DepartmentId; readonly name: string }
  /** 并入: everything it leads and takes part in goes to the other, and it ends */
  | { readonly kind: 'unit-merged'; readonly unit: DepartmentId; readonly into: DepartmentId }
  /** 移交: everything it leads goes to the other; the unit itself stays */
  | { readonly kind: 'unit-handed-over'; readonly unit: DepartmentId; readonly to: DepartmentId }

export type PlanChange = ItemChange | UnitChange

const UNIT_CHANGES: readonly PlanChange['kind'][] = [
  'unit-added',
  'unit-renamed',
  'unit-merged',
  'unit-handed-over',
]

export function isUnitChange(change: PlanChange): change is UnitChange {
  return UNIT_CHANGES.includes(change.kind)
}

/** Items that a change brings in. */
export function addedIds(change: PlanChange): string[] {
  switch (change.kind) {
    case 'indicator-added':
      return [change.indicator.id]
    case 'measure-added':
      return [change.measure.id]
    case 'programme-added':
      return [change.programme.id, ...(change.programme.measures ?? []).map(({ id }) => id)]
    case 'safeguard-added':
      return [change.safeguard.id]
    case 'indicator-split':
    case 'measure-split':
      return change.into.map(({ id }) => id)
    default:
      return []
  }
}

/** The item in the plan that a change is about; null where it is about the plan or its units. */
export function changedItem(change: PlanChange): string | null {
  switch (change.kind) {
    case 'indicator-changed':
    case 'indicator-split':
    case 'measure-changed':
    case 'measure-split':
    case 'programme-changed':
    case 'safeguard-changed':
    case 'item-dropped':
      return change.id
    case 'measure-added':
      return change.programme
    case 'indicator-added':
      return change.indicator.programme ?? change.indicator.carriedBy ?? null
    default:
      return null
  }
}

/** 调整: changes that hold from a month on, with the reason and the document (文号) that ordered them. */
export interface Amendment {
  /** the entry that put the plan in force; absent = the one that leads in `from` */
  readonly plan?: string
  readonly from: ReportingMonth
  readonly reason: string
  readonly documentNumber: string | null
  readonly changes: readonly PlanChange[]
}
