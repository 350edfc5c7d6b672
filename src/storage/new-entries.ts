// Entries that come from elsewhere: only whole and unchanged ones are let in, and each only once.
import { canonicalJson } from '../core/journal/canonical-json.ts'
import type { EntryId, JournalEntry } from '../core/journal/journal-entry.ts'
import { RefusedError } from '../core/refused-error.ts'
import { inJournalOrder, type JournalTable } from './journal-rows.ts'
import { hashOf, type SealedEntry } from './stamp-entries.ts'

/**
 * What of a set of entries is new here, in journal order, each checked when it is taken: its text, which the check
 * gives, need not wait in memory for the others. Throws entry-altered where an entry is not what its hash says, or is
 * another one than the entry of the same id that is here or came before it in the set.
 */
export function newEntries(
  entries: readonly JournalEntry[],
  journal: Pick<JournalTable, 'known'>,
): { readonly fresh: readonly JournalEntry[]; readonly known: number } {
  const known = journal.known(entries.map(({ id }) => id))
  // Rising ids, as a journal lists its own, cannot repeat one another: then none needs to be remembered.
  const taken = isRising(entries) ? null : new Map<EntryId, string>()
  const fresh = entries.filter((entry) => {
    const knownHash = known.get(entry.id) ?? taken?.get(entry.id)
    if (knownHash === undefined) {
      taken?.set(entry.id, entry.hash)
      return true
    }
    checked(entry)
    if (knownHash !== entry.hash)
      throw new RefusedError('entry-altered', { id: entry.id, problem: '与台账里同一编号的条目不同' })
    return false
  })
  return { fresh: inJournalOrder(fresh), known: entries.length - fresh.length }
}

function isRising(entries: readonly JournalEntry[]): boolean {
  let before = ''
  for (const { id } of entries) {
    if (id <= before) return false
    before = id
  }
  return true
}

/** The entry with its text. Throws entry-altered where it is not what its hash says. */
function checked(entry: JournalEntry): SealedEntry {
  const bodyText = canonicalJson(entry.body)
  if (hashOf(entry, bodyText) !== entry.hash)
    throw new RefusedError('entry-altered', { id: entry.id, problem: '与它的校验值不符' })
  return { entry, bodyText }
}

/** Checking, storing and folding take turns: a processor that changes between them at each entry takes a tenth longer. */
const BATCH = 64

/** Each entry checked when its batch is taken: only a batch's texts wait in memory. Throws entry-altered. */
export function* checkedInBatches(entries: readonly JournalEntry[]): Generator<readonly SealedEntry[]> {
  for (let at = 0; at < entries.length; at += BATCH) yield entries.slice(at, at + BATCH).map(checked)
}
