// Laws that hold for every plan and every year; a failing run prints its seed and path for replay.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorReading } from '../journal/journal-entry.ts'
import type { AccumulationMode, Indicator } from '../plan/annual-plan.ts'
import { measureMonth } from '../state/measure-month.ts'
import { anIndicator, aPlan, aReading, aTarget, measured, StateBuilder } from '../testing/builders.ts'
import { exact, parseExact, roundHalfUp } from '../values/exact.ts'
import { monthOf, monthsOfYear } from '../values/reporting-month.ts'
import { percentText, whyText } from './wording.ts'

const modes: readonly AccumulationMode[] = ['monthly-flow', 'running-total', 'stock', 'ratio', 'yearly']
/** Decimals with up to two places, as people type them. */
const figure = fc.integer({ min: -50_000, max: 500_000 }).map((cents) => cents / 100)
const content = fc.oneof(
  { weight: 5, arbitrary: figure as fc.Arbitrary<number | string> },
  { weight: 1, arbitrary: fc.constantFrom('no-progress', 'not-applicable', 'not-yet-published', 'blank') },
)
const readingsOfYear = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), content), {
    selector: ([month]) => month,
    maxLength: 12,
  })
  .map((list) => list.map(([month, value]) => aReading(monthOf(2020, month), value)))
const curve = fc.option(
  fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: 12, maxLength: 12 })
    .map((shares) => shares.sort((a, b) => a - b).map((share) => share / 100)),
)
const indicator: fc.Arbitrary<Indicator> = fc
  .record({
    mode: fc.constantFrom(...modes),
    committed: fc.integer({ min: -1000, max: 100_000 }).map((value) => value / 10),
    stretch: fc.option(fc.integer({ min: 0, max: 100_000 })),
    baseline: fc.option(fc.integer({ min: -100, max: 100 })),
    comparator: fc.constantFrom('at-least' as const, 'at-most' as const, 'exactly' as const),
    curve,
    dueMonth: fc.integer({ min: 1, max: 14 }),
  })
  .map(({ mode, curve: shares, dueMonth, ...target }) =>
    anIndicator({ mode, curve: shares, dueMonth, targets: [aTarget(target)] }),
  )
const month = fc.integer({ min: 1, max: 12 }).map((number) => monthOf(2020, number))

const summary = (each: Indicator, at: string, readings: readonly IndicatorReading[]) => {
  const { input, result } = measured(each, at, readings)
  return { ...result, measured: null, byLocality: [], why: whyText(input, result) }
}

describe('laws of measuring', () => {
  it('answers every plan and every history: never an exception, never a light without a reason', () => {
    fc.assert(
      fc.property(indicator, readingsOfYear, month, (each, readings, at) => {
        const { why, light, pace, completion, actual } = summary(each, at, readings)
        expect(why.length).toBeGreaterThan(4)
        if (light === 'grey') expect(pace).toBeNull()
        if (actual === null) expect(completion).toBeNull()
        if (light === 'green' && pace !== null) expect(pace.gte(1)).toBe(true)
        if (light === 'yellow') expect(pace?.lt(1) && pace.gte(exact(0.85))).toBe(true)
        if (light === 'red') expect(pace?.lt(exact(0.85))).toBe(true)
      }),
    )
  })

  it('does not care in which order months were filled in', () => {
    fc.assert(
      fc.property(
        indicator,
        readingsOfYear.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        month,
        (each, [readings, shuffled], at) => {
          const status = (list: readonly IndicatorReading[]) =>
            measureMonth(
              new StateBuilder(aPlan({ indicators: [each] })).read('2020-01-03', ...list).state,
              at,
              'latest',
            ).indicators
          expect(status(shuffled)).toEqual(status(readings))
        },
      ),
    )
  })

  it('gives a late correction the same result as the right figure at once', () => {
    fc.assert(
      fc.property(indicator, readingsOfYear, month, figure, (each, readings, at, wrong) => {
        const plan = aPlan({ indicators: [each] })
        const direct = new StateBuilder(plan).read('2020-01-03', ...readings)
        const corrected = new StateBuilder(plan).read(
          '2020-01-03',
          ...readings.map((reading) => aReading(reading.month, wrong)),
          ...readings,
        )
        expect(measureMonth(corrected.state, at, 'latest').indicators).toEqual(
          measureMonth(direct.state, at, 'latest').indicators,
        )
      }),
    )
  })

  it('does not depend on the unit: everything times 10000 has the same completion, pace and light', () => {
    fc.assert(
      fc.property(indicator, readingsOfYear, month, (each, readings, at) => {
        const [target] = each.targets ?? []
        const wan = (value: number | null | undefined) =>
          value == null ? null : Number(roundHalfUp(exact(value).mul(10_000), 0))
        const inYuan = {
          ...each,
          targets: [
            {
              ...aTarget(),
              ...target,
              committed: wan(target?.committed),
              stretch: wan(target?.stretch),
              baseline: wan(target?.baseline),
            },
          ],
        }
        const scaled = readings.map((reading) =>
          reading.value === null
            ? reading
            : { ...reading, value: roundHalfUp(exact(reading.value).mul(10_000), 0) },
        )
        const [a, b] = [summary(each, at, readings), summary(inYuan, at, scaled)]
        expect([b.light, b.label, b.pace, b.completion]).toEqual([a.light, a.label, a.pace, a.completion])
      }),
    )
  })

  it('never judges more severely when more was done (at least, amounts)', () => {
    const severity = { red: 0, yellow: 1, green: 2, blue: 3, grey: 2 }
    fc.assert(
      fc.property(
        readingsOfYear,
        month,
        fc.integer({ min: 1, max: 1000 }),
        curve,
        (readings, at, more, shares) => {
          const each = anIndicator({ curve: shares })
          const numbers = [
            ...readings.filter((reading) => reading.month !== at && reading.state === 'number'),
            aReading(at, 10),
          ]
          const better = [...numbers.slice(0, -1), aReading(at, 10 + more)]
          expect(severity[summary(each, at, better).light]).toBeGreaterThanOrEqual(
            severity[summary(each, at, numbers).light],
          )
        },
      ),
    )
  })

  it('keeps the target whatever is missing', () => {
    fc.assert(
      fc.property(indicator, readingsOfYear, month, (each, readings, at) => {
        expect(measured(each, at, readings).result.measured?.value).toEqual(
          measured(each, at, []).result.measured?.value,
        )
      }),
    )
  })

  it('adds up: month amounts of a flow or running total make its value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('monthly-flow' as const, 'running-total' as const),
        readingsOfYear,
        (mode, readings) => {
          const each = anIndicator({ mode })
          const sum = monthsOfYear(2020).reduce(
            (total, at) => total.add(measured(each, at, readings).result.monthAmount ?? exact(0)),
            exact(0),
          )
          expect(sum.equals(measured(each, '2020-12', readings).result.actual ?? exact(0))).toBe(true)
        },
      ),
    )
  })

  it('prints no percentage on the other side of a band', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (billionths) => {
        const share = exact(billionths).div(1_000_000_000)
        const printed = parseExact(percentText(share, { green: 1, yellow: 0.85 }).slice(0, -1))
        for (const band of [1, 0.85]) expect(printed?.div(100).gte(exact(band))).toBe(share.gte(exact(band)))
      }),
    )
  })
})
