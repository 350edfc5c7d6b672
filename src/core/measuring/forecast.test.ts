import { describe, expect, it } from 'vitest'
import type { ReadingState } from '../journal/journal-entry.ts'
import { anIndicator, aTarget } from '../testing/builders.ts'
import { type Exact, exact } from '../values/exact.ts'
import { type MonthSoFar, yearEndRange, yearEndVerdict } from './forecast.ts'
import { yearEndText } from './forecast-wording.ts'
import { measuredTarget } from './target-progress.ts'

type Cell = number | Exclude<ReadingState, 'number'>

/** Months of a flow: a number is what the month added. */
function flow(...cells: readonly Cell[]): MonthSoFar[] {
  let total: Exact | null = null
  return cells.map((cell) => {
    if (typeof cell !== 'number') return { state: cell, actual: total }
    total = (total ?? exact(0)).add(exact(cell))
    return { state: 'number', actual: total }
  })
}

/** Months of a running total: a number is the total so far. */
function totals(...cells: readonly Cell[]): MonthSoFar[] {
  let total: Exact | null = null
  return cells.map((cell) => {
    if (typeof cell !== 'number') return { state: cell, actual: total }
    total = exact(cell)
    return { state: 'number', actual: total }
  })
}

const shown = (range: ReturnType<typeof yearEndRange>) =>
  range === null ? null : [range.low, range.middle, range.high].map((end) => end.valueOf())

describe('the year-end range', () => {
  it.each([
    ['different months', flow(2, 4, 3), 9, [27, 36, 45]],
    [
      'an even number of months: the median lies between the two in the middle',
      flow(1, 2, 4, 5),
      8,
      [20, 36, 52],
    ],
    ['equal months', flow(3, 3, 3), 9, [36, 36, 36]],
    ['two reported months only', flow(3, 3), 10, null],
    ['two reported months and a blank one', flow(3, 'blank', 3), 9, null],
    ['a month without progress is a pace of nothing', flow(2, 'no-progress', 4), 9, [6, 24, 42]],
    ['no progress before the first number', flow('no-progress', 'no-progress', 'no-progress'), 9, [0, 0, 0]],
    ['a blank month may still bring something', flow(2, 4, 'blank', 3), 8, [25, 36, 45]],
    ['a month that is not published yet as well', flow(2, 4, 3, 'not-yet-published'), 8, [25, 36, 45]],
    ['a month it does not apply to is not to come', flow(2, 4, 'not-applicable', 3), 8, [25, 33, 41]],
    [
      'in December the range is the value',
      flow(...Array.from({ length: 12 }, (_, month) => month)),
      0,
      [66, 66, 66],
    ],
    ['a correction below zero is taken as it was', flow(4, 4, -1), 9, [-2, 43, 43]],
    ['all below zero: open months count at the low end', flow(-1, -2, 'blank', -1), 8, [-22, -13, -12]],
  ] as const)('of amounts: %s', (_, months, left, expected) => {
    expect(shown(yearEndRange('monthly-flow', months, left))).toEqual(expected)
  })

  it.each([
    ['differences of totals', totals(2, 6, 9), 9, [27, 36, 45]],
    ['a total covers the months left out before it', totals(2, 'blank', 10, 12), 8, [28, 36, 44]],
    ['a month left out at the end is still to come', totals(2, 6, 9, 'blank'), 8, [25, 36, 45]],
    [
      'three totals are wanted, however much they cover',
      totals('blank', 'blank', 9, 'blank', 'blank', 18),
      6,
      null,
    ],
  ] as const)('of running totals: %s', (_, months, left, expected) => {
    expect(shown(yearEndRange('running-total', months, left))).toEqual(expected)
  })

  it('keeps fractions exact', () => {
    const range = yearEndRange('monthly-flow', flow(0.1, 0.2, 0.3), 9)
    expect(range?.high.equals(exact('3.3'))).toBe(true)
  })
})

describe('the sentence about the year’s end', () => {
  const range = yearEndRange('monthly-flow', flow(2, 4, 3), 9)
  const sentence = (target: Parameters<typeof aTarget>[0]) => {
    const indicator = anIndicator({ unit: '亿元', decimals: 2, targets: [aTarget(target)] })
    return range === null ? '' : yearEndText(indicator, range, measuredTarget(indicator, '2020-03'))
  }
  const method = '按已报3个月的最低、中位、最高月度数推算,年底约27—45亿元(中位36亿元)'

  it.each([
    [{ committed: 40 }, '年度目标40亿元在区间内,能否达到要看后几个月'],
    [{ committed: 27 }, '按最低月度数也能达到年度目标27亿元'],
    [{ committed: 45.5 }, '按最高月度数离年度目标45.5亿元仍差0.5亿元'],
    [{ committed: null, stretch: 40 }, '力争目标40亿元在区间内,能否达到要看后几个月'],
    [{ committed: 45, comparator: 'at-most' as const }, '按最高月度数也不超过年度目标45亿元'],
    [{ committed: 40, comparator: 'at-most' as const }, '年度目标40亿元在区间内,能否守住要看后几个月'],
    [{ committed: 20, comparator: 'at-most' as const }, '按最低月度数也将超过年度目标20亿元,多出7亿元'],
  ])('%o', (target, words) => {
    expect(sentence(target)).toBe(`${method},${words}`)
  })

  it('without a target', () => {
    expect(range === null ? '' : yearEndText({ unit: '家' }, range, null)).toBe(
      '按已报3个月的最低、中位、最高月度数推算,年底约27—45家(中位36家)',
    )
  })

  it('of equal months names one number', () => {
    const equal = yearEndRange('monthly-flow', flow(3, 3, 3), 9)
    expect(equal === null ? '' : yearEndText({ unit: '家' }, equal, null)).toContain('年底约36家')
  })

  it('judges the target on exact values', () => {
    const third = yearEndRange('monthly-flow', flow(0.1, 0.1, 0.1), 9)
    expect(third === null ? null : yearEndVerdict(third, { value: exact('1.2'), isAtMost: false })).toBe(
      'met-at-lowest',
    )
  })
})
