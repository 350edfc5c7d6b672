// Entries that come from elsewhere: only whole and unchanged ones are let in, and each only once.
import { canonicalJson } from '../core/canonical-json.ts'
import { compareEntries, type JournalEntry } from '../core/journal-entry.ts'
import { RefusedError } from '../core/refused-error.ts'
import type { JournalTable } from './journal-rows.ts'
import { hashOf, type SealedEntry } from './stamp-entries.ts'

/** What of a set of entries is new here, in journal order. Throws storage-failed where a hash does not fit. */
export function newEntries(
  entries: readonly JournalEntry[],
  journal: Pick<JournalTable, 'known'>,
): { readonly fresh: readonly SealedEntry[]; readonly known: number } {
  const sealed = entries.map(seal)
  const known = new Set(journal.known(entries.map(({ hash }) => hash)))
  const fresh = sealed.filter(({ entry: { hash } }) => {
    if (known.has(hash)) return false
    // The same entry twice in one set counts once.
    known.add(hash)
    return true
  })
  return { fresh: inJournalOrder(fresh), known: entries.length - fresh.length }
}

function seal(entry: JournalEntry): SealedEntry {
  const bodyText = canonicalJson(entry.body)
  if (hashOf(entry, bodyText) !== entry.hash) {
    throw new RefusedError('storage-failed', { reason: `条目 ${entry.id} 与它的校验值不符` })
  }
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
