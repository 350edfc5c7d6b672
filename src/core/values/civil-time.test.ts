import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { epochOf, hybridTimeOf, nextHybridTime } from '../journal/hybrid-clock.ts'
import { civilDateOf, civilTimeOf, endOfCivilDay, isoOf, parseInstant } from './civil-time.ts'

describe('civil time', () => {
  it.each([
    ['2020-06-25', '2020-06-24T16:00:00.000Z'],
    ['2020-06-25T18:05', '2020-06-25T10:05:00.000Z'],
    ['2020-06-25T18:05:09.5', '2020-06-25T10:05:09.500Z'],
    ['2020-06-25T18:05:00Z', '2020-06-25T18:05:00.000Z'],
    ['2020-06-25T18:05:00+08:00', '2020-06-25T10:05:00.000Z'],
    ['2020-06-25 18:05:00-0530', '2020-06-25T23:35:00.000Z'],
    ['2020-02-29', '2020-02-28T16:00:00.000Z'],
  ])('reads %s', (text, iso) => {
    expect(isoOf(parseInstant(text) ?? Number.NaN)).toBe(iso)
  })

  it.each([
    '',
    '2020-6-1',
    '2020-02-30',
    '2021-02-29',
    '2020-13-01',
    '2020-06-25T24:00',
    '2020-06-25T10:60',
    'yesterday',
    '2020-06-25T10:00+99:00',
  ])('refuses %s', (text) => {
    expect(parseInstant(text)).toBeNull()
  })

  it('ends a day at its last millisecond in China', () => {
    expect(civilTimeOf(endOfCivilDay('2020-06-25'))).toBe('2020-06-25 23:59')
    expect(civilDateOf(endOfCivilDay('2020-06-25') + 1)).toBe('2020-06-26')
  })

  it('agrees with the platform for every instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }), (epoch) => {
        expect(isoOf(epoch)).toBe(new Date(epoch).toISOString())
        expect(parseInstant(isoOf(epoch))).toBe(epoch)
      }),
    )
  })
})

describe('hybrid clock', () => {
  it('never goes back, whatever the wall clock says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2_000_000_000_000 }), { minLength: 1, maxLength: 50 }),
        (walls) => {
          let newest: string | null = null
          for (const wall of walls) {
            const next = nextHybridTime(newest, wall)
            if (newest !== null) expect(next > newest).toBe(true)
            newest = next
          }
        },
      ),
    )
  })

  it('carries a full counter into the next millisecond', () => {
    const full = hybridTimeOf(1_592_000_000_000, 0xffff)
    expect(epochOf(nextHybridTime(full, 0))).toBe(1_592_000_000_001)
  })
})
