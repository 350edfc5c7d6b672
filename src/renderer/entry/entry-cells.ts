// The places of a page that hold one figure each, under the id that drafts, keys and the undo log use.
import type { EntryPage } from '../../contract/api.ts'
import type { Indicator, LocalityId, PlanIndex } from '../../core/annual-plan.ts'
import { type CheckedReading, checkReading } from '../../core/decide/check-reading.ts'
import type { EntryId, IndicatorReading } from '../../core/journal-entry.ts'
import type { ReadingsByMonth } from '../../core/measuring/accumulate.ts'
import { readingsByMonth } from '../../core/measuring/preview.ts'
import type { Outcome } from '../../core/outcome.ts'
import { entry as words } from '../words/entry.ts'
import { type ReadingDraft, readingInput } from './reading-draft.ts'

export interface EntryCell {
  readonly id: string
  readonly indicator: Indicator
  readonly locality: LocalityId | null
  /** what people call it: the indicator, or the indicator and its locality */
  readonly name: string
  readonly month: string
  readonly reading: IndicatorReading | null
  readonly basis: EntryId | null
  /** its figure is the sum of its localities and is not typed itself */
  readonly isByLocality: boolean
  /** the indicator's readings as stored, for the checks; the same object for all cells of a row */
  readonly readings: ReadingsByMonth
}

/** By id, in page order. */
export function cellsOfPage(plan: PlanIndex, page: EntryPage): ReadonlyMap<string, EntryCell> {
  const cells = new Map<string, EntryCell>()
  for (const row of page.indicators) {
    const indicator = plan.indicatorsById.get(row.id)?.indicator
    if (indicator === undefined) continue
    cells.set(row.id, {
      id: row.id,
      indicator,
      locality: null,
      name: indicator.name,
      month: page.month,
      reading: row.reading,
      basis: row.basis,
      isByLocality: row.readings.some(
        (each) => each.month === page.month && each.locality !== null && each.state !== 'blank',
      ),
      readings: readingsByMonth(row.readings),
    })
  }
  return cells
}

export type DraftCheck =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly sentence: string; readonly wantsNote: boolean }
  | {
      readonly kind: 'fit'
      readonly input: Exclude<ReturnType<typeof readingInput>, null | { problem: unknown }>['input']
      readonly doubts: CheckedReading['warnings']
    }

/** What the rule will say of a draft, before it is asked to record it. */
export function checkDraft(cell: EntryCell, draft: ReadingDraft): DraftCheck {
  const built = readingInput(cell, cell.indicator, draft)
  if (built === null) return { kind: 'unchanged' }
  if ('problem' in built)
    return {
      kind: 'refused',
      sentence: words.otherUnit(built.problem.typedUnit, cell.indicator.unit),
      wantsNote: false,
    }
  const checked = checkReading(cell, built.input)
  if (checked.ok) return { kind: 'fit', input: built.input, doubts: checked.value.warnings }
  const { code, message } = checked.rejection
  return {
    kind: 'refused',
    sentence: message,
    wantsNote: code === 'negative-needs-note' || code === 'fall-needs-note',
  }
}

/** Doubts about what is stored that nobody has explained yet. */
export function unexplainedDoubts(cell: EntryCell): CheckedReading['warnings'] {
  const { reading } = cell
  if (reading === null || reading.note !== null) return []
  const checked: Outcome<CheckedReading> = checkReading(cell, reading)
  return checked.ok ? checked.value.warnings : []
}
