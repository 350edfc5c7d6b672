import { describe, expect, it } from 'vitest'
import type { FormField } from './form-fields.ts'
import type { FormItem } from './form-items.ts'
import { type CellReading, readEntryCell } from './read-cell.ts'
import type { CellKind, ReadCell } from './read-workbook.ts'

const item = (rest: Partial<FormItem> = {}): FormItem => ({
  key: 'i1',
  sheet: 'indicators',
  indicator: 'i1',
  locality: null,
  measure: null,
  number: '1',
  programme: '培育行动',
  name: '新增高企',
  unit: '家',
  open: ['value', 'state', 'note'],
  stored: {},
  basis: null,
  milestones: [
    { id: 's1', name: '制订管理办法', due: '2020-06' },
    { id: 's2', name: '形成考核、评估体系', due: '2020-09' },
  ],
  doneEarlier: [],
  ...rest,
})

function read(
  field: FormField,
  text: string,
  kind: CellKind = 'text',
  rest?: Partial<FormItem>,
): CellReading {
  const cell: ReadCell = { row: 5, column: 8, kind, text, isFormula: false }
  return readEntryCell(item(rest), field, cell)
}

const value = (reading: CellReading) => (reading.isRead ? reading.value : undefined)

describe('readEntryCell', () => {
  it.each<[FormField, string, CellKind, string | null | undefined]>([
    ['value', '18', 'number', '18'],
    ['value', '1e+21', 'number', undefined],
    ['value', '', 'text', null],
    ['value', '　', 'text', null],
    ['value', '１２．５', 'text', '12.5'],
    ['value', '12 家', 'text', '12'],
    ['value', '12,34', 'text', undefined],
    ['value', '-', 'text', undefined],
    ['value', '44012', 'date', undefined],
    ['numerator', '12家', 'text', '12'],
    ['state', '尚未统计 ', 'text', 'not-yet-published'],
    ['state', '未统计', 'text', undefined],
    ['status', '受阻需协调', 'text', 'blocked'],
    ['status', '1', 'number', undefined],
    ['note', ' 两行\r\n文字  ', 'text', '两行\n文字'],
    ['note', '12', 'number', '12'],
    ['note', '0.235', 'percent', '23.5%'],
    ['note', '字'.repeat(20_001), 'text', undefined],
    ['milestonesDone', '1、2', 'text', '["s1","s2"]'],
    ['milestonesDone', '形成考核、评估体系', 'text', '["s2"]'],
    ['milestonesDone', '2；制订管理办法', 'text', '["s1","s2"]'],
    ['milestonesDone', '全部', 'text', '["s1","s2"]'],
    ['milestonesDone', '3', 'text', undefined],
    ['milestonesDone', '', 'text', null],
  ])('%s: %j (%s) → %j', (field, text, kind, expected) => {
    expect(value(read(field, text, kind))).toBe(expected)
  })

  it('takes a percentage as it is shown, for the figure itself and where the unit is one', () => {
    expect(value(read('value', '0.235', 'percent', { unit: '%' }))).toBe('23.5')
    expect(value(read('value', '0.235', 'percent'))).toBeUndefined()
    expect(value(read('numerator', '0.235', 'percent', { unit: '%' }))).toBeUndefined()
  })

  it('says why, in a sentence that names what to do', () => {
    const reading = read('value', '约30%')
    expect(reading).toEqual({ isRead: false, reason: '不是能用的数，请只填数字，例如 18 或 2.5' })
  })
})
