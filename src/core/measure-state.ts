// The measuring applied to the state: one indicator or measure, one department's cells, one month's whole status.
import { type DepartmentId, type IndicatorId, isInForce, type PlanIndex, type PlannedIndicator, type PlannedMeasure } from './annual-plan.ts'
import { type Basis, type BureauState, cellEntries, deadlineOf, doesDeadlineCount, readingsOf, reportsOf, type SubmissionRecord } from './bureau-state.ts'
import { civilDateOf, isoOf } from './civil-time.ts'
import { type Exact, toNumber } from './exact.ts'
import { epochOf } from './hybrid-clock.ts'
import { accumulateMonths, type ReadingsByMonth } from './measuring/accumulate.ts'
import { type IndicatorInput, isCellExpected, type MadeGood, type MeasuredIndicator, measureIndicator, withMadeGood } from './measuring/measure-indicator.ts'
import { type MeasuredMeasure, measureMeasure } from './measuring/measure-measure.ts'
import { itemsOfDepartment, itemsOfProgramme, type RankedItem, standingOf } from './measuring/standing.ts'
import { verdictText, whatItTakesText, whyText } from './measuring/wording.ts'
import type { ReportingMonth } from './reporting-month.ts'
import type { IndicatorStatus, MeasureStatusReport, StatusReport, SubmissionStatus } from './status.ts'

const numberOrNull = (value: Exact | null): number | null => (value === null ? null : toNumber(value))

/** How the month was missed, if a later entry for that same month lifted it. */
function madeGoodOf(state: BureauState, planned: PlannedIndicator, basis: Basis, facts: { month: ReportingMonth; isExpected: boolean }): MadeGood | null {
  const month = state.readings.get(planned.indicator.id)?.get(facts.month)
  if (month === undefined) return null
  if (month.firstAccepted?.light === 'red' && cellEntries(month, basis) !== month.firstAccepted.entries) return 'was-red'
  return facts.isExpected && !month.wasFilledAtDeadline && doesDeadlineCount(state, facts.month) ? 'was-blank' : null
}

/** One indicator's month on one basis. */
export function measureInState(state: BureauState, planned: PlannedIndicator, month: ReportingMonth, basis: Basis): { input: IndicatorInput; result: MeasuredIndicator } {
  if (state.plan === null) throw new Error('no plan in force')
  const input: IndicatorInput = { planned, bands: state.plan.bands, month, readings: readingsOf(state, planned.indicator.id, basis) }
  const plain = measureIndicator(input)
  return { input, result: withMadeGood(plain, madeGoodOf(state, planned, basis, { month, isExpected: plain.isExpected })) }
}

/** One indicator's lights in several months, in rising order: the same results, without the localities' own values. */
export function measureIndicatorMonths(
  state: BureauState,
  planned: PlannedIndicator,
  months: readonly ReportingMonth[],
  basis: Basis,
): { readonly month: ReportingMonth; readonly result: MeasuredIndicator }[] {
  const { bands } = planOf(state)
  const readings = readingsOf(state, planned.indicator.id, basis)
  const accumulations = accumulateMonths(planned.indicator, readings, months)
  return months.map((month, index) => {
    const accumulation = accumulations[index]
    const plain = measureIndicator({ planned, bands, month, readings, ...(accumulation === undefined ? {} : { accumulation }) })
    return { month, result: withMadeGood(plain, madeGoodOf(state, planned, basis, { month, isExpected: plain.isExpected })) }
  })
}

/** Exact results → what is shown and exported. */
export function indicatorStatus(input: IndicatorInput, result: MeasuredIndicator, extra: { note: string | null; isCorrectionPending: boolean }): IndicatorStatus {
  const { indicator } = input.planned
  return {
    id: indicator.id,
    state: result.state,
    monthAmount: numberOrNull(result.monthAmount),
    actual: numberOrNull(result.actual),
    target: numberOrNull(result.measured?.value ?? null),
    completion: numberOrNull(result.completion),
    expectedShare: toNumber(result.share),
    expectedValue: numberOrNull(result.expected),
    paceRatio: numberOrNull(result.pace),
    light: result.light,
    label: result.label,
    why: whyText(input, result),
    neededPerMonth: numberOrNull(result.neededPerMonth),
    whatItTakes: whatItTakesText(input, result),
    verdict: verdictText(input, result),
    note: extra.note,
    isCorrectionPending: extra.isCorrectionPending,
    ...(result.byLocality.length === 0
      ? {}
      : {
          byLocality: result.byLocality.map(({ locality, state, monthAmount, actual }) => ({
            locality,
            state,
            monthAmount: numberOrNull(monthAmount),
            actual: numberOrNull(actual),
          })),
        }),
  }
}

function noteOf(readings: ReadingsByMonth, month: ReportingMonth): string | null {
  const notes = [...(readings.get(month)?.values() ?? [])].flatMap((reading) => (reading.note === null ? [] : [reading.note]))
  return notes.length === 0 ? null : notes.join('；')
}

function isCorrecting(state: BureauState, department: DepartmentId | null, month: ReportingMonth): boolean {
  const record = department === null ? undefined : state.submissions.get(`${month}/${department}`)
  if (record === undefined) return false
  return record.state !== 'accepted' && record.events.some((event) => event.kind === 'accepted')
}

export function indicatorStatusInState(state: BureauState, planned: PlannedIndicator, month: ReportingMonth, basis: Basis): IndicatorStatus {
  const { input, result } = measureInState(state, planned, month, basis)
  return indicatorStatus(input, result, {
    note: noteOf(input.readings, month),
    isCorrectionPending: isCorrecting(state, planned.lead, month),
  })
}

export function measureStatusInState(state: BureauState, planned: PlannedMeasure, month: ReportingMonth, basis: Basis): MeasureStatusReport {
  const result = measureMeasure(planned.measure, reportsOf(state, planned.measure.id, basis), month)
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

/** One cell that a month expects of a department. */
export interface ExpectedCell {
  readonly kind: 'indicator' | 'measure'
  readonly id: string
  readonly name: string
  readonly isFilled: boolean
}

/** What a month expects of a department, in plan order, and whether it is there (newest entries count). */
export function expectedCells(state: BureauState, department: DepartmentId, month: ReportingMonth): ExpectedCell[] {
  if (state.plan === null) return []
  const { indicators, measures } = itemsOfDepartment(state.plan, department)
  return [
    ...indicators.filter(({ indicator }) => isInForce(indicator, month)).flatMap((planned): ExpectedCell[] => {
      const readings = readingsOf(state, planned.indicator.id, 'latest')
      if (!isCellExpected(planned, month, readings)) return []
      const isFilled = [...(readings.get(month)?.values() ?? [])].some((reading) => reading.state !== 'blank')
      return [{ kind: 'indicator', id: planned.indicator.id, name: planned.indicator.name, isFilled }]
    }),
    ...measures.filter((planned) => isMeasureInForce(planned, month)).map((planned): ExpectedCell => {
      const result: MeasuredMeasure = measureMeasure(planned.measure, reportsOf(state, planned.measure.id, 'latest'), month)
      return { kind: 'measure', id: planned.measure.id, name: planned.measure.name, isFilled: result.isFilled }
    }),
  ]
}

export function isMeasureInForce(planned: PlannedMeasure, month: ReportingMonth): boolean {
  return isInForce(planned.measure, month) && isInForce(planned.programme, month)
}

export function isIndicatorInForce(planned: PlannedIndicator, month: ReportingMonth): boolean {
  return isInForce(planned.indicator, month) && (planned.programme === null || isInForce(planned.programme, month))
}

/** 报送 of one department's month as screens and exports show it. */
export function submissionStatus(state: BureauState, department: DepartmentId, month: ReportingMonth): SubmissionStatus {
  const cells = expectedCells(state, department, month)
  const record: SubmissionRecord = state.submissions.get(`${month}/${department}`) ?? { department, month, state: 'none', events: [] }
  const submissions = record.events.filter((event) => event.kind === 'submitted')
  const newest = submissions.at(-1)
  const returned = record.events.filter((event) => event.kind === 'returned')
  const correction = record.events.filter((event) => event.kind === 'correction').at(-1)
  const accepted = record.events.filter((event) => event.kind === 'accepted').at(-1)
  return {
    department,
    month,
    state: record.state,
    submittedAt: newest === undefined ? null : isoOf(epochOf(newest.origin.time)),
    submittedBy: newest?.origin.author ?? null,
    onTime: onTimeOf(state, record),
    timesReturned: returned.length,
    returnReason: returned.at(-1)?.reason ?? null,
    correctionReason: correction?.reason ?? null,
    acceptedAt: accepted === undefined ? null : isoOf(epochOf(accepted.origin.time)),
    filled: cells.filter((cell) => cell.isFilled).length,
    expected: cells.length,
  }
}

/** Judged on the submission that was first accepted, or the newest before that: a correction months later makes nothing late. */
function onTimeOf(state: BureauState, record: SubmissionRecord): boolean | null {
  if (state.plan === null || !doesDeadlineCount(state, record.month)) return null
  const firstAcceptance = record.events.findIndex((event) => event.kind === 'accepted')
  const judged = record.events.slice(0, firstAcceptance === -1 ? undefined : firstAcceptance).filter((event) => event.kind === 'submitted').at(-1)
  return judged === undefined ? null : epochOf(judged.origin.time) <= deadlineOf(state.plan, record.month)
}

/** States in which a department counts as having reported (报送率). */
function hasReported(submission: SubmissionStatus): boolean {
  return submission.state === 'submitted' || submission.state === 'accepted' || submission.state === 'correcting'
}

/** Everything measured in one month. */
export function measureMonth(state: BureauState, month: ReportingMonth, basis: Basis): Omit<StatusReport, 'asOf'> {
  const plan = planOf(state)
  const indicators = plan.indicators.filter((planned) => isIndicatorInForce(planned, month)).map((planned) => indicatorStatusInState(state, planned, month, basis))
  const measures = plan.measures.filter((planned) => isMeasureInForce(planned, month)).map((planned) => measureStatusInState(state, planned, month, basis))
  const indicatorsById = new Map(indicators.map((each) => [each.id, each]))
  const measuresById = new Map(measures.map((each) => [each.id, each]))
  const ranked = (items: { indicators: PlannedIndicator[]; measures: PlannedMeasure[] }): RankedItem[] => rank(items, indicatorsById, measuresById)
  const departments = plan.plan.departments.filter((department) => department.kind === 'department')
  const submissions = departments.map((department) => submissionStatus(state, department.id, month)).filter((each) => each.expected > 0 || each.state !== 'none')
  const expecting = submissions.filter((each) => each.expected > 0)
  const expectedTotal = expecting.reduce((sum, each) => sum + each.expected, 0)
  const filledTotal = expecting.reduce((sum, each) => sum + each.filled, 0)
  return {
    month,
    provisional: basis === 'latest',
    reportingRate: expecting.length === 0 ? null : expecting.filter(hasReported).length / expecting.length,
    fillRate: expectedTotal === 0 ? null : filledTotal / expectedTotal,
    indicators,
    measures,
    programmes: plan.plan.programmes.filter((programme) => isInForce(programme, month)).map((programme) => standingOf(programme.id, ranked(itemsOfProgramme(plan, programme.id)))),
    departments: departments.map((department) => standingOf(department.id, ranked(itemsOfDepartment(plan, department.id)))),
    submissions,
  }
}

function rank(
  items: { indicators: PlannedIndicator[]; measures: PlannedMeasure[] },
  indicatorsById: ReadonlyMap<IndicatorId, IndicatorStatus>,
  measuresById: ReadonlyMap<string, MeasureStatusReport>,
): RankedItem[] {
  return [
    ...items.indicators.flatMap(({ indicator }): RankedItem[] => {
      const status = indicatorsById.get(indicator.id)
      if (status === undefined) return []
      const { id, light, label, completion, paceRatio } = status
      return [{ kind: 'indicator', id, isKey: indicator.key === true, light, label, completion, paceRatio }]
    }),
    ...items.measures.flatMap(({ measure }): RankedItem[] => {
      const status = measuresById.get(measure.id)
      if (status === undefined) return []
      return [{ kind: 'measure', id: measure.id, isKey: true, light: status.light, label: status.label, completion: null, paceRatio: null }]
    }),
  ]
}

export function planOf(state: BureauState): PlanIndex {
  if (state.plan === null) throw new Error('no plan in force')
  return state.plan
}

/** Civil date of the newest entry, for headings. */
export function newestDate(state: BureauState): string | null {
  return state.newestTime === null ? null : civilDateOf(epochOf(state.newestTime))
}
