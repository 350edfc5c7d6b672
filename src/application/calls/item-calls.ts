// Down from an item's light to its months, and a measure's entries.
import type { IndicatorAnswer, MeasureAnswer, MeasureTrace } from '../../contract/overview-answers.ts'
import { type JournalEntry, subjectOf } from '../../core/journal/journal-entry.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import type { PlanIndex, PlannedIndicator } from '../../core/plan/annual-plan.ts'
import { traceEntries } from '../../core/state/entry-trail.ts'
import { indicatorYear } from '../../core/state/indicator-year.ts'
import { indicatorYears } from '../../core/state/indicator-years.ts'
import { isMeasureInForce, measureStatusInState } from '../../core/state/measure-state.ts'
import { monthsOfYearUpTo, type ReportingMonth } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'
import { entriesOfItem, indicatorEntries, recordedMonths, submissionEvents } from './indicator-entries.ts'
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
  const entries = indicatorEntries(context, known.value, question.indicator, months)
  return accept({
    year: indicatorYear(known.value.state(), planned, month, basis),
    years: indicatorYears(known.value.state(), question.indicator, month, basis),
    recorded: recordedMonths(entries),
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
  const entries = Map.groupBy(
    entriesOfItem(context, known.value, question.measure, months),
    ({ subject }) => subject,
  )
  return accept({
    months: months.flatMap((each) => {
      const planned = plan.at(each).measuresById.get(question.measure)
      if (planned === undefined || !isMeasureInForce(planned, each)) return []
      return [{ month: each, status: measureStatusInState(state, planned, each, basis) }]
    }),
    entries: months.flatMap((each) => measureTraces(entries, known.value, question.measure, each)),
  })
}

/** Whose cells the figures stand in, where they are another plan's. */
function takenFromOf({ takenFrom }: PlannedIndicator, plan: PlanIndex): IndicatorAnswer['takenFrom'] {
  if (takenFrom === null) return null
  const { planTitle, planned } = takenFrom
  const unit = planned.lead === null ? undefined : plan.departmentsById.get(planned.lead)
  return { planTitle, name: planned.indicator.name, leadName: unit?.name ?? null }
}

function measureTraces(
  entriesBySubject: ReadonlyMap<string, readonly JournalEntry[]>,
  known: KnownMonth,
  measure: string,
  month: ReportingMonth,
): MeasureTrace[] {
  const lead = known.plan.at(month).measuresById.get(measure)?.lead ?? null
  const entries = entriesBySubject.get(subjectOf.measure(month, measure)) ?? []
  return traceEntries(entries, submissionEvents(known, lead, month)).flatMap(
    ({ entry, trace }): MeasureTrace[] =>
      entry.kind === 'measure-progress-recorded' ? [{ ...trace, report: entry.body }] : [],
  )
}
