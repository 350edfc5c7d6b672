// How many digits a number of a report shows. Only the display: cells keep the number at full precision.

import { percentDecimals } from '../measuring/wording.ts'
import type { Bands } from '../plan/annual-plan.ts'
import { decimalsNeeded, parseExact } from '../values/exact.ts'
import type { NumberShape } from './report-table.ts'

/** A figure as typed is shown whole up to this many digits. */
const WHOLE_DECIMALS = 6
/** Digits of a figure that does not end (序时应达 of 100 over 12 months). */
const ROUNDED_DECIMALS = 2

export const COUNT_SHAPE: NumberShape = { decimals: 0 }

/** A figure as it was typed: its usual digits, more where it has more. */
export function figureShape(value: number, usualDecimals: number): NumberShape {
  const needed = digitsOf(value)
  return {
    decimals:
      needed <= WHOLE_DECIMALS ? Math.max(needed, usualDecimals) : Math.max(ROUNDED_DECIMALS, usualDecimals),
  }
}

/** A worked-out figure: never more than two digits or the usual ones. */
export function roundedShape(value: number, usualDecimals: number): NumberShape {
  return { decimals: Math.max(usualDecimals, Math.min(digitsOf(value), ROUNDED_DECIMALS)) }
}

/** A share as a percentage: one digit, more where rounding would cross a band (99.96% is not 100.0%). */
export function percentShape(share: number, bands: Bands): NumberShape {
  if (isFarFromBands(share, bands)) return ONE_DIGIT_PERCENT
  const value = parseExact(share)
  return { decimals: value === null ? 1 : percentDecimals(value, bands), isPercent: true }
}

const ONE_DIGIT_PERCENT: NumberShape = { decimals: 1, isPercent: true }

/** Rounding to 0.1% moves a share by 0.0005 at most, so a band twice as far away cannot be crossed. */
function isFarFromBands(share: number, bands: Bands): boolean {
  return [1, bands.green, bands.yellow].every((band) => Math.abs(share - band) > 0.001)
}

function digitsOf(value: number): number {
  if (Number.isSafeInteger(value)) return 0
  const parsed = parseExact(value)
  return parsed === null ? WHOLE_DECIMALS + 1 : decimalsNeeded(parsed, WHOLE_DECIMALS + 1)
}
