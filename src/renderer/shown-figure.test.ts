import { describe, expect, it } from 'vitest'
import { DEFAULT_BANDS } from '../core/plan/annual-plan.ts'
import { figure, percent, targetText } from './shown-figure.ts'

describe('numbers on screen', () => {
  it('shows a dash for no number and 0 for zero', () => {
    expect(figure(null)).toBe('—')
    expect(figure(0)).toBe('0')
  })

  it('shows a percentage with one digit, more where rounding would cross a band', () => {
    expect(percent(0.45, DEFAULT_BANDS)).toBe('45.0%')
    expect(percent(0.9996, DEFAULT_BANDS)).toBe('99.96%')
    expect(percent(null, DEFAULT_BANDS)).toBe('—')
  })

  it('does not fail on a completion beyond every figure', () => {
    expect(percent(9e16, DEFAULT_BANDS)).toBe('9000000000000000000%')
  })

  it('writes both thresholds of a target', () => {
    expect(targetText({ year: 2020, comparator: 'at-least', committed: 23, stretch: 25 })).toBe('≥23，力争25')
    expect(targetText({ year: 2020, comparator: 'at-least', stretch: 40 })).toBe('力争40')
    expect(targetText({ year: 2020, comparator: 'at-most', committed: 0.5 })).toBe('≤0.5')
    expect(targetText(null)).toBe('—')
  })
})
