import { describe, expect, it } from 'vitest'
import { curveTexts, kindOf, sharesOf, usualCurve } from './curve.ts'

describe('序时计划 as typed', () => {
  it.each([
    ['linear', 1, '8.33 16.67 25 33.33 41.67 50 58.33 66.67 75 83.33 91.67 100'],
    ['quarters', 1, '0 0 25 25 25 50 50 50 75 75 75 100'],
    ['from-month', 7, '0 0 0 0 0 0 16.67 33.33 50 66.67 83.33 100'],
    ['from-month', 12, '0 0 0 0 0 0 0 0 0 0 0 100'],
  ] as const)('%s from month %i', (kind, from, expected) => {
    expect(usualCurve(kind, from).join(' ')).toBe(expected)
  })

  it('reads percentages as people type them', () => {
    const texts = ['１０', '10％', '20', '20', '30', '30', '40', '40', '50', '60', '80', '100%']
    expect(sharesOf(texts)).toEqual([0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.4, 0.4, 0.5, 0.6, 0.8, 1])
  })

  it.each([
    ['a fall', 3, '5'],
    ['more than all', 11, '101'],
    ['less than nothing', 0, '-1'],
    ['nothing', 4, ''],
    ['words', 4, '一半'],
  ])('refuses %s', (_, at, text) => {
    const texts = usualCurve('linear').map((each, index) => (index === at ? text : each))
    expect(sharesOf(texts)).toBeNull()
  })

  it('shows a stored curve and knows how it was made', () => {
    const quarters = sharesOf(usualCurve('quarters'))
    expect(curveTexts(quarters)).toEqual(usualCurve('quarters'))
    expect([kindOf(null), kindOf(quarters), kindOf([0, ...Array<number>(11).fill(1)])]).toEqual([
      'linear',
      'quarters',
      'typed',
    ])
  })
})
