// A text with each of its numbers and the figures of the draft it may be: what a reader asks “where does that come from?”.
import { numberPattern, numbersIn, plainNumber, textLines } from './text-lines.ts'
import { type BulletinText, figureWords, pieceWords, type TextFigure, type TextPiece } from './text-model.ts'

/** Words, or a number among them. */
export interface TracedPiece {
  readonly text: string
  /** the figures that the number is, or may be in an edited line; empty for words, and for a year or a day */
  readonly figures: readonly TextFigure[]
  /** the draft has no such number */
  readonly isUnknown: boolean
}

/** So many characters of a figure's name tell that a line is about it. */
const TELLING = 4

/** A number before one of these is a year, a month, a day or an issue. */
const OF_A_DATE = '年月日期—'

/** Lines of the text in their order, cut at their numbers. A line of the draft knows its figures, another one guesses. */
export function tracedLines(text: string, draft: BulletinText, drafted: string): TracedPiece[][] {
  const own = new Map(
    draft.paragraphs.map(({ sentences }) => [
      sentences.map((each) => each.text).join(''),
      sentences.flatMap(({ pieces }) => pieces),
    ]),
  )
  const figures = figuresOf(draft)
  const known = new Set(numbersIn(drafted))
  return textLines(text).map((line) => {
    const pieces = own.get(line.text)
    if (line.kind !== 'heading' && line.kind !== 'body')
      return [{ text: line.text, figures: [], isUnknown: false }]
    return pieces === undefined ? guessed(line.text, figures, known) : joinedWords(pieces.map(ownPiece))
  })
}

/** All figures of the draft, in its order. */
export function figuresOf({ paragraphs }: BulletinText): TextFigure[] {
  return paragraphs.flatMap(({ sentences }) => sentences.flatMap((each) => each.figures))
}

function ownPiece(piece: TextPiece): TracedPiece {
  return { text: pieceWords(piece), figures: typeof piece === 'string' ? [] : [piece], isUnknown: false }
}

function joinedWords(pieces: readonly TracedPiece[]): TracedPiece[] {
  const joined: TracedPiece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const areWords = piece.figures.length === 0 && !piece.isUnknown
    if (last !== undefined && areWords && last.figures.length === 0 && !last.isUnknown)
      joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined
}

function guessed(line: string, figures: readonly TextFigure[], known: ReadonlySet<string>): TracedPiece[] {
  const pieces: TracedPiece[] = []
  let end = 0
  for (const match of line.matchAll(numberPattern())) {
    const number = plainNumber(match[0])
    const after = match.index + match[0].length
    if (after < line.length && OF_A_DATE.includes(line.charAt(after))) continue
    pieces.push({ text: line.slice(end, match.index), figures: [], isUnknown: false })
    pieces.push({
      text: match[0],
      figures: candidates(number, line, figures),
      isUnknown: !known.has(number),
    })
    end = after
  }
  return joinedWords([...pieces, { text: line.slice(end), figures: [], isUnknown: false }]).filter(
    ({ text }) => text !== '',
  )
}

function candidates(number: string, line: string, figures: readonly TextFigure[]): TextFigure[] {
  const seen = new Set<string>()
  const same = figures.filter((figure) => {
    const isSame = numbersIn(figureWords(figure)).includes(number) && !seen.has(figure.label)
    if (isSame) seen.add(figure.label)
    return isSame
  })
  const told = same.filter(({ label }) => line.includes(label.slice(0, TELLING)))
  return told.length > 0 ? told : same
}
