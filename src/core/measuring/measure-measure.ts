// One measure (举措) in one month: no number, so its light comes from its status and its milestones.

import type { MeasureReport, MeasureStatus } from '../journal/journal-entry.ts'
import type { Measure, MilestoneId } from '../plan/annual-plan.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import { monthNumber } from '../values/reporting-month.ts'
import type { Light, LightLabel, OverdueMilestone } from './status.ts'

export type ReportsByMonth = ReadonlyMap<ReportingMonth, MeasureReport>

export interface MeasuredMeasure {
  /** 已完成 once an earlier month said so (a measure once done stays done), else the month's own status */
  readonly status: MeasureStatus | null
  /** this month's own report, if any */
  readonly report: MeasureReport | null
  readonly isFilled: boolean
  readonly light: Light
  readonly label: LightLabel
  readonly overdueMilestones: readonly OverdueMilestone[]
  readonly why: string
}

export function measureMeasure(
  measure: Measure,
  reports: ReportsByMonth,
  month: ReportingMonth,
): MeasuredMeasure {
  const report = reports.get(month) ?? null
  const earlierDone = [...reports].some(([each, earlier]) => each < month && earlier.status === 'done')
  const status = earlierDone ? 'done' : (report?.status ?? null)
  const overdueMilestones = status === 'done' ? [] : overdue(measure, milestonesDone(reports, month), month)
  const isFilled =
    status !== null && (status !== 'blocked' || (hasText(report?.problems) && hasText(report?.nextSteps)))
  return { status, report, isFilled, overdueMilestones, ...judge(status, overdueMilestones, month) }
}

/** Milestones ticked in any report up to and including the month. */
export function milestonesDone(reports: ReportsByMonth, month: ReportingMonth): ReadonlySet<MilestoneId> {
  const done = new Set<MilestoneId>()
  for (const [each, report] of reports)
    if (each <= month) for (const id of report.milestonesDone) done.add(id)
  return done
}

function overdue(
  measure: Measure,
  done: ReadonlySet<MilestoneId>,
  month: ReportingMonth,
): OverdueMilestone[] {
  return (measure.milestones ?? [])
    .filter((milestone) => milestone.due <= month && !done.has(milestone.id))
    .map(({ id, name, due }) => ({ id, name, due }))
}

function hasText(text: string | null | undefined): boolean {
  return text != null && text.trim() !== ''
}

function judge(
  status: MeasureStatus | null,
  overdueMilestones: readonly OverdueMilestone[],
  month: ReportingMonth,
): { light: Light; label: LightLabel; why: string } {
  const number = monthNumber(month)
  if (status === null)
    return { light: 'grey', label: '未填报', why: `${number}月尚未填报${overdueWords(overdueMilestones)}` }
  if (status === 'done') return { light: 'blue', label: '已完成', why: '举措已完成,故为蓝' }
  const isLong = overdueMilestones.some((milestone) => milestone.due < month)
  if (isLong) return { light: 'red', label: '严重滞后', why: `节点${names(overdueMilestones)}已逾期,故为红` }
  if (overdueMilestones.length > 0)
    return { light: 'yellow', label: '滞后', why: `节点${names(overdueMilestones)}本月到期未完成,故为黄` }
  if (status === 'blocked') return { light: 'yellow', label: '滞后', why: '举措受阻需协调,故为黄' }
  if (status === 'under-way') return { light: 'green', label: '正常', why: '举措推进中,没有逾期节点,故为绿' }
  return { light: 'grey', label: '未到考核期', why: '举措未启动,没有到期节点' }
}

function names(milestones: readonly OverdueMilestone[]): string {
  return milestones.map((milestone) => `“${milestone.name}”(${monthNumber(milestone.due)}月)`).join('、')
}

function overdueWords(milestones: readonly OverdueMilestone[]): string {
  return milestones.length === 0 ? '' : `,节点${names(milestones)}已到期`
}
