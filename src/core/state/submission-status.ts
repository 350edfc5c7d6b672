// What a month expects of a department, and how its report stands (报送).

import { epochOf } from '../journal/hybrid-clock.ts'
import type { IndicatorReading } from '../journal/journal-entry.ts'
import { isCellExpected, isCellFilled } from '../measuring/measure-indicator.ts'
import { type MeasuredMeasure, measureMeasure } from '../measuring/measure-measure.ts'
import { itemsOfDepartment } from '../measuring/standing.ts'
import { isHandedIn, type SubmissionStatus } from '../measuring/status.ts'
import type {
  DepartmentId,
  IndicatorId,
  LocalityId,
  PlanIndex,
  PlannedIndicator,
} from '../plan/annual-plan.ts'
import { localitiesOf } from '../plan/localities-of.ts'
import { isoOf } from '../values/civil-time.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import {
  type BureauState,
  deadlineOf,
  doesDeadlineCount,
  readingsOf,
  reportsOf,
  type SubmissionRecord,
} from './bureau-state.ts'
import { isIndicatorInForce, isMeasureInForce } from './measure-state.ts'

/** One cell that a month expects of a department. */
export interface ExpectedCell {
  readonly kind: 'indicator' | 'measure'
  readonly id: string
  readonly name: string
  readonly isFilled: boolean
  /** names of 县区园区 still blank, where others of the figure are filled in */
  readonly blankLocalities: readonly string[]
}

/** A figure of which some 县区园区 are still blank. */
export interface PartlyFilled {
  readonly id: IndicatorId
  readonly name: string
  readonly localities: readonly string[]
}

export function partlyFilled(cells: readonly ExpectedCell[]): PartlyFilled[] {
  return cells.flatMap(({ id, name, blankLocalities: localities }) =>
    localities.length === 0 ? [] : [{ id, name, localities }],
  )
}

/** Indicators that a department fills in itself in that month, in plan order. `plan`: of the month. */
export function ownIndicators(
  plan: PlanIndex,
  department: DepartmentId,
  month: ReportingMonth,
): PlannedIndicator[] {
  return itemsOfDepartment(plan, department).indicators.filter(
    (planned) => isIndicatorInForce(planned, month) && planned.takenFrom === null,
  )
}

/** What a month expects of a department, in plan order, and whether it is there (newest entries count). */
export function expectedCells(
  state: BureauState,
  department: DepartmentId,
  month: ReportingMonth,
): ExpectedCell[] {
  if (state.plan === null) return []
  const plan = state.plan.at(month)
  const { measures } = itemsOfDepartment(plan, department)
  return [
    ...ownIndicators(plan, department, month).flatMap((planned): ExpectedCell[] => {
      const readings = readingsOf(state, planned.indicator.id, 'latest')
      if (!isCellExpected(planned, month, readings)) return []
      const { id, name } = planned.indicator
      const isFilled = isCellFilled(readings, month)
      const blank = blankLocalities(plan, planned, readings.get(month))
      return [{ kind: 'indicator', id, name, isFilled, blankLocalities: blank }]
    }),
    ...measures
      .filter((planned) => isMeasureInForce(planned, month))
      .map((planned): ExpectedCell => {
        const result: MeasuredMeasure = measureMeasure(
          planned.measure,
          reportsOf(state, planned.measure.id, 'latest', month),
          month,
        )
        return {
          kind: 'measure',
          id: planned.measure.id,
          name: planned.measure.name,
          isFilled: result.isFilled,
          blankLocalities: [],
        }
      }),
  ]
}

/** The figure is theirs once one of them is filled in; then those without a state are still owed. */
function blankLocalities(
  plan: PlanIndex,
  planned: PlannedIndicator,
  cell: ReadonlyMap<LocalityId | '', IndicatorReading> | undefined,
): string[] {
  const isBlank = (locality: string) => (cell?.get(locality)?.state ?? 'blank') === 'blank'
  const localities = localitiesOf(plan, planned)
  const blank = localities.filter(({ id }) => isBlank(id))
  return blank.length === localities.length ? [] : blank.map(({ name }) => name)
}

/** 报送 of one department's month as screens and exports show it. */
export function submissionStatus(
  state: BureauState,
  department: DepartmentId,
  month: ReportingMonth,
): SubmissionStatus {
  const cells = expectedCells(state, department, month)
  const record: SubmissionRecord = state.submissions.get(`${month}/${department}`) ?? {
    department,
    month,
    state: 'none',
    events: [],
  }
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
  const judged = record.events
    .slice(0, firstAcceptance === -1 ? undefined : firstAcceptance)
    .filter((event) => event.kind === 'submitted')
    .at(-1)
  return judged === undefined ? null : epochOf(judged.origin.time) <= deadlineOf(state.plan, record.month)
}

/** States in which a department counts as having reported (报送率). */
export function hasReported({ state }: Pick<SubmissionStatus, 'state'>): boolean {
  return isHandedIn(state) || state === 'correcting'
}
