import { describe, expect, test } from 'vitest'
import { bulletinContext } from '../bulletin/bulletin-context.ts'
import { comparedInput } from '../testing/compared-bulletin.ts'
import { largeInput, nothingInput, sampleInput, untouchedInput } from '../testing/sample-bulletins.ts'
import { draftText } from './draft-text.ts'
import { plainText, textLines } from './text-lines.ts'
import { figureWords } from './text-model.ts'
import { numbersToCheck, tracedLines } from './traced-text.ts'

const draftOf = (input = sampleInput()) => draftText(bulletinContext(input))
const traced = (text: string, input = sampleInput()) => tracedLines(text, draftOf(input))
const labelled = (line: ReturnType<typeof traced>[number] | undefined) =>
  (line ?? [])
    .filter(({ certainty }) => certainty !== null)
    .map(({ text, figures, certainty }) => [text, certainty, figures.map(({ label }) => label)])

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
    const found = lines.flatMap((pieces) => pieces.flatMap(({ figures }) => figures))
    const written = draftOf(input).paragraphs.flatMap(({ sentences }) =>
      sentences.flatMap(({ figures }) => figures),
    )
    expect(found.map(({ label }) => label)).toEqual(written.map(({ label }) => label))
    for (const { text: words, figures, certainty } of lines.flat()) {
      expect(certainty).toBe(figures[0] === undefined ? null : 'drafted')
      if (figures[0] !== undefined) expect(figureWords(figures[0])).toBe(words)
    }
    expect(numbersToCheck(lines)).toEqual({ unknown: [], elsewhere: [], writtenOut: [] })
  })
})

describe('an edited text', () => {
  const edit = (line: string) => labelled(traced(`通报\n各处室：\n${line}`)[2])

  test('a line left as it was keeps its figures', () => {
    const line = plainText(draftOf()).split('\n').at(5) ?? ''
    expect(edit(line)).toEqual([
      ['2', 'drafted', ['应报送处室']],
      ['100.0%', 'drafted', ['报送率']],
      ['90.5%', 'drafted', ['填实率']],
    ])
  })

  test.each([
    ['填实率达到９０．５％。', [['９０．５％', 'named', ['填实率']]]],
    ['报送率为100%。', [['100%', 'named', ['报送率']]]],
    ['苏科贷贷款总额仅完成60.0%。', [['60.0%', 'named', ['苏科贷贷款总额完成序时']]]],
    ['惠及87家企业，2020年再增。', [['87', 'unknown', []]]],
    ['没有数字。', []],
  ])('%s', (line, expected) => {
    expect(edit(line)).toEqual(expected)
  })

  test('a number that several figures have names them all', () => {
    expect(edit('共有3项。')[0]?.[2]?.length).toBeGreaterThan(1)
  })
})

describe('what should not get by', () => {
  const edit = (line: string) =>
    labelled(traced(`通报\n各处室：\n${line}`)[2]).map(([text, certainty]) => [text, certainty])

  test.each([
    ['a number of another item', '苏科贷贷款总额完成序时90.5%。', [['90.5%', 'elsewhere']]],
    ['named by another clause of the line only', '填实率很高；累计90.5%。', [['90.5%', 'elsewhere']]],
    ['a number that the draft has as a month', '新增高企7家。', [['7', 'unknown']]],
    ['a number that the draft has as a list number', '另有25家。', [['25', 'unknown']]],
    [
      'the same digits, counted in ten thousands',
      '填实率90.5%，报送率100.0万。',
      [
        ['90.5%', 'named'],
        ['100.0万', 'unknown'],
      ],
    ],
    ['a percentage made a plain number', '填实率90.5。', [['90.5', 'unknown']]],
    ['a sign', '填实率-90.5%。', [['-90.5%', 'unknown']]],
    ['part of a longer number', '填实率190.5%。', [['190.5%', 'unknown']]],
    ['thousands marks', '共1,005家。', [['1,005', 'unknown']]],
    [
      'a range, both ends',
      '新增500—600家。',
      [
        ['500', 'unknown'],
        ['600', 'unknown'],
      ],
    ],
    [
      'Chinese numerals',
      '共三十九项，近四成，占百分之二十，是去年的两倍。',
      [
        ['三十九项', 'written-out'],
        ['四成', 'written-out'],
        ['百分之二十', 'written-out'],
        ['两倍', 'written-out'],
      ],
    ],
    ['a paragraph of the third level', '1.新增国家高企300家', [['300', 'unknown']]],
    ['a heading', '一、总体情况：已完成88项', [['88', 'unknown']]],
    ['letters behind', '建设5G基站。', [['5G', 'unknown']]],
  ])('%s', (_what, line, expected) => {
    expect(edit(line)).toEqual(expected)
  })

  test.each([
    ['days, months, years, issues', '2020年6月30日，1—6月，2018—2022年，第6期，〔2020〕5号。'],
    ['words that only sound like numbers', '一是成立专班，统一部署；一个中心，第三方评估；工作成效明显。'],
    ['list numbers', '2.建设平台。'],
    ['list numbers in brackets', '（2）建设平台。'],
  ])('%s are no figures', (_what, line) => {
    expect(edit(line)).toEqual([])
  })

  test('a sentence that is written last, above the date, is no signature', () => {
    const lines = traced('通报\n各处室：\n正文。\n另有87家企业受益\n2020年7月2日')
    expect(numbersToCheck(lines)).toEqual({ unknown: ['87'], elsewhere: [], writtenOut: [] })
  })

  test('a title with another number is asked about, too', () => {
    expect(numbersToCheck(traced('关于新增88家高企的通报')).unknown).toEqual(['88'])
  })

  test('numbers in names of the plan are no figures, wherever the name is quoted', () => {
    const named = { ...draftOf(), title: '关于建设5G基站120座行动的通报' }
    const line = tracedLines('通报\n各处室：\n加快建设5G基站120座行动；新增120座。', named)[2] ?? []
    expect(line.filter(({ certainty }) => certainty !== null).map(({ text }) => text)).toEqual(['120'])
  })
})
