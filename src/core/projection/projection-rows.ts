// The rows of the derived tables, each worked out from the state alone. A rebuild and a save call the same
// functions, so the two cannot drift.

import type { EntryId, MeasureStatus } from '../journal/journal-entry.ts'
import { measureMeasure, type ReportsByMonth } from '../measuring/measure-measure.ts'
import type { RankedItem } from '../measuring/standing.ts'
import type { Light, ProgrammeMonth, SubmissionState } from '../measuring/status.ts'
import type { IndicatorId, MeasureId } from '../plan/annual-plan.ts'
import {
  type Basis,
  type BureauState,
  beginningOf,
  type Origin,
  reportsSince,
} from '../state/bureau-state.ts'
import { isMeasureInForce, measureIndicatorMonths } from '../state/measure-state.ts'
import { toNumber } from '../values/exact.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'

export type ItemKind = RankedItem['kind']

export interface ItemInMonth {
  readonly month: ReportingMonth
  readonly kind: ItemKind
  readonly id: string
}

/** 报送 of one department and month. */
export interface SubmissionRow {
  readonly month: ReportingMonth
  readonly department: string
  readonly state: SubmissionState
  readonly submittedEntry: EntryId | null
  readonly acceptedEntry: EntryId | null
  readonly timesReturned: number
}

/** One item in one month: its light, and what stands beside it wherever it is named. */
export interface ItemMonth
  extends ItemInMonth,
    Pick<RankedItem, 'light' | 'label' | 'completion' | 'paceRatio'> {
  readonly basis: Basis
  /** 本年累计 or the level, the double nearest to the exact value; null for measures and before the first number */
  readonly actual: number | null
  /** a measure's status; null for indicators and while nothing was reported */
  readonly status: MeasureStatus | null
  /** the month wants the cell filled (填实率) */
  readonly isExpected: boolean
  readonly isFilled: boolean
}

/** An item's row of one month: its light on each basis, null where it is not in force. */
export interface ItemRow extends ItemInMonth {
  /** the newest entry about it, its localities' included; null where nothing was filled in */
  readonly newestEntry: EntryId | null
  readonly lights: Readonly<Record<Basis, ItemMonth | null>>
}

/** One programme's standing in one month: what the heat map and the summary read. */
export interface ProgrammeMonthRow extends ProgrammeMonth {
  readonly basis: Basis
}

/** The roll-ups as they are kept. */
export interface RollUps {
  readonly itemMonths: readonly ItemMonth[]
  readonly programmeMonths: readonly ProgrammeMonthRow[]
}

/** Everything that can be worked out from the journal and is kept in tables. */
export interface DerivedRows {
  readonly items: readonly ItemRow[]
  readonly submissions: readonly SubmissionRow[]
  readonly programmeMonths: readonly ProgrammeMonthRow[]
}

/** What a save changes in the tables. */
export interface DerivedChanges extends DerivedRows {
  /** rows that no longer belong there: only a new plan takes any away */
  readonly gone: {
    readonly items: readonly ItemInMonth[]
    readonly programmeMonths: readonly ProgrammeMonthRow[]
  }
}

export function newestEntry(state: BureauState, { month, kind, id }: ItemInMonth): EntryId | null {
  if (kind === 'measure') return state.measures.get(id)?.get(month)?.latest.entry ?? null
  let newest: Origin | null = null
  for (const { latest } of state.readings.get(id)?.get(month)?.cells.values() ?? [])
    if (newest === null || isBefore(newest, latest)) newest = latest
  return newest?.entry ?? null
}

const isBefore = (a: Origin, b: Origin): boolean =>
  a.time < b.time || (a.time === b.time && a.entry < b.entry)

export const isInForceOnABasis = ({ lights }: ItemRow): boolean =>
  lights.latest !== null || lights.accepted !== null

export function submissionRow(state: BureauState, key: string): SubmissionRow[] {
  const record = state.submissions.get(key)
  if (record === undefined) return []
  const newest = (kind: 'submitted' | 'accepted') =>
    record.events.findLast((event) => event.kind === kind)?.origin.entry ?? null
  const timesReturned = record.events.filter((event) => event.kind === 'returned').length
  return [
    {
      month: record.month,
      department: record.department,
      state: record.state,
      submittedEntry: newest('submitted'),
      acceptedEntry: newest('accepted'),
      timesReturned,
    },
  ]
}

/** An indicator's lights in several months, earliest first; months outside its lifetime have none. */
function indicatorMonths(
  state: BureauState,
  id: IndicatorId,
  basis: Basis,
  months: readonly ReportingMonth[],
): ItemMonth[] {
  if (state.plan === null) return []
  return measureIndicatorMonths(state, id, months, basis).map(({ month, isFilled, result }) => {
    const { light, label, completion, pace, actual, isExpected } = result
    return {
      month,
      basis,
      kind: 'indicator',
      id,
      light,
      label,
      completion: completion === null ? null : toNumber(completion),
      paceRatio: pace === null ? null : toNumber(pace),
      actual: actual === null ? null : toNumber(actual),
      status: null,
      isExpected,
      isFilled,
    }
  })
}

function measureMonths(
  state: BureauState,
  id: MeasureId,
  basis: Basis,
  months: readonly ReportingMonth[],
): ItemMonth[] {
  const reports = new Map<ReportingMonth, ReportsByMonth>()
  const reportsIn = (month: ReportingMonth): ReportsByMonth => {
    const first = beginningOf(state, id, month)
    const known = reports.get(first) ?? reportsSince(state, id, basis, first)
    reports.set(first, known)
    return known
  }
  return months.flatMap((month): ItemMonth[] => {
    const planned = state.plan?.at(month).measuresById.get(id)
    if (planned === undefined || !isMeasureInForce(planned, month)) return []
    const { light, label, status, isFilled } = measureMeasure(planned.measure, reportsIn(month), month)
    const noFigures = { completion: null, paceRatio: null, actual: null }
    return [
      { month, basis, kind: 'measure', id, light, label, ...noFigures, status, isExpected: true, isFilled },
    ]
  })
}

export const itemMonthsOf = { indicator: indicatorMonths, measure: measureMonths }

export const itemKey = (kind: ItemKind, id: string) => `${kind}/${id}`

export function isSameItem(a: ItemMonth | undefined, b: ItemMonth): boolean {
  return (
    a !== undefined &&
    a.light === b.light &&
    a.label === b.label &&
    a.completion === b.completion &&
    a.paceRatio === b.paceRatio &&
    a.actual === b.actual &&
    a.status === b.status &&
    a.isExpected === b.isExpected &&
    a.isFilled === b.isFilled
  )
}

export function isSameSubmission(a: SubmissionRow | undefined, b: SubmissionRow): boolean {
  return (
    a !== undefined &&
    a.state === b.state &&
    a.submittedEntry === b.submittedEntry &&
    a.acceptedEntry === b.acceptedEntry &&
    a.timesReturned === b.timesReturned
  )
}

const LIGHTS: readonly Light[] = ['blue', 'green', 'yellow', 'red', 'grey']

export function isSameProgramme(a: ProgrammeMonthRow | undefined, b: ProgrammeMonthRow): boolean {
  if (a === undefined || a.light !== b.light || a.label !== b.label) return false
  if (a.worst?.kind !== b.worst?.kind || a.worst?.id !== b.worst?.id) return false
  return LIGHTS.every((light) => a.counts[light] === b.counts[light])
}
