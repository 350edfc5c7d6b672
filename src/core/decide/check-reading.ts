// What is checked of one typed figure, whoever asks: the page while it is typed, and the rule that records it.
// Errors block; doubts are told and want a line of explanation.

import type { IndicatorReading, ReadingState } from '../journal/journal-entry.ts'
import { accumulateMonths, numberOf, type ReadingsByMonth } from '../measuring/accumulate.ts'
import { figureText } from '../measuring/wording.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import { type Exact, isDecimal, parseExact, toDecimalText } from '../values/exact.ts'
import { monthNumber, previousMonth } from '../values/reporting-month.ts'
import { figureDoubts, nameOf, type ReadingFacts } from './figure-doubts.ts'
import type { FigureInput, ReadingInput, ReadingWarning } from './record-sheet.ts'

export interface CheckedReading {
  readonly reading: IndicatorReading
  readonly warnings: readonly ReadingWarning[]
}

/** The reading as it would be stored, with its doubts, or why it cannot be. */
export function checkReading(facts: ReadingFacts, input: ReadingInput): Outcome<CheckedReading> {
  const content = readContent(facts, input)
  if (!content.ok) return content
  const reading: IndicatorReading = {
    month: facts.month,
    indicator: facts.indicator.id,
    locality: input.locality ?? null,
    ...content.value,
    unitNote: input.unitNote?.trim() || null,
    note: input.note?.trim() || null,
  }
  return checkFigure({ ...facts, readings: ofSamePlace(facts.readings, reading.locality) }, reading)
}

/** Where it is broken down, a locality is compared with its own past, not with the whole's. */
function ofSamePlace(readings: ReadingsByMonth, locality: string | null): ReadingsByMonth {
  if (locality === null) return readings
  return new Map(
    [...readings].flatMap(([month, cells]) => {
      const own = cells.get(locality)
      return own === undefined ? [] : [[month, new Map([['' as const, own]])] as const]
    }),
  )
}

type Content = Pick<IndicatorReading, 'state' | 'value' | 'numerator' | 'denominator'>

function readContent(facts: ReadingFacts, input: ReadingInput): Outcome<Content> {
  const { indicator } = facts
  const item = nameOf(facts)
  const hasParts = input.numerator != null || input.denominator != null
  const hasNumber = input.value != null || hasParts
  const state: ReadingState | null = input.state ?? null
  if (state !== null && state !== 'number') {
    return hasNumber
      ? reject('number-with-state', { item })
      : accept({ state, value: null, numerator: null, denominator: null })
  }
  if (!hasNumber) return reject('number-missing', { item })
  if (!hasParts) {
    if (indicator.mode === 'ratio' && input.locality != null) return reject('parts-needed', { item })
    const value = readNumber(item, input.value)
    return value.ok
      ? accept({ state: 'number', value: toDecimalText(value.value), numerator: null, denominator: null })
      : value
  }
  return readParts(facts, input)
}

function readParts(facts: ReadingFacts, input: ReadingInput): Outcome<Content> {
  const item = nameOf(facts)
  if (facts.indicator.mode !== 'ratio') return reject('parts-not-for-this-mode', { item })
  if (input.numerator == null || input.denominator == null) return reject('parts-incomplete', { item })
  if (input.value != null) return reject('number-with-parts', { item })
  const numerator = readNumber(item, input.numerator)
  if (!numerator.ok) return numerator
  const denominator = readNumber(item, input.denominator)
  if (!denominator.ok) return denominator
  if (denominator.value.equals(0)) return reject('denominator-zero', { item })
  return accept({
    state: 'number',
    value: null,
    numerator: toDecimalText(numerator.value),
    denominator: toDecimalText(denominator.value),
  })
}

function readNumber(item: string, figure: FigureInput | null | undefined): Outcome<Exact> {
  const value = figure == null ? null : parseExact(figure)
  if (value !== null) return accept(value)
  const isOutOfRange = figure != null && isDecimal(figure)
  return reject(isOutOfRange ? 'number-out-of-range' : 'number-not-understood', {
    item,
    text: String(figure),
  })
}

/** Rules that need the other months: a negative flow or a fallen total wants a note; doubts are answered as warnings. */
function checkFigure(facts: ReadingFacts, reading: IndicatorReading): Outcome<CheckedReading> {
  const { indicator, month, readings } = facts
  const value = numberOf(reading, indicator.unit)
  if (value === null) return accept({ reading, warnings: [] })
  if (indicator.mode === 'monthly-flow' && value.lt(0) && reading.note === null)
    return reject('negative-needs-note', { item: nameOf(facts) })
  const before =
    monthNumber(month) === 1 && indicator.mode !== 'stock'
      ? null
      : (accumulateMonths(indicator, readings, [previousMonth(month)])[0]?.actual ?? null)
  if (indicator.mode === 'running-total' && before !== null && value.lt(before) && reading.note === null) {
    return reject('fall-needs-note', {
      item: nameOf(facts),
      before: figureText(before),
      after: figureText(value),
    })
  }
  return accept({ reading, warnings: figureDoubts(facts, value, before) })
}
