// 县区园区 that were rewritten in one go: a hundred of them are one line, not a hundred.
import type { IndicatorReading, ReadingState } from '../journal/journal-entry.ts'
import { readingText } from '../measuring/reading-text.ts'
import { figureText } from '../measuring/wording.ts'
import type { AccumulationMode, LocalityId } from '../plan/annual-plan.ts'
import { exact, ZERO } from '../values/exact.ts'

/** So many localities of one step are listed one by one. */
const LISTED = 5

/**
 * The steps in their order, those of many localities together in the place of the first one. `keyOf`: equal for what
 * may stand in one line.
 */
export function gatheredLocalities<Step extends { readonly locality: LocalityId | null }>(
  steps: readonly Step[],
  keyOf: (step: Step) => string,
): (readonly [Step, ...Step[]])[] {
  const groups = new Map<string, [Step, ...Step[]]>()
  steps.forEach((step, at) => {
    const key = step.locality === null ? `alone ${at}` : `localities ${keyOf(step)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [step])
    else group.push(step)
  })
  return [...groups.values()].flatMap((group): (readonly [Step, ...Step[]])[] =>
    group.length > LISTED ? [group] : group.map((step) => [step] as const),
  )
}

/** 90个合计1340、本月无进展10个: ratios are not added up. */
export function gatheredText(readings: readonly IndicatorReading[], mode: AccumulationMode | null): string {
  const numbers = readings.filter(({ state }) => state === 'number')
  const isSummed = mode !== null && mode !== 'ratio' && numbers.every(({ value }) => value !== null)
  const sum = numbers.reduce((total, { value }) => total.add(exact(value ?? 0)), ZERO)
  const others = new Map<ReadingState, IndicatorReading[]>()
  for (const reading of readings)
    if (reading.state !== 'number') others.set(reading.state, [...(others.get(reading.state) ?? []), reading])
  return [
    ...(numbers.length === 0
      ? []
      : [isSummed ? `${numbers.length}个合计${figureText(sum)}` : `${numbers.length}个填了数`]),
    ...[...others.values()].flatMap(([first, ...rest]) =>
      first === undefined ? [] : [`${readingText(first)}${rest.length + 1}个`],
    ),
  ].join('、')
}
