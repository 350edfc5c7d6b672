import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { largestRemainder } from './largest-remainder.ts'

const counts = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 12 })

describe('shares in tenths of a per cent', () => {
  test.each([
    [
      [1, 1, 1],
      [334, 333, 333],
    ],
    [
      [3, 24, 6, 2, 4],
      [77, 615, 154, 51, 103],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [[7], [1000]],
    [
      [0, 5],
      [0, 1000],
    ],
  ])('%j → %j', (given, expected) => {
    expect(largestRemainder(given, 1000)).toEqual(expected)
  })

  test('always add up to 100.0 %, and none is a whole tenth away from its share', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const total = given.reduce((sum, count) => sum + count, 0)
        const parts = largestRemainder(given, 1000)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total === 0 ? 0 : 1000)
        given.forEach((count, index) => {
          if (total > 0) expect(Math.abs((parts[index] ?? 0) - (count * 1000) / total)).toBeLessThan(1)
          if (count === 0) expect(parts[index]).toBe(0)
        })
      }),
    )
  })

  test('a larger count never gets a smaller share', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const parts = largestRemainder(given, 1000)
        given.forEach((a, i) => {
          given.forEach((b, j) => {
            if (a > b) expect(parts[i]).toBeGreaterThanOrEqual(parts[j] ?? 0)
          })
        })
      }),
    )
  })
})
