// 例会通报, tab 通报文字: the draft and the office's words in its place.
import { z } from 'zod'
import type { EntryId } from '../core/journal/journal-entry.ts'
import type { DraftChanges } from '../core/reports/bulletin-text/moved-figures.ts'
import type { Certainty, NumbersToCheck } from '../core/reports/bulletin-text/traced-text.ts'
import type { CellRef } from '../core/reports/report-table.ts'
import { reads, type SavedFile, writes } from './call.ts'
import * as s from './schemas.ts'

/** A number's origin in the tables. */
export interface NumberSource {
  /** 新增国家高企完成率 */
  readonly label: string
  /** as it is printed */
  readonly words: string
  /** 指标进度“完成率”栏 */
  readonly source: string
  readonly cells: readonly CellRef[]
}

/** Words of a line, or a number in it. */
export interface TextPieceView {
  readonly text: string
  /** indexes into `sources`; several where an edited line leaves open which one it is */
  readonly sources: readonly number[]
  /** how sure it is that the number is one of `sources`; null for words */
  readonly certainty: Certainty | null
}

export interface BulletinTextView {
  /** drafted by rule from the figures, a line for each paragraph */
  readonly draft: string
  /** what the next edit is based on */
  readonly basis: EntryId | null
  /** the office's own words in the draft's place */
  readonly edited: {
    readonly text: string
    readonly author: string
    /** UTC ISO time */
    readonly at: string
    /** what moved in the draft since it was written */
    readonly changes: DraftChanges
    /** its numbers that a person has to check */
    readonly toCheck: NumbersToCheck
  } | null
  /** the text that counts, line by line */
  readonly lines: readonly (readonly TextPieceView[])[]
  readonly sources: readonly NumberSource[]
  /** UTC ISO time; a frozen text cannot be edited */
  readonly frozenAt: string | null
}

const inMonth = z.strictObject({ month: s.month })

export const bulletinTextCalls = {
  'bulletin.text': reads<BulletinTextView>()(inMonth),
  /** the office's words instead of the draft, until the issue is frozen; null = the draft again */
  'bulletin.editText': writes<BulletinTextView>()(
    inMonth.extend({ text: z.string().max(50_000).nullable(), basis: z.string().max(64).nullable() }),
  ),
  /** the text as a Word document; 征求意见稿 until the issue is frozen */
  'bulletin.exportText': reads<SavedFile>()(inMonth),
} as const
