// What stands in the cells of the year's ledger, as rows of the derived tables.

import type { EntryId, IndicatorReading, MeasureReport } from '../journal/journal-entry.ts'
import type { IndicatorId, LocalityId } from '../plan/annual-plan.ts'
import type { Basis, BureauState, Cell, Recorded } from '../state/bureau-state.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'

export type ItemKind = 'indicator' | 'measure'

export interface ItemInMonth {
  readonly month: ReportingMonth
  readonly kind: ItemKind
  readonly id: string
}

/** What stands in a cell: the entry, its state, and its figure as typed ("18", or "120.5/512" for a ratio's parts). */
export interface CellFigure {
  readonly entry: EntryId
  readonly state: string
  readonly figure: string | null
}

export type CellFigures = Readonly<Record<Basis, CellFigure | null>>

/** A locality's cell of an indicator's month. */
export interface LocalityRow {
  readonly month: ReportingMonth
  readonly item: IndicatorId
  readonly locality: LocalityId
  readonly figures: CellFigures
}

export const NO_FIGURES: CellFigures = { latest: null, accepted: null }

function figuresOf<Body>(
  { latest, accepted }: Cell<Body>,
  figureOf: (recorded: Recorded<Body>) => CellFigure,
): CellFigures {
  return { latest: figureOf(latest), accepted: accepted === null ? null : figureOf(accepted) }
}

function readingFigure({ entry, body }: Recorded<IndicatorReading>): CellFigure {
  const parts =
    body.numerator === null || body.denominator === null ? null : `${body.numerator}/${body.denominator}`
  return { entry, state: body.state, figure: body.value ?? parts }
}

function reportFigure({ entry, body }: Recorded<MeasureReport>): CellFigure {
  return { entry, state: body.status ?? 'blank', figure: null }
}

/** An item's own cell of one month, without its localities'; none where nothing was ever filled in there. */
export function wholeFigures(
  state: BureauState,
  kind: ItemKind,
  id: string,
  month: ReportingMonth,
): CellFigures {
  if (kind === 'measure') {
    const report = state.measures.get(id)?.get(month)
    return report === undefined ? NO_FIGURES : figuresOf(report, reportFigure)
  }
  const whole = state.readings.get(id)?.get(month)?.cells.get('')
  return whole === undefined ? NO_FIGURES : figuresOf(whole, readingFigure)
}

/** Every item's own cells. */
export function* everyWhole(state: BureauState): Generator<ItemInMonth> {
  for (const [id, months] of state.readings)
    for (const [month, { cells }] of months) if (cells.has('')) yield { month, kind: 'indicator', id }
  for (const [id, months] of state.measures)
    for (const month of months.keys()) yield { month, kind: 'measure', id }
}

/** The localities' cells of an indicator's month: all of them, or those given. */
export function localityRows(
  state: BureauState,
  item: IndicatorId,
  month: ReportingMonth,
  only: ReadonlySet<LocalityId | ''> | 'all',
): LocalityRow[] {
  const cells = state.readings.get(item)?.get(month)?.cells
  if (cells === undefined) return []
  const rows: LocalityRow[] = []
  for (const locality of only === 'all' ? cells.keys() : only) {
    const cell = locality === '' ? undefined : cells.get(locality)
    if (cell !== undefined) rows.push({ month, item, locality, figures: figuresOf(cell, readingFigure) })
  }
  // Nearly always asked for in the order of the table's key, which is the quickest to write.
  return rows.length < 2 ? rows : rows.sort((a, b) => (a.locality < b.locality ? -1 : 1))
}
