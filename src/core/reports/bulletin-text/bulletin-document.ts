// 通报 as an official document, to be set in the office's layout by the writer.
import { monthTitle } from '../../values/reporting-month.ts'
import { bulletinContext } from '../bulletin/bulletin-context.ts'
import type { BulletinInput } from '../bulletin/bulletin-input.ts'
import { draftText } from './draft-text.ts'
import { plainText, type TextLine, textLines } from './text-lines.ts'
import type { BulletinText } from './text-model.ts'

export interface BulletinDocument {
  readonly fileName: string
  readonly title: string
  /** UTC ISO time for the file's properties; fixed, so that the same text gives the same bytes */
  readonly madeAt: string
  readonly author: string
  readonly lines: readonly TextLine[]
}

/** `isFinal`: the issue is frozen; before that it goes out as 征求意见稿. */
export function bulletinDocument(input: BulletinInput, isFinal: boolean): BulletinDocument {
  const mark = isFinal ? '' : '（征求意见稿）'
  const text = input.editedText ?? draftedText(input)
  const lines = textLines(text).map((line) =>
    line.kind === 'title' ? { ...line, text: `${line.text}${mark}` } : line,
  )
  const name = `${monthTitle(input.month)}通报第${input.issue}期${input.isExample ? '（示例数据）' : ''}${mark}`
  return {
    fileName: `${name}.docx`,
    title: name,
    madeAt: input.madeAt,
    author: input.madeBy,
    lines,
  }
}

/** The draft as one text. */
export function draftedText(input: BulletinInput): string {
  return plainText(draftOf(input))
}

/** The draft with its figures. */
export function draftOf(input: BulletinInput): BulletinText {
  return draftText(bulletinContext(input))
}
