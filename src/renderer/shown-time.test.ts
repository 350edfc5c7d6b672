import { describe, expect, it } from 'vitest'
import { daysLeft, shortDay, timeText } from './shown-time.ts'

const at = (iso: string) => Date.parse(iso)

describe('times on screen', () => {
  it('shows only the time of a save made today, in the bureau’s own time', () => {
    expect(timeText('2020-06-20T02:32:00.000Z', at('2020-06-20T09:00:00.000Z'))).toBe('10:32')
  })

  it('adds the day, and the year when it is another one', () => {
    expect(timeText('2020-06-19T16:30:00.000Z', at('2020-06-25T00:00:00.000Z'))).toBe('6月20日 00:30')
    expect(timeText('2020-06-19T02:32:00.000Z', at('2026-06-25T00:00:00.000Z'))).toBe('2020年6月19日 10:32')
  })

  it('counts the due day itself as no days left', () => {
    expect(daysLeft('2020-06-25', at('2020-06-25T09:00:00.000Z'))).toBe(0)
    expect(daysLeft('2020-06-25', at('2020-06-22T09:00:00.000Z'))).toBe(3)
    expect(daysLeft('2020-06-25', at('2020-06-26T01:00:00.000Z'))).toBe(-1)
  })

  it('shortens a day beside a month of its year, and says the year where it is another one', () => {
    expect(shortDay('2020-06-24T16:30:00.000Z', '2020-05')).toBe('6-25')
    expect(shortDay('2020-12-31T16:30:00.000Z', '2020-12')).toBe('2021-1-1')
  })
})
