// 序时计划 as people type it: twelve cumulative percentages, or one of the usual ways to make them.
import { exact, roundHalfUp, stripZeros, toNumber } from '../../core/values/exact.ts'
import { readFigure } from '../../core/values/read-figure.ts'

export type CurveKind = 'linear' | 'from-month' | 'quarters' | 'typed'

/** Percentages as texts, twelve of them. */
export type CurveTexts = readonly string[]

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** The usual curves in per cent; `from` (1…12) is the first month that counts in 'from-month'. */
export function usualCurve(kind: Exclude<CurveKind, 'typed'>, from = 1): CurveTexts {
  return MONTHS.map((month) => {
    if (kind === 'quarters') return percentOf(Math.floor(month / 3), 4)
    if (kind === 'from-month') return percentOf(Math.max(0, month - from + 1), 13 - from)
    return percentOf(month, 12)
  })
}

function percentOf(part: number, whole: number): string {
  return stripZeros(roundHalfUp(exact(part * 100).div(whole), 2))
}

export function curveTexts(curve: readonly number[] | null | undefined): CurveTexts {
  if (curve == null) return usualCurve('linear')
  return MONTHS.map((month) => stripZeros(roundHalfUp(exact(curve[month - 1] ?? 1).mul(100), 4)))
}

/** Shares 0…1, or null where a text is no number, out of bounds, or below the month before. */
export function sharesOf(texts: CurveTexts): number[] | null {
  const shares: number[] = []
  for (const text of texts) {
    const read = readFigure(text, '%')
    if (read.kind !== 'number') return null
    const share = toNumber(exact(read.text).div(100))
    if (share < 0 || share > 1 || share < (shares.at(-1) ?? 0)) return null
    shares.push(share)
  }
  return shares
}

/** What a stored curve most likely was made as. */
export function kindOf(curve: readonly number[] | null | undefined): CurveKind {
  if (curve == null) return 'linear'
  const texts = curveTexts(curve).join(' ')
  return texts === usualCurve('quarters').join(' ') ? 'quarters' : 'typed'
}
