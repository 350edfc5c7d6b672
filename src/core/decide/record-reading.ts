// One reading: what was typed → what is stored, or why not. Errors block; warnings travel back with the answer.
import type { PlannedIndicator } from '../annual-plan.ts'
import { readingsOf } from '../bureau-state.ts'
import { type Exact, exact, parseExact, toDecimalText } from '../exact.ts'
import type { IndicatorReading, ReadingState } from '../journal-entry.ts'
import { accumulate } from '../measuring/accumulate.ts'
import { measuredTarget } from '../measuring/target-progress.ts'
import { figureText } from '../measuring/wording.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import { monthNumber, monthOf, previousMonth, yearOf } from '../reporting-month.ts'
import type { FigureInput, ReadingInput, ReadingWarning, SheetContext } from './record-sheet.ts'

interface ReadingContext extends SheetContext {
  readonly planned: PlannedIndicator
  readonly input: ReadingInput
  /** the other readings of the same sheet */
  readonly siblings: readonly ReadingInput[]
}

export interface DecidedReading {
  /** null when the input leaves the cell as it is */
  readonly reading: IndicatorReading | null
  readonly warnings: readonly ReadingWarning[]
}

/** How many times the usual month makes a jump that is asked about (behaviour 14). */
const JUMP_FACTOR = 5

export function decideReading(context: ReadingContext): Outcome<DecidedReading> {
  const { planned, input, month } = context
  const placed = checkLocality(context)
  if (!placed.ok) return placed
  const stale = checkBasis(context)
  if (!stale.ok) return stale
  const content = readContent(planned, input)
  if (!content.ok) return content
  const reading: IndicatorReading = {
    month,
    indicator: planned.indicator.id,
    locality: input.locality ?? null,
    ...content.value,
    unitNote: input.unitNote?.trim() || null,
    note: input.note?.trim() || null,
  }
  return checkFigure(context, reading)
}

function checkLocality(context: ReadingContext): Outcome<null> {
  const { state, planned, input, month, plan, siblings } = context
  const item = planned.indicator.name
  const cells = state.readings.get(planned.indicator.id)?.get(month)?.cells
  if (input.locality == null) {
    const isCleared = (locality: string) =>
      siblings.some(
        (each) =>
          each.indicator === planned.indicator.id && each.locality === locality && each.state === 'blank',
      )
    const hasLocal = [...(cells ?? [])].some(
      ([locality, cell]) => locality !== '' && cell.latest.body.state !== 'blank' && !isCleared(locality),
    )
    return hasLocal && input.state !== 'blank' ? reject('locality-figures-present', { item }) : accept(null)
  }
  if (planned.indicator.byLocality !== true) return reject('not-by-locality', { item })
  if (!plan.localitiesById.has(input.locality)) return reject('unknown-locality', { id: input.locality })
  return accept(null)
}

function checkBasis(context: ReadingContext): Outcome<null> {
  const { state, planned, input, month } = context
  if (input.basis === undefined) return accept(null)
  const cell = state.readings
    .get(planned.indicator.id)
    ?.get(month)
    ?.cells.get(input.locality ?? '')
  if (input.basis === (cell?.latest.entry ?? null)) return accept(null)
  return reject('figure-changed-meanwhile', {
    item: planned.indicator.name,
    author: cell?.latest.author ?? '',
  })
}

type Content = Pick<IndicatorReading, 'state' | 'value' | 'numerator' | 'denominator'>

function readContent(planned: PlannedIndicator, input: ReadingInput): Outcome<Content> {
  const item = planned.indicator.name
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
    if (planned.indicator.mode === 'ratio' && input.locality != null) return reject('parts-needed', { item })
    const value = readNumber(item, input.value)
    return value.ok
      ? accept({ state: 'number', value: toDecimalText(value.value), numerator: null, denominator: null })
      : value
  }
  return readParts(planned, input)
}

function readParts(planned: PlannedIndicator, input: ReadingInput): Outcome<Content> {
  const item = planned.indicator.name
  if (planned.indicator.mode !== 'ratio') return reject('parts-not-for-this-mode', { item })
  if (input.numerator == null || input.denominator == null) return reject('parts-incomplete', { item })
  if (input.value != null) return reject('number-with-state', { item })
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
  return value === null ? reject('number-not-understood', { item, text: String(figure) }) : accept(value)
}

/** Rules that need the other months: a negative flow or a fallen total wants a note; doubts are answered as warnings. */
function checkFigure(context: ReadingContext, reading: IndicatorReading): Outcome<DecidedReading> {
  const { planned } = context
  const { indicator } = planned
  if (reading.state !== 'number' || reading.value === null) return accept({ reading, warnings: [] })
  const value = exact(reading.value)
  if (indicator.mode === 'monthly-flow' && value.lt(0) && reading.note === null)
    return reject('negative-needs-note', { item: indicator.name })
  const before = indicator.mode === 'running-total' ? totalBefore(context) : null
  if (before !== null && value.lt(before) && reading.note === null) {
    return reject('fall-needs-note', {
      item: indicator.name,
      before: figureText(before),
      after: figureText(value),
    })
  }
  return accept({ reading, warnings: doubts(context, value, before) })
}

/** The year's running total before this month (of the same locality, where broken down). */
function totalBefore(context: ReadingContext): Exact | null {
  const { state, planned, month, input } = context
  if (monthNumber(month) === 1) return null
  const own = [...readingsOf(state, planned.indicator.id, 'latest')].flatMap(([each, cell]) => {
    const reading = cell.get(input.locality ?? '')
    return reading === undefined ? [] : [[each, new Map([['' as const, reading]])] as const]
  })
  return accumulate(
    planned.indicator,
    new Map(input.locality == null ? readingsOf(state, planned.indicator.id, 'latest') : own),
    previousMonth(month),
  ).actual
}

function doubts(context: ReadingContext, value: Exact, before: Exact | null): ReadingWarning[] {
  const { planned, month } = context
  const { indicator } = planned
  const warnings: ReadingWarning[] = []
  const warn = (code: ReadingWarning['code'], message: string) =>
    warnings.push({ indicator: indicator.id, code, message })
  const measured = measuredTarget(indicator, month)
  const amount =
    indicator.mode === 'monthly-flow'
      ? value
      : indicator.mode === 'running-total'
        ? value.sub(before ?? exact(0))
        : null
  if (
    amount !== null &&
    measured !== null &&
    !measured.isAtMost &&
    measured.value.gt(0) &&
    amount.gt(measured.value)
  ) {
    warn(
      'above-year-target',
      `“${indicator.name}”本月${figureText(amount)}${indicator.unit}，超过全年目标${figureText(measured.value)}${indicator.unit}，请核对单位（万、亿）和数字。`,
    )
  }
  const usual = amount === null ? null : usualMonth(context)
  if (amount !== null && usual !== null && amount.gt(usual.mul(JUMP_FACTOR))) {
    warn(
      'far-above-usual',
      `“${indicator.name}”本月${figureText(amount)}${indicator.unit}，是以往月均${figureText(usual)}${indicator.unit}的5倍以上，请核对。`,
    )
  }
  if ((indicator.decimals ?? null) === 0 && value.d !== 1n)
    warn(
      'fractional-count',
      `“${indicator.name}”按整数统计，填的是${figureText(value)}${indicator.unit}，请核对。`,
    )
  const cells = context.state.readings.get(indicator.id)?.get(month)?.cells
  if (context.input.locality != null && cells?.get('')?.latest.body.state === 'number') {
    warn('whole-superseded', `“${indicator.name}”本月改按县区园区合计，原先填的合计数不再使用。`)
  }
  return warnings
}

/** Mean month of the earlier months that hold a number; null with fewer than two of them. */
function usualMonth(context: ReadingContext): Exact | null {
  const { state, planned, month } = context
  const readings = readingsOf(state, planned.indicator.id, 'latest')
  const amounts: Exact[] = []
  for (let number = 1; number < monthNumber(month); number += 1) {
    const { state: cell, monthAmount } = accumulate(
      planned.indicator,
      readings,
      monthOf(yearOf(month), number),
    )
    if (cell === 'number' && monthAmount !== null && monthAmount.gt(0)) amounts.push(monthAmount)
  }
  if (amounts.length < 2) return null
  return amounts.reduce((sum, amount) => sum.add(amount), exact(0)).div(amounts.length)
}
