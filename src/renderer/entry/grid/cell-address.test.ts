import { describe, expect, it } from 'vitest'
import { addressOfKey, type CellAddress, cellKeyOf, rectangleOf, shifted } from './cell-address.ts'

const rows = ['a', 'b', 'c/1', 'd']
const at = (row: string, column: CellAddress['column']): CellAddress => ({ row, column })

describe('a cell’s key', () => {
  it('names column and row, whatever the row is called', () => {
    expect(addressOfKey(cellKeyOf('state', 'c/1'))).toEqual(at('c/1', 'state'))
    expect(addressOfKey('progress/a')).toBeNull()
    expect(addressOfKey(undefined)).toBeNull()
  })
})

describe('the rectangle of a range', () => {
  it('is the same drawn from any corner', () => {
    const rectangle = { rows: ['b', 'c/1'], columns: ['figure', 'state'] }
    for (const [anchor, head] of [
      [at('b', 'figure'), at('c/1', 'state')],
      [at('c/1', 'state'), at('b', 'figure')],
      [at('b', 'state'), at('c/1', 'figure')],
    ] as const)
      expect(rectangleOf({ anchor, head }, rows)).toEqual(rectangle)
  })

  it('is none when a row is gone', () => {
    expect(rectangleOf({ anchor: at('x', 'figure'), head: at('b', 'figure') }, rows)).toBeNull()
  })
})

describe('moving', () => {
  it('stops at the edges', () => {
    expect(shifted(at('a', 'figure'), rows, { down: -1, right: -1 })).toEqual(at('a', 'figure'))
    expect(shifted(at('d', 'note'), rows, { down: 1, right: 1 })).toEqual(at('d', 'note'))
    expect(shifted(at('b', 'figure'), rows, { down: 1, right: 2 })).toEqual(at('c/1', 'note'))
  })
})
