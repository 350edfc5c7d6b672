// Down from an item's light to the entries behind it.
import type {
  IndicatorAnswer,
  MeasureAnswer,
  MeasureTrace,
  ReadingTrace,
} from '../../contract/overview-answers.ts'
import { type JournalEntry, subjectOf } from '../../core/journal/journal-entry.ts'
import { readingText } from '../../core/measuring/reading-text.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import type { DepartmentId, PlanIndex, PlannedIndicator } from '../../core/plan/annual-plan.ts'
import { filledIn } from '../../core/plan/taken-figures.ts'
import type { BureauState, SubmissionEvent } from '../../core/state/bureau-state.ts'
import { traceEntries } from '../../core/state/entry-trail.ts'
import { indicatorYear } from '../../core/state/indicator-year.ts'
import { indicatorYears } from '../../core/state/indicator-years.ts'
import { isMeasureInForce, measureStatusInState } from '../../core/state/measure-state.ts'
import { monthsOfYearUpTo, type ReportingMonth } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'
import { type KnownMonth, knownMonth, type StatusQuestion } from './status-calls.ts'

export function readIndicator(
  context: CallContext,
  question: StatusQuestion & { readonly indicator: string },
): Outcome<IndicatorAnswer> {
  const known = knownMonth(context, question)
  if (!known.ok) return known
  const { plan, month, basis } = known.value
  const planned = plan.at(month).indicatorsById.get(question.indicator)
  if (planned === undefined) return reject('unknown-indicator', { id: question.indicator })
  const months = monthsOfYearUpTo(month)
  const entriesOf = itemEntries(context, known.value, months)
  return accept({
    year: indicatorYear(known.value.state(), planned, month, basis),
    years: indicatorYears(known.value.state(), question.indicator, month, basis),
    entries: months.flatMap((each) => readingTraces(entriesOf, known.value, question.indicator, each)),
    takenFrom: takenFromOf(planned, plan.at(month)),
  })
}

export function readMeasure(
  context: CallContext,
  question: StatusQuestion & { readonly measure: string },
): Outcome<MeasureAnswer> {
  const known = knownMonth(context, question)
  if (!known.ok) return known
  const { plan, month, basis } = known.value
  const state = known.value.state()
  if (!plan.at(month).measuresById.has(question.measure))
    return reject('unknown-measure', { id: question.measure })
  const months = monthsOfYearUpTo(month)
  const entriesOf = itemEntries(context, known.value, months)
  return accept({
    months: months.flatMap((each) => {
      const planned = plan.at(each).measuresById.get(question.measure)
      if (planned === undefined || !isMeasureInForce(planned, each)) return []
      return [{ month: each, status: measureStatusInState(state, planned, each, basis) }]
    }),
    entries: months.flatMap((each) => measureTraces(entriesOf, known.value, question.measure, each)),
  })
}

/** Whose cells the figures stand in, where they are another plan's. */
function takenFromOf({ takenFrom }: PlannedIndicator, plan: PlanIndex): IndicatorAnswer['takenFrom'] {
  if (takenFrom === null) return null
  const { planTitle, planned } = takenFrom
  const unit = planned.lead === null ? undefined : plan.departmentsById.get(planned.lead)
  return { planTitle, name: planned.indicator.name, leadName: unit?.name ?? null }
}

function readingTraces(
  entriesOf: EntriesOf,
  known: KnownMonth,
  indicator: string,
  month: ReportingMonth,
): ReadingTrace[] {
  const state = known.state()
  const planned = known.plan.at(month).indicatorsById.get(indicator)
  const source = planned === undefined ? undefined : filledIn(planned)
  const id = source?.indicator.id ?? indicator
  const lead = source?.lead ?? null
  const cells = state.readings.get(id)?.get(month)?.cells.keys() ?? []
  return [...cells]
    .flatMap((cell) => {
      const locality = cell === '' ? null : cell
      const entries = entriesOf(id, subjectOf.reading(month, id, locality))
      return traceEntries(entries, eventsOf(state, lead, month)).flatMap(
        ({ entry, trace }): ReadingTrace[] =>
          entry.kind === 'indicator-reading-recorded'
            ? [
                {
                  ...trace,
                  month,
                  locality,
                  text: readingText(entry.body),
                  note: entry.body.note,
                  evidence: entry.body.evidence ?? [],
                },
              ]
            : [],
      )
    })
    .sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0))
}

function measureTraces(
  entriesOf: EntriesOf,
  known: KnownMonth,
  measure: string,
  month: ReportingMonth,
): MeasureTrace[] {
  const lead = known.plan.at(month).measuresById.get(measure)?.lead ?? null
  const entries = entriesOf(measure, subjectOf.measure(month, measure))
  return traceEntries(entries, eventsOf(known.state(), lead, month)).flatMap(
    ({ entry, trace }): MeasureTrace[] =>
      entry.kind === 'measure-progress-recorded' ? [{ ...trace, report: entry.body }] : [],
  )
}

/** Entries of one cell of an item, oldest first. */
type EntriesOf = (item: string, subject: string) => readonly JournalEntry[]

/** An item's year is read once, however many cells it has: figures have no index, each reading goes through the journal. */
function itemEntries(
  { journal }: CallContext,
  { until }: KnownMonth,
  months: readonly ReportingMonth[],
): EntriesOf {
  const read = new Map<string, ReadonlyMap<string, readonly JournalEntry[]>>()
  return (item, subject) => {
    const known =
      read.get(item) ??
      Map.groupBy(
        journal.entriesOfItem(item, months).filter(({ time }) => until === null || time <= until),
        (entry) => entry.subject,
      )
    read.set(item, known)
    return known.get(subject) ?? []
  }
}

function eventsOf(
  state: BureauState,
  department: DepartmentId | null,
  month: ReportingMonth,
): readonly SubmissionEvent[] {
  return state.submissions.get(`${month}/${department}`)?.events ?? []
}
