// The measuring applied to the state: one indicator's or measure's month on one basis.

import {
  type Accumulation,
  type AccumulationRule,
  accumulateMonths,
  type ReadingsByMonth,
} from '../measuring/accumulate.ts'
import { indicatorStatus } from '../measuring/indicator-status.ts'
import {
  asMadeGood,
  type IndicatorInput,
  isCellFilled,
  type JudgedIndicator,
  judgeIndicator,
  type MeasuredIndicator,
  measureIndicator,
  withMadeGood,
} from '../measuring/measure-indicator.ts'
import { measureMeasure } from '../measuring/measure-measure.ts'
import type { IndicatorStatus, MeasureStatusReport } from '../measuring/status.ts'
import {
  type DepartmentId,
  type IndicatorId,
  isInForce,
  type PlannedIndicator,
  type PlannedMeasure,
} from '../plan/annual-plan.ts'
import { filledIn } from '../plan/taken-figures.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import { type Basis, type BureauState, planOf, readingsOf, reportsOf } from './bureau-state.ts'
import { isMadeGood, type MonthAsked, madeGoodOf } from './missed-months.ts'

/** What an indicator's month is measured from. */
function inputOf(
  state: BureauState,
  planned: PlannedIndicator,
  month: ReportingMonth,
  basis: Basis,
): IndicatorInput {
  const readings = readingsOf(state, filledIn(planned).indicator.id, basis)
  return { planned, bands: planned.bands, month, readings }
}

function measured(
  state: BureauState,
  input: IndicatorInput,
  basis: Basis,
): { input: IndicatorInput; result: MeasuredIndicator } {
  const plain = measureIndicator(input)
  const { planned, month } = input
  const asked = { planned, basis, month, isExpected: plain.isExpected }
  return { input, result: withMadeGood(plain, madeGoodOf(state, asked)) }
}

/** One indicator's month on one basis; a hundred localities' own values, which few ask for, are not worked out. */
export function measureInState(
  state: BureauState,
  planned: PlannedIndicator,
  month: ReportingMonth,
  basis: Basis,
): { input: IndicatorInput; result: MeasuredIndicator } {
  const input = inputOf(state, planned, month, basis)
  const [accumulation] = accumulateMonths(filledIn(planned).indicator, input.readings, [month])
  return measured(state, accumulation === undefined ? input : { ...input, accumulation }, basis)
}

/**
 * One indicator's lights in several months, in rising order: the same results, without what only a page shows.
 * Each month is judged by the plan as it stands for it; months in which the indicator is not in force are left out.
 */
export function measureIndicatorMonths(
  state: BureauState,
  id: IndicatorId,
  months: readonly ReportingMonth[],
  basis: Basis,
): MonthResult<JudgedIndicator>[] {
  return inMonths({ state, id, months, basis }, judgeIndicator, (judged, asked) =>
    isMadeGood(state, asked) ? asMadeGood(judged) : judged,
  )
}

/** As measureIndicatorMonths, with what each month added and was due; only the localities' own values are left out. */
export function measureIndicatorSeries(
  state: BureauState,
  id: IndicatorId,
  months: readonly ReportingMonth[],
  basis: Basis,
): MonthResult<MeasuredIndicator>[] {
  return inMonths({ state, id, months, basis }, measureIndicator, (measured, asked) =>
    withMadeGood(measured, madeGoodOf(state, asked)),
  )
}

interface MonthResult<Result> {
  readonly month: ReportingMonth
  readonly isFilled: boolean
  readonly result: Result
}

interface Series {
  readonly state: BureauState
  readonly id: IndicatorId
  readonly months: readonly ReportingMonth[]
  readonly basis: Basis
}

function inMonths<Result extends JudgedIndicator>(
  { state, id, months, basis }: Series,
  measure: (input: IndicatorInput & { readonly accumulation: Accumulation }) => Result,
  lift: (plain: Result, asked: MonthAsked) => Result,
): MonthResult<Result>[] {
  const readings = new Map<IndicatorId, ReadingsByMonth>()
  const readingsFor = ({ indicator }: PlannedIndicator): ReadingsByMonth => {
    const known = readings.get(indicator.id) ?? readingsOf(state, indicator.id, basis)
    readings.set(indicator.id, known)
    return known
  }
  const inForce = months.flatMap((month): MonthInForce[] => {
    const planned = planOf(state).at(month).indicatorsById.get(id)
    if (planned === undefined || !isIndicatorInForce(planned, month)) return []
    return [{ month, planned, bands: planned.bands, readings: readingsFor(filledIn(planned)) }]
  })
  return withAccumulations(inForce).map((input) => {
    const plain = measure(input)
    const { month, planned, readings: own } = input
    const result = lift(plain, { planned, basis, month, isExpected: plain.isExpected })
    return { month, isFilled: isCellFilled(own, month), result }
  })
}

type MonthInForce = Pick<IndicatorInput, 'month' | 'planned' | 'bands' | 'readings'>

/** Months in a row that are counted in one way are accumulated at once; another year's plan may count in another way, or take its figures from elsewhere. */
function withAccumulations(
  inForce: readonly MonthInForce[],
): (MonthInForce & { readonly accumulation: Accumulation })[] {
  const all: (MonthInForce & { readonly accumulation: Accumulation })[] = []
  for (let from = 0; from < inForce.length; ) {
    const first = inForce[from]
    if (first === undefined) break
    const rule = filledIn(first.planned).indicator
    let to = from + 1
    while (isCountedAlike(inForce[to], rule)) to += 1
    const run = inForce.slice(from, to)
    const accumulations = accumulateMonths(
      rule,
      first.readings,
      run.map(({ month }) => month),
    )
    for (const [at, each] of run.entries()) {
      const accumulation = accumulations[at]
      if (accumulation !== undefined) all.push({ ...each, accumulation })
    }
    from = to
  }
  return all
}

function isCountedAlike(next: MonthInForce | undefined, rule: AccumulationRule): boolean {
  if (next === undefined) return false
  const { id, mode, unit } = filledIn(next.planned).indicator
  return id === rule.id && mode === rule.mode && unit === rule.unit
}

function noteOf(readings: ReadingsByMonth, month: ReportingMonth): string | null {
  const notes = [...(readings.get(month)?.values() ?? [])].flatMap((reading) =>
    reading.note === null ? [] : [reading.note],
  )
  // A hundred localities often give one and the same explanation.
  return notes.length === 0 ? null : [...new Set(notes)].join('；')
}

function isCorrecting(state: BureauState, department: DepartmentId | null, month: ReportingMonth): boolean {
  const record = department === null ? undefined : state.submissions.get(`${month}/${department}`)
  if (record === undefined) return false
  return record.state !== 'accepted' && record.events.some((event) => event.kind === 'accepted')
}

/** As a page shows it: without its localities' own values. */
export function indicatorStatusInState(
  state: BureauState,
  planned: PlannedIndicator,
  month: ReportingMonth,
  basis: Basis,
): IndicatorStatus {
  return statusOf(state, measureInState(state, planned, month, basis))
}

/** With each locality's own value, as exports and the command line list them. */
export function indicatorStatusByLocality(
  state: BureauState,
  planned: PlannedIndicator,
  month: ReportingMonth,
  basis: Basis,
): IndicatorStatus {
  return statusOf(state, measured(state, inputOf(state, planned, month, basis), basis))
}

function statusOf(state: BureauState, { input, result }: ReturnType<typeof measureInState>): IndicatorStatus {
  const { planned, month, readings } = input
  return indicatorStatus(input, result, {
    note: noteOf(readings, month),
    isCorrectionPending: isCorrecting(state, filledIn(planned).lead, month),
  })
}

export function measureStatusInState(
  state: BureauState,
  planned: PlannedMeasure,
  month: ReportingMonth,
  basis: Basis,
): MeasureStatusReport {
  const result = measureMeasure(planned.measure, reportsOf(state, planned.measure.id, basis, month), month)
  return {
    id: planned.measure.id,
    status: result.status,
    light: result.light,
    label: result.label,
    overdueMilestones: result.overdueMilestones,
    why: result.why,
    progress: result.report?.progress ?? null,
    problems: result.report?.problems ?? null,
    nextSteps: result.report?.nextSteps ?? null,
    isCorrectionPending: isCorrecting(state, planned.lead, month),
  }
}

export function isMeasureInForce(planned: PlannedMeasure, month: ReportingMonth): boolean {
  return isInForce(planned.measure, month) && isInForce(planned.programme, month)
}

export function isIndicatorInForce(planned: PlannedIndicator, month: ReportingMonth): boolean {
  return (
    isInForce(planned.indicator, month) && (planned.programme === null || isInForce(planned.programme, month))
  )
}
