// What pages read narrowly, instead of folding or scanning everything, says the same.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenJournal } from '../../src/application/ports.ts'
import type { JournalEntry } from '../../src/core/journal/journal-entry.ts'
import { rollUpsOf } from '../../src/core/projection/roll-ups.ts'
import { compareMonths } from '../../src/core/reports/compare-months.ts'
import { comparedMonth } from '../../src/core/reports/compared-month.ts'
import { type BureauState, planOf } from '../../src/core/state/bureau-state.ts'
import { measureMonth } from '../../src/core/state/measure-month.ts'
import { indicatorStatusByLocality } from '../../src/core/state/measure-state.ts'
import { monthsOfYear } from '../../src/core/values/reporting-month.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { aPersonDraft, aStamp } from './drafts.ts'
import { histories } from './histories.ts'
import { saveHistory } from './save-history.ts'
import { tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
const seed = Number(process.env.YAODIAN_SEED ?? Date.now() % 1_000_000)
console.info(`random histories: YAODIAN_SEED=${seed}`)

function savedHistory(groups: Parameters<typeof saveHistory>[1]): {
  readonly journal: OpenJournal
  readonly entries: readonly JournalEntry[]
} {
  const journal = storeFolder(tempFolder(), { owner: 'command' }).create((filling) =>
    filling.append([aPersonDraft('王敏')], aStamp()),
  )
  return { journal, entries: saveHistory(journal, groups) }
}

const ITEMS = ['flow', 'ratio', 'stock', 'm1', 'unknown', 'nothing of the kind']

test("an item's months are what was recorded of it, cell by cell", () => {
  fc.assert(
    fc.property(histories, fc.nat(11), fc.nat(11), (groups, one, other) => {
      const { journal, entries } = savedHistory(groups)
      const months = monthsOfYear(2020).slice(Math.min(one, other), Math.max(one, other) + 1)
      for (const item of ITEMS) {
        const wanted = entries.filter(
          ({ kind, body }) =>
            (kind === 'indicator-reading-recorded' || kind === 'measure-progress-recorded') &&
            itemOf(body) === item &&
            months.includes(monthOf(body)),
        )
        const read = journal.entriesOfItem(item, months).filter(({ kind }) => kind.endsWith('-recorded'))
        expect(read).toEqual(wanted)
        for (const [subject, ofCell] of Map.groupBy(read, (entry) => entry.subject))
          expect(ofCell).toEqual(journal.entriesOf(subject))
      }
      journal.close()
    }),
    { seed, numRuns: 40 },
  )
}, 120_000)

const itemOf = (body: object): unknown => Reflect.get(body, 'indicator') ?? Reflect.get(body, 'measure')
const monthOf = (body: object): string => String(Reflect.get(body, 'month'))

test("a month measured without the localities' own values is the same month", () => {
  fc.assert(
    fc.property(histories, (groups) => {
      const { journal } = savedHistory(groups)
      const state = journal.state()
      const months = [...monthsOfYear(2020), ...monthsOfYear(2021)].filter(
        (month) => state.plan !== null && planOf(state).covers(month),
      )
      for (const month of months)
        for (const basis of ['accepted', 'latest'] as const) {
          const { indicators, ...whole } = measureMonth(state, month, basis, indicatorStatusByLocality)
          const short = indicators.map(({ byLocality: _, ...status }) => status)
          expect(measureMonth(state, month, basis)).toEqual({ indicators: short, ...whole })
        }
      journal.close()
    }),
    { seed, numRuns: 30 },
  )
}, 120_000)

test('two months compared by the tables differ as the same months measured do', () => {
  fc.assert(
    fc.property(histories, fc.nat(), (groups, cut) => {
      const { journal, entries } = savedHistory(groups)
      const now = journal.state()
      const then = journal.stateAt({ until: entries[cut % entries.length]?.time ?? '' })
      const covers = (state: BureauState, month: string) => state.plan?.covers(month) === true
      for (const [before, month] of [
        ['2020-01', '2020-02'],
        ['2020-05', '2020-06'],
        ['2020-12', '2021-01'],
      ] as const) {
        if (!covers(now, month) || !covers(then, before)) continue
        for (const basis of ['accepted', 'latest'] as const) {
          const measured = (state: BureauState, each: string) => ({
            plan: planOf(state).at(each),
            report: measureMonth(state, each, basis),
          })
          expect(
            compareMonths(
              comparedMonth(then, rollUpsOf(then), before, basis),
              comparedMonth(now, journal.rollUps(), month, basis),
            ),
          ).toEqual(compareMonths(measured(then, before), measured(now, month)))
        }
      }
      journal.close()
    }),
    { seed, numRuns: 40 },
  )
}, 120_000)
