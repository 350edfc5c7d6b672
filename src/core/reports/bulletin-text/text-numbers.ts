// The numbers of a text that somebody has to answer for: figures, not days, months, issues and list numbers.

/** A number as it stands in a text. */
export interface TextNumber {
  /** places in the text, the end not included */
  readonly start: number
  readonly end: number
  /** as it is written */
  readonly words: string
  /** equal for numbers that say the same: 44.0%, 44％ → 44%; 3.8万 stays apart from 3.8; null for 近四成, 三十九项 */
  readonly key: string | null
}

const FULL_WIDTH_OFFSET = 0xfee0

/** Full-width digits, points and signs as plain ones; every letter keeps its place. */
function narrow(text: string): string {
  return text.replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - FULL_WIDTH_OFFSET))
}

/** With thousands marks, a sign that is no range's, a percent sign, and the thousands it is counted in. */
const DIGITS = /(?<![\d.])(?:(?<![\d%])[-−])?\d+(?:,\d{3})*(?:\.\d+)?(?:%|‰|[A-Za-z]+|[十百千万亿]+)?/g

const MONTH = '(?:1[0-2]|0?[1-9])'
/** 2018—2022年 · 1—6月 · 6月底 · 7月2日 · 第6期 · 5号 of a document */
const DATES = new RegExp(
  [
    '(?:(?:19|20)\\d{2} ?[—–~至、-] ?)?(?:19|20)\\d{2} ?年',
    `(?:${MONTH} ?[—–~至、-] ?)?${MONTH} ?月(?!均)`,
    '(?:[12]\\d|3[01]|0?[1-9]) ?日',
    '第 ?\\d+ ?期',
    '[〔[]\\d{4}[〕\\]] ?\\d+ ?号',
  ].join('|'),
  'g',
)
/** 1. · （2） at the beginning of a line */
const LIST_NUMBER = /^[(]?\d{1,2}(?:[)]|[.、](?!\d))/

const CHINESE = '〇零一二三四五六七八九十百千万亿两'
/** 近四成 · 百分之五 · 三十九项 · 两倍; 一个 and 一项 say nothing. */
const WRITTEN_OUT = new RegExp(
  [
    `百分之[${CHINESE}点]+`,
    '[一二三四五六七八九]成(?![立果为员本绩长功效交熟套分])',
    `(?!一[个项家名件])[${CHINESE}]+(?:余|多)?(?:家|项|个|名|人次|人|亿元|万元|场|件|户|台|篇|倍|个百分点)`,
  ].join('|'),
  'g',
)

interface Span {
  readonly start: number
  readonly end: number
}

/** Numbers of one line, in order. */
export function textNumbers(line: string): TextNumber[] {
  const plain = narrow(line)
  const dates = spansOf(plain, DATES)
  const list = LIST_NUMBER.exec(plain)
  const skipped: Span[] = list === null ? dates : [...dates, { start: 0, end: list[0].length }]
  const isSkipped = ({ start, end }: Span) => skipped.some((each) => start < each.end && end > each.start)
  const digits = spansOf(plain, DIGITS).filter((span) => !isSkipped(span))
  const written = spansOf(plain, WRITTEN_OUT).filter(
    (span) => !isSkipped(span) && !digits.some(({ start, end }) => span.start < end && span.end > start),
  )
  return [
    ...digits.map(({ start, end }) => ({ key: keyOf(plain.slice(start, end)), start, end })),
    ...written.map(({ start, end }) => ({ key: null, start, end })),
  ]
    .sort((a, b) => a.start - b.start)
    .map((each) => ({ ...each, words: line.slice(each.start, each.end) }))
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))
}

/** 1,234.50 → 1234.5; 44.0% → 44% */
function keyOf(number: string): string {
  const [, sign = '', whole = '', part = '', unit = ''] =
    /^([-−]?)([\d,]+)(?:\.(\d+))?(.*)$/.exec(number) ?? []
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '')
  const decimals = part.replace(/0+$/, '')
  return `${sign === '' ? '' : '-'}${digits}${decimals === '' ? '' : `.${decimals}`}${unit}`
}
