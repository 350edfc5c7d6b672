// The draft of the 通报: sentences that know which items and cells they were made from.
import { cellText } from '../cell-text.ts'
import type { CellRef, NumberShape } from '../report-table.ts'

/** One figure (or a phrase of a table) as it stands in a sentence. */
export interface TextFigure {
  /** what it is: 新增国家高企完成率 */
  readonly label: string
  readonly value: number | string
  readonly shape?: NumberShape
  /** as ReportCell.formula: how a spreadsheet gets it from `refs`; absent where it was rounded to fit with others */
  readonly formula?: string
  readonly refs: readonly CellRef[]
  /** "indicator/i1", "measure/m1", "programme/p1", "department/d1" */
  readonly item?: string
}

/** Names in a sentence, with the items they stand for. */
export interface TextNames {
  readonly names: string
  readonly items: readonly string[]
}

export interface TextSentence {
  readonly text: string
  /** the text cut at its figures */
  readonly pieces: readonly TextPiece[]
  readonly figures: readonly TextFigure[]
  readonly items: readonly string[]
}

/** Words, or a figure among them. */
export type TextPiece = string | TextFigure

export interface TextParagraph {
  /** 一、… · a paragraph, which may begin with （一）… */
  readonly kind: 'heading' | 'body'
  readonly sentences: readonly TextSentence[]
}

/** 通报, as drafted. */
export interface BulletinText {
  readonly title: string
  /** 主送机关, without the colon */
  readonly addressee: string
  readonly paragraphs: readonly TextParagraph[]
  readonly attachments: readonly string[]
  readonly signature: string
  /** 2020年7月2日 */
  readonly date: string
}

type TextPart = string | TextFigure | TextNames | TextSentence

/** say`累计${figure}家`: the text, and everything it was made from. */
export function say(texts: TemplateStringsArray, ...parts: readonly TextPart[]): TextSentence {
  const items = parts.flatMap((part) =>
    typeof part === 'string' ? [] : 'items' in part ? part.items : (part.item ?? []),
  )
  return sentence(
    texts.flatMap((text, index) => [text, ...partPieces(parts[index])]),
    items,
  )
}

function sentence(pieces: readonly TextPiece[], items: readonly string[]): TextSentence {
  return {
    text: pieces.map(pieceWords).join(''),
    pieces: pieces.filter((piece) => piece !== ''),
    figures: pieces.filter((piece) => typeof piece !== 'string'),
    items: [...new Set(items)],
  }
}

function partPieces(part: TextPart | undefined): readonly TextPiece[] {
  if (part === undefined) return []
  if (typeof part === 'string') return [part]
  if ('names' in part) return [part.names]
  return 'pieces' in part ? part.pieces : [part]
}

/** What stands in the text. */
export function pieceWords(piece: TextPiece): string {
  return typeof piece === 'string' ? piece : figureWords(piece)
}

/** The figure as it is printed. */
export function figureWords({ value, shape }: TextFigure): string {
  return cellText({ value, ...(shape === undefined ? {} : { shape }) })
}

/** Several sentences, or parts of one, in one. */
export function joined(parts: readonly TextSentence[], between: string): TextSentence {
  return sentence(
    parts.flatMap(({ pieces }, index) => (index === 0 ? pieces : [between, ...pieces])),
    parts.flatMap(({ items }) => items),
  )
}
