// Reading in slices, and keeping what was known at another moment: both say what one fold of the journal says.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Knowledge, OpenJournal } from '../../src/application/ports.ts'
import { compareEntries, type JournalEntry } from '../../src/core/journal/journal-entry.ts'
import type { BureauState } from '../../src/core/state/bureau-state.ts'
import { fold } from '../../src/core/state/fold-entries.ts'
import { monthsOfYear } from '../../src/core/values/reporting-month.ts'
import { knownEntries } from '../../src/storage/journal-rows.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { aPersonDraft, aStamp } from './drafts.ts'
import { histories } from './histories.ts'
import { saveHistory } from './save-history.ts'
import { tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
const seed = Number(process.env.YAODIAN_SEED ?? Date.now() % 1_000_000)
console.info(`random histories: YAODIAN_SEED=${seed}`)

function create(): { readonly place: string; readonly journal: OpenJournal; readonly first: JournalEntry[] } {
  const place = tempFolder()
  const first: JournalEntry[] = []
  const journal = storeFolder(place, { owner: 'command' }).create((filling) => {
    first.push(...filling.append([aPersonDraft('王敏')], aStamp()))
  })
  return { place, journal, first }
}

/** A plan's look-ups are compared by what they say of each month. */
function told({ plan, ...state }: BureauState) {
  return { ...state, plan: plan === null ? null : monthsOfYear(2020).map((month) => plan.at(month).plan) }
}

test('read in slices, the journal says what it says read at once', async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.nat(), async (groups, cut) => {
      const { place, journal, first } = create()
      const entries = [...first, ...saveHistory(journal, groups)]
      journal.close()
      const known: Knowledge = { until: entries[cut % entries.length]?.time ?? '' }
      const read = storeFolder(place, { owner: 'command' }).open('write')
      expect([read.isRead(null), read.isRead(known)]).toEqual([false, false])
      await Promise.all([read.readAhead(null), read.readAhead(known), read.readAhead(null)])
      expect([read.isRead(null), read.isRead(known)]).toEqual([true, true])
      expect(told(read.state())).toEqual(told(fold(entries)))
      expect(told(read.stateAt(known))).toEqual(told(fold(knownEntries(entries, known))))
      read.close()
    }),
    { seed, numRuns: 40 },
  )
}, 120_000)

test('what is kept of another moment is what a fold says, whatever is saved or taken in afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(histories, histories, fc.infiniteStream(fc.nat()), async (groups, more, choices) => {
      const { journal, first } = create()
      const entries = [...first, ...saveHistory(journal, groups)]
      const cut = entries[choices.next().value % entries.length]
      const looks: Knowledge[] = [
        { until: cut?.time ?? '' },
        { heads: { [cut?.device ?? '']: cut?.seq ?? 0 } },
        { until: '2999-12-31T00:00:00.000Z-ffff' },
      ]
      const expectSame = (all: readonly JournalEntry[]) => {
        for (const known of looks)
          expect(told(journal.stateAt(known))).toEqual(told(fold(knownEntries(all, known))))
      }
      expectSame(entries)
      const [own, other] = [more.slice(0, more.length / 2), more.slice(more.length / 2)]
      const elsewhere = create()
      const foreign = saveHistory(elsewhere.journal, other)
      elsewhere.journal.close()
      const later = own.flatMap((group) => group.map(({ draft }) => draft))
      const appended = journal.append(later, { ...aStamp(), wallMs: Date.UTC(2021, 5, 1) })
      expectSame([...entries, ...appended])
      journal.importEntries(foreign)
      const all = [...entries, ...appended, ...foreign]
      expectSame(all.toSorted(compareEntries))
      journal.close()
    }),
    { seed, numRuns: 30 },
  )
}, 120_000)

test('a save between two slices is not lost, and the reading gives way to it', async () => {
  const { place, journal } = create()
  journal.append(
    Array.from({ length: 2_000 }, (_, at) => aPersonDraft(`第${at}人`)),
    aStamp(),
  )
  journal.close()
  const read = storeFolder(place, { owner: 'command' }).open('write')
  const reading = read.readAhead(null)
  expect(read.isRead(null)).toBe(false)
  read.append([aPersonDraft('李强')], aStamp())
  await reading
  expect(read.state().people.has('李强')).toBe(true)
  expect(read.state().people.size).toBe(2_002)
  read.close()
})

test('a store closed while it is read leaves nothing behind', async () => {
  const { place, journal } = create()
  journal.append(
    Array.from({ length: 2_000 }, (_, at) => aPersonDraft(`第${at}人`)),
    aStamp(),
  )
  journal.close()
  const read = storeFolder(place, { owner: 'command' }).open('write')
  const reading = read.readAhead(null)
  read.close()
  await reading
  storeFolder(place, { owner: 'command' }).open('write').close()
})
