// A frozen issue is what was known when it was frozen. Whatever the office writes afterwards, whatever another PC sends
// afterwards – written before or after the freezing – the issue and its text come out byte for byte the same; on another
// machine with the same journal as well. YAODIAN_SEED runs a failing seed again.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenJournal } from '../../src/application/ports.ts'
import { epochOf } from '../../src/core/journal/hybrid-clock.ts'
import { type EntryDraft, type JournalEntry, subjectOf } from '../../src/core/journal/journal-entry.ts'
import { composeService } from '../../src/main/compose-service.ts'
import { exportFolder } from '../../src/main/export-folder.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { START } from '../storage/drafts.ts'
import { histories, type Step } from '../storage/histories.ts'
import { planOfEveryMode } from '../storage/plan-of-every-mode.ts'
import { tempFolders } from '../storage/temp-folders.ts'

const seed = Number(process.env.YAODIAN_SEED ?? Date.now() % 1_000_000)
const tempFolder = tempFolders()
const MONTH = '2020-06'
const OFFICE = '陈静'
const MINUTE = 60_000

const beginning: EntryDraft[] = [
  {
    kind: 'plan-put-in-force',
    subject: subjectOf.plan(),
    basis: null,
    body: { plan: planOfEveryMode(), isExample: false, bureauName: '市科学技术局' },
  },
  {
    kind: 'person-added',
    subject: subjectOf.person(OFFICE),
    basis: null,
    body: { name: OFFICE, department: null, role: 'office' },
  },
]

/** What another office PC may have done: an issue of its own for May, and other words for June's text. */
const elsewhere: EntryDraft[] = [
  {
    kind: 'bulletin-text-edited',
    subject: subjectOf.bulletinText(MONTH),
    basis: null,
    body: { month: MONTH, text: '另一台电脑上改的话', draft: '' },
  },
  {
    kind: 'bulletin-frozen',
    subject: subjectOf.bulletin('2020-05'),
    basis: null,
    body: { month: '2020-05', issue: 5, heads: {} },
  },
]

const written = (groups: readonly (readonly Step[])[]) => groups.flat()

/** Appends the steps one after the other, minutes apart; answers what was written. */
function write(journal: OpenJournal, steps: readonly Step[], from: number): JournalEntry[] {
  let wallMs = from
  return steps.flatMap(({ draft, pause }) => {
    wallMs += pause * MINUTE
    return journal.append([draft], { author: OFFICE, wallMs, isClockSet: true })
  })
}

function inJournal<Value>(place: string, work: (journal: OpenJournal) => Value): Value {
  const journal = storeFolder(place, { owner: 'command' }).open('write')
  try {
    return work(journal)
  } finally {
    journal.close()
  }
}

function newStore(place: string, fill: (journal: OpenJournal) => void): void {
  storeFolder(place, { owner: 'command' }).create(fill).close()
}

/** Exports the issue and its text from the folder, as somebody would `later` minutes after its newest entry. */
async function exported(place: string, later: number): Promise<{ issue: string; text: string }> {
  const newest = inJournal(place, (journal) => epochOf(journal.newestTime() ?? ''))
  const at = Math.max(newest + MINUTE, Date.UTC(2020, 6, 2)) + later * MINUTE
  const service = composeService({
    dataFolder: place,
    mode: 'command',
    at,
    exports: exportFolder(join(place, 'out')),
  })
  const session = { actor: OFFICE }
  try {
    const issue = await service.ask('bulletin.export', { month: MONTH }, session)
    if (!issue.ok) throw new Error(issue.rejection.message)
    const text = await service.ask('bulletin.exportText', { month: MONTH }, session)
    if (!text.ok) throw new Error(text.rejection.message)
    const read = (file: string) => readFileSync(file).toString('base64')
    return { issue: read(issue.value.place), text: read(text.value.place) }
  } finally {
    service.close()
  }
}

test(`a frozen issue stays as it is (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(histories, histories, histories, async (before, after, other) => {
      const [office, colleague, another] = [tempFolder(), tempFolder(), tempFolder()]
      const entries: JournalEntry[] = []
      newStore(office, (journal) => {
        entries.push(...journal.append(beginning, { author: OFFICE, wallMs: START, isClockSet: true }))
        entries.push(...write(journal, written(before), START))
      })
      const frozen = await exported(office, 0)
      const frozenEntry = inJournal(office, (journal) => journal.entriesOf(subjectOf.bulletin(MONTH)))
      entries.push(...frozenEntry)

      // The colleague knew only the beginning; the clock there runs from January, so much of it is older than the issue.
      const theirs: JournalEntry[] = []
      newStore(colleague, (journal) => {
        journal.importEntries(entries.slice(0, beginning.length))
        theirs.push(...write(journal, written(other), START))
        theirs.push(
          ...write(
            journal,
            elsewhere.map((draft) => ({ draft, pause: 1 })),
            START,
          ),
        )
      })
      inJournal(office, (journal) => {
        const from = epochOf(journal.newestTime() ?? '')
        write(journal, written(after), from)
        journal.importEntries(theirs)
      })
      expect(await exported(office, 60)).toEqual(frozen)

      // Another machine that holds the same journal, taken in backwards.
      newStore(another, (journal) => {
        journal.importEntries([...entries].reverse())
      })
      expect(await exported(another, 999)).toEqual(frozen)
      inJournal(another, (journal) => journal.importEntries(theirs))
      expect(await exported(another, 9999)).toEqual(frozen)
    }),
    // A run takes half a second; shrinking takes hundreds of them.
    { seed, numRuns: 12, endOnFailure: true },
  )
}, 300_000)
