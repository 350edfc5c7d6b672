import { measuredTarget } from '../../core/measuring/target-progress.ts'
import { fullWidth, verdictOf } from '../../core/measuring/wording.ts'
import { type PlanIndex, targetInForce } from '../../core/plan/annual-plan.ts'
import { parseExact } from '../../core/values/exact.ts'
import { figure } from '../shown-figure.ts'
import { MEASURE_STATUSES } from '../words/entry.ts'
import { overview as words } from '../words/overview.ts'
import type { NamedItem } from './items.ts'

/** 24 / 确保23→力争25: what is there, and what is aimed at. */
export function againstTarget(
  plan: PlanIndex,
  item: NamedItem,
  month: string,
): { readonly actual: string; readonly aim: string; readonly unit: string } {
  if (item.kind === 'measure') {
    return {
      actual: item.status === null ? words.noWorst : MEASURE_STATUSES[item.status],
      aim: '',
      unit: '',
    }
  }
  const planned = plan.indicatorsById.get(item.id)
  const target = planned === undefined ? null : targetInForce(planned.indicator, month)
  const decimals = planned?.indicator.decimals
  const committed = target?.committed == null ? null : figure(target.committed, decimals)
  const stretch = target?.stretch == null ? null : figure(target.stretch, decimals)
  const aim =
    stretch === null
      ? (committed ?? '')
      : committed === null
        ? `力争${stretch}`
        : `确保${committed}→力争${stretch}`
  return { actual: figure(item.actual, decimals), aim, unit: planned?.indicator.unit ?? '' }
}

/** 有效高企累计 446 / 力争500 家, or 新型研发机构建设 推进中 */
export function inOneLine(plan: PlanIndex, item: NamedItem, month: string): string {
  const { actual, aim, unit } = againstTarget(plan, item, month)
  if (item.kind === 'measure') return actual
  return aim === '' ? `${actual} ${unit}` : `${actual} / ${aim} ${unit}`
}

/** 已达确保目标，距力争目标差1.68个百分点; null where not both thresholds are given, or nothing was reported */
export function twoTierVerdict(
  plan: PlanIndex,
  { kind, id, actual }: NamedItem,
  month: string,
): string | null {
  const indicator = kind === 'indicator' ? plan.indicatorsById.get(id)?.indicator : undefined
  const measured = indicator === undefined ? null : measuredTarget(indicator, month)
  const value = actual === null ? null : parseExact(actual)
  if (indicator === undefined || measured === null || value === null) return null
  const verdict = verdictOf(indicator, measured, value)
  return verdict === null ? null : fullWidth(verdict)
}
