// What 总览 and the way down from it answer: programme or department → item → month → entry → author and evidence.

import type { Evidence, MeasureReport } from '../core/journal/journal-entry.ts'
import type {
  HeatCell,
  IndicatorStatus,
  MeasureStatusReport,
  MonthOverview,
  Standing,
} from '../core/measuring/status.ts'
import type { AnnualPlan, DepartmentId, LocalityId } from '../core/plan/annual-plan.ts'
import type { MonthChange } from '../core/reports/compare-months.ts'
import type { EntryTrace } from '../core/state/entry-trail.ts'
import type { IndicatorYear } from '../core/state/indicator-year.ts'
import type { IndicatorYearLine } from '../core/state/indicator-years.ts'
import type { ReportingMonth } from '../core/values/reporting-month.ts'

/** What 总览 shows at once, from the roll-ups: no cell is read for it. */
export interface Overview extends MonthOverview {
  readonly asOf: string | null
  /** the plan as it was known on that day; null where the day is today: the page has today's plan */
  readonly planThen: AnnualPlan | null
  /** which of `plans` it is about */
  readonly planId: string | null
  /** the plans that cover the month, the leading one first */
  readonly plans: readonly { readonly id: string; readonly title: string }[]
}

/** Whose items: a programme's, a department's, or one item by itself. */
export interface ItemScope {
  readonly kind: 'programme' | 'department' | 'indicator' | 'measure'
  readonly id: string
}

/** What stands behind a light: the items that were counted, with their sentences, without their localities' own values. */
export interface ScopeItems {
  /** the programme's or department's own counts and its 最要紧的一项; null for an item by itself */
  readonly standing: Standing<string> | null
  readonly indicators: readonly IndicatorStatus[]
  readonly measures: readonly MeasureStatusReport[]
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
  readonly evidence: readonly Evidence[]
}

/** A month of an indicator that has entries, with the newest of them. */
export interface RecordedMonth {
  readonly month: ReportingMonth
  /** entries of the month, of the whole and of every 县区园区 */
  readonly count: number
  readonly newest: Pick<EntryTrace, 'author' | 'time'>
}

/** Entries of an indicator, newest first: those asked about, and how many older ones are left. */
export interface IndicatorEntries {
  readonly entries: readonly ReadingTrace[]
  readonly left: number
}

/** An indicator's year; the entries behind it are asked for apart (indicator.entries). */
export interface IndicatorAnswer {
  readonly year: IndicatorYear
  /** 历年情况 */
  readonly years: readonly IndicatorYearLine[]
  /** months without an entry are not listed */
  readonly recorded: readonly RecordedMonth[]
  /** 取自: the other plan's indicator whose cells these are; null where they are its own */
  readonly takenFrom: {
    readonly planTitle: string
    readonly name: string
    readonly leadName: string | null
  } | null
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
