// Laws of the year-end range (docs/forecast.md); a failing run prints its seed and path for replay.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Exact, exact, ZERO } from '../values/exact.ts'
import { type MonthSoFar, type YearEndRange, yearEndRange } from './forecast.ts'

type Mode = 'monthly-flow' | 'running-total'
/** What a month added, in hundredths of the unit; a text is a month without a figure. */
type Month = number | 'blank' | 'not-applicable' | 'not-yet-published'

const mode = fc.constantFrom<Mode>('monthly-flow', 'running-total')
const gap = fc.constantFrom<Month>('blank', 'not-applicable', 'not-yet-published')
const year = (amount: fc.Arbitrary<number>) =>
  fc.array(fc.oneof({ weight: 5, arbitrary: amount }, { weight: 1, arbitrary: gap }), {
    minLength: 1,
    maxLength: 12,
  })
const anyAmount = fc.integer({ min: -30_000, max: 300_000 })
const positive = fc.integer({ min: 0, max: 300_000 })

function monthsOf(year: readonly Month[], unit: Exact = exact(100)): MonthSoFar[] {
  let total: Exact | null = null
  return year.map((month) => {
    if (typeof month !== 'number') return { state: month, actual: total }
    total = (total ?? ZERO).add(exact(month).div(unit))
    return { state: 'number', actual: total }
  })
}

const rangeOf = (each: Mode, months: readonly Month[], unit?: Exact): YearEndRange | null =>
  yearEndRange(each, monthsOf(months, unit), 12 - months.length)

const totalOf = (months: readonly Month[]) =>
  months.reduce(
    (sum: Exact, month) => (typeof month === 'number' ? sum.add(exact(month).div(100)) : sum),
    ZERO,
  )

describe('laws of the year-end range', () => {
  it('is in order, and there exactly from the third reported month on', () => {
    fc.assert(
      fc.property(mode, year(anyAmount), (each, months) => {
        const range = rangeOf(each, months)
        const reported = months.filter((month) => typeof month === 'number').length
        expect(range === null).toBe(reported < 3)
        if (range === null) return
        expect(range.low.lte(range.middle) && range.middle.lte(range.high)).toBe(true)
        expect(range.reportedMonths).toBe(reported)
      }),
    )
  })

  it('contains the straight continuation', () => {
    fc.assert(
      fc.property(mode, year(anyAmount), (each, months) => {
        const range = rangeOf(each, months)
        if (range === null) return
        // A running total covers the blank months before it, so its mean is over those as well.
        const last = months.findLastIndex((month) => typeof month === 'number')
        const counted = months.filter(
          (month, at) =>
            typeof month === 'number' ||
            (each === 'running-total' && month !== 'not-applicable' && at < last),
        ).length
        const straight = totalOf(months).add(
          totalOf(months)
            .div(counted)
            .mul(12 - months.length),
        )
        expect(range.low.lte(straight) && straight.lte(range.high)).toBe(true)
      }),
    )
  })

  it('is lowered nowhere by more done in a month', () => {
    fc.assert(
      fc.property(mode, year(anyAmount), fc.nat(11), fc.nat(100_000), (each, months, at, more) => {
        const better = months.map((month, index) =>
          index === at && typeof month === 'number' ? month + more : month,
        )
        const [before, after] = [rangeOf(each, months), rangeOf(each, better)]
        expect(after === null).toBe(before === null)
        if (before === null || after === null) return
        for (const end of ['low', 'middle', 'high'] as const) expect(after[end].gte(before[end])).toBe(true)
      }),
    )
  })

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(mode, year(anyAmount), fc.integer({ min: 1, max: 10_000 }), (each, months, factor) => {
        const [small, large] = [rangeOf(each, months), rangeOf(each, months, exact(100).div(factor))]
        expect(large === null).toBe(small === null)
        if (small === null || large === null) return
        for (const end of ['low', 'middle', 'high'] as const)
          expect(large[end].equals(small[end].mul(factor))).toBe(true)
      }),
    )
  })

  it('of equal months has a width of 0', () => {
    fc.assert(
      fc.property(mode, anyAmount, fc.integer({ min: 3, max: 12 }), (each, amount, count) => {
        const range = rangeOf(
          each,
          Array.from({ length: count }, () => amount),
        )
        expect(range?.low.equals(range.high)).toBe(true)
        expect(range?.low.equals(exact(amount).div(100).mul(12))).toBe(true)
      }),
    )
  })

  it('lies nowhere below the value so far while no month is below zero', () => {
    fc.assert(
      fc.property(mode, year(positive), (each, months) => {
        const range = rangeOf(each, months)
        if (range !== null) expect(range.low.gte(totalOf(months))).toBe(true)
      }),
    )
  })
})
