// What the checks say of a row while it is typed and after it was saved; worked out once per change.
import { useMemo } from 'react'
import { unexplainedDoubts } from '../../core/decide/unexplained-doubts.ts'
import { checkDraft, type EntryCell } from './entry-cells.ts'
import type { ReadingDraft } from './reading-draft.ts'
import type { RowSaying } from './row-messages.tsx'

const SILENT: RowSaying = { problem: null, doubts: [], isNoteWanted: false }
/** A figure that may still become one with the next key. */
const HALF_TYPED = /^[\s+＋-]*(?:\d[\d,，]*)?[.。．]?$/

export function useSaying(
  cell: EntryCell | undefined,
  draft: ReadingDraft | null,
  isComposing: boolean,
): RowSaying {
  return useMemo(() => {
    if (cell === undefined) return SILENT
    if (draft === null) {
      const doubts = unexplainedDoubts(cell, cell.reading).map(({ message }) => message)
      return { problem: null, doubts, isNoteWanted: doubts.length > 0 }
    }
    const check = checkDraft(cell, draft)
    if (check.kind === 'unchanged') return SILENT
    if (check.kind === 'refused') {
      const isUnfinished = isComposing || (!check.wantsNote && HALF_TYPED.test(draft.figure ?? ''))
      return isUnfinished ? SILENT : { problem: check.sentence, doubts: [], isNoteWanted: check.wantsNote }
    }
    const isExplained = check.input.note != null
    const doubts = isExplained ? [] : check.doubts.map(({ message }) => message)
    return { problem: null, doubts, isNoteWanted: doubts.length > 0 }
  }, [cell, draft, isComposing])
}
