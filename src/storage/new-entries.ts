// Entries that come from elsewhere: only whole and unchanged ones are let in, and each only once.
import { canonicalJson } from '../core/canonical-json.ts'
import { compareEntries, type JournalEntry } from '../core/journal-entry.ts'
import { RefusedError } from '../core/refused-error.ts'
import type { JournalTable } from './journal-rows.ts'
import { hashOf, type SealedEntry } from './stamp-entries.ts'

/** What of a set of entries is new here, in journal order. Throws storage-failed where a hash does not fit. */
export function newEntries(
  entries: readonly JournalEntry[],
  journal: Pick<JournalTable, 'has'>,
): { readonly fresh: SealedEntry[]; readonly known: number } {
  const seen = new Set<string>()
  const fresh: SealedEntry[] = []
  for (const entry of entries) {
    const bodyText = canonicalJson(entry.body)
    if (hashOf(entry, bodyText) !== entry.hash) {
      throw new RefusedError('storage-failed', { reason: `条目 ${entry.id} 与它的校验值不符` })
    }
    if (seen.has(entry.hash) || journal.has(entry.hash)) continue
    seen.add(entry.hash)
    fresh.push({ entry, bodyText })
  }
  return {
    fresh: fresh.sort((a, b) => compareEntries(a.entry, b.entry)),
    known: entries.length - fresh.length,
  }
}
