// The 通报 as one editable text, line by line, and what each line is.
import type { BulletinText } from './text-model.ts'

export type LineKind = 'title' | 'addressee' | 'heading' | 'body' | 'attachment' | 'signature' | 'date'

export interface TextLine {
  readonly kind: LineKind
  readonly text: string
  /** first characters of a body paragraph that stand out: （一）主要目标。 */
  readonly lead: string
}

/** The whole draft as people edit it: a line for each paragraph. */
export function plainText({
  title,
  addressee,
  paragraphs,
  attachments,
  signature,
  date,
}: BulletinText): string {
  return [
    title,
    `${addressee}：`,
    ...paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join('')),
    ...attachments.map((name, index) => `${index === 0 ? '附件：' : ''}${index + 1}.${name}`),
    signature,
    date,
  ].join('\n')
}

/** The paragraphs between the title and the attachments of a draft that is one text. */
export function draftedParagraphs(drafted: string): string[] {
  return textLines(drafted)
    .filter(({ kind }) => kind === 'heading' || kind === 'body')
    .map(({ text }) => text)
}

const HEADING = /^[一二三四五六七八九十]+、[^。]{1,40}$/
const SECOND_LEVEL = /^（[一二三四五六七八九十]+）[^。；：]{1,40}。/
const ATTACHMENT = /^附件：|^\d{1,2}[.．][^。]{1,40}$/
const DATE = /^\d{4}年\d{1,2}月\d{1,2}日$/

/** What each line is, told by how it begins and where it stands; blank lines are left out. */
export function textLines(text: string): TextLine[] {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const last = lines.length - 1
  const isDated = last > 1 && DATE.test(lines[last] ?? '')
  return lines.map((line, index) => {
    const kind = kindOf(line, { index, last, isDated })
    return { kind, text: line, lead: kind === 'body' ? (SECOND_LEVEL.exec(line)?.[0] ?? '') : '' }
  })
}

function kindOf(
  line: string,
  { index, last, isDated }: { index: number; last: number; isDated: boolean },
): LineKind {
  if (index === 0) return 'title'
  if (isDated && index === last) return 'date'
  if (isDated && index === last - 1 && !/[。：；]$/.test(line)) return 'signature'
  if (index === 1 && line.endsWith('：') && line.length <= 60) return 'addressee'
  if (HEADING.test(line)) return 'heading'
  return ATTACHMENT.test(line) ? 'attachment' : 'body'
}

/** Runs of digits with their point and percent sign, full-width ones too; a new one each time, for it keeps its place. */
export function numberPattern(): RegExp {
  return /[\d０-９]+(?:[.．][\d０-９]+)?[%％]?/g
}

/** ３５．０％ → 35.0% */
export function plainNumber(number: string): string {
  return number.normalize('NFKC')
}

/** The numbers of a text in order; full-width ones count as the same. */
export function numbersIn(text: string): string[] {
  return (text.match(numberPattern()) ?? []).map(plainNumber)
}

/** Numbers of an edited text that the draft does not have, in order, each once: nobody can say where they come from. */
export function untracedNumbers(edited: string, draft: string): string[] {
  const known = new Set(numbersIn(draft))
  return [...new Set(numbersIn(edited))].filter((number) => !known.has(number))
}
