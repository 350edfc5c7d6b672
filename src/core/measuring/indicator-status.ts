// Exact results → what is shown and exported.
import { type Exact, toNumber } from '../values/exact.ts'
import type { IndicatorInput, MeasuredIndicator } from './measure-indicator.ts'
import type { IndicatorStatus } from './status.ts'
import { verdictText, whatItTakesText, whyText } from './wording.ts'

const numberOrNull = (value: Exact | null): number | null => (value === null ? null : toNumber(value))

/** Exact results → what is shown and exported. */
export function indicatorStatus(
  input: IndicatorInput,
  result: MeasuredIndicator,
  extra: { note: string | null; isCorrectionPending: boolean },
): IndicatorStatus {
  const { indicator } = input.planned
  return {
    id: indicator.id,
    state: result.state,
    monthAmount: numberOrNull(result.monthAmount),
    actual: numberOrNull(result.actual),
    target: numberOrNull(result.measured?.value ?? null),
    completion: numberOrNull(result.completion),
    expectedShare: toNumber(result.share),
    expectedValue: numberOrNull(result.expected),
    paceRatio: numberOrNull(result.pace),
    light: result.light,
    label: result.label,
    why: whyText(input, result),
    neededPerMonth: numberOrNull(result.neededPerMonth),
    whatItTakes: whatItTakesText(input, result),
    verdict: verdictText(input, result),
    note: extra.note,
    isCorrectionPending: extra.isCorrectionPending,
    ...(result.byLocality.length === 0
      ? {}
      : {
          byLocality: result.byLocality.map(({ locality, state, monthAmount, actual }) => ({
            locality,
            state,
            monthAmount: numberOrNull(monthAmount),
            actual: numberOrNull(actual),
          })),
        }),
  }
}
