import { expect, test } from 'vitest'
import { takeCallInput, takePlainJson } from '../../src/core/values/plain-json.ts'

const LIMIT = 1000

test.each([
  [null],
  [0],
  ['文字"\\\u0000\ud800😀'],
  [{ a: [1, { b: null }], constructor: 'x', '': true }],
  [[[], {}, '']],
])('%j travels as it is', (value) => {
  expect(takePlainJson(value, LIMIT)).toEqual({ ok: true, value })
})

test('what JSON leaves out or levels is left out and levelled', () => {
  const taken = takePlainJson({ a: undefined, b: -0 }, LIMIT)
  expect(taken.ok && Object.entries(taken.value ?? {})).toEqual([['b', 0]])
})

const ring: Record<string, unknown> = {}
ring.self = ring

test.each([
  ['undefined', undefined, '内容'],
  ['NaN', { sheets: [{ value: Number.NaN }] }, 'sheets[0].value'],
  ['infinity', JSON.parse('{"value":1e400}'), 'value'],
  ['a date', { at: new Date(0) }, 'at'],
  ['bytes', [new Uint8Array(2)], '[0]'],
  ['a map', new Map(), '内容'],
  ['a function', { run: () => 1 }, 'run'],
  ['a large whole number', { value: 1n }, 'value'],
  ['a hole', [1, undefined], '[1]'],
  ['a key that changes what an object inherits', JSON.parse('{"__proto__":{"isOffice":true}}'), '__proto__'],
])('%s is refused with its place', (_what, value, place) => {
  expect(takePlainJson(value, LIMIT)).toMatchObject({ ok: false, fault: { kind: 'not-plain', place } })
})

test('a value that contains itself is refused', () => {
  expect(takePlainJson(ring, LIMIT)).toMatchObject({ ok: false, fault: { kind: 'not-plain' } })
})

test.each([
  ['x'.repeat(40)],
  ['要点台账'],
  ['😀\ud800"\\\n\u0001é'],
  [{ a: 1.5, b: [true, false, null], c: { d: '', e: -12e30 } }],
  [[1, 2, 3]],
  [{}],
])('the size of %j is that of its JSON text, to the byte', (value) => {
  const bytes = Buffer.byteLength(JSON.stringify(value))
  expect(takePlainJson(value, bytes).ok).toBe(true)
  expect(takePlainJson(value, bytes - 1)).toEqual({ ok: false, fault: { kind: 'too-large' } })
})

test('a call says what is wrong in a sentence', () => {
  expect(takeCallInput('entry.record', { value: Number.NaN })).toMatchObject({
    ok: false,
    rejection: { code: 'invalid-input' },
  })
  const refused = takeCallInput('entry.record', { text: 'x'.repeat(50 * 1024 * 1024) })
  expect(refused).toMatchObject({
    ok: false,
    rejection: { code: 'input-too-large', message: expect.stringContaining('10MB') },
  })
})
