// Every correction (更正) that was accepted between two moments of the journal, step by step, and every figure of an
// earlier month that was filled in late (补报). What was typed and replaced before anybody accepted it is no correction.

import type { IndicatorReading, MeasureReport } from '../journal/journal-entry.ts'
import type { IndicatorId, LocalityId, MeasureId } from '../plan/annual-plan.ts'
import type {
  AcceptedCorrection,
  BureauState,
  Cell,
  Origin,
  Recorded,
  SubmissionEvent,
} from '../state/bureau-state.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'

/** One accepted step of one cell. */
export interface CellCorrection<Body> {
  /** null = nothing had been accepted for it (补报) */
  readonly from: Recorded<Body> | null
  readonly to: Recorded<Body>
  readonly reason: string | null
  /** who accepted the step and when; null where the plan no longer knows whose month it was */
  readonly acceptance: Origin | null
}

export interface FigureCorrection extends CellCorrection<IndicatorReading> {
  readonly indicator: IndicatorId
  readonly locality: LocalityId | null
  readonly month: ReportingMonth
}

export interface MeasureCorrection extends CellCorrection<MeasureReport> {
  readonly measure: MeasureId
  readonly month: ReportingMonth
}

/** What was known at the issue before, and the month it was about; null for the first issue. */
export type Before = { readonly state: BureauState; readonly month: ReportingMonth } | null

/** Steps on figures of months up to `lastMonth`, in order of item and month. */
export function figureCorrections(
  before: Before,
  after: BureauState,
  lastMonth: ReportingMonth,
): FigureCorrection[] {
  return [...after.readings].flatMap(([indicator, months]) =>
    monthsUpTo(months, lastMonth).flatMap((month) =>
      [...(months.get(month)?.cells ?? [])].flatMap(([locality, cell]) => {
        const then = before?.state.readings.get(indicator)?.get(month)?.cells.get(locality)
        const events = () => eventsOf(after, month, 'indicatorsById', indicator)
        return stepsSince(before, { month, cell, then, events }).map((step) => ({
          ...step,
          indicator,
          month,
          locality: locality === '' ? null : locality,
        }))
      }),
    ),
  )
}

/** Steps on measures' reports of months up to `lastMonth`, in order of item and month. */
export function measureCorrections(
  before: Before,
  after: BureauState,
  lastMonth: ReportingMonth,
): MeasureCorrection[] {
  return [...after.measures].flatMap(([measure, months]) =>
    monthsUpTo(months, lastMonth).flatMap((month) => {
      const cell = months.get(month)
      if (cell === undefined) return []
      const then = before?.state.measures.get(measure)?.get(month)
      const events = () => eventsOf(after, month, 'measuresById', measure)
      return stepsSince(before, { month, cell, then, events }).map((step) => ({ ...step, measure, month }))
    }),
  )
}

function monthsUpTo(months: ReadonlyMap<ReportingMonth, unknown>, last: ReportingMonth): ReportingMonth[] {
  return [...months.keys()].filter((each) => each <= last).sort()
}

interface ComparedCell<Body> {
  readonly month: ReportingMonth
  readonly cell: Cell<Body>
  /** the same cell as it was known before */
  readonly then: Cell<Body> | undefined
  /** the life of the department-month it belongs to */
  readonly events: () => readonly SubmissionEvent[]
}

function stepsSince<Body>(
  before: Before,
  { month, cell, then, events }: ComparedCell<Body>,
): readonly CellCorrection<Body>[] {
  const { accepted, corrections } = cell
  if (accepted === null) return NO_STEPS
  // Entries of another PC may arrive late and stand between known ones, so steps are told apart by what they are.
  const known = corrections.length === 0 ? null : new Set(then?.corrections.map(stepKey))
  const steps = known === null ? NO_STEPS : corrections.filter((step) => !known.has(stepKey(step)))
  const isLate = before !== null && month <= before.month && then?.accepted == null
  return isLate ? [lateStep(corrections[0]?.from ?? accepted, events()), ...steps] : steps
}

const NO_STEPS: readonly never[] = []

function stepKey({ from, to }: AcceptedCorrection<unknown>): string {
  return `${from.entry} ${to.entry}`
}

/** A first acceptance is not kept with the cell: it is the first one after the entry, under the reason before it. */
function lateStep<Body>(to: Recorded<Body>, events: readonly SubmissionEvent[]): CellCorrection<Body> {
  const reason = events.findLast(({ kind, origin }) => kind === 'correction' && origin.time < to.time)?.reason
  const acceptance = events.find(({ kind, origin }) => kind === 'accepted' && origin.time > to.time)?.origin
  return { from: null, to, reason: reason ?? null, acceptance: acceptance ?? null }
}

function eventsOf(
  { plan, submissions }: BureauState,
  month: ReportingMonth,
  items: 'indicatorsById' | 'measuresById',
  id: string,
): readonly SubmissionEvent[] {
  const lead = plan?.at(month)[items].get(id)?.lead
  return submissions.get(`${month}/${lead}`)?.events ?? []
}
