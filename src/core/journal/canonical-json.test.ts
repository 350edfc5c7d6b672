import fc from 'fast-check'
import { expect, it } from 'vitest'
import { epochOfIso, isoOf, parseInstant } from '../values/civil-time.ts'
import { exact, roundHalfUp, toNumber } from '../values/exact.ts'
import { canonicalJson } from './canonical-json.ts'
import { hashedText } from './journal-entry.ts'

/** The plain way, which the quick ways must agree with. */
function slowly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(slowly).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${slowly(member)}`).join(',')}}`
}

it('writes the same text however the keys were ordered', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(text).toBe(slowly(value))
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
  // Keys that look like numbers come first in an object, but not in the text.
  expect(canonicalJson({ '9': 1, '10': 2, a: 3 })).toBe('{"10":2,"9":1,"a":3}')
  expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"d":2,"c":3},"a":0}'))).toBe(
    '{"__proto__":{"c":3,"d":2},"a":0,"b":1}',
  )
})

it('leaves out what is undefined and refuses what is no number', () => {
  expect(canonicalJson({ a: undefined, b: [undefined, 1] })).toBe('{"b":[null,1]}')
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => canonicalJson({ a: [number] })).toThrow(RangeError)
})

it('hashes the canonical text of the whole entry', () => {
  const body = { name: '王敏', department: null, role: 'office' } as const
  const draft = { kind: 'person-added', subject: 'person/王"敏', basis: null, body } as const
  const entry = {
    ...draft,
    id: 'e1',
    device: 'd1',
    seq: 7,
    time: '2020-01-02T01:00:00.000Z-0000',
    isClockSet: true,
    author: '王\\敏',
    previous: null,
  }
  expect(hashedText(entry)).toBe(canonicalJson(entry))
})

it('reads back any instant it wrote', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 }), (epoch) => {
      expect(epochOfIso(isoOf(epoch))).toBe(epoch)
      expect(parseInstant(isoOf(epoch))).toBe(epoch)
    }),
  )
})

it('answers the double nearest to a quotient', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1 }), (a, b) => {
      const value = exact(a).div(exact(b))
      expect(toNumber(value)).toBe(value.d === 1n ? a / b : Number(roundHalfUp(value, 40)))
    }),
  )
})
