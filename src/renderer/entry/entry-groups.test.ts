import { describe, expect, it } from 'vitest'
import { missingInPageOrder, nextMissing } from './entry-groups.ts'

const order = new Map(['甲', '乙', '丙', '丁'].map((id, at) => [id, at]))
const blank = (ids: string) => [...ids].map((id) => ({ id, name: id, kind: 'indicator' as const }))

describe('missingInPageOrder', () => {
  it('follows the page, whatever order the answer had', () => {
    expect(missingInPageOrder(order, blank('丁甲丙')).map(({ id }) => id)).toEqual(['甲', '丙', '丁'])
  })
})

describe('nextMissing', () => {
  it.each([
    ['nothing jumped to yet: the first', '乙丙', null, '乙'],
    ['the last one is still blank: the one after it', '甲乙丙', '甲', '乙'],
    ['the last one is filled in: none is passed over', '乙丙', '甲', '乙'],
    ['after the last one: from the top again', '甲乙', '丁', '甲'],
    ['the only one left, again', '丙', '丙', '丙'],
    ['no blank one', '', '丙', null],
  ])('%s', (_name, missing, last, next) => {
    expect(nextMissing(order, blank(missing), last)).toBe(next)
  })
})
