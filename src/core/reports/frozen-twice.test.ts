import { describe, expect, test } from 'vitest'
import { type EntryDraft, subjectOf } from '../journal/journal-entry.ts'
import { measureMonth } from '../state/measure-month.ts'
import type { StateBuilder } from '../testing/builders.ts'
import type { BulletinInput } from './bulletin.ts'
import { frozenTwiceWords } from './frozen-twice.ts'
import { sheetOf } from './testing/read-report.ts'
import { inputFor, sampleJournal } from './testing/sample-bulletins.ts'

const frozen = (month: string, issue: number): EntryDraft => ({
  kind: 'bulletin-frozen',
  subject: subjectOf.bulletin(month),
  basis: null,
  body: { month, issue, heads: { d1: issue } },
})

const june = (builder: StateBuilder) => builder.append([frozen('2020-06', 6)], '2020-07-01T16:30', '李强')
const julyOf = (builder: StateBuilder, rest: Partial<BulletinInput> = {}) =>
  inputFor(builder, {
    month: '2020-07',
    issue: 7,
    status: { ...measureMonth(builder.state, '2020-07', 'accepted'), asOf: null },
    ...rest,
  })
const summaryOf = (input: BulletinInput) => sheetOf('变更记录', input).summary ?? ''

describe('an issue frozen on two PCs', () => {
  const builder = june(sampleJournal()).append([frozen('2020-06', 6)], '2020-07-02T09:10', '陈静')
  const issue = builder.state.bulletins.get('2020-06')
  const words =
    '第6期（2020年6月）在两台电脑上各冻结了一次：以李强 2020-07-01 16:30冻结的为准（时间最早），陈静 2020-07-02 09:10冻结的不作数，请把按它发出的第6期换下来。'

  test('the earlier one stands, and the words say so', () => {
    expect(issue).toMatchObject({ origin: { author: '李强' }, others: [{ author: '陈静' }] })
    expect(issue === undefined ? null : frozenTwiceWords(issue)).toBe(words)
  })

  test('a third one is named too', () => {
    const third = june(sampleJournal())
      .append([frozen('2020-06', 6)], '2020-07-02T09:10', '陈静')
      .append([frozen('2020-06', 6)], '2020-07-03T09:10', '周蕾')
    const found = third.state.bulletins.get('2020-06')
    expect(found === undefined ? null : frozenTwiceWords(found)).toMatch(
      /在3台电脑上各冻结了一次：以李强.*为准.*陈静 2020-07-02 09:10、周蕾 2020-07-03 09:10冻结的不作数/,
    )
  })

  test('变更记录 of the next issue says it once', () => {
    expect(summaryOf(julyOf(builder))).toContain(words)
    const earlier = {
      month: '2020-06',
      issue: 6,
      knownAt: '2020-07-01T16:30:00.000Z',
      state: builder.state,
      plans: builder.state.plans,
      status: measureMonth(builder.state, '2020-06', 'accepted'),
    }
    expect(summaryOf(julyOf(builder, { earlier }))).not.toContain('冻结')
  })

  test('the issue itself and an earlier one stay as they were', () => {
    expect(summaryOf(inputFor(builder))).toBe(summaryOf(inputFor(sampleJournal())))
  })
})

test('frozen once, nothing is said', () => {
  const builder = june(sampleJournal())
  const issue = builder.state.bulletins.get('2020-06')
  expect(issue === undefined ? '' : frozenTwiceWords(issue)).toBeNull()
  expect(summaryOf(julyOf(builder))).not.toContain('冻结')
})
