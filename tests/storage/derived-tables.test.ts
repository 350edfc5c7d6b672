import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenJournal } from '../../src/application/ports.ts'
import type { PlanIndex } from '../../src/core/annual-plan.ts'
import type { Basis } from '../../src/core/bureau-state.ts'
import type { EntryDraft, JournalEntry } from '../../src/core/journal-entry.ts'
import { measureMonth } from '../../src/core/measure-month.ts'
import { monthsOfYear } from '../../src/core/reporting-month.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { aPersonDraft, aStamp, START } from './drafts.ts'
import { histories, type Step } from './histories.ts'
import { tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
// Printed with every run, so that a failure on another machine can be repeated here.
const seed = Number(process.env.YAODIAN_SEED ?? Date.now() % 1_000_000)
console.info(`random histories: YAODIAN_SEED=${seed}`)

/** Saves a history as a person would: one transaction for each group. Answers the journal's entries. */
function save(journal: OpenJournal, groups: readonly (readonly Step[])[]): JournalEntry[] {
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

function create(): { place: string; journal: OpenJournal } {
  const place = tempFolder()
  const journal = storeFolder(place, { owner: 'command' }).create((filling) =>
    filling.append([aPersonDraft('王敏')], aStamp()),
  )
  return { place, journal }
}

test('what saves add up to is what a rebuild gives, byte for byte', () => {
  fc.assert(
    fc.property(histories, fc.nat(), (groups, cut) => {
      const { place, journal } = create()
      const half = cut % groups.length
      save(journal, groups.slice(0, half))
      journal.close()
      // Opened again in between: going on from the tables must be like going on from memory.
      const reopened = storeFolder(place, { owner: 'command' }).open('write')
      save(reopened, groups.slice(half))
      expect(reopened.verify()).toMatchObject({ ok: true, problems: [] })
      for (const basis of ['accepted', 'latest'] satisfies Basis[]) expectSameStandings(reopened, basis)
      expectSameOutline(reopened)
      reopened.close()
    }),
    { seed, numRuns: 60 },
  )
}, 120_000)

/** The roll-up says what the measuring of the whole month says. */
function expectSameStandings(journal: OpenJournal, basis: Basis): void {
  const state = journal.state()
  const { plan } = state
  if (plan === null) return
  for (const year of [2020, 2021]) {
    const rows = journal.programmeMonths(basis, year)
    for (const month of monthsOfYear(year).filter((each) => plan.covers(each))) {
      const measured = measureMonth(state, month, basis).programmes
      const kept = rows.filter((row) => row.month === month)
      expect(kept).toHaveLength(measured.length)
      for (const standing of measured) expect(kept).toContainEqual({ ...standing, month, basis })
    }
  }
}

/** What a window asks first, read without the figures, is what the whole journal says. */
function expectSameOutline(journal: OpenJournal): void {
  const { plan, people, isExample, bureauName, submissions } = journal.state()
  const months = [...submissions.values()].map(({ month }) => month).sort()
  const outline = journal.outline()
  expect({ ...outline, plan: null }).toEqual({
    plan: null,
    people,
    isExample,
    bureauName,
    newestMonth: months.at(-1) ?? null,
  })
  expect(planAsTold(outline.plan)).toEqual(planAsTold(plan))
}

function planAsTold(plan: PlanIndex | null) {
  if (plan === null) return null
  return {
    span: plan.span,
    units: plan.everyUnit,
    months: monthsOfYear(2020).map((month) => plan.at(month).plan),
  }
}

test('entries taken in from elsewhere give the same tables, in any order and any number of times', () => {
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), (groups, choices) => {
      const { journal } = create()
      save(journal, groups)
      const entries = [...journal.entriesOf('person/王敏'), ...allEntries(journal, groups)]
      const wanted = journal.verify()
      const other = storeFolder(tempFolder(), { owner: 'command' }).create((filling) => {
        const left = [...entries]
        while (left.length > 0) {
          const at = choices.next().value % left.length
          const part = left.splice(at, 1 + (choices.next().value % 7))
          filling.importEntries(part)
          filling.importEntries(part)
        }
      })
      expect(other.importEntries(entries)).toEqual({ new: 0, known: entries.length })
      expect(other.verify()).toMatchObject({
        ok: true,
        problems: [],
        heads: wanted.heads,
        projectionHash: wanted.projectionHash,
      })
      journal.close()
      other.close()
    }),
    { seed, numRuns: 20 },
  )
}, 120_000)

function allEntries(journal: OpenJournal, groups: readonly (readonly Step[])[]): JournalEntry[] {
  const subjects = new Set(groups.flat().map(({ draft }) => draft.subject))
  return [...subjects].flatMap((subject) => journal.entriesOf(subject))
}
