// What the measuring answers for one month: the format of `status --json`, and what every screen and workbook
// shows. Numbers are the doubles nearest to the exact values; rounding is for display only.

import type { EntryId, MeasureStatus, ReadingState } from '../journal/journal-entry.ts'
import type { DepartmentId, IndicatorId, LocalityId, MeasureId, ProgrammeId } from '../plan/annual-plan.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'

/** 蓝 绿 黄 红 灰 */
export type Light = 'blue' | 'green' | 'yellow' | 'red' | 'grey'

/** 已完成 正常 滞后 严重滞后, the five greys told apart, and a missed month made good */
export type LightLabel =
  | '已完成'
  | '正常'
  | '滞后'
  | '严重滞后'
  | '黄(已补)'
  | '未填报'
  | '未到考核期'
  | '无目标'
  | '不适用'
  | '尚未统计'

/** The mark that stands beside every light, so that it survives a black-and-white copier. */
export const LIGHT_MARKS: Readonly<Record<Light, string>> = {
  blue: '★',
  green: '●',
  yellow: '▲',
  red: '■',
  grey: '○',
}

export type LightCounts = Readonly<Record<Light, number>>

/** One locality's part of an indicator that is broken down (县区园区分解). */
export interface LocalityStatus {
  readonly locality: LocalityId
  readonly state: ReadingState
  readonly monthAmount: number | null
  readonly actual: number | null
}

export interface IndicatorStatus {
  readonly id: IndicatorId
  readonly state: ReadingState
  /** 本月: what this month added; null for levels and where nothing was reported */
  readonly monthAmount: number | null
  /** 本年累计 (or the level); null while no number has been reported */
  readonly actual: number | null
  /** what completion is measured against: 确保, or 力争 where only that is given */
  readonly target: number | null
  readonly completion: number | null
  readonly expectedShare: number | null
  readonly expectedValue: number | null
  readonly paceRatio: number | null
  readonly light: Light
  readonly label: LightLabel
  /** one sentence from the same numbers */
  readonly why: string
  /** 剩余月均需, in the indicator's unit */
  readonly neededPerMonth: number | null
  /** 剩余6个月月均需3.67亿元, or null */
  readonly whatItTakes: string | null
  /** 已达确保目标,距力争目标差1个百分点 – where both thresholds are given */
  readonly verdict: string | null
  /** the clerk's explanation of this month's figure */
  readonly note: string | null
  /** a later correction waits for acceptance; these are the last accepted values (更正待审) */
  readonly isCorrectionPending: boolean
  readonly byLocality?: readonly LocalityStatus[]
}

export interface OverdueMilestone {
  readonly id: string
  readonly name: string
  readonly due: ReportingMonth
}

export interface MeasureStatusReport {
  readonly id: MeasureId
  readonly status: MeasureStatus | null
  readonly light: Light
  readonly label: LightLabel
  readonly overdueMilestones: readonly OverdueMilestone[]
  readonly why: string
  readonly progress: string | null
  readonly problems: string | null
  readonly nextSteps: string | null
  readonly isCorrectionPending: boolean
}

/** A programme or a department: never an average, but its counts and its worst key item (最要紧的一项). */
export interface Standing<Id extends string> {
  readonly id: Id
  readonly counts: LightCounts
  readonly worst: { readonly kind: 'indicator' | 'measure'; readonly id: string } | null
  readonly light: Light
  readonly label: LightLabel | null
  readonly completion: number | null
  readonly paceRatio: number | null
}

/** A programme's standing in one month, as the roll-up keeps it: its worst item's numbers stand in that item's row. */
export interface ProgrammeMonth extends Omit<Standing<ProgrammeId>, 'completion' | 'paceRatio'> {
  readonly month: ReportingMonth
}

export type SubmissionState = 'none' | 'draft' | 'submitted' | 'returned' | 'accepted' | 'correcting'

/** Locked until it is returned or corrected: nobody records in it without a reason. */
export function isHandedIn(state: SubmissionState): boolean {
  return state === 'submitted' || state === 'accepted'
}

export const SUBMISSION_WORDS: Readonly<Record<SubmissionState, string>> = {
  none: '未报',
  draft: '草稿',
  submitted: '已报送',
  returned: '退回',
  accepted: '已审核',
  correcting: '更正中',
}

export interface SubmissionStatus {
  readonly department: DepartmentId
  readonly month: ReportingMonth
  readonly state: SubmissionState
  /** UTC ISO time of the latest submission */
  readonly submittedAt: string | null
  readonly submittedBy: string | null
  /** null while not submitted, or where the due day came before the plan was in force in this store */
  readonly onTime: boolean | null
  readonly timesReturned: number
  readonly returnReason: string | null
  readonly correctionReason: string | null
  readonly acceptedAt: string | null
  readonly filled: number
  readonly expected: number
}

export interface StatusReport {
  readonly month: ReportingMonth
  readonly asOf: string | null
  readonly provisional: boolean
  /** 报送率: departments that submitted ÷ departments expected; null where none is expected */
  readonly reportingRate: number | null
  /** 填实率: filled cells ÷ expected cells */
  readonly fillRate: number | null
  readonly indicators: readonly IndicatorStatus[]
  readonly measures: readonly MeasureStatusReport[]
  readonly programmes: readonly Standing<ProgrammeId>[]
  readonly departments: readonly Standing<DepartmentId>[]
  readonly submissions: readonly SubmissionStatus[]
}

/** An item as 总览 names it: its light and the figure beside its name. */
export interface OverviewItem {
  readonly kind: 'indicator' | 'measure'
  readonly id: string
  readonly light: Light
  readonly label: LightLabel
  readonly completion: number | null
  readonly paceRatio: number | null
  /** 本年累计 or the level; null for measures and before the first number */
  readonly actual: number | null
  /** a measure's status */
  readonly status: MeasureStatus | null
}

/** One cell of the heat map programme × month, or department × month. */
export interface HeatCell {
  readonly month: ReportingMonth
  readonly light: Light
  readonly label: LightLabel | null
  readonly counts: LightCounts
}

/** What 总览 shows at once; what stands behind a light is asked for when somebody opens it. */
export interface MonthOverview
  extends Pick<StatusReport, 'month' | 'provisional' | 'reportingRate' | 'fillRate'> {
  /** the headline targets in plan order, then those that speak for a programme or a department */
  readonly items: readonly OverviewItem[]
  readonly programmes: readonly Standing<ProgrammeId>[]
  readonly departments: readonly Standing<DepartmentId>[]
  readonly submissions: readonly Pick<SubmissionStatus, 'department' | 'state'>[]
  /** months of the year up to the chosen one */
  readonly heat: readonly { readonly programme: ProgrammeId; readonly cells: readonly HeatCell[] }[]
}

/** One line of a cell's history. */
export interface HistoryLine {
  readonly entry: EntryId
  readonly month: ReportingMonth
  readonly time: string
  readonly author: string
  readonly device: string
  readonly text: string
  readonly note: string | null
  readonly isAccepted: boolean
}
