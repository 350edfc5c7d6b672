import { describe, expect, it } from 'vitest'
import { dueText } from './due-text.ts'

const open = { dueDate: '2020-06-25', isLocked: false }
const at = (iso: string) => Date.parse(iso)

describe('dueText', () => {
  it('counts the days that are left', () => {
    expect(dueText(open, at('2020-06-22T01:00:00Z'))).toBe('应于6月25日前报送，还有3天')
    expect(dueText(open, at('2020-06-25T09:00:00Z'))).toBe('今天（6月25日）是报送日')
  })

  it('says how late it is, and only that it is past when that was long ago', () => {
    expect(dueText(open, at('2020-06-27T01:00:00Z'))).toBe('报送日6月25日已过2天，仍可补报')
    expect(dueText(open, at('2026-06-27T01:00:00Z'))).toBe('报送日2020年6月25日已过，可以补报')
  })

  it('only names the day of a month that is locked', () => {
    expect(dueText({ ...open, isLocked: true }, at('2020-07-22T01:00:00Z'))).toBe('报送日6月25日')
  })
})
