import type { Indicator, Target } from '../../plan/annual-plan.ts'
import { figureShape } from '../number-shape.ts'
import type { NumberShape } from '../report-table.ts'

/** A ceiling (至多) is shown with ≤; at-least and exact targets are the plain number. */
export function targetShape(indicator: Indicator, target: Target | null): (value: number) => NumberShape {
  const isAtMost = target?.comparator === 'at-most'
  return (value) => ({
    ...figureShape(value, indicator.decimals ?? 0),
    ...(isAtMost ? { prefix: '≤' } : {}),
  })
}
