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
const FIRST_ATTACHMENT = /^附件：/
/** Only behind the first one: 1.… is also how a paragraph of the third level begins. */
const NEXT_ATTACHMENT = /^\d{1,2}[.．][^。]{1,40}$/
const DATE = /^\d{4}年\d{1,2}月\d{1,2}日$/
/** The unit's name; a sentence that was written behind everything is none. */
const SIGNATURE = /^[^\d０-９。：；，]{2,60}$/

/** What each line is, told by how it begins and where it stands; blank lines are left out. */
export function textLines(text: string): TextLine[] {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const last = lines.length - 1
  const isDated = last > 1 && DATE.test(lines[last] ?? '')
  const kinds: LineKind[] = []
  for (const [index, line] of lines.entries())
    kinds.push(kindOf(line, { index, last, isDated, isBehindAttachment: kinds.at(-1) === 'attachment' }))
  return lines.map((line, index) => {
    const kind = kinds[index] ?? 'body'
    return { kind, text: line, lead: kind === 'body' ? (SECOND_LEVEL.exec(line)?.[0] ?? '') : '' }
  })
}

interface LinePlace {
  readonly index: number
  readonly last: number
  readonly isDated: boolean
  readonly isBehindAttachment: boolean
}

function kindOf(line: string, { index, last, isDated, isBehindAttachment }: LinePlace): LineKind {
  if (index === 0) return 'title'
  if (isDated && index === last) return 'date'
  if (isDated && index === last - 1 && SIGNATURE.test(line)) return 'signature'
  if (index === 1 && line.endsWith('：') && line.length <= 60) return 'addressee'
  if (HEADING.test(line)) return 'heading'
  if (FIRST_ATTACHMENT.test(line)) return 'attachment'
  return isBehindAttachment && NEXT_ATTACHMENT.test(line) ? 'attachment' : 'body'
}
