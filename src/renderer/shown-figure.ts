// Numbers of the contract (doubles) as people read them, through the same wording as every workbook.

import { figureText, percentText, roundedText } from '../core/measuring/wording.ts'
import type { Bands, Target } from '../core/plan/annual-plan.ts'
import { parseExact } from '../core/values/exact.ts'
import { common } from './words/common.ts'

/** A figure in its unit; — where there is none. */
export function figure(value: number | string | null, decimals: number | null | undefined = 0): string {
  if (value === null) return common.noFigure
  const exactValue = parseExact(value)
  return exactValue === null ? String(value) : figureText(exactValue, decimals ?? 0)
}

/** A worked-out figure (序时应达), two digits at most unless the indicator has more. */
export function worked(value: number | null, decimals: number | null | undefined = 0): string {
  if (value === null) return common.noFigure
  const exactValue = parseExact(value)
  return exactValue === null ? String(value) : roundedText(exactValue, decimals ?? 0)
}

/** 90.0%, with more digits where rounding would cross a band. */
export function percent(share: number | null, bands: Bands): string {
  if (share === null) return common.noFigure
  const exactShare = parseExact(share)
  return exactShare === null ? `${share * 100}%` : percentText(exactShare, bands)
}

const COMPARATORS = { 'at-least': '≥', 'at-most': '≤', exactly: '＝' } as const

/** ≥30 · 力争40 · ≥23，力争25 */
export function targetText(target: Target | null, decimals: number | null | undefined = 0): string {
  if (target === null) return common.noFigure
  const committed =
    target.committed == null ? null : `${COMPARATORS[target.comparator]}${figure(target.committed, decimals)}`
  const stretch = target.stretch == null ? null : `力争${figure(target.stretch, decimals)}`
  return [committed, stretch].filter((part) => part !== null).join('，') || common.noFigure
}
