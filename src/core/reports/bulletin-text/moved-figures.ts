// What is different between the draft that an edited text was written from and the draft of today, figure by figure.
import { draftedParagraphs } from './text-lines.ts'
import { type BulletinText, figureWords, pieceWords, type TextFigure, type TextPiece } from './text-model.ts'

export interface MovedFigure {
  readonly label: string
  /** as they were printed */
  readonly before: string
  readonly after: string
}

export interface DraftChanges {
  readonly figures: readonly MovedFigure[]
  /** clauses of today's draft that the earlier one did not have in these words */
  readonly added: readonly string[]
  /** clauses of the earlier draft that are gone */
  readonly removed: readonly string[]
}

/** Part of a paragraph that says one thing. */
interface Clause {
  readonly words: string
  readonly pieces: readonly TextPiece[]
}

const CLAUSE_END = /[；。]/

/**
 * `earlier`: the draft as one text, as the author of the edit had it. A clause that reads the same but for its numbers
 * tells which figures moved; the day of drafting does not count.
 */
export function draftChanges(earlier: string, draft: BulletinText): DraftChanges {
  const before = new Set(draftedParagraphs(earlier).flatMap(clausesOfText))
  const figures: MovedFigure[] = []
  const added: string[] = []
  for (const clause of clausesOf(draft)) {
    if (before.delete(clause.words)) continue
    const same = [...before].find((words) => valuesIn(words, clause) !== null)
    if (same === undefined) {
      added.push(clause.words)
      continue
    }
    before.delete(same)
    figures.push(...moved(clause, valuesIn(same, clause) ?? []))
  }
  return { figures: eachOnce(figures), added, removed: [...before] }
}

/** Several sentences may use a figure. */
function eachOnce(figures: readonly MovedFigure[]): MovedFigure[] {
  return [...new Map(figures.map((each) => [`${each.label} ${each.before} ${each.after}`, each])).values()]
}

function clausesOfText(text: string): string[] {
  return text.split(CLAUSE_END).filter((words) => words !== '')
}

function clausesOf({ paragraphs }: BulletinText): Clause[] {
  return paragraphs.flatMap(({ sentences }) => {
    const clauses: TextPiece[][] = [[]]
    for (const piece of sentences.flatMap(({ pieces }) => pieces)) {
      const parts = typeof piece === 'string' ? piece.split(CLAUSE_END) : [piece]
      parts.forEach((part, index) => {
        if (index > 0) clauses.push([])
        if (part !== '') clauses.at(-1)?.push(part)
      })
    }
    return clauses
      .map((pieces) => ({ pieces, words: pieces.map(pieceWords).join('') }))
      .filter(({ words }) => words !== '')
  })
}

/** What stood in the place of each figure of the clause; null where the words around them were others. */
function valuesIn(words: string, { pieces }: Clause): string[] | null {
  const pattern = pieces.map((piece) => (typeof piece === 'string' ? escaped(piece) : '(.+?)')).join('')
  return new RegExp(`^${pattern}$`).exec(words)?.slice(1) ?? null
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function moved({ pieces }: Clause, values: readonly string[]): MovedFigure[] {
  const figures = pieces.filter((piece): piece is TextFigure => typeof piece !== 'string')
  return figures.flatMap((figure, index) => {
    const [before, after] = [values[index] ?? '', figureWords(figure)]
    return before === after ? [] : [{ label: figure.label, before, after }]
  })
}
