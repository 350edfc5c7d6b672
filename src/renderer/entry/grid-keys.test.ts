import { describe, expect, it } from 'vitest'
import { neighbour } from './grid-keys.ts'

describe('neighbour', () => {
  const keys = ['figure/a', 'figure/b', 'figure/c']
  it('moves down and up and stops at the ends', () => {
    expect(neighbour(keys, 'figure/a', 1)).toBe('figure/b')
    expect(neighbour(keys, 'figure/b', -1)).toBe('figure/a')
    expect(neighbour(keys, 'figure/c', 1)).toBeNull()
    expect(neighbour(keys, 'figure/a', -1)).toBeNull()
  })

  it('goes nowhere from a cell that is gone', () => {
    expect(neighbour(keys, 'figure/x', 1)).toBeNull()
  })
})
