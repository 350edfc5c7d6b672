import { describe, expect, test } from 'vitest'
import { bulletinContext } from '../bulletin/bulletin-context.ts'
import { comparedInput } from '../testing/compared-bulletin.ts'
import { largeInput, nothingInput, sampleInput, untouchedInput } from '../testing/sample-bulletins.ts'
import { draftText } from './draft-text.ts'
import { plainText, textLines } from './text-lines.ts'
import { figureWords } from './text-model.ts'
import { tracedLines } from './traced-text.ts'

const draftOf = (input = sampleInput()) => draftText(bulletinContext(input))
const traced = (text: string, input = sampleInput()) =>
  tracedLines(text, draftOf(input), plainText(draftOf(input)))
const labelled = (line: ReturnType<typeof traced>[number] | undefined) =>
  (line ?? [])
    .filter(({ figures, isUnknown }) => figures.length > 0 || isUnknown)
    .map(({ text, figures, isUnknown }) => [text, isUnknown ? '?' : figures.map(({ label }) => label)])

describe('a drafted text', () => {
  test.each([
    ['sample', sampleInput()],
    ['after another issue', comparedInput()],
    ['untouched', untouchedInput()],
    ['nothing planned', nothingInput()],
    ['200 rows', largeInput(200)],
  ])('%s: stands there letter by letter, and every figure is the one it was written from', (_name, input) => {
    const text = plainText(draftOf(input))
    const lines = traced(text, input)
    expect(lines.map((pieces) => pieces.map((piece) => piece.text).join(''))).toEqual(
      textLines(text).map((line) => line.text),
    )
    const found = lines.slice(2).flatMap((pieces) => pieces.flatMap(({ figures }) => figures))
    const written = draftOf(input).paragraphs.flatMap(({ sentences }) =>
      sentences.flatMap(({ figures }) => figures),
    )
    expect(found.map(({ label }) => label)).toEqual(written.map(({ label }) => label))
    for (const { text: words, figures, isUnknown } of lines.flat()) {
      expect(isUnknown).toBe(false)
      if (figures[0] !== undefined) expect(figureWords(figures[0])).toBe(words)
    }
  })
})

describe('an edited text', () => {
  const edit = (line: string) => labelled(traced(`通报\n各处室：\n${line}`)[2])

  test('a line left as it was keeps its figures', () => {
    const line = plainText(draftOf()).split('\n').at(5) ?? ''
    expect(edit(line)).toEqual([
      ['2', ['应报送处室']],
      ['100.0%', ['报送率']],
      ['90.5%', ['填实率']],
    ])
  })

  test.each([
    ['填实率达到９０．５％。', [['９０．５％', ['填实率']]]],
    ['苏科贷贷款总额仅完成60.0%。', [['60.0%', ['苏科贷贷款总额完成序时']]]],
    ['惠及87家企业，2020年再增。', [['87', '?']]],
    ['没有数字。', []],
  ])('%s', (line, expected) => {
    expect(edit(line)).toEqual(expected)
  })

  test('a number that several figures have names them all', () => {
    expect(edit('共有3项。')[0]?.[1]?.length).toBeGreaterThan(1)
  })
})
