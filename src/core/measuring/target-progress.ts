// Target, expected progress (序时进度) and completion (完成率): all exact, every edge with a defined answer.
import { type Indicator, type Target, targetInForce } from '../plan/annual-plan.ts'
import { type Exact, exact, ONE, ZERO } from '../values/exact.ts'
import { monthNumber, type ReportingMonth } from '../values/reporting-month.ts'

/** The target a month is measured against. */
export interface MeasuredTarget {
  readonly target: Target
  /** 确保, or 力争 where only that is given, in the indicator's unit */
  readonly value: Exact
  /** the stretch value where both thresholds are given */
  readonly stretch: Exact | null
  readonly baseline: Exact | null
  readonly isStretchOnly: boolean
  readonly isAtMost: boolean
}

/** Null where the month's year has no target (also one with neither threshold). */
export function measuredTarget(indicator: Indicator, month: ReportingMonth): MeasuredTarget | null {
  const target = targetInForce(indicator, month)
  const value = target?.committed ?? target?.stretch ?? null
  if (target === null || value === null) return null
  return {
    target,
    value: exact(value),
    stretch: target.committed != null && target.stretch != null ? exact(target.stretch) : null,
    baseline: target.baseline == null ? null : exact(target.baseline),
    isStretchOnly: target.committed == null,
    isAtMost: target.comparator === 'at-most',
  }
}

/** A yearly figure is not judged before its due month; 13 and above never falls within the plan's year. */
export function isBeforeDueMonth(indicator: Indicator, month: ReportingMonth): boolean {
  return indicator.mode === 'yearly' && monthNumber(month) < (indicator.dueMonth ?? 12)
}

/** 1/12 … 12/12 */
const TWELFTHS = Array.from({ length: 12 }, (_, index) => exact(index + 1).div(12))

/** Share of the year's target due by the end of the month, 0…1. */
export function expectedShare(indicator: Indicator, baseline: Exact | null, month: ReportingMonth): Exact {
  if (indicator.mode === 'yearly') return isBeforeDueMonth(indicator, month) ? ZERO : ONE
  if ((indicator.mode === 'stock' || indicator.mode === 'ratio') && baseline === null) return ONE
  const at = monthNumber(month) - 1
  const step = indicator.curve?.[at]
  return step === undefined ? (TWELFTHS[at] ?? ONE) : exact(step)
}

/** 序时应达, in the unit; null for a yearly figure before its due month. */
export function expectedValue(
  indicator: Indicator,
  measured: MeasuredTarget,
  month: ReportingMonth,
): Exact | null {
  return expectedOf(indicator, measured, month, expectedShare(indicator, measured.baseline, month))
}

/** As expectedValue, with the share known. */
export function expectedOf(
  indicator: Indicator,
  measured: MeasuredTarget,
  month: ReportingMonth,
  share: Exact,
): Exact | null {
  if (indicator.mode === 'yearly') return isBeforeDueMonth(indicator, month) ? null : measured.value
  if (indicator.mode === 'stock' || indicator.mode === 'ratio') {
    const base = measured.baseline ?? ZERO
    return measured.baseline === null ? measured.value : base.add(share.mul(measured.value.sub(base)))
  }
  return share.mul(measured.value)
}

export function isReached(
  measured: MeasuredTarget,
  actual: Exact,
  threshold: Exact = measured.value,
): boolean {
  return measured.isAtMost ? actual.lte(threshold) : actual.gte(threshold)
}

/** 完成率, never capped. 至多 without a baseline: 1 while kept, else target ÷ actual. */
export function completionOf(measured: MeasuredTarget, actual: Exact): Exact {
  if (measured.isAtMost && measured.baseline === null) return keptRatio(measured.value, actual)
  const base = measured.baseline
  const distance = base === null ? measured.value : measured.value.sub(base)
  if (distance.equals(0)) return isReached(measured, actual) ? ONE : ZERO
  return (base === null ? actual : actual.sub(base)).div(distance)
}

/** 完成序时: completion ÷ share; null where no share is due yet. */
export function paceRatioOf(completion: Exact, share: Exact): Exact | null {
  return share.equals(0) ? null : completion.div(share)
}

/** 完成序时 of 至多: 1 while actual ≤ expected value. */
export function ceilingPaceOf(expected: Exact | null, actual: Exact): Exact | null {
  return expected === null ? null : keptRatio(expected, actual)
}

/** How well a ceiling is kept: 1 at or below it, smaller the further above; mirrored for figures not above 0. */
function keptRatio(ceiling: Exact, actual: Exact): Exact {
  if (actual.lte(ceiling)) return ONE
  return actual.gt(0) ? ceiling.div(actual) : actual.div(ceiling)
}
