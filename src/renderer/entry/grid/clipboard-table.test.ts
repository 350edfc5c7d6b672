import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlText, parseTabbedText, tabbedText } from './clipboard-table.ts'

describe('tab-separated text', () => {
  const cases: readonly (readonly [string, string, string[][]])[] = [
    ['one cell', '12', [['12']]],
    [
      'Excel ends with a line break',
      '1\t有数\r\n2\t\r\n',
      [
        ['1', '有数'],
        ['2', ''],
      ],
    ],
    ['an empty row in between stays', '1\n\n3', [['1'], [''], ['3']]],
    ['a cell of two lines', '"甲\n乙"\t3', [['甲\n乙', '3']]],
    ['a quote inside a quoted cell', '"说""是"""\t1', [['说"是"', '1']]],
    ['a cell that only begins with a quote', '"甲"乙\t1', [['"甲"乙', '1']]],
    ['a quote never closed', '"甲\t1', [['"甲', '1']]],
    ['nothing', '', []],
  ]
  it.each(cases)('%s', (_, text, table) => {
    expect(parseTabbedText(text)).toEqual(table)
  })

  it('what was copied is what is pasted', () => {
    const cell = fc.string({ unit: fc.constantFrom('1', '甲', '"', '\t', '\n', ' ', '.') })
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))
      .filter((rows) => rows.at(-1)?.some((each) => each.trim() !== '') === true)
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTabbedText(tabbedText(rows))).toEqual(rows)
      }),
    )
  })
})

describe('the table for Excel and WPS', () => {
  it('holds texts, not markup', () => {
    expect(htmlText([['<b>&', '甲\n乙']])).toBe(
      '<table><tr><td>&lt;b&gt;&amp;</td><td>甲<br>乙</td></tr></table>',
    )
  })
})
