// What nobody has accepted never gets into a bulletin: not as a figure, not in a sum, a share or a word.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureMonth } from '../state/measure-month.ts'
import { aReading, aReport, type StateBuilder } from '../testing/builders.ts'
import { bulletinReport } from './bulletin.ts'
import { inputFor, SAMPLE_PLAN, sampleJournal } from './testing/sample-bulletins.ts'

const seed = Number(process.env.YAODIAN_SEED ?? Date.now() % 1_000_000)
const UNACCEPTED = '没有审核的话'
/** Says who reported and how much was filled in, accepted or not. */
const ABOUT_REPORTING = '报送情况'
/** Its sentences repeat the reporting rates. */
const TEXT = '通报文字'

const month = fc.constantFrom('2020-03', '2020-05', '2020-06')
const writing = fc.oneof(
  fc
    .record({
      month,
      indicator: fc.constantFrom(...SAMPLE_PLAN.indicators.map(({ id }) => id)),
      content: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.constantFrom('no-progress', 'not-applicable')),
    })
    .map(({ month: at, indicator, content }) => (builder: StateBuilder) => {
      builder.read('2020-07-01T09:00', aReading(at, content, { indicator, note: UNACCEPTED }))
    }),
  fc
    .record({ month, measure: fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5', 'm6') })
    .map(({ month: at, measure }) => (builder: StateBuilder) => {
      builder.report(
        '2020-07-01T09:00',
        aReport(at, {
          measure,
          status: 'blocked',
          progress: UNACCEPTED,
          problems: UNACCEPTED,
          nextSteps: UNACCEPTED,
        }),
      )
    }),
  fc.constantFrom('gaoxin', 'keyan').map((department) => (builder: StateBuilder) => {
    builder.correct('2020-07-01T09:00', '2020-06', '核对', department)
  }),
  fc.constantFrom('gaoxin', 'keyan').map((department) => (builder: StateBuilder) => {
    builder.submit('2020-07-01T09:00', '2020-06', department)
  }),
)

/** Every number and light of the sheets that measure. */
function measured(builder: StateBuilder, basis: 'accepted' | 'latest' = 'accepted'): unknown[] {
  const report = bulletinReport(
    inputFor(builder, { status: { ...measureMonth(builder.state, '2020-06', basis), asOf: null } }),
  )
  return report.sheets
    .filter(({ name }) => name !== ABOUT_REPORTING && name !== TEXT)
    .flatMap(({ name, blocks }) =>
      blocks.flatMap(({ rows }) =>
        rows.flatMap(({ id, cells }) =>
          Object.entries(cells)
            .filter(([key, { value }]) => typeof value === 'number' || key === 'light' || key === 'status')
            .map(([key, { value }]) => [name, id, key, String(value).replace('；更正待审', '')]),
        ),
      ),
    )
}

const accepted = measured(sampleJournal())

test(`whatever is written and not accepted changes no figure and no word (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(writing, { minLength: 1, maxLength: 12 }), (writings) => {
      const builder = sampleJournal()
      for (const write of writings) write(builder)
      expect(measured(builder)).toEqual(accepted)
      expect(JSON.stringify(bulletinReport(inputFor(builder)))).not.toContain(UNACCEPTED)
    }),
    { seed, numRuns: 100 },
  )
})

test('the comparison would see a figure that was mixed in', () => {
  const builder = sampleJournal().read('2020-07-01T09:00', aReading('2020-06', 900, { indicator: 'green' }))
  expect(measured(builder, 'latest')).not.toEqual(accepted)
})

test('a provisional report says so in every title, and is never what an issue is made of', () => {
  const builder = sampleJournal()
  const provisional = inputFor(builder, {
    status: { ...measureMonth(builder.state, '2020-06', 'latest'), asOf: null },
  })
  for (const { title } of bulletinReport(provisional).sheets) expect(title).toContain('（含未审核数）')
})
