// Everything measured in one month: what `status` answers, and screens and workbooks show.

import { itemsOfDepartment, itemsOfProgramme, type RankedItem, standingOf } from '../measuring/standing.ts'
import type { IndicatorStatus, MeasureStatusReport, Standing, StatusReport } from '../measuring/status.ts'
import {
  type IndicatorId,
  isInForce,
  type PlannedIndicator,
  type PlannedMeasure,
} from '../plan/annual-plan.ts'
import { atOnce, type Steps } from '../steps.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import { type Basis, type BureauState, planOf } from './bureau-state.ts'
import {
  indicatorStatusInState,
  isIndicatorInForce,
  isMeasureInForce,
  measureStatusInState,
} from './measure-state.ts'
import { hasReported, submissionStatus } from './submission-status.ts'

export type StatusOfIndicator = typeof indicatorStatusInState

/** Everything measured in one month. `statusOf`: with or without the localities' own values. */
export function measureMonth(...asked: Parameters<typeof measureMonthInSteps>): Omit<StatusReport, 'asOf'> {
  return atOnce(measureMonthInSteps(...asked))
}

/** As measureMonth: a province's month has thousands of figures. */
export function* measureMonthInSteps(
  state: BureauState,
  month: ReportingMonth,
  basis: Basis,
  statusOf: StatusOfIndicator = indicatorStatusInState,
): Steps<Omit<StatusReport, 'asOf'>> {
  const plan = planOf(state).at(month)
  const { indicators, measures } = yield* measureItemsInSteps(state, plan, { month, basis }, statusOf)
  yield
  const indicatorsById = new Map(indicators.map((each) => [each.id, each]))
  const measuresById = new Map(measures.map((each) => [each.id, each]))
  const ranked = (items: PlannedItems): RankedItem[] => rank(items, indicatorsById, measuresById)
  const departments = plan.plan.departments.filter((department) => department.kind === 'department')
  const submissions = departments
    .map((department) => submissionStatus(state, department.id, month))
    .filter((each) => each.expected > 0 || each.state !== 'none')
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
    programmes: plan.plan.programmes
      .filter((programme) => isInForce(programme, month))
      .map((programme) => standingOf(programme.id, ranked(itemsOfProgramme(plan, programme.id)))),
    departments: departments.map((department) =>
      standingOf(department.id, ranked(itemsOfDepartment(plan, department.id))),
    ),
    submissions,
  }
}

/** Items of a plan: all, or those of a programme or department. */
export interface PlannedItems {
  readonly indicators: readonly PlannedIndicator[]
  readonly measures: readonly PlannedMeasure[]
}

export interface MeasuredItems {
  readonly indicators: readonly IndicatorStatus[]
  readonly measures: readonly MeasureStatusReport[]
}

/** Those of the items that are in force in the month. */
export function measureItems(...asked: Parameters<typeof measureItemsInSteps>): MeasuredItems {
  return atOnce(measureItemsInSteps(...asked))
}

function* measureItemsInSteps(
  state: BureauState,
  items: PlannedItems,
  { month, basis }: { readonly month: ReportingMonth; readonly basis: Basis },
  statusOf: StatusOfIndicator = indicatorStatusInState,
): Steps<MeasuredItems> {
  const indicators: IndicatorStatus[] = []
  for (const planned of items.indicators) {
    if (!isIndicatorInForce(planned, month)) continue
    indicators.push(statusOf(state, planned, month, basis))
    yield
  }
  const measures = items.measures
    .filter((planned) => isMeasureInForce(planned, month))
    .map((planned) => measureStatusInState(state, planned, month, basis))
  return { indicators, measures }
}

/** The items' own counts and 最要紧的一项, as a programme or department (`id`) shows them. */
export function standingOfItems(id: string, items: PlannedItems, measured: MeasuredItems): Standing<string> {
  const indicatorsById = new Map(measured.indicators.map((each) => [each.id, each]))
  const measuresById = new Map(measured.measures.map((each) => [each.id, each]))
  return standingOf(id, rank(items, indicatorsById, measuresById))
}

function rank(
  items: PlannedItems,
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
      return [
        {
          kind: 'measure',
          id: measure.id,
          isKey: true,
          light: status.light,
          label: status.label,
          completion: null,
          paceRatio: null,
        },
      ]
    }),
  ]
}
