// A text with each of its numbers and the figures of the draft it may be: what a reader asks “where does that come from?”.
import { textLines } from './text-lines.ts'
import { type BulletinText, pieceWords, type TextFigure, type TextPiece } from './text-model.ts'
import { textNumbers } from './text-numbers.ts'

/**
 * How sure it is that a number is the figures beside it: it stands in the draft's own sentence; a figure that the clause
 * names reads the same; some figure reads the same, but the clause does not name it; the draft has no such number; it
 * is written in Chinese, which nobody compares.
 */
export type Certainty = 'drafted' | 'named' | 'elsewhere' | 'unknown' | 'written-out'

/** Words, or a number among them. */
export interface TracedPiece {
  readonly text: string
  /** the figures that the number is, or may be in an edited line; empty for words, and for a year or a day */
  readonly figures: readonly TextFigure[]
  /** null for words */
  readonly certainty: Certainty | null
}

/** Numbers of an edited text that a person has to check, each once, in their order. */
export interface NumbersToCheck {
  readonly unknown: readonly string[]
  readonly elsewhere: readonly string[]
  readonly writtenOut: readonly string[]
}

/** So many characters of a figure's name tell that a clause is about it. */
const TELLING = 4
/** What stands around the name of what is counted in a figure's label. */
const LABEL_FRAME = /^与上期相比|(?:占比|总数|处室|合计)$/g
const CLAUSE_END = /[；。！？;]/
/** So many letters on each side tell that a number stands in a name of the draft (建设5G基站). */
const NAME_SIDE = 2

/** Lines of the text in their order, cut at their numbers. A line of the draft knows its figures, another one guesses. */
export function tracedLines(text: string, draft: BulletinText): TracedPiece[][] {
  const own = new Map<string, readonly TextPiece[]>([
    [draft.title, [draft.title]],
    ...draft.paragraphs.map(({ sentences }): [string, readonly TextPiece[]] => [
      sentences.map((each) => each.text).join(''),
      sentences.flatMap(({ pieces }) => pieces),
    ]),
  ])
  // Worked out for the first line that is not the draft's; most issues have none.
  let known: KnownNumbers | null = null
  return textLines(text).map(({ kind, text: line }) => {
    const pieces = own.get(line)
    if (pieces !== undefined) return joinedWords(pieces.map(ownPiece))
    const isTraced = kind === 'title' || kind === 'heading' || kind === 'body'
    if (!isTraced) return [words(line)]
    known ??= knownNumbers(draft)
    return guessed(line, known)
  })
}

/** What the lines leave to a person. */
export function numbersToCheck(lines: readonly (readonly TracedPiece[])[]): NumbersToCheck {
  const found = (wanted: Certainty) => [
    ...new Set(lines.flat().flatMap(({ text, certainty }) => (certainty === wanted ? [text] : []))),
  ]
  return { unknown: found('unknown'), elsewhere: found('elsewhere'), writtenOut: found('written-out') }
}

/** All figures of the draft, in its order. */
export function figuresOf({ paragraphs }: BulletinText): TextFigure[] {
  return paragraphs.flatMap(({ sentences }) => sentences.flatMap((each) => each.figures))
}

interface KnownNumbers {
  /** number → the figures that read like it, each name once */
  readonly figures: ReadonlyMap<string, readonly TextFigure[]>
  /** numbers that belong to a name, with the letters around them */
  readonly named: readonly string[]
}

/** The draft's numbers as they read in its sentences, with the thousands they are counted in. */
function knownNumbers({ title, paragraphs }: BulletinText): KnownNumbers {
  const figures = new Map<string, TextFigure[]>()
  const named = [...namedNumbers(title)]
  for (const { pieces } of paragraphs.flatMap(({ sentences }) => sentences)) {
    const line = pieces.map(pieceWords).join('')
    let start = 0
    const places = pieces.map((piece) => {
      const from = start
      start += pieceWords(piece).length
      return { piece, from, to: start }
    })
    for (const number of textNumbers(line)) {
      const place = places.find(({ from, to }) => number.start >= from && number.start < to)
      if (place === undefined) continue
      if (typeof place.piece === 'string') named.push(aroundOf(line, number))
      else if (number.key !== null) addFigure(figures, number.key, place.piece)
    }
  }
  return { figures, named }
}

function addFigure(figures: Map<string, TextFigure[]>, key: string, figure: TextFigure): void {
  const same = figures.get(key) ?? []
  if (!same.some(({ label }) => label === figure.label)) figures.set(key, [...same, figure])
}

function namedNumbers(name: string): string[] {
  return textNumbers(name).map((number) => aroundOf(name, number))
}

function aroundOf(line: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return line.slice(Math.max(0, start - NAME_SIDE), end + NAME_SIDE)
}

function ownPiece(piece: TextPiece): TracedPiece {
  return typeof piece === 'string'
    ? words(piece)
    : { text: pieceWords(piece), figures: [piece], certainty: 'drafted' }
}

function words(text: string): TracedPiece {
  return { text, figures: [], certainty: null }
}

function joinedWords(pieces: readonly TracedPiece[]): TracedPiece[] {
  const joined: TracedPiece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last !== undefined && last.certainty === null && piece.certainty === null)
      joined[joined.length - 1] = words(last.text + piece.text)
    else joined.push(piece)
  }
  return joined.filter(({ text }) => text !== '')
}

function guessed(line: string, known: KnownNumbers): TracedPiece[] {
  const pieces: TracedPiece[] = []
  let end = 0
  for (const number of textNumbers(line)) {
    if (known.named.includes(aroundOf(line, number))) continue
    pieces.push(words(line.slice(end, number.start)))
    pieces.push({ text: number.words, ...guess(number.key, clauseAround(line, number.start), known) })
    end = number.end
  }
  return joinedWords([...pieces, words(line.slice(end))])
}

function guess(
  key: string | null,
  clause: string,
  known: KnownNumbers,
): Pick<TracedPiece, 'figures' | 'certainty'> {
  if (key === null) return { figures: [], certainty: 'written-out' }
  const same = known.figures.get(key)
  if (same === undefined) return { figures: [], certainty: 'unknown' }
  const told = same.filter((figure) => clause.includes(tellingName(figure)))
  return told.length > 0 ? { figures: told, certainty: 'named' } : { figures: same, certainty: 'elsewhere' }
}

function tellingName({ label, item }: TextFigure): string {
  return (item === undefined ? label.replace(LABEL_FRAME, '') : label).slice(0, TELLING)
}

/** The part of the line between two full stops or semicolons. */
function clauseAround(line: string, at: number): string {
  const start =
    line
      .slice(0, at)
      .split('')
      .findLastIndex((letter) => CLAUSE_END.test(letter)) + 1
  const after = line.slice(at).search(CLAUSE_END)
  return line.slice(start, after === -1 ? line.length : at + after)
}
