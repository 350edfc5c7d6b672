// How much room text takes. Neither Excel nor LibreOffice fits the height of wrapped or merged rows that a
// program wrote, so heights are worked out here, on the generous side: a line too many is only white paper.

/** A half-width character of the body font, in full-width characters; digits of the usual fonts are a little wider than half. */
const HALF_WIDTH = 0.56

/** Width of one character in full-width characters. Marks such as ★ “ … count as full, as Chinese fonts draw them. */
function widthOf(codePoint: number): number {
  if (codePoint < 0x20 || isZeroWidth(codePoint)) return 0
  return codePoint < 0x250 ? HALF_WIDTH : 1
}

function isZeroWidth(codePoint: number): boolean {
  return (
    (codePoint >= 0x300 && codePoint <= 0x36f) ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff
  )
}

/** Marks that may not begin a line: they take the character before them along. */
const NEVER_FIRST = new Set('，。；：、！？）》〉”’】〕％%),.;:!?…')

/** How many lines the text takes in a column of `columnWidth` full-width characters. */
export function lineCount(text: string, columnWidth: number): number {
  let lines = 0
  for (const paragraph of text.split('\n')) lines += paragraphLines(paragraph, Math.max(columnWidth, 1))
  return lines
}

/** Greedy breaking: Chinese breaks anywhere, Latin words and numbers stay whole as long as they fit a line. */
function paragraphLines(paragraph: string, columnWidth: number): number {
  let lines = 1
  let used = 0
  for (let at = 0; at < paragraph.length; ) {
    const piece = pieceAt(paragraph, at)
    const { width } = piece
    if (used + width <= columnWidth) {
      used += width
    } else if (width <= columnWidth) {
      lines += 1
      used = width + (NEVER_FIRST.has(paragraph.slice(at, piece.end)) ? 1 : 0)
    } else {
      lines += Math.ceil((used + width) / columnWidth) - 1
      used = width % columnWidth
    }
    at = piece.end
  }
  return lines
}

/** A run of Latin letters and digits, or a single other character. */
function pieceAt(text: string, start: number): { readonly end: number; readonly width: number } {
  let end = start
  while (end < text.length && isLatin(text.charCodeAt(end))) end += 1
  if (end > start) return { end, width: (end - start) * HALF_WIDTH }
  const character = text.codePointAt(start) ?? 0
  return { end: start + (character > 0xffff ? 2 : 1), width: widthOf(character) }
}

/** Visible characters below U+0250 */
function isLatin(character: number): boolean {
  return character > 0x20 && character < 0x250 && !(character >= 0x7f && character <= 0xa0)
}
