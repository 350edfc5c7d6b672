// The few ways in which a report fills a cell.

import { LIGHT_MARKS, type Light, type LightLabel } from '../measuring/status.ts'
import { fullWidth } from '../measuring/wording.ts'
import type { Bands } from '../plan/annual-plan.ts'
import { COUNT_SHAPE, percentShape } from './number-shape.ts'
import type { NumberShape, ReportCell } from './report-table.ts'

/** An empty cell that prints "—". */
export const DASH: ReportCell = { value: null, align: 'center' }

/** An empty cell that prints nothing. */
export const BARE: ReportCell = { value: null, isBare: true }

/** Text as somebody wrote it; nothing (or only blanks) prints "—". */
export function textCell(text: string | null | undefined): ReportCell {
  return text == null || text.trim() === '' ? DASH : { value: text }
}

/** A sentence of our own, with full-width punctuation. */
export function sentenceCell(sentence: string | null): ReportCell {
  return textCell(sentence === null ? null : fullWidth(sentence))
}

export function countCell(count: number, formula?: string): ReportCell {
  return { value: count, shape: COUNT_SHAPE, ...(formula === undefined ? {} : { formula }) }
}

export function figureCell(value: number | null, shapeOf: (value: number) => NumberShape): ReportCell {
  return value === null ? DASH : { value, shape: shapeOf(value) }
}

/** A share of 1 as a percentage. */
export function percentCell(share: number | null, bands: Bands, formula?: string): ReportCell {
  if (share === null) return DASH
  return { value: share, shape: percentShape(share, bands), ...(formula === undefined ? {} : { formula }) }
}

/** A percentage with a bar behind it. */
export function barCell(share: number | null, bands: Bands, formula?: string): ReportCell {
  return share === null ? DASH : { ...percentCell(share, bands, formula), bar: share }
}

/** ▲ 滞后: the mark and the word, never colour alone. */
export function lightCell(light: Light, label: LightLabel | null): ReportCell {
  if (label === null) return DASH
  return { value: `${LIGHT_MARKS[light]} ${fullWidth(label)}`, light }
}
