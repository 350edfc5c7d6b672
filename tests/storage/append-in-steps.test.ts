// A long append is worked out beside what is known: it says what an append says, and until its last step nothing of it
// is there.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FigureDraft } from '../../src/core/journal/journal-entry.ts'
import type { BureauState } from '../../src/core/state/bureau-state.ts'
import { atOnce } from '../../src/core/steps.ts'
import { monthsOfYear } from '../../src/core/values/reporting-month.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { aPersonDraft, aStamp } from './drafts.ts'
import { histories, type Step } from './histories.ts'
import { saveHistory } from './save-history.ts'
import { tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
const seed = Number(process.env.YAODIAN_SEED ?? Date.now() % 1_000_000)
console.info(`random histories: YAODIAN_SEED=${seed}`)

const newStore = () =>
  storeFolder(tempFolder(), { owner: 'command' }).create((filling) => {
    filling.append([aPersonDraft('王敏')], aStamp())
  })

function figuresOf(groups: readonly (readonly Step[])[]): FigureDraft[] {
  return groups.flatMap((group) =>
    group.flatMap(({ draft }) =>
      draft.kind === 'indicator-reading-recorded' ||
      draft.kind === 'measure-progress-recorded' ||
      draft.kind === 'correction-opened'
        ? [draft]
        : [],
    ),
  )
}

/** A plan's look-ups are compared by what they say of each month. */
function told({ plan, ...state }: BureauState) {
  const plans = plan === null ? null : monthsOfYear(2020).map((month) => plan.at(month).plan)
  return structuredClone({ ...state, plan: null, plans: null, said: plans })
}

test('appended in steps, figures say what they say appended at once, in the tables as well', () => {
  fc.assert(
    fc.property(histories, histories, fc.nat({ max: 400 }), (groups, more, taken) => {
      const journal = newStore()
      saveHistory(journal, groups)
      const before = journal.state()
      const said = told(before)
      const drafts = figuresOf(more)
      const stamp = aStamp({ wallMs: Date.UTC(2021, 0, 20) })
      const dropped = journal.appendInSteps(drafts, stamp)
      let isDone = false
      for (let step = 0; step < taken && !isDone; step += 1) isDone = dropped.next().done === true
      if (!isDone) expect(told(journal.state())).toEqual(said)
      if (!isDone) atOnce(journal.appendInSteps(drafts, stamp))
      const entries = drafts.flatMap(({ subject }) => journal.entriesOf(subject)).length
      expect(entries).toBeGreaterThanOrEqual(drafts.length)
      expect(told(before)).toEqual(said)
      expect(journal.verify()).toMatchObject({ ok: true })
      journal.append([aPersonDraft('李强')], aStamp({ wallMs: Date.UTC(2021, 0, 21) }))
      expect(journal.verify()).toMatchObject({ ok: true })
      journal.close()
    }),
    { seed, numRuns: 25 },
  )
}, 240_000)

test('the state that is kept afterwards is the fold of the journal', () => {
  fc.assert(
    fc.property(histories, histories, (groups, more) => {
      const place = tempFolder()
      const journal = storeFolder(place, { owner: 'command' }).create((filling) => {
        filling.append([aPersonDraft('王敏')], aStamp())
      })
      saveHistory(journal, groups)
      atOnce(journal.appendInSteps(figuresOf(more), aStamp({ wallMs: Date.UTC(2021, 0, 20) })))
      const kept = told(journal.state())
      journal.close()
      const read = storeFolder(place, { owner: 'command' }).open('read')
      expect(kept).toEqual(told(read.state()))
      read.close()
    }),
    { seed, numRuns: 25 },
  )
}, 240_000)

test('steps that were taken before somebody else wrote are refused, and nothing of them is there', () => {
  const journal = newStore()
  const figure: FigureDraft = {
    kind: 'correction-opened',
    subject: 'submission/2020-01/a',
    basis: null,
    body: { department: 'a', month: '2020-01', reason: '核对' },
  }
  const steps = journal.appendInSteps([figure], aStamp())
  expect(steps.next().done).toBe(false)
  journal.append([aPersonDraft('李强')], aStamp())
  expect(() => atOnce(steps)).toThrow('written meanwhile')
  expect(journal.state().submissions.size).toBe(0)
  expect(journal.entriesOf(figure.subject)).toEqual([])
  expect(journal.verify()).toMatchObject({ ok: true })
  journal.close()
})

test('an empty list is no append', () => {
  const journal = newStore()
  const before = journal.state()
  expect(atOnce(journal.appendInSteps([], aStamp()))).toEqual([])
  expect(journal.state()).toBe(before)
  journal.close()
})
