// The part of the contract's story about 总览: down to an entry, back to a day, out into files.

const month = '2020-06'
/** The smallest picture there is: 1 × 1. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='

const ok = 'ok'
const steps: readonly (readonly [string, string, unknown, string])[] = [
  ['the overview', 'overview.read', { month }, ok],
  ['the overview as of today', 'overview.read', { month, asOf: '2999-12-31', provisional: true }, ok],
  ['the overview before there was a plan', 'overview.read', { month, asOf: '1999-12-31' }, 'not-known-then'],
  ['the overview as of no day', 'overview.read', { month, asOf: '去年' }, 'invalid-input'],
  ['the overview of no month', 'overview.read', { month: '2020-13' }, 'invalid-month'],
  ['what stands behind a light', 'overview.items', { month, scope: { kind: 'programme', id: 'p7' } }, ok],
  [
    'what a department leads',
    'overview.items',
    { month, asOf: '2999-12-31', scope: { kind: 'department', id: 'keyan' } },
    ok,
  ],
  ['one item by itself', 'overview.items', { month, scope: { kind: 'measure', id: 'p1m1' } }, ok],
  [
    'a programme nobody knows',
    'overview.items',
    { month, scope: { kind: 'programme', id: 'p99' } },
    'unknown-programme',
  ],
  [
    'a department nobody knows',
    'overview.items',
    { month, scope: { kind: 'department', id: 'nowhere' } },
    'unknown-department',
  ],
  ['an item of no kind', 'overview.items', { month, scope: { kind: 'target', id: 'i1' } }, 'invalid-input'],
  ['the departments over the months', 'overview.departments', { month }, ok],
  ['what changed since May', 'overview.compare', { month, provisional: true }, ok],
  ['what changed since before the plan', 'overview.compare', { month: '2020-01' }, ok],
  ['an indicator and its months', 'indicator.read', { indicator: 'i7', month, provisional: true }, ok],
  ['its entries of the year so far', 'indicator.entries', { indicator: 'i7', month, provisional: true }, ok],
  ['its entries of a month', 'indicator.entries', { indicator: 'i7', month, of: month, after: null }, ok],
  ['entries of nobody’s indicator', 'indicator.entries', { indicator: 'i77', month }, 'unknown-indicator'],
  ['an indicator nobody knows', 'indicator.read', { indicator: 'i77', month }, 'unknown-indicator'],
  ['a measure and its entries', 'measure.read', { measure: 'p1m1', month }, ok],
  ['a measure nobody knows', 'measure.read', { measure: '__proto__', month }, 'unknown-measure'],
  [
    'a table as a file',
    'exports.saveTable',
    {
      name: '全年/进度',
      rows: [
        ['月份', '=1+1'],
        ['6月', -2.5],
        [null, 18],
      ],
    },
    ok,
  ],
  ['a table without a name', 'exports.saveTable', { name: ' ', rows: [] }, 'invalid-input'],
  ['a picture as a file', 'exports.savePicture', { name: '../../全年进度', png }, ok],
  ['a picture that is none', 'exports.savePicture', { name: '图', png: 'TVqQAAMAAAAEAAAA' }, 'invalid-input'],
  ['a picture that is not base64', 'exports.savePicture', { name: '图', png: '图' }, 'invalid-input'],
]

export const contractOverviewSteps = steps.map(([what, name, input, expected]) => ({
  what,
  name,
  input,
  expected,
}))
