import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenJournal } from '../../src/application/ports.ts'
import type { JournalEntry } from '../../src/core/journal/journal-entry.ts'
import type { Standing } from '../../src/core/measuring/status.ts'
import type { PlanIndex } from '../../src/core/plan/annual-plan.ts'
import { departmentMonths } from '../../src/core/projection/department-months.ts'
import { monthOverview } from '../../src/core/projection/month-overview.ts'
import type { ItemMonth } from '../../src/core/projection/projection-rows.ts'
import type { Basis } from '../../src/core/state/bureau-state.ts'
import { measureMonth } from '../../src/core/state/measure-month.ts'
import { monthsOfYear } from '../../src/core/values/reporting-month.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { aPersonDraft, aStamp } from './drafts.ts'
import { histories, type Step } from './histories.ts'
import { saveHistory } from './save-history.ts'
import { tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
// Printed with every run, so that a failure on another machine can be repeated here.
const seed = Number(process.env.YAODIAN_SEED ?? Date.now() % 1_000_000)
console.info(`random histories: YAODIAN_SEED=${seed}`)

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
      saveHistory(journal, groups.slice(0, half))
      journal.close()
      // Opened again in between: going on from the tables must be like going on from memory.
      const reopened = storeFolder(place, { owner: 'command' }).open('write')
      saveHistory(reopened, groups.slice(half))
      expect(reopened.verify()).toMatchObject({ ok: true, problems: [] })
      reopened.close()
      const read = storeFolder(place, { owner: 'command' }).open('write')
      expectSameOutline(read)
      for (const basis of ['accepted', 'latest'] satisfies Basis[]) expectSameStandings(read, basis)
      read.close()
    }),
    { seed, numRuns: 60 },
  )
}, 120_000)

/** The overview from the tables says what the measuring of every cell says, in every month. */
function expectSameStandings(journal: OpenJournal, basis: Basis): void {
  const state = journal.state()
  const { plan } = state
  if (plan === null) return
  const rollUps = journal.rollUps()
  for (const month of [...monthsOfYear(2020), ...monthsOfYear(2021)].filter((each) => plan.covers(each))) {
    const measured = measureMonth(state, month, basis)
    const { items, heat, submissions, ...shown } = monthOverview(rollUps, plan.at(month), {
      month,
      basis,
    })
    const { reportingRate, fillRate, programmes, departments, provisional } = measured
    expect(shown).toEqual({ month, provisional, reportingRate, fillRate, programmes, departments })
    expect(submissions).toEqual(measured.submissions.map(({ department, state }) => ({ department, state })))
    for (const { kind, id, ...facts } of items) {
      const list: readonly { readonly id: string }[] =
        kind === 'indicator' ? measured.indicators : measured.measures
      expect(list.find((each) => each.id === id)).toMatchObject(
        kind === 'indicator'
          ? { light: facts.light, label: facts.label, actual: facts.actual, paceRatio: facts.paceRatio }
          : { light: facts.light, label: facts.label, status: facts.status },
      )
    }
    const headline = plan.at(month).indicators.filter(({ programme }) => programme === null)
    for (const { indicator } of headline)
      expect(items.some(({ id }) => id === indicator.id)).toBe(
        measured.indicators.some(({ id }) => id === indicator.id),
      )
    expect(
      heat.flatMap(({ cells }) => cells.filter((cell) => cell.month === month).map(({ light }) => light)),
    ).toEqual(programmes.map(({ light }) => light))
    expectSameDepartments(
      plan,
      rollUps.itemMonths([month]).filter((row) => row.basis === basis),
      departments,
    )
  }
}

/** What a window asks first, read without the figures, is what the whole journal says. */
function expectSameOutline(journal: OpenJournal): void {
  // Before anybody asks for the state: from then on, that is where it is read.
  const outline = journal.outline()
  const { plan, plans, people, isExample, bureauName, submissions } = journal.state()
  const months = [...submissions.values()].map(({ month }) => month).sort()
  expect({ ...outline, plan: null }).toEqual({
    plan: null,
    plans,
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

function expectSameDepartments(
  plan: PlanIndex,
  rows: readonly ItemMonth[],
  departments: readonly Standing<string>[],
): void {
  const month = rows[0]?.month ?? ''
  const shown = departmentMonths(plan, rows, [month])
  expect(shown).toEqual(
    departments
      .filter(({ counts }) => Object.values(counts).some((count) => count > 0))
      .map((each) => ({ ...each, month })),
  )
}

test('entries taken in from elsewhere give the same tables, in any order and any number of times', () => {
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), (groups, choices) => {
      const { journal } = create()
      saveHistory(journal, groups)
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
