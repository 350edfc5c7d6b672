// A large year is folded a few milliseconds at a time; between the slices the process answers whoever else asks.
import type { Knowledge } from '../application/ports.ts'
import { Turn } from '../application/turn.ts'
import type { JournalEntry } from '../core/journal/journal-entry.ts'
import { type BureauState, emptyState } from '../core/state/bureau-state.ts'
import { applyEntry } from '../core/state/fold-entries.ts'
import { inJournalOrder, type JournalTable, knownEntries } from './journal-rows.ts'

/** Entries read at once: some milliseconds with their hashes. */
const SLICE = 300

/** The folded part of the journal that was known, or null when `isWanted` no longer holds. */
export async function foldInSlices(
  journal: Pick<JournalTable, 'after'>,
  known: Knowledge,
  isWanted: () => boolean,
): Promise<BureauState | null> {
  const entries: JournalEntry[] = []
  const turn = new Turn()
  for (let last: string | undefined = ''; last !== undefined; ) {
    if (!isWanted()) return null
    const slice = journal.after(last, SLICE)
    entries.push(...knownEntries(slice, known))
    last = slice.length < SLICE ? undefined : slice.at(-1)?.id
    if (turn.isOver()) await turn.letOthers()
  }
  if (!isWanted()) return null
  const state = emptyState()
  for (const entry of inJournalOrder(entries)) {
    applyEntry(state, entry)
    if (!turn.isOver()) continue
    await turn.letOthers()
    if (!isWanted()) return null
  }
  return state
}
