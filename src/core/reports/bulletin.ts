// 例会通报 第N期: what the office hands round at the office meeting. This file only puts the sheets together;
// each sheet is a file under bulletin/.
import type { PlanIndex } from '../annual-plan.ts'
import type { ReportingMonth } from '../reporting-month.ts'
import type { StatusReport } from '../status.ts'
import type { Report } from './report-table.ts'

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

export function bulletinReport(input: BulletinInput): Report {
  return { title: `例会通报第${input.issue}期`, fileName: `例会通报第${input.issue}期.xlsx`, madeAt: input.madeAt, author: input.madeBy, sheets: [] }
}
