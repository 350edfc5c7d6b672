// What was filled in, in words.

import type { IndicatorReading, ReadingState } from '../journal/journal-entry.ts'
import { exact } from '../values/exact.ts'
import { figureText } from './wording.ts'

const STATE_TEXTS: Readonly<Record<Exclude<ReadingState, 'number'>, string>> = {
  blank: '清空',
  'no-progress': '本月无进展',
  'not-applicable': '不适用',
  'not-yet-published': '尚未统计',
}

/** 2.8 · 120.5÷512 · 本月无进展 */
export function readingText(reading: IndicatorReading): string {
  if (reading.state !== 'number') return STATE_TEXTS[reading.state]
  if (reading.value !== null) return figureText(exact(reading.value))
  return `${reading.numerator ?? ''}÷${reading.denominator ?? ''}`
}
