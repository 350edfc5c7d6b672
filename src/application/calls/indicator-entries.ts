// The entries behind an indicator's months. A province's year has more than a thousand: they are given out in pages.
import type { IndicatorEntries, ReadingTrace, RecordedMonth } from '../../contract/overview-answers.ts'
import { epochOf } from '../../core/journal/hybrid-clock.ts'
import { compareEntries, type EntryId, type JournalEntry } from '../../core/journal/journal-entry.ts'
import { readingText } from '../../core/measuring/reading-text.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import type { DepartmentId, IndicatorId } from '../../core/plan/annual-plan.ts'
import { filledIn } from '../../core/plan/taken-figures.ts'
import type { SubmissionEvent } from '../../core/state/bureau-state.ts'
import { traceEntries } from '../../core/state/entry-trail.ts'
import { isoOf } from '../../core/values/civil-time.ts'
import { monthsOfYearUpTo, type ReportingMonth } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'
import { type KnownMonth, knownMonth, type StatusQuestion } from './status-calls.ts'

type ReadingEntry = Extract<JournalEntry, { readonly kind: 'indicator-reading-recorded' }>

/** Entries of one page: what somebody reads before asking for more. */
const PAGE = 50

export function readIndicatorEntries(
  context: CallContext,
  question: StatusQuestion & {
    readonly indicator: string
    readonly of?: ReportingMonth | null | undefined
    readonly after?: EntryId | null | undefined
  },
): Outcome<IndicatorEntries> {
  const known = knownMonth(context, question)
  if (!known.ok) return known
  const { plan, month } = known.value
  const { indicator, of, after } = question
  if (!plan.at(month).indicatorsById.has(indicator)) return reject('unknown-indicator', { id: indicator })
  const months = monthsOfYearUpTo(month).filter((each) => of == null || each === of)
  const entries = indicatorEntries(context, known.value, indicator, months)
  const newestFirst = entries.toSorted((a, b) => compareEntries(b, a))
  const first = after == null ? 0 : newestFirst.findIndex(({ id }) => id === after) + 1
  const page = newestFirst.slice(first, first + PAGE)
  return accept({
    entries: tracesOf(page, { entries, known: known.value, indicator }),
    left: Math.max(0, newestFirst.length - first - page.length),
  })
}

/** Entries of an item's months as they were known then, oldest first, found in one pass through the journal. */
export function entriesOfItem(
  { journal }: CallContext,
  { until }: KnownMonth,
  item: string,
  months: readonly ReportingMonth[],
): readonly JournalEntry[] {
  return journal.entriesOfItem(item, months).filter(({ time }) => until === null || time <= until)
}

/** Entries of an indicator's figures, oldest first; where a month takes them from another plan's, those. */
export function indicatorEntries(
  context: CallContext,
  known: KnownMonth,
  indicator: IndicatorId,
  months: readonly ReportingMonth[],
): ReadingEntry[] {
  const monthsOf = Map.groupBy(months, (month) => sourceOf(known, indicator, month).id)
  return [...monthsOf].flatMap(([id, its]) =>
    entriesOfItem(context, known, id, its)
      .filter(isReading)
      .filter(({ body }) => its.includes(body.month)),
  )
}

/** Months with entries, with the newest of each. */
export function recordedMonths(entries: readonly ReadingEntry[]): RecordedMonth[] {
  return [...Map.groupBy(entries, ({ body }) => body.month)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, its]) => {
      const newest = its.reduce((one, other) => (compareEntries(other, one) > 0 ? other : one))
      return {
        month,
        count: its.length,
        newest: { author: newest.author, time: isoOf(epochOf(newest.time)) },
      }
    })
}

/** The life of the department-month that a cell belongs to, oldest first. */
export function submissionEvents(
  known: KnownMonth,
  department: DepartmentId | null,
  month: ReportingMonth,
): readonly SubmissionEvent[] {
  return known.state().submissions.get(`${month}/${department}`)?.events ?? []
}

/** Whose cell the month's figure is in, and who fills that in. */
function sourceOf(
  { plan }: KnownMonth,
  indicator: IndicatorId,
  month: ReportingMonth,
): { readonly id: IndicatorId; readonly lead: DepartmentId | null } {
  const planned = plan.at(month).indicatorsById.get(indicator)
  if (planned === undefined) return { id: indicator, lead: null }
  const source = filledIn(planned)
  return { id: source.indicator.id, lead: source.lead }
}

function isReading(entry: JournalEntry): entry is ReadingEntry {
  return entry.kind === 'indicator-reading-recorded'
}

/** The page's entries in its order, each traced among all those of its cell. */
function tracesOf(
  page: readonly ReadingEntry[],
  whole: {
    readonly entries: readonly ReadingEntry[]
    readonly known: KnownMonth
    readonly indicator: IndicatorId
  },
): ReadingTrace[] {
  const subjects = new Set(page.map(({ subject }) => subject))
  const cells = Map.groupBy(
    whole.entries.filter(({ subject }) => subjects.has(subject)),
    ({ subject }) => subject,
  )
  const traces = new Map<EntryId, ReadingTrace>()
  for (const cell of cells.values()) {
    const month = cell[0]?.body.month ?? ''
    const { lead } = sourceOf(whole.known, whole.indicator, month)
    const events = submissionEvents(whole.known, lead, month)
    for (const { entry, trace } of traceEntries(cell, events)) {
      const { locality, note, evidence = [] } = entry.body
      traces.set(entry.id, { ...trace, month, locality, text: readingText(entry.body), note, evidence })
    }
  }
  return page.flatMap(({ id }) => traces.get(id) ?? [])
}
