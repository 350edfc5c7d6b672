// The layout of an official document (GB/T 9704—2012) in Word's units: twentieths of a point, and half-points for
// the size of letters.

/** A4 with 37 mm above, 35 below, 28 on the binding side, 26 on the other. */
export const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 2098, bottom: 1984, left: 1587, right: 1474, header: 850, footer: 1400 },
} as const

/** half-points: 2号 3号 4号 */
export const SIZES = { title: 44, body: 32, pageNumber: 28 } as const
/** What a page of an official document holds. */
export const PAGE_HOLDS = { characters: 28, lines: 22 } as const
/** The title stands a little wider than the lines of the body. */
export const LINE_PITCH = {
  title: 700,
  body: Math.floor((PAGE.size.height - PAGE.margin.top - PAGE.margin.bottom) / PAGE_HOLDS.lines),
} as const

/** A letter of the body is a little wider than a 28th of the line: 27.6 of them would fit. */
const LETTER = SIZES.body * 10
const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right
/** The grid of the page: 4096ths of a point that a letter has to give up, so that a line holds 28. */
export const GRID = {
  linePitch: LINE_PITCH.body,
  charSpace: Math.floor(((TEXT_WIDTH / PAGE_HOLDS.characters - LETTER) * 4096) / 20),
} as const
/**
 * What the letters of the body give up by themselves, and one twentieth more, since programs round the grid their own
 * way. They do not lean on the grid: LibreOffice sets a letter that is wider than its place over two of them.
 */
export const LETTER_SPACING = Math.floor(TEXT_WIDTH / PAGE_HOLDS.characters - LETTER) - 1
/** One character of the body as it is set. */
export const CHARACTER = LETTER + LETTER_SPACING

/** 小标宋 · 黑体 · 楷体 · 仿宋 · 宋体; named, never embedded. */
export const FACES = {
  title: '方正小标宋简体',
  heading: '黑体',
  secondLevel: '楷体_GB2312',
  body: '仿宋_GB2312',
  pageNumber: '宋体',
} as const

/** Full-width characters that fit a line of the title. */
const TITLE_WIDTH = 20

/** Width of a text in full-width characters. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x250 ? 0.5 : 1
  return width
}

/** May not begin a line of a title. */
const NEVER_FIRST = '的和与及》〉”’）】〕、，。：；—'
/** May not end one. */
const NEVER_LAST = '《〈“‘（【〔第—'

/** A long title in lines of about equal width, words and numbers kept whole as far as one can tell. */
export function titleLines(title: string): string[] {
  const characters = [...title]
  const count = Math.ceil(textWidth(title) / TITLE_WIDTH)
  const lines: string[] = []
  let start = 0
  for (let line = 1; line < count; line += 1) {
    const rest = characters.slice(start)
    const wanted = textWidth(rest.join('')) / (count - line + 1)
    const at = breakNear(rest, wanted)
    lines.push(rest.slice(0, at).join(''))
    start += at
  }
  return [...lines, characters.slice(start).join('')]
}

function breakNear(characters: readonly string[], wanted: number): number {
  let best = characters.length
  let bestDistance = Number.POSITIVE_INFINITY
  for (let at = 1; at < characters.length; at += 1) {
    const [last, first] = [characters[at - 1] ?? '', characters[at] ?? '']
    const splitsNumber = /[0-9A-Za-z]/.test(last) && /[0-9A-Za-z年月日%]/.test(first)
    if (splitsNumber || NEVER_FIRST.includes(first) || NEVER_LAST.includes(last)) continue
    const distance = Math.abs(textWidth(characters.slice(0, at).join('')) - wanted)
    if (distance < bestDistance) {
      best = at
      bestDistance = distance
    }
  }
  return best
}

/** 右空四字, and the unit centred over the date: indents from the right margin, in twentieths of a point. */
export function signatureIndents(
  unit: string,
  date: string,
): { readonly unit: number; readonly date: number } {
  const dateIndent = 4 * CHARACTER
  const difference = (textWidth(date) - textWidth(unit)) / 2
  const unitIndent = dateIndent + difference * CHARACTER
  // A unit longer than the room beside the date pushes the date to the left instead.
  return unitIndent >= 0
    ? { unit: Math.round(unitIndent), date: dateIndent }
    : { unit: 0, date: Math.round(dateIndent - unitIndent) }
}
