import type { OpenJournal } from '../../src/application/ports.ts'
import type { EntryDraft, JournalEntry } from '../../src/core/journal/journal-entry.ts'
import { aStamp, START } from './drafts.ts'
import type { Step } from './histories.ts'

/** Saves a history as a person would: one transaction for each group. Answers the journal's entries. */
export function saveHistory(journal: OpenJournal, groups: readonly (readonly Step[])[]): JournalEntry[] {
  let wallMs = START
  let amendment = ''
  return groups.flatMap((group) =>
    journal.transact(() =>
      group.flatMap(({ draft, pause }) => {
        wallMs += pause * 60_000
        const [entry] = journal.append([naming(draft, amendment)], aStamp({ wallMs }))
        if (entry?.kind === 'plan-amended' || entry?.kind === 'target-revised') amendment = entry.id
        return entry === undefined ? [] : [entry]
      }),
    ),
  )
}

const naming = (draft: EntryDraft, amendment: string): EntryDraft =>
  draft.kind === 'amendment-withdrawn' ? { ...draft, body: { ...draft.body, entry: amendment } } : draft
