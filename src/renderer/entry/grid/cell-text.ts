// One text put into one cell, from the clipboard, from the cell above or from the keyboard: the draft it makes, or
// why it cannot stand there.

import type { EntryId, IndicatorReading, ReadingState } from '../../../core/journal/journal-entry.ts'
import type { Indicator } from '../../../core/plan/annual-plan.ts'
import { readFigure } from '../../../core/values/read-figure.ts'
import { READING_STATES, entry as words } from '../../words/entry.ts'
import { entryGrid } from '../../words/entry-grid.ts'
import { figureOrParts, partsIn, type ReadingDraft, rowTexts, withField } from '../reading-draft.ts'
import type { GridColumn } from './cell-address.ts'

/** What has to be known of a row to put a text into it. */
export interface TextPlace {
  readonly indicator: Indicator
  readonly locality: string | null
  readonly reading: IndicatorReading | null
  readonly basis: EntryId | null
  readonly draft: ReadingDraft | null
  /** its figure is the sum of its localities */
  readonly isByLocality: boolean
}

export type TextResult = { readonly draft: ReadingDraft } | { readonly reason: string } | 'unchanged'

const MOST_NOTE = 20_000
/** What offices write for the states besides our own words. */
const STATE_WORDS: ReadonlyMap<string, ReadingState> = new Map([
  ...(Object.entries(READING_STATES) as [ReadingState, string][]).map(
    ([state, name]) => [name, state] as const,
  ),
  ['无进展', 'no-progress'],
  ['未统计', 'not-yet-published'],
])

export function stateNamed(text: string): ReadingState | null {
  return STATE_WORDS.get(text.normalize('NFKC').replace(/\s/g, '')) ?? null
}

/** The text a cell shows, and gives to a copy. */
export function textOfCell(place: Pick<TextPlace, 'reading' | 'draft'>, column: GridColumn): string {
  const texts = rowTexts(place.reading, place.draft)
  if (column === 'figure') return figureOrParts(texts)
  return column === 'state' ? READING_STATES[texts.state] : texts.note
}

/** An empty text clears the cell; whoever pastes leaves empty cells out before. */
export function withText(place: TextPlace, column: GridColumn, text: string): TextResult {
  if (column === 'note') {
    if (text.length > MOST_NOTE) return { reason: entryGrid.tooLong }
    return { draft: withField(place.draft, 'note', text, place.basis) }
  }
  if (place.isByLocality) return { reason: entryGrid.byLocality }
  if (text.trim() === '') return { draft: cleared(place) }
  const state = stateNamed(text)
  if (state !== null && state !== 'number')
    return { draft: withField(place.draft, 'state', state, place.basis) }
  if (column === 'state') {
    if (state === 'number') return 'unchanged'
    return { reason: entryGrid.notAState(shortened(text)) }
  }
  if (place.indicator.mode === 'ratio' && partsIn(text) !== null)
    return { draft: withField(place.draft, 'figure', text, place.basis) }
  const texts = rowTexts(place.reading, place.draft)
  if (texts.hasParts && place.locality === null) return { reason: entryGrid.byParts }
  const figure = readFigure(text, place.indicator.unit)
  if (figure.kind === 'other-unit') return { reason: words.otherUnit(figure.typedUnit, place.indicator.unit) }
  if (figure.kind !== 'number') return { reason: entryGrid.notAFigure(shortened(text)) }
  return { draft: withField(place.draft, 'figure', figure.text, place.basis) }
}

/** Delete on a cell: nothing is stored there any more, which is not a 0. */
function cleared({ draft, basis }: TextPlace): ReadingDraft {
  return withField(draft, 'state', 'blank', basis)
}

export function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length <= 30 ? flat : `${flat.slice(0, 29)}…`
}
