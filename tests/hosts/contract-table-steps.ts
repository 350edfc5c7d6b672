// The part of the contract's story about tables of a bureau's own: opened, confirmed, taken in, through every host.
import { createHash } from 'node:crypto'
import { numberCell, row, textCell, withRows } from '../forms/workbook-maker.ts'

const month = '2020-06'

const own = withRows(
  row(1, textCell('A1', '指标') + textCell('B1', '6月') + textCell('C1', '联系人')) +
    row(2, textCell('A2', '技术合同登记额（亿元）') + numberCell('B2', '4') + textCell('C2', '王敏')),
)
const file = own.toString('base64')
const fileHash = createHash('sha256').update(own).digest('hex')
const columns = [
  { column: 1, meaning: 'indicator' },
  { column: 2, meaning: 'value' },
  { column: 3, meaning: 'ignored' },
]
const table = { file, sheet: '表一', columns, month, department: 'keyan' }
const accepted = [{ sheet: '表一', cell: 'B2', basis: null }]
const kept = {
  purpose: 'month',
  fingerprint: '0123456789abcdef',
  meanings: ['indicator', 'value', 'ignored'],
}

/** The clerk of 科研处 acts; nothing has been filled in for this indicator. */
export const tableSteps: readonly (readonly [
  what: string,
  name: string,
  input: unknown,
  expected: string,
])[] = [
  ['a table without a file', 'table.open', { purpose: 'month' }, 'workbook-not-opened'],
  [
    'a workbook without a table',
    'table.open',
    { purpose: 'month', file: withRows('').toString('base64') },
    'table-not-found',
  ],
  ['a plan’s table for a clerk', 'table.open', { purpose: 'plan', file }, 'not-permitted'],
  ['a table', 'table.open', { purpose: 'month', file }, 'ok'],
  ['columns that mean nothing known', 'table.keepColumns', { ...kept, meanings: ['x'] }, 'invalid-input'],
  ['confirmed columns', 'table.keepColumns', kept, 'ok'],
  ['a table of another department', 'table.preview', { ...table, department: 'gaoxin' }, 'not-permitted'],
  [
    'a table of every department for a clerk',
    'table.preview',
    { ...table, department: null },
    'not-permitted',
  ],
  ['a table', 'table.preview', table, 'ok'],
  [
    'a table that was changed meanwhile',
    'table.apply',
    { ...table, fileHash: 'x', accepted },
    'form-file-changed',
  ],
  ['a table’s accepted change', 'table.apply', { ...table, fileHash, accepted }, 'ok'],
  ['the same table’s change again', 'table.apply', { ...table, fileHash, accepted }, 'form-changes-moved'],
  [
    'a clerk’s plan',
    'table.previewPlan',
    { file, sheet: '表一', columns, title: '要点', year: 2021 },
    'not-permitted',
  ],
]
