// The rows of the derived tables, each worked out from the state alone. A rebuild and a save call the same
// functions, so the two cannot drift.
import {
  type IndicatorId,
  isInForce,
  type LocalityId,
  type MeasureId,
  type PlanIndex,
  type ProgrammeId,
} from './annual-plan.ts'
import { type Basis, type BureauState, type Cell, type Recorded, reportsOf } from './bureau-state.ts'
import { toNumber } from './exact.ts'
import type { EntryId, IndicatorReading, MeasureReport } from './journal-entry.ts'
import { isMeasureInForce, measureIndicatorMonths } from './measure-state.ts'
import { measureMeasure } from './measuring/measure-measure.ts'
import { itemsOfProgramme, type RankedItem, standingOf } from './measuring/standing.ts'
import type { ReportingMonth } from './reporting-month.ts'
import type { Light, ProgrammeMonth } from './status.ts'

export type ItemKind = 'indicator' | 'measure'

/** What stands in a cell: the entry, its state, and its figure as typed ("18", or "120.5/512" for a ratio's parts). */
export interface CellFigure {
  readonly entry: EntryId
  readonly state: string
  readonly figure: string | null
}

/** One cell of the year's ledger, a locality's ("" = the whole) or a measure's. */
export interface CellRow {
  readonly month: ReportingMonth
  readonly kind: ItemKind
  readonly item: string
  readonly locality: LocalityId | ''
  readonly latest: CellFigure
  readonly accepted: CellFigure | null
}

/** 报送 of one department and month. */
export interface SubmissionRow {
  readonly month: ReportingMonth
  readonly department: string
  readonly state: string
  readonly submittedEntry: EntryId | null
  readonly acceptedEntry: EntryId | null
  readonly timesReturned: number
}

/** One item's light in one month. */
export interface ItemMonth
  extends Pick<RankedItem, 'kind' | 'id' | 'light' | 'label' | 'completion' | 'paceRatio'> {
  readonly month: ReportingMonth
  readonly basis: Basis
}

/** One programme's standing in one month: what the heat map and the summary read. */
export interface ProgrammeMonthRow extends ProgrammeMonth {
  readonly basis: Basis
}

function readingFigure({ entry, body }: Recorded<IndicatorReading>): CellFigure {
  const parts =
    body.numerator === null || body.denominator === null ? null : `${body.numerator}/${body.denominator}`
  return { entry, state: body.state, figure: body.value ?? parts }
}

function reportFigure({ entry, body }: Recorded<MeasureReport>): CellFigure {
  return { entry, state: body.status ?? 'blank', figure: null }
}

interface CellKey {
  readonly month: ReportingMonth
  readonly kind: ItemKind
  readonly item: string
  readonly locality: LocalityId | ''
}

function cellRow<Body>(
  key: CellKey,
  { latest, accepted }: Cell<Body>,
  figureOf: (recorded: Recorded<Body>) => CellFigure,
): CellRow {
  const { month, kind, item, locality } = key
  return {
    month,
    kind,
    item,
    locality,
    latest: figureOf(latest),
    accepted: accepted === null ? null : figureOf(accepted),
  }
}

/** An indicator's cells of one month: one locality's, or (null) all. */
export function indicatorCells(
  state: BureauState,
  item: IndicatorId,
  month: ReportingMonth,
  only: LocalityId | '' | null,
): CellRow[] {
  const cells = state.readings.get(item)?.get(month)?.cells
  if (cells === undefined) return []
  const row = (locality: LocalityId | '', cell: Cell<IndicatorReading>) =>
    cellRow({ month, kind: 'indicator', item, locality }, cell, readingFigure)
  if (only === null) return [...cells].map(([locality, cell]) => row(locality, cell))
  const cell = cells.get(only)
  return cell === undefined ? [] : [row(only, cell)]
}

export function measureCells(state: BureauState, item: MeasureId, month: ReportingMonth): CellRow[] {
  const cell = state.measures.get(item)?.get(month)
  return cell === undefined
    ? []
    : [cellRow({ month, kind: 'measure', item, locality: '' }, cell, reportFigure)]
}

export function submissionRow(state: BureauState, key: string): SubmissionRow[] {
  const record = state.submissions.get(key)
  if (record === undefined) return []
  const newest = (kind: 'submitted' | 'accepted') =>
    record.events.findLast((event) => event.kind === kind)?.origin.entry ?? null
  const timesReturned = record.events.filter((event) => event.kind === 'returned').length
  return [
    {
      month: record.month,
      department: record.department,
      state: record.state,
      submittedEntry: newest('submitted'),
      acceptedEntry: newest('accepted'),
      timesReturned,
    },
  ]
}

/** An indicator's lights in several months, earliest first; months outside its lifetime have none. */
function indicatorMonths(
  state: BureauState,
  id: IndicatorId,
  basis: Basis,
  months: readonly ReportingMonth[],
): ItemMonth[] {
  if (state.plan === null) return []
  return measureIndicatorMonths(state, id, months, basis).map(
    ({ month, result: { light, label, completion, pace } }) => ({
      month,
      basis,
      kind: 'indicator',
      id,
      light,
      label,
      completion: completion === null ? null : toNumber(completion),
      paceRatio: pace === null ? null : toNumber(pace),
    }),
  )
}

function measureMonths(
  state: BureauState,
  id: MeasureId,
  basis: Basis,
  months: readonly ReportingMonth[],
): ItemMonth[] {
  const reports = reportsOf(state, id, basis)
  return months.flatMap((month): ItemMonth[] => {
    const planned = state.plan?.at(month).measuresById.get(id)
    if (planned === undefined || !isMeasureInForce(planned, month)) return []
    const { light, label } = measureMeasure(planned.measure, reports, month)
    return [{ month, basis, kind: 'measure', id, light, label, completion: null, paceRatio: null }]
  })
}

export const itemMonthsOf = { indicator: indicatorMonths, measure: measureMonths }

/** One (month, basis) of the roll-ups. */
export interface Page {
  readonly items: Map<string, ItemMonth>
  readonly programmes: Map<ProgrammeId, ProgrammeMonthRow>
}

export const itemKey = (kind: ItemKind, id: string) => `${kind}/${id}`

/** A plan's items by programme: looked up at every save, while the plan stays the same for months. */
const itemsByPlan = new WeakMap<PlanIndex, Map<ProgrammeId, ReturnType<typeof itemsOfProgramme>>>()

function itemsIn(plan: PlanIndex, programme: ProgrammeId): ReturnType<typeof itemsOfProgramme> {
  const known = itemsByPlan.get(plan) ?? new Map<ProgrammeId, ReturnType<typeof itemsOfProgramme>>()
  itemsByPlan.set(plan, known)
  const items = known.get(programme) ?? itemsOfProgramme(plan, programme)
  known.set(programme, items)
  return items
}

function rankedItems(plan: PlanIndex, page: Page, programme: ProgrammeId): RankedItem[] {
  const { indicators, measures } = itemsIn(plan, programme)
  const items: RankedItem[] = []
  const add = (kind: ItemKind, id: string, isKey: boolean) => {
    const row = page.items.get(itemKey(kind, id))
    if (row === undefined) return
    const { light, label, completion, paceRatio } = row
    items.push({ kind, id, isKey, light, label, completion, paceRatio })
  }
  for (const { indicator } of indicators) add('indicator', indicator.id, indicator.key === true)
  for (const { measure } of measures) add('measure', measure.id, true)
  return items
}

/** A programme's standing on one page; none outside its lifetime. */
export function programmeRow(
  plan: PlanIndex,
  page: Page,
  { month, basis }: { month: ReportingMonth; basis: Basis },
  programme: ProgrammeId,
): ProgrammeMonthRow | null {
  const planned = plan.programmesById.get(programme)
  if (planned === undefined || !isInForce(planned, month)) return null
  const { id, counts, worst, light, label, completion, paceRatio } = standingOf(
    programme,
    rankedItems(plan, page, programme),
  )
  return { id, counts, worst, light, label, completion, paceRatio, month, basis }
}

export function isSameItem(a: ItemMonth | undefined, b: ItemMonth): boolean {
  return (
    a !== undefined &&
    a.light === b.light &&
    a.label === b.label &&
    a.completion === b.completion &&
    a.paceRatio === b.paceRatio
  )
}

const LIGHTS: readonly Light[] = ['blue', 'green', 'yellow', 'red', 'grey']

export function isSameProgramme(a: ProgrammeMonthRow | undefined, b: ProgrammeMonthRow): boolean {
  if (
    a === undefined ||
    a.light !== b.light ||
    a.label !== b.label ||
    a.completion !== b.completion ||
    a.paceRatio !== b.paceRatio
  )
    return false
  if (a.worst?.kind !== b.worst?.kind || a.worst?.id !== b.worst?.id) return false
  return LIGHTS.every((light) => a.counts[light] === b.counts[light])
}
