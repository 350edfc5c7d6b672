// The plan as the bureau issues it (工作要点), in the shape of the plan file. Everything here is data;
// the rules a plan must satisfy are in check-plan.ts.
import type { ReportingMonth } from '../values/reporting-month.ts'

export type DepartmentId = string
export type ProgrammeId = string
export type MeasureId = string
export type IndicatorId = string
export type LocalityId = string
export type MilestoneId = string

/** 县、区、园区 */
export type LocalityKind = 'county' | 'district' | 'park'

/** 县区园区: a place an indicator can be broken down by. */
export interface Locality {
  readonly id: LocalityId
  readonly name: string
  readonly kind: LocalityKind
}

/** 处室, or a group of reporters (各县区、园区) that takes part but fills in nothing itself. */
export interface Department extends Lifetime {
  readonly id: DepartmentId
  readonly name: string
  readonly kind: 'department' | 'group'
  readonly members?: readonly Locality[] | null
  /** the unit that took this one in (并入); `until` is then its last month */
  readonly mergedInto?: DepartmentId | null
}

/** An item added or dropped in the middle of the year counts from `from` to `until`, both included. */
export interface Lifetime {
  readonly from?: ReportingMonth | null
  readonly until?: ReportingMonth | null
}

/** 节点: something a measure has to have done by the end of `due`. */
export interface Milestone {
  readonly id: MilestoneId
  readonly name: string
  readonly due: ReportingMonth
}

/** The item that this one was split from. */
interface Descent {
  readonly splitFrom?: string | null
}

/** 举措: an action without a number; its state is told in words each month. */
export interface Measure extends Lifetime, Descent {
  readonly id: MeasureId
  readonly name: string
  /** null = the programme's lead */
  readonly lead?: DepartmentId | null
  readonly participating?: readonly DepartmentId[] | null
  readonly milestones?: readonly Milestone[] | null
  readonly note?: string | null
}

/** 行动 */
export interface Programme extends Lifetime {
  readonly id: ProgrammeId
  readonly name: string
  readonly lead?: DepartmentId | null
  readonly participating?: readonly DepartmentId[] | null
  readonly measures?: readonly Measure[] | null
  readonly note?: string | null
}

/** 当月发生 · 累计填报 · 存量 · 比率 · 年度统计 (design: how things are measured, "Accumulation") */
export type AccumulationMode = 'monthly-flow' | 'running-total' | 'stock' | 'ratio' | 'yearly'

/** 至少 · 至多 · 等于 (等于 is judged like 至少) */
export type Comparator = 'at-least' | 'at-most' | 'exactly'

/** 目标 of one year; several for one year are revisions, each in force from its month. */
export interface Target {
  readonly year: number
  readonly comparator: Comparator
  /** 确保 */
  readonly committed?: number | null
  /** 力争 */
  readonly stretch?: number | null
  /** 基数 */
  readonly baseline?: number | null
  /** first month of a revised target; null for the target the year began with */
  readonly from?: ReportingMonth | null
  readonly reason?: string | null
  /** 文号 of the revision */
  readonly documentNumber?: string | null
  readonly note?: string | null
}

/** 指标: the definition of a number; a month's number is an IndicatorReading. */
export interface Indicator extends Lifetime, Descent {
  readonly id: IndicatorId
  readonly name: string
  /** 家, 亿元, %, … */
  readonly unit: string
  /** digits behind the point that are usual for it */
  readonly decimals?: number | null
  /** null = headline target (主要目标) */
  readonly programme?: ProgrammeId | null
  /** the programme that works for a headline target and counts it in its row */
  readonly carriedBy?: ProgrammeId | null
  /** null on a programme's indicator = the programme's lead */
  readonly lead?: DepartmentId | null
  readonly participating?: readonly DepartmentId[] | null
  readonly key?: boolean | null
  readonly mode: AccumulationMode
  readonly targets?: readonly Target[] | null
  /** 12 cumulative shares of the year, 0…1, or null for month/12 */
  readonly curve?: readonly number[] | null
  /** yearly only: 1…12, 13 and above = a month of the following year */
  readonly dueMonth?: number | null
  readonly byLocality?: boolean | null
  /** 取自: an indicator of another plan, whose figures are shown while it is in force (taken-figures.ts) */
  readonly sameAs?: IndicatorId | null
  readonly note?: string | null
}

/** 保障措施 */
export interface Safeguard extends Lifetime {
  readonly id: string
  readonly name: string
  readonly departments?: readonly DepartmentId[] | null
}

/** Bands of 完成序时: at or above `green` is 绿, at or above `yellow` is 黄, below is 红. */
export interface Bands {
  readonly green: number
  readonly yellow: number
}

/** 工作要点 */
export interface AnnualPlan {
  readonly title: string
  readonly documentNumber?: string | null
  readonly issuer?: string | null
  readonly years: { readonly from: number; readonly to: number }
  /** day of the month by which that month is reported, default 25 */
  readonly reportingDueDay?: number | null
  readonly bands?: Bands | null
  readonly departments: readonly Department[]
  readonly programmes: readonly Programme[]
  readonly indicators: readonly Indicator[]
  readonly safeguards?: readonly Safeguard[] | null
  readonly note?: string | null
}

const DEFAULT_DUE_DAY = 25
export const DEFAULT_BANDS: Bands = { green: 1, yellow: 0.85 }

export function isInForce(item: Lifetime, month: ReportingMonth): boolean {
  return (item.from == null || month >= item.from) && (item.until == null || month <= item.until)
}

/** A measure together with its programme and the unit that answers for it. */
export interface PlannedMeasure {
  readonly measure: Measure
  readonly programme: Programme
  readonly lead: DepartmentId | null
  readonly isLeadInherited: boolean
  readonly participating: readonly DepartmentId[]
}

/** An indicator together with its programmes and the unit that answers for it. */
export interface PlannedIndicator {
  readonly indicator: Indicator
  /** the programme it stands in; null for a headline target */
  readonly programme: Programme | null
  /** the programme that counts it: its own, or the one that carries the headline target */
  readonly countedIn: ProgrammeId | null
  /** its own plan's, where several plans stand side by side */
  readonly bands: Bands
  readonly lead: DepartmentId | null
  readonly isLeadInherited: boolean
  readonly participating: readonly DepartmentId[]
  /** 取自: where its figures are filled in, if not here */
  readonly takenFrom: { readonly planTitle: string; readonly planned: PlannedIndicator } | null
}

/** Where a plan stands among the store's plans and their amendments (plan-timeline.ts). */
export interface PlanDating {
  /**
   * The plan as it stands for a month, of which everything about the month is asked: an amendment is in force from
   * its month on, so earlier months keep their names, units, targets and bands.
   */
  at(month: ReportingMonth): PlanIndex
  /** years covered by any plan of the store, both included */
  readonly span: { readonly from: number; readonly to: number }
  /** years no plan covers are between two plans, or outside all */
  covers(month: ReportingMonth): boolean
  /** the entry that put the plan in force; null for a plan that is only read */
  readonly id: string | null
  /** when the plan was put in force in this store, epoch milliseconds; null for a plan that is only read */
  readonly inForceAt: number | null
  /** items that count from a later time than `inForceAt` → that time, epoch milliseconds */
  readonly addedAt: ReadonlyMap<string, number>
  /** every unit of any plan, as it stands in the end */
  readonly everyUnit: ReadonlyMap<DepartmentId, Department>
  /** units that were merged → the unit that took them in */
  readonly successors: ReadonlyMap<DepartmentId, DepartmentId>
}

/** Look-ups over one plan, worked out once. Inheritance of units is settled here and nowhere else. */
export interface PlanIndex extends PlanDating {
  readonly plan: AnnualPlan
  readonly bands: Bands
  readonly dueDay: number
  readonly departmentsById: ReadonlyMap<DepartmentId, Department>
  readonly programmesById: ReadonlyMap<ProgrammeId, Programme>
  readonly indicatorsById: ReadonlyMap<IndicatorId, PlannedIndicator>
  readonly measuresById: ReadonlyMap<MeasureId, PlannedMeasure>
  readonly localitiesById: ReadonlyMap<LocalityId, Locality>
  /** in plan order */
  readonly indicators: readonly PlannedIndicator[]
  readonly measures: readonly PlannedMeasure[]
  /** the plans that stand side by side in it, the leading one first; itself where there is one */
  readonly parts: readonly PlanIndex[]
}

/** A plan by itself, or as one of several (`dating`). */
export function indexPlan(plan: AnnualPlan, dating?: PlanDating): PlanIndex {
  const bands = plan.bands ?? DEFAULT_BANDS
  const programmesById = new Map(plan.programmes.map((programme) => [programme.id, programme]))
  const measures = plan.programmes.flatMap((programme) =>
    (programme.measures ?? []).map(
      (measure): PlannedMeasure => ({
        measure,
        programme,
        lead: measure.lead ?? programme.lead ?? null,
        isLeadInherited: measure.lead == null,
        participating: measure.participating ?? programme.participating ?? [],
      }),
    ),
  )
  const indicators = plan.indicators.map((indicator): PlannedIndicator => {
    const programme = indicator.programme == null ? null : (programmesById.get(indicator.programme) ?? null)
    return {
      indicator,
      programme,
      countedIn: indicator.programme ?? indicator.carriedBy ?? null,
      bands,
      lead: indicator.lead ?? programme?.lead ?? null,
      isLeadInherited: indicator.lead == null,
      participating: indicator.participating ?? programme?.participating ?? [],
      takenFrom: null,
    }
  })
  const index: PlanIndex = {
    ...(dating ?? undated(plan, () => index)),
    plan,
    bands,
    dueDay: plan.reportingDueDay ?? DEFAULT_DUE_DAY,
    departmentsById: new Map(plan.departments.map((department) => [department.id, department])),
    programmesById,
    indicatorsById: new Map(indicators.map((planned) => [planned.indicator.id, planned])),
    measuresById: new Map(measures.map((planned) => [planned.measure.id, planned])),
    localitiesById: new Map(
      plan.departments
        .flatMap((department) => department.members ?? [])
        .map((locality) => [locality.id, locality]),
    ),
    indicators,
    measures,
    parts: [],
  }
  return Object.assign(index, { parts: [index] })
}

function undated(plan: AnnualPlan, itself: () => PlanIndex): PlanDating {
  return {
    at: itself,
    span: plan.years,
    covers: (month) => coversMonth(plan, month),
    id: null,
    inForceAt: null,
    addedAt: new Map(),
    everyUnit: new Map(plan.departments.map((department) => [department.id, department])),
    successors: new Map(),
  }
}

export function coversMonth({ years }: AnnualPlan, month: ReportingMonth): boolean {
  const year = Number(month.slice(0, 4))
  return year >= years.from && year <= years.to
}

/** The target in force in a month: of the month's year, the latest revision that has begun; null if none. */
export function targetInForce(indicator: Indicator, month: ReportingMonth): Target | null {
  const year = Number(month.slice(0, 4))
  let inForce: Target | null = null
  for (const target of indicator.targets ?? []) {
    if (target.year !== year || (target.from != null && target.from > month)) continue
    if (inForce === null || (target.from ?? '') >= (inForce.from ?? '')) inForce = target
  }
  return inForce
}
