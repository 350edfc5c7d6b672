// Entries that come from elsewhere: only whole and unchanged ones are let in, and each only once.
import { canonicalJson } from '../core/canonical-json.ts'
import { compareEntries, type JournalEntry } from '../core/journal-entry.ts'
import { RefusedError } from '../core/refused-error.ts'
import type { JournalTable } from './journal-rows.ts'
import { hashOf, type SealedEntry } from './stamp-entries.ts'

/**
 * What of a set of entries is new here, in journal order. Throws entry-altered where an entry is not what its hash
 * says, or is another one than the entry of the same id that is here or came before it in the set.
 */
export function newEntries(
  entries: readonly JournalEntry[],
  journal: Pick<JournalTable, 'known'>,
): { readonly fresh: readonly SealedEntry[]; readonly known: number } {
  const sealed = entries.map(seal)
  const known = new Map(journal.known(entries.map(({ id }) => id)))
  const fresh = sealed.filter(({ entry: { id, hash } }) => {
    const knownHash = known.get(id)
    if (knownHash !== undefined && knownHash !== hash)
      throw new RefusedError('entry-altered', { id, problem: '与台账里同一编号的条目不同' })
    known.set(id, hash)
    return knownHash === undefined
  })
  return { fresh: inJournalOrder(fresh), known: entries.length - fresh.length }
}

function seal(entry: JournalEntry): SealedEntry {
  const bodyText = canonicalJson(entry.body)
  if (hashOf(entry, bodyText) !== entry.hash)
    throw new RefusedError('entry-altered', { id: entry.id, problem: '与它的校验值不符' })
  return { entry, bodyText }
}

/** What another PC sends is in order already; sorting is the exception. */
function inJournalOrder(sealed: SealedEntry[]): SealedEntry[] {
  const isSorted = sealed.every(({ entry }, index) => {
    const before = sealed[index - 1]
    return before === undefined || compareEntries(before.entry, entry) <= 0
  })
  return isSorted ? sealed : sealed.sort((a, b) => compareEntries(a.entry, b.entry))
}
