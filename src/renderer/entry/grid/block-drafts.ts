// A block of texts → the drafts of its rows, and the list of what was not taken and why.

import { entryGrid } from '../../words/entry-grid.ts'
import { checkDraft, type EntryCell } from '../entry-cells.ts'
import type { ReadingDraft } from '../reading-draft.ts'
import { shortened, stateNamed, withText } from './cell-text.ts'
import type { CellText, NotTaken } from './paste-block.ts'

export interface BlockRow {
  readonly cell: EntryCell
  readonly draft: ReadingDraft | null
}

export interface BlockDrafts {
  readonly drafts: readonly { readonly id: string; readonly draft: ReadingDraft }[]
  /** texts that found their place */
  readonly taken: number
  readonly notTaken: readonly NotTaken[]
}

/** A figure that only lacks its explanation is taken: it stands in its row and asks there. */
export function blockDrafts(
  texts: readonly CellText[],
  rowOf: (id: string) => BlockRow | undefined,
): BlockDrafts {
  const byRow = new Map<string, CellText[]>()
  for (const text of texts) byRow.set(text.row, [...(byRow.get(text.row) ?? []), text])
  const drafts: { id: string; draft: ReadingDraft }[] = []
  const notTaken: NotTaken[] = []
  let taken = 0
  for (const [id, cellTexts] of byRow) {
    const row = rowOf(id)
    if (row === undefined) continue
    const result = rowDraft(row, cellTexts)
    notTaken.push(...result.notTaken)
    taken += result.taken
    if (result.draft !== null) drafts.push({ id, draft: result.draft })
  }
  return { drafts, taken, notTaken }
}

function rowDraft(
  { cell, draft: before }: BlockRow,
  texts: readonly CellText[],
): { readonly draft: ReadingDraft | null; readonly taken: number; readonly notTaken: readonly NotTaken[] } {
  let draft = before
  let hasFigure = false
  const taken: CellText[] = []
  const notTaken: NotTaken[] = []
  const refuse = (text: string, reason: string) =>
    notTaken.push({ name: cell.name, text: shortened(text), reason })
  for (const { row, column, text } of texts) {
    if (column === 'state' && hasFigure && stateNamed(text) !== 'number' && text.trim() !== '') {
      refuse(text, entryGrid.figureAndState)
      continue
    }
    const result = withText({ ...cell, draft }, column, text)
    if (result === 'unchanged') continue
    if ('reason' in result) refuse(text, result.reason)
    else {
      draft = result.draft
      hasFigure ||= column === 'figure' && text.trim() !== '' && stateNamed(text) === null
      taken.push({ row, column, text })
    }
  }
  if (draft === null || taken.length === 0) return { draft: null, taken: 0, notTaken }
  const check = checkDraft(cell, draft)
  // As it is stored, but something else may be on its way there: then this has to follow it.
  if (check.kind === 'unchanged' && before === null) return { draft: null, taken: taken.length, notTaken }
  if (check.kind === 'refused' && !check.wantsNote) {
    for (const { text } of taken) refuse(text, check.sentence)
    return { draft: null, taken: 0, notTaken }
  }
  return { draft, taken: taken.length, notTaken }
}
