// The paragraphs of an official document: each kind of line in its face, size and place.
import type { Document, Footer, IParagraphOptions, IRunOptions, Paragraph } from 'docx'
import type { BulletinDocument } from '../core/reports/bulletin-text/bulletin-document.ts'
import type { TextLine } from '../core/reports/bulletin-text/text-lines.ts'
import {
  CHARACTER,
  FACES,
  GRID,
  LINE_PITCH,
  PAGE,
  SIZES,
  signatureIndents,
  titleLines,
} from './official-layout.ts'
import { officialStyles } from './official-styles.ts'

type Docx = typeof import('docx')

/** 首行缩进2字符 */
const PARAGRAPH_START = { firstLine: 2 * CHARACTER, firstLineChars: 200 } as const

export function documentOf(docx: Docx, { title, author, lines }: BulletinDocument): Document {
  return new docx.Document({
    title: cleanText(title),
    creator: cleanText(author),
    lastModifiedBy: cleanText(author),
    evenAndOddHeaderAndFooters: true,
    externalStyles: officialStyles(),
    sections: [
      {
        properties: {
          page: { size: { ...PAGE.size }, margin: { ...PAGE.margin } },
          grid: { type: docx.DocumentGridType.LINES_AND_CHARS, ...GRID },
        },
        footers: { default: pageNumber(docx, 'right'), even: pageNumber(docx, 'left') },
        children: lines.flatMap((line, index) => paragraphsOf(docx, line, lines, index)),
      },
    ],
  })
}

function paragraphsOf(docx: Docx, line: TextLine, lines: readonly TextLine[], index: number): Paragraph[] {
  const paragraph = (options: IParagraphOptions) =>
    new docx.Paragraph({ spacing: bodyLine(docx), ...options })
  const run = (text: string, face: string, rest: Partial<IRunOptions> = {}) =>
    new docx.TextRun({ text: cleanText(text), font: faceOf(face), size: SIZES.body, ...rest })
  const blank = () => paragraph({ keepNext: line.kind !== 'title', children: [] })
  const { CENTER, RIGHT, BOTH } = docx.AlignmentType
  switch (line.kind) {
    case 'title':
      return [
        ...titleLines(line.text).map((text) =>
          paragraph({
            alignment: CENTER,
            spacing: { line: LINE_PITCH.title, lineRule: docx.LineRuleType.EXACT },
            children: [run(text, FACES.title, { size: SIZES.title })],
          }),
        ),
        blank(),
      ]
    case 'addressee':
      return [paragraph({ children: [run(line.text, FACES.body)] })]
    case 'heading':
      return [
        paragraph({
          indent: PARAGRAPH_START,
          keepNext: true,
          children: [run(line.text, FACES.heading)],
        }),
      ]
    case 'body':
      return [
        paragraph({
          alignment: BOTH,
          indent: PARAGRAPH_START,
          keepNext: isBeforeClosing(lines, index),
          children: [
            ...(line.lead === '' ? [] : [run(line.lead, FACES.secondLevel)]),
            run(line.text.slice(line.lead.length), FACES.body),
          ],
        }),
      ]
    case 'attachment': {
      const isFirst = lines[index - 1]?.kind !== 'attachment'
      // The further ones stand under the first one's number.
      const indent = isFirst ? PARAGRAPH_START : { left: 5 * CHARACTER }
      return [
        ...(isFirst ? [blank()] : []),
        paragraph({ indent, keepNext: isSigned(lines), children: [run(line.text, FACES.body)] }),
      ]
    }
    case 'signature':
    case 'date': {
      const indents = signatureIndents(textOf(lines, 'signature'), textOf(lines, 'date'))
      const isFirst = line.kind === 'signature' || textOf(lines, 'signature') === ''
      return [
        ...(isFirst ? [blank(), blank()] : []),
        paragraph({
          alignment: RIGHT,
          indent: { right: line.kind === 'signature' ? indents.unit : indents.date },
          keepNext: line.kind === 'signature',
          children: [run(line.text, FACES.body)],
        }),
      ]
    }
  }
}

/** 署名与正文同处一面: the end of the text goes to the page of the signature, with the attachments between them. */
function isBeforeClosing(lines: readonly TextLine[], index: number): boolean {
  const next = lines[index + 1]?.kind
  return isSigned(lines) && (next === 'attachment' || next === 'signature' || next === 'date')
}

function isSigned(lines: readonly TextLine[]): boolean {
  return lines.some(({ kind }) => kind === 'signature' || kind === 'date')
}

function textOf(lines: readonly TextLine[], kind: TextLine['kind']): string {
  return lines.find((line) => line.kind === kind)?.text ?? ''
}

/** — 1 — on the outer side, one character in. */
function pageNumber(docx: Docx, side: 'left' | 'right'): Footer {
  const look = { font: faceOf(FACES.pageNumber), size: SIZES.pageNumber, characterSpacing: 0 }
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: side === 'left' ? docx.AlignmentType.LEFT : docx.AlignmentType.RIGHT,
        indent: side === 'left' ? { left: CHARACTER } : { right: CHARACTER },
        children: [new docx.TextRun({ ...look, children: ['— ', docx.PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

function bodyLine(docx: Docx) {
  return { line: LINE_PITCH.body, lineRule: docx.LineRuleType.EXACT, before: 0, after: 0 }
}

/** The East Asian face has to be said on every run, or Word sets Chinese in its own. */
function faceOf(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name }
}

/** XML 1.0 knows no control characters, no surrogate without its partner, and not the two non-characters. */
function cleanText(text: string): string {
  return text.replace(/[^\P{Cc}\t]|\p{Cs}|[\ufffe\uffff]/gu, '')
}
