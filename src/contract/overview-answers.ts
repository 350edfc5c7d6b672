// What 总览 and the way down from it answer: programme or department → item → month → entry → author and evidence.
import type { AnnualPlan, DepartmentId, LocalityId, ProgrammeId } from '../core/annual-plan.ts'
import type { EntryTrace } from '../core/entry-trail.ts'
import type { IndicatorYear } from '../core/indicator-year.ts'
import type { IndicatorYearLine } from '../core/indicator-years.ts'
import type { MeasureReport } from '../core/journal-entry.ts'
import type { ReportingMonth } from '../core/reporting-month.ts'
import type { MonthChange } from '../core/reports/compare-months.ts'
import type { Light, LightCounts, LightLabel, MeasureStatusReport, StatusReport } from '../core/status.ts'

/** One cell of the heat map programme × month, or department × month. */
export interface HeatCell {
  readonly month: ReportingMonth
  readonly light: Light
  readonly label: LightLabel | null
  readonly counts: LightCounts
}

export interface Overview {
  /** the plan as it stands for the month, as far as it was known */
  readonly plan: AnnualPlan
  /** which of `plans` it is */
  readonly planId: string | null
  /** the plans that cover the month, the leading one first */
  readonly plans: readonly { readonly id: string; readonly title: string }[]
  readonly status: StatusReport
  /** months of the year up to the chosen one */
  readonly heat: readonly { readonly programme: ProgrammeId; readonly cells: readonly HeatCell[] }[]
}

export interface DepartmentHeat {
  readonly rows: readonly { readonly department: DepartmentId; readonly cells: readonly HeatCell[] }[]
}

/** 与上期相比 */
export interface Comparison {
  /** what the month is compared with; null where there is no earlier month */
  readonly since: {
    readonly month: ReportingMonth
    /** 第N期, where the earlier month's issue was frozen */
    readonly issue: number | null
    /** UTC ISO time up to which the earlier month's figures were known; null = as known now */
    readonly knownAt: string | null
  } | null
  /** most urgent first */
  readonly changes: readonly MonthChange[]
}

/** One entry of an indicator's cell. */
export interface ReadingTrace extends EntryTrace {
  readonly month: ReportingMonth
  readonly locality: LocalityId | null
  /** 2.8 · 120.5÷512 · 本月无进展 */
  readonly text: string
  readonly note: string | null
}

/** An indicator's year, and every entry behind it, newest first within a month. */
export interface IndicatorAnswer {
  readonly year: IndicatorYear
  /** 历年情况 */
  readonly years: readonly IndicatorYearLine[]
  readonly entries: readonly ReadingTrace[]
}

/** One entry of a measure's cell. */
export interface MeasureTrace extends EntryTrace {
  readonly report: MeasureReport
}

/** A measure's months up to the one asked about, and every entry behind them, newest first within a month. */
export interface MeasureAnswer {
  readonly months: readonly { readonly month: ReportingMonth; readonly status: MeasureStatusReport }[]
  readonly entries: readonly MeasureTrace[]
}
