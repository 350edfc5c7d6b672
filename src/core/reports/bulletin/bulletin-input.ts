import type { PlanIndex } from '../../annual-plan.ts'
import type { ReportingMonth } from '../../reporting-month.ts'
import type { StatusReport } from '../../status.ts'

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
  /** UTC ISO time at which the issue was frozen (or previewed) */
  readonly madeAt: string
  /** 填报人 */
  readonly madeBy: string
  /** 示例数据 stands in every title */
  readonly isExample: boolean
}
