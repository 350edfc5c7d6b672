// Accumulation of an indicator's readings over the months (design: "How things are measured").

import type { IndicatorReading, ReadingState } from '../journal/journal-entry.ts'
import type { AccumulationMode, IndicatorId, LocalityId } from '../plan/annual-plan.ts'
import { type Exact, exact, ZERO } from '../values/exact.ts'
import { type ReportingMonth, yearOf } from '../values/reporting-month.ts'

/** Readings of one indicator: month → locality ("" = the whole) → reading. */
export type ReadingsByMonth = ReadonlyMap<ReportingMonth, ReadonlyMap<LocalityId | '', IndicatorReading>>

export interface AccumulationRule {
  readonly id: IndicatorId
  readonly mode: AccumulationMode
  readonly unit: string
}

export interface LocalityAccumulation {
  readonly locality: LocalityId
  readonly state: ReadingState
  readonly monthAmount: Exact | null
  readonly actual: Exact | null
}

export interface Accumulation {
  readonly state: ReadingState
  /** what the month added, in the unit; null for levels and without data */
  readonly monthAmount: Exact | null
  /** value so far, null while no number has been reported */
  readonly actual: Exact | null
  /** a broken-down indicator's localities, in order of first mention */
  readonly byLocality: readonly LocalityAccumulation[]
}

/** Stock and ratio carry over a new year; flows, running totals and yearly figures start afresh. */
export function carriesOver(mode: AccumulationMode): boolean {
  return mode === 'stock' || mode === 'ratio'
}

/** The number of one reading, in the indicator's unit; null when the reading holds no number. */
export function numberOf(reading: IndicatorReading, unit: string): Exact | null {
  if (reading.state !== 'number') return null
  if (reading.value !== null) return exact(reading.value)
  if (reading.numerator === null || reading.denominator === null) return null
  return quotient(exact(reading.numerator), exact(reading.denominator), unit)
}

function quotient(numerator: Exact, denominator: Exact, unit: string): Exact | null {
  if (denominator.equals(0)) return null
  const ratio = numerator.div(denominator)
  return unit === '%' ? ratio.mul(100) : ratio
}

const PRECEDENCE: readonly ReadingState[] = ['number', 'no-progress', 'not-yet-published', 'not-applicable']

/** The state of the month's cell; localities, where any has been filled in, stand for the whole. */
export function cellState(
  readings: ReadonlyMap<LocalityId | '', IndicatorReading> | undefined,
): ReadingState {
  if (readings === undefined) return 'blank'
  let best = PRECEDENCE.length
  for (const [locality, { state }] of readings) {
    const rank = locality === '' ? -1 : PRECEDENCE.indexOf(state)
    if (rank !== -1 && rank < best) best = rank
  }
  return PRECEDENCE[best] ?? readings.get('')?.state ?? 'blank'
}

/** Works out month amount and value so far at the end of `month`. */
export function accumulate(
  rule: AccumulationRule,
  readings: ReadingsByMonth,
  month: ReportingMonth,
): Accumulation {
  const months = [...readings.keys()]
    .filter((each) => each <= month && (carriesOver(rule.mode) || yearOf(each) === yearOf(month)))
    .sort()
  const total = new RunningValue(rule)
  let before: Exact | null = null
  for (const each of months) {
    if (each === month) before = total.value
    const cell = readings.get(each)
    if (cell !== undefined) total.add(cell)
  }
  const state = cellState(readings.get(month))
  if (!months.includes(month)) before = total.value
  return {
    state,
    monthAmount: monthAmountOf(rule.mode, state, before, total.value),
    actual: total.value,
    byLocality: byLocality(rule, readings, months, month),
  }
}

/**
 * As accumulate, for several months in rising order at the cost of one, without the localities' own values:
 * what the roll-ups need, where a province-size year has a hundred localities to an indicator.
 */
export function accumulateMonths(
  rule: AccumulationRule,
  readings: ReadingsByMonth,
  months: readonly ReportingMonth[],
): Accumulation[] {
  const filled = [...readings.keys()].sort()
  const carries = carriesOver(rule.mode)
  let total = new RunningValue(rule)
  let year: number | null = null
  let next = 0
  const addNext = () => {
    const cell = readings.get(filled[next] ?? '')
    if (cell !== undefined) total.add(cell)
    next += 1
  }
  return months.map((month) => {
    if (!carries && year !== yearOf(month)) {
      year = yearOf(month)
      total = new RunningValue(rule)
      while (next < filled.length && yearOf(filled[next] ?? '') < year) next += 1
    }
    while (next < filled.length && (filled[next] ?? '') < month) addNext()
    const before = total.value
    if (filled[next] === month) addNext()
    const state = cellState(readings.get(month))
    return {
      state,
      monthAmount: monthAmountOf(rule.mode, state, before, total.value),
      actual: total.value,
      byLocality: [],
    }
  })
}

function monthAmountOf(
  mode: AccumulationMode,
  state: ReadingState,
  before: Exact | null,
  now: Exact | null,
): Exact | null {
  if (mode !== 'monthly-flow' && mode !== 'running-total') return null
  if (state === 'no-progress') return ZERO
  if (state !== 'number' || now === null) return null
  return before === null ? now : now.sub(before)
}

/** The value so far while months are added in order. */
class RunningValue {
  readonly #rule: AccumulationRule
  readonly #latestByLocality = new Map<LocalityId, IndicatorReading>()
  #value: Exact | null = null
  /** a locality's level is newer than the value */
  #isLevelMoved = false

  constructor(rule: AccumulationRule) {
    this.#rule = rule
  }

  /** Levels of a hundred localities are only added up for a month that somebody asks about. */
  get value(): Exact | null {
    if (this.#isLevelMoved) this.#set(this.#combined())
    return this.#value
  }

  add(cell: ReadonlyMap<LocalityId | '', IndicatorReading>): void {
    const isFlow = this.#rule.mode === 'monthly-flow'
    let isByLocality = false
    for (const [locality, reading] of cell) {
      if (locality === '' || reading.state === 'blank') continue
      isByLocality = true
      if (reading.state !== 'number') continue
      if (isFlow) {
        this.#addNumber(numberOf(reading, this.#rule.unit))
        continue
      }
      this.#latestByLocality.set(locality, reading)
      this.#isLevelMoved = true
    }
    const whole = isByLocality ? undefined : cell.get('')
    if (whole !== undefined) this.#addNumber(numberOf(whole, this.#rule.unit))
  }

  #set(value: Exact | null): void {
    this.#value = value
    this.#isLevelMoved = false
  }

  #addNumber(number: Exact | null): void {
    if (number === null) return
    const before = this.#rule.mode === 'monthly-flow' ? this.#value : null
    this.#set(before === null ? number : before.add(number))
  }

  /** Levels of localities add up; ratios are combined by their parts, never averaged. */
  #combined(): Exact | null {
    const latest = [...this.#latestByLocality.values()]
    if (this.#rule.mode !== 'ratio')
      return latest.reduce((sum, reading) => sum.add(numberOf(reading, this.#rule.unit) ?? ZERO), ZERO)
    let numerator = ZERO
    let denominator = ZERO
    for (const reading of latest) {
      if (reading.numerator === null || reading.denominator === null) continue
      numerator = numerator.add(exact(reading.numerator))
      denominator = denominator.add(exact(reading.denominator))
    }
    return quotient(numerator, denominator, this.#rule.unit)
  }
}

function byLocality(
  rule: AccumulationRule,
  readings: ReadingsByMonth,
  months: readonly ReportingMonth[],
  month: ReportingMonth,
): LocalityAccumulation[] {
  const localities = new Set(
    months.flatMap((each) => [...(readings.get(each)?.keys() ?? [])].filter((key) => key !== '')),
  )
  return [...localities].map((locality) => {
    const own: ReadingsByMonth = new Map(
      months.flatMap((each) => {
        const reading = readings.get(each)?.get(locality)
        return reading === undefined ? [] : [[each, new Map([['' as const, reading]])] as const]
      }),
    )
    const { state, monthAmount, actual } = accumulate(rule, own, month)
    return { locality, state, monthAmount, actual }
  })
}
