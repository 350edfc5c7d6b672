// 例会通报, tab 通报文字: the draft and the office's words in its place.
import { z } from 'zod'
import type { EntryId } from '../core/journal/journal-entry.ts'
import { reads, type SavedFile, writes } from './call.ts'
import * as s from './schemas.ts'

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
    /** figures moved since it was written */
    readonly hasDraftChanged: boolean
    /** its numbers that stand nowhere in the draft */
    readonly untraced: readonly string[]
  } | null
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
