import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, parseExact, roundHalfUp, toDecimalText, toNumber } from './exact.ts'

describe('parseExact', () => {
  it.each([
    ['18', '18'],
    ['-2.50', '-2.5'],
    ['+0.1', '0.1'],
    ['1e-7', '0.0000001'],
    ['1.5e3', '1500'],
    [' 3 ', '3'],
    [0.1 + 0.2, '0.30000000000000004'],
    [999_999_999_999_999, '999999999999999'],
  ])('%s → %s', (input, text) => {
    const value = parseExact(input)
    expect(value === null ? null : toDecimalText(value)).toBe(text)
  })

  it.each([
    '',
    'abc',
    '12家',
    '1,000',
    '１２',
    '约30%',
    '--1',
    '1e400',
    '1e99',
    '1000000000000000',
    `0.${'1'.repeat(30)}`,
    '9'.repeat(1000),
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('refuses %s', (input) => {
    expect(parseExact(input)).toBeNull()
  })
})

describe('arithmetic', () => {
  it('is decimal', () => {
    expect(exact(0.1).add(exact(0.2)).equals(exact(0.3))).toBe(true)
  })

  it.each([
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['2.345', 2, '2.35'],
    ['-0.04', 1, '0.0'],
    ['99.96', 1, '100.0'],
  ])('rounds %s to %d places half up: %s', (value, places, text) => {
    expect(roundHalfUp(exact(value), places)).toBe(text)
  })

  it('gives back every double it was given', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), (value) => {
        const parsed = parseExact(value)
        if (parsed !== null) expect(toNumber(parsed)).toBe(value === 0 ? 0 : value)
      }),
    )
  })

  it('gives the double nearest to a quotient', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (n, d) => {
        expect(toNumber(exact(n).div(d))).toBe(n / d)
      }),
    )
  })
})
