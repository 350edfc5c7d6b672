import type { StatusReport } from '../../measuring/status.ts'
import type { PlanIndex } from '../../plan/annual-plan.ts'
import type { PlanInForce } from '../../plan/plan-timeline.ts'
import type { BureauState } from '../../state/bureau-state.ts'
import type { ReportingMonth } from '../../values/reporting-month.ts'

/** The issue before, or the month before where none was frozen: what 与上期对比 compares with. */
export interface EarlierIssue {
  readonly month: ReportingMonth
  /** null where that month was never frozen */
  readonly issue: number | null
  /** what was known then */
  readonly state: BureauState
  /** the month as it was measured then */
  readonly status: Pick<StatusReport, 'month' | 'indicators' | 'measures'>
  /** every plan that was known then, the plans beside included; `state` knows those of its own line */
  readonly plans: readonly PlanInForce[]
}

/** 并列执行: a plan beside the leading one, and what is measured of it. */
export interface BesidePlan {
  readonly plan: PlanIndex
  /** with its amendments */
  readonly inForce: PlanInForce
  readonly status: StatusReport
}

/** Everything a bulletin (通报) is made from. */
export interface BulletinInput {
  /** the plan as it stood for the month, target revisions included */
  readonly plan: PlanIndex
  /** 市科学技术局; null where it was never given */
  readonly bureauName: string | null
  readonly month: ReportingMonth
  /** 第N期 */
  readonly issue: number
  /** accepted figures; a provisional report is marked so in every title */
  readonly status: StatusReport
  /** the other plans in force in the month, each as it is seen by itself; none where one plan covers it */
  readonly beside: readonly BesidePlan[]
  /** what is known: who corrected what, and how the plan was amended */
  readonly state: BureauState
  /** null for the first issue of a plan */
  readonly earlier: EarlierIssue | null
  /** the text the office made of the draft; null = the draft as it is */
  readonly editedText: string | null
  /** UTC ISO time at which the issue was frozen (or previewed) */
  readonly madeAt: string
  /** 填报人 */
  readonly madeBy: string
  /** 示例数据 stands in every title */
  readonly isExample: boolean
}
