// What a command says: JSON for programs, Chinese text for people.

import type { Warnings } from '../../contract/api.ts'
import { STATE_NAMES } from '../../core/decide/record.ts'
import { LIGHT_MARKS, type StatusReport } from '../../core/measuring/status.ts'
import { figureText, percentText } from '../../core/measuring/wording.ts'
import type { AnnualPlan } from '../../core/plan/annual-plan.ts'
import { DEFAULT_BANDS } from '../../core/plan/annual-plan.ts'
import { exact } from '../../core/values/exact.ts'

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** What `record`, `submit`, `return`, `accept` answer. */
export function printWarnings({ warnings }: Warnings, done: string, asJson: boolean): void {
  if (asJson) printJson({ ok: true, warnings })
  else say(done)
  for (const warning of asJson ? [] : warnings) process.stderr.write(`提醒：${warning.message}\n`)
}

export function printStatus(report: StatusReport, plan: AnnualPlan): void {
  const bands = plan.bands ?? DEFAULT_BANDS
  const share = (value: number | null) => (value === null ? '—' : percentText(exact(value), bands))
  const names = new Map([
    ...plan.indicators.map((indicator) => [indicator.id, indicator.name] as const),
    ...plan.programmes.flatMap((programme) => [
      [programme.id, programme.name] as const,
      ...(programme.measures ?? []).map((measure) => [measure.id, measure.name] as const),
    ]),
    ...plan.departments.map((department) => [department.id, department.name] as const),
  ])
  say(
    `${plan.title}　${report.month}${report.provisional ? '（含未审核）' : ''}${report.asOf === null ? '' : `　截至${report.asOf}所知`}`,
  )
  say(`报送率 ${share(report.reportingRate)}　填实率 ${share(report.fillRate)}`)
  for (const each of report.indicators) {
    const actual = each.actual === null ? '—' : figureText(exact(each.actual))
    say(
      `${LIGHT_MARKS[each.light]} ${each.label}　${names.get(each.id) ?? each.id}　累计${actual}　完成率${share(each.completion)}　完成序时${share(each.paceRatio)}　${each.why}`,
    )
  }
  for (const each of report.measures)
    say(`${LIGHT_MARKS[each.light]} ${each.label}　${names.get(each.id) ?? each.id}　${each.why}`)
  for (const each of report.programmes) {
    const counts = Object.entries(each.counts)
      .map(([light, count]) => `${LIGHT_MARKS[light as keyof typeof LIGHT_MARKS]}${count}`)
      .join(' ')
    say(
      `${names.get(each.id) ?? each.id}　${counts}　最要紧：${each.worst === null ? '—' : (names.get(each.worst.id) ?? each.worst.id)}`,
    )
  }
  for (const each of report.submissions)
    say(
      `${names.get(each.department) ?? each.department}　${STATE_NAMES[each.state]}　已填${each.filled}项，应填${each.expected}项`,
    )
}
