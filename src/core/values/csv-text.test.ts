import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText, shielded, unshielded } from './csv-text.ts'

const LEADS = ['=', '+', '-', '@', '＝', '＋', '－', '＠']
const BLANKS = ['', ' ', '\u00a0', '\u3000', '\u200b', '\ufeff', '\t']

describe('comma-separated text', () => {
  it('begins with a byte order mark, quotes texts and leaves numbers numbers', () => {
    expect(
      csvText([
        ['月份', '完成'],
        ['6月', -2.5],
        [null, 18],
      ]),
    ).toBe('\ufeff"月份","完成"\r\n"6月",-2.5\r\n,18\r\n')
  })

  it('doubles quotes inside a text and keeps commas and breaks in it', () => {
    expect(csvText([['说"明",\n第二行']])).toBe('\ufeff"说""明"",\n第二行"\r\n')
  })

  it.each(LEADS.flatMap((lead) => BLANKS.map((blank) => `${blank}${lead}cmd|'/c calc'!A1`)))(
    'shields %j',
    (text) => {
      expect(shielded(text)).toBe(`'${text}`)
      expect(unshielded(shielded(text))).toBe(text)
    },
  )

  it.each(['说明\n=1+1', '说明\r\n+1', '说明\r@x'])('shields every line of %j', (text) => {
    expect(shielded(text)).toMatch(/[\n\r]'[=+@]/)
    expect(unshielded(shielded(text))).toBe(text)
  })

  it.each(['6月', '1-6月', 'a=b', "'平时'", ''])('leaves %j alone', (text) => {
    expect(shielded(text)).toBe(text)
  })

  it('gives every text back, whatever it begins with', () => {
    const piece = fc.constantFrom(...LEADS, ...BLANKS, "'", '\n', '\r', '\r\n', '"', '月', '1')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('')
        expect(unshielded(shielded(text))).toBe(text)
        for (const line of shielded(text).split(/\r\n|\r|\n/)) expect(line).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
      }),
    )
  })
})
