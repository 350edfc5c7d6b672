// From a cell to its entries: who wrote what when, why it was changed, and who accepted it.

import { epochOf } from '../journal/hybrid-clock.ts'
import type { EntryId, JournalEntry } from '../journal/journal-entry.ts'
import { isoOf } from '../values/civil-time.ts'
import type { SubmissionEvent } from './bureau-state.ts'

/** One entry of a cell, as everyone may see it. */
export interface EntryTrace {
  readonly entry: EntryId
  /** UTC ISO time of writing */
  readonly time: string
  readonly author: string
  readonly device: string
  /** why it was written after a first report: 更正 of an accepted month, or after a return */
  readonly cause: { readonly kind: 'correction' | 'returned'; readonly reason: string } | null
  /** the acceptance that took it over; null = 未审核, or replaced before anybody accepted it */
  readonly acceptance: { readonly time: string; readonly author: string } | null
  /** nothing newer stands in the cell */
  readonly isNewest: boolean
}

/**
 * Traces of one cell's entries, newest first. `entries`: all of one subject, oldest first; `events`: the life of the
 * department-month the cell belongs to, oldest first.
 */
export function traceEntries<Entry extends JournalEntry>(
  entries: readonly Entry[],
  events: readonly SubmissionEvent[],
): { readonly entry: Entry; readonly trace: EntryTrace }[] {
  return entries
    .map((entry, at) => {
      const next = entries[at + 1]
      const acceptance = events.find(
        ({ kind, origin }) =>
          kind === 'accepted' && origin.time > entry.time && (next === undefined || origin.time < next.time),
      )
      return {
        entry,
        trace: {
          entry: entry.id,
          time: isoOf(epochOf(entry.time)),
          author: entry.author,
          device: entry.device,
          cause: causeOf(events.filter(({ origin }) => origin.time < entry.time)),
          acceptance:
            acceptance === undefined
              ? null
              : { time: isoOf(epochOf(acceptance.origin.time)), author: acceptance.origin.author },
          isNewest: next === undefined,
        },
      }
    })
    .reverse()
}

/** A correction stays the cause until the month is accepted again, also when it was returned in between. */
function causeOf(before: readonly SubmissionEvent[]): EntryTrace['cause'] {
  const sinceAccepted = before.slice(before.findLastIndex(({ kind }) => kind === 'accepted') + 1)
  const event =
    sinceAccepted.findLast(({ kind }) => kind === 'correction') ??
    sinceAccepted.findLast(({ kind }) => kind === 'returned')
  if (event === undefined || event.reason === null) return null
  return { kind: event.kind === 'correction' ? 'correction' : 'returned', reason: event.reason }
}
