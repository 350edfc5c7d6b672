// The places of a page that hold one figure each, under the id that drafts, keys and the undo log use.
import type { EntryIndicatorRow, EntryPage } from '../../contract/api.ts'
import { type CheckedReading, checkReading } from '../../core/decide/check-reading.ts'
import type { EntryId, IndicatorReading } from '../../core/journal/journal-entry.ts'
import type { ReadingsByMonth } from '../../core/measuring/accumulate.ts'
import { readingsByMonth } from '../../core/measuring/preview.ts'
import type { Indicator, LocalityId, PlanIndex } from '../../core/plan/annual-plan.ts'
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
    for (const [id, cell] of cellsOfRow(indicator, row, page.month)) cells.set(id, cell)
  }
  return cells
}

/** Worked out once for a row as it was read: 200 rows are asked for theirs after every save. */
const known = new WeakMap<EntryIndicatorRow, ReadonlyMap<string, EntryCell>>()

/** The row's own cell and those of its localities, by id. */
export function cellsOfRow(
  indicator: Indicator,
  row: EntryIndicatorRow,
  month: string,
): ReadonlyMap<string, EntryCell> {
  const found = known.get(row)
  if (found !== undefined) return found
  const shared = { indicator, month, readings: readingsByMonth(row.readings) }
  const whole: EntryCell = {
    ...shared,
    id: row.id,
    locality: null,
    name: indicator.name,
    reading: row.reading,
    basis: row.basis,
    isByLocality: hasLocalFigures(row),
  }
  const localities = row.localities.map(({ locality, name, reading, basis }): EntryCell => {
    const id = localityCellId(row.id, locality)
    const fullName = words.localityOf(indicator.name, name)
    return { ...shared, id, locality, name: fullName, reading, basis, isByLocality: false }
  })
  const cells = new Map([whole, ...localities].map((cell) => [cell.id, cell]))
  known.set(row, cells)
  return cells
}

export function localityCellId(indicator: string, locality: LocalityId): string {
  return `${indicator}@${locality}`
}

/** null for an indicator's own cell */
export function indicatorOfLocalityCell(cell: string): string | null {
  const at = cell.indexOf('@')
  return at === -1 ? null : cell.slice(0, at)
}

/** A cell with a state of its own; a blank one may be there for its explanation or files. */
export function isFilled(reading: IndicatorReading | null): boolean {
  return reading !== null && reading.state !== 'blank'
}

/** The month's figure is the sum of its localities. */
export function hasLocalFigures(row: Pick<EntryIndicatorRow, 'localities' | 'folded'>): boolean {
  if (row.folded !== null) return row.folded.filled > 0
  return row.localities.some(({ reading }) => isFilled(reading))
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
