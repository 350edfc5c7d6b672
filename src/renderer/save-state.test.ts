import { describe, expect, it } from 'vitest'
import { SaveTracker } from './save-state.ts'

describe('SaveTracker', () => {
  it('says saving until the last running save is answered', () => {
    const tracker = new SaveTracker()
    tracker.started()
    tracker.started()
    tracker.saved('a', '2020-06-20T02:00:00.000Z')
    expect(tracker.read()).toEqual({ kind: 'saving' })
    tracker.saved('b', '2020-06-20T02:00:01.000Z')
    expect(tracker.read()).toEqual({ kind: 'saved', at: '2020-06-20T02:00:01.000Z' })
  })

  it('keeps saying that a refused cell is not saved while others are', () => {
    const tracker = new SaveTracker()
    tracker.started()
    tracker.refused('a', '不是能用的数')
    tracker.started()
    tracker.saved('b', '2020-06-20T02:00:00.000Z')
    expect(tracker.read()).toEqual({ kind: 'failed', reason: '不是能用的数', cells: 1 })
    tracker.withdrawn('a')
    expect(tracker.read().kind).toBe('saved')
  })

  it('does not go back to an older time that a page read', () => {
    const tracker = new SaveTracker()
    tracker.started()
    tracker.saved('a', '2020-06-20T02:00:05.000Z')
    tracker.known('2020-06-20T02:00:00.000Z')
    expect(tracker.read()).toEqual({ kind: 'saved', at: '2020-06-20T02:00:05.000Z' })
  })
})
