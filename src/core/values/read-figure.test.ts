import { describe, expect, it } from 'vitest'
import { readFigure } from './read-figure.ts'

describe('readFigure', () => {
  it.each([
    ['12', '家', '12'],
    ['０', '家', '0'],
    ['１２家', '家', '12'],
    ['12 家', '家', '12'],
    ['3,000', '人次', '3000'],
    ['３，０００人次', '人次', '3000'],
    ['-1,234.50', '万元', '-1234.50'],
    ['2.8亿元', '亿元', '2.8'],
    ['2.8亿', '亿元', '2.8'],
    ['2。8', '亿元', '2.8'],
    ['．５', '%', '0.5'],
    ['0.45％', '%', '0.45'],
    ['－３', '家', '-3'],
    ['+3', '家', '3'],
    ['5个', '家', '5'],
  ])('reads %s of an indicator in %s as %s', (typed, unit, text) => {
    expect(readFigure(typed, unit)).toEqual({ kind: 'number', text })
  })

  it('answers empty for blanks of every width', () => {
    expect(readFigure(' \u3000', '家')).toEqual({ kind: 'empty' })
  })

  it.each(['3500万元', '3500万', '0.35万亿'])('does not convert %s for an indicator in 亿元', (typed) => {
    expect(readFigure(typed, '亿元').kind).toBe('other-unit')
  })

  it('does not take 3万 for an indicator that counts', () => {
    expect(readFigure('3万', '家')).toEqual({ kind: 'other-unit', typedUnit: '万', text: '3万' })
  })

  it.each(['约12', '十二', '12-15', '1,2', '1,2345', '1e5', '见附件', '12家左右', '1.2.3', 'NaN', '12元家'])(
    'sends %s as typed',
    (typed) => {
      expect(readFigure(typed, '家')).toEqual({ kind: 'unclear', text: typed })
    },
  )
})
