import { describe, expect, it } from 'vitest'
import { SaveTracker } from './save-state.ts'

/** Saves that are under way until they are answered. */
function saveOf(tracker: SaveTracker) {
  let answer = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  return { done: tracker.during(answered), answer }
}

describe('SaveTracker', () => {
  it('says saving until the last save that was asked for is answered, those that wait included', async () => {
    const tracker = new SaveTracker()
    const [first, second] = [saveOf(tracker), saveOf(tracker)]
    tracker.saved('a', '2020-06-20T02:00:00.000Z')
    first.answer()
    await first.done
    expect(tracker.read()).toEqual({ kind: 'saving' })
    tracker.saved('a', '2020-06-20T02:00:01.000Z')
    expect(tracker.read()).toEqual({ kind: 'saving' })
    second.answer()
    await second.done
    expect(tracker.read()).toEqual({ kind: 'saved', at: '2020-06-20T02:00:01.000Z' })
  })

  it('says no longer saving when a save broke off', async () => {
    const tracker = new SaveTracker()
    await expect(tracker.during(Promise.reject(new Error('broken off')))).rejects.toThrow('broken off')
    expect(tracker.read()).toEqual({ kind: 'quiet' })
  })

  it('keeps saying that a refused cell is not saved while others are', () => {
    const tracker = new SaveTracker()
    tracker.refused('a', '不是能用的数')
    tracker.saved('b', '2020-06-20T02:00:00.000Z')
    expect(tracker.read()).toEqual({ kind: 'failed', reason: '不是能用的数', cells: 1 })
    tracker.withdrawn('a')
    expect(tracker.read().kind).toBe('saved')
  })

  it('does not go back to an older time that a page read', () => {
    const tracker = new SaveTracker()
    tracker.saved('a', '2020-06-20T02:00:05.000Z')
    tracker.known('2020-06-20T02:00:00.000Z')
    expect(tracker.read()).toEqual({ kind: 'saved', at: '2020-06-20T02:00:05.000Z' })
  })
})
