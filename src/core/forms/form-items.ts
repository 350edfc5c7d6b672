// The rows of a department's fill-in form for one month: which items, which cells of them may be filled in, and what
// the journal holds in these cells now.

import type { EntryId, IndicatorReading, MeasureReport } from '../journal/journal-entry.ts'
import { milestonesDone } from '../measuring/measure-measure.ts'
import { itemsOfDepartment } from '../measuring/standing.ts'
import type { DepartmentId, Indicator, Milestone, PlanIndex, PlannedMeasure } from '../plan/annual-plan.ts'
import { type BureauState, readingsOf, reportsOf } from '../state/bureau-state.ts'
import { isMeasureInForce } from '../state/measure-state.ts'
import { ownIndicators } from '../state/submission-status.ts'
import { atOnce, type Steps } from '../steps.ts'
import { previousMonth, type ReportingMonth } from '../values/reporting-month.ts'
import type { FormField, FormSheetKey } from './form-fields.ts'

/**
 * What a cell holds, in one comparable form: a figure as decimal text, a state or status by its name in the journal,
 * words as they are, milestones as JSON list of ids. Null is an empty cell.
 */
export type FieldValue = string | null
export type FieldValues = Readonly<Partial<Record<FormField, FieldValue>>>

export interface FormItem {
  /** stands in the hidden column */
  readonly key: string
  readonly sheet: FormSheetKey
  readonly indicator: string | null
  readonly locality: string | null
  readonly measure: string | null
  /** "3"; "3.1" for a locality's row */
  readonly number: string
  readonly programme: string
  readonly name: string
  /** of the indicator; empty for a measure */
  readonly unit: string
  /** cells of the row that may be filled in */
  readonly open: readonly FormField[]
  /** what the journal holds now */
  readonly stored: FieldValues
  readonly basis: EntryId | null
  /** of a measure, in plan order */
  readonly milestones: readonly Milestone[]
  /** milestones reported as done in earlier months */
  readonly doneEarlier: readonly string[]
}

export interface FormPlace {
  readonly department: DepartmentId
  readonly month: ReportingMonth
}

export const HEADLINE = '主要目标'

/** In plan order, each broken-down indicator followed by its localities; nothing that is filled in for another plan. */
export function formItems(state: BureauState, plan: PlanIndex, place: FormPlace): FormItem[] {
  return atOnce(formItemsInSteps(state, plan, place))
}

export function* formItemsInSteps(state: BureauState, plan: PlanIndex, place: FormPlace): Steps<FormItem[]> {
  const rows: FormItem[] = []
  const indicators = ownIndicators(plan, place.department, place.month)
  for (const [index, { indicator, programme }] of indicators.entries()) {
    const number = String(index + 1)
    const row = { indicator, number, programme: programme?.name ?? HEADLINE }
    rows.push(indicatorItem(state, place, row))
    if (indicator.byLocality === true)
      for (const [at, locality] of [...plan.localitiesById.values()].entries())
        rows.push(indicatorItem(state, place, { ...row, number: `${number}.${at + 1}`, locality }))
    yield
  }
  const measures = itemsOfDepartment(plan, place.department).measures.filter((planned) =>
    isMeasureInForce(planned, place.month),
  )
  for (const [index, planned] of measures.entries()) {
    rows.push(measureItem(state, place, planned, String(index + 1)))
    yield
  }
  return rows
}

interface IndicatorRow {
  readonly indicator: Indicator
  readonly number: string
  readonly programme: string
  readonly locality?: { readonly id: string; readonly name: string }
}

function indicatorItem(state: BureauState, place: FormPlace, row: IndicatorRow): FormItem {
  const { indicator, locality } = row
  const cell = state.readings
    .get(indicator.id)
    ?.get(place.month)
    ?.cells.get(locality?.id ?? '')
  const isRatio = indicator.mode === 'ratio'
  return {
    key: [indicator.id, ...(locality === undefined ? [] : [locality.id])].map(encodeURIComponent).join('/'),
    sheet: 'indicators',
    indicator: indicator.id,
    locality: locality?.id ?? null,
    measure: null,
    number: row.number,
    programme: row.programme,
    name: locality === undefined ? indicator.name : `${indicator.name}（${locality.name}）`,
    unit: indicator.unit,
    open: [
      // A locality's percentage cannot be combined with others: only its parts can.
      ...(isRatio && locality !== undefined ? [] : (['value'] as const)),
      ...(isRatio ? (['numerator', 'denominator'] as const) : []),
      'state',
      'note',
    ],
    stored: readingValues(cell?.latest.body),
    basis: cell?.latest.entry ?? null,
    milestones: [],
    doneEarlier: [],
  }
}

function readingValues(reading: IndicatorReading | undefined): FieldValues {
  if (reading === undefined) return {}
  const { state, value, numerator, denominator, note } = reading
  return {
    value,
    numerator,
    denominator,
    state: state === 'blank' || state === 'number' ? null : state,
    note,
  }
}

function measureItem(
  state: BureauState,
  place: FormPlace,
  { measure, programme }: PlannedMeasure,
  number: string,
): FormItem {
  const cell = state.measures.get(measure.id)?.get(place.month)
  const milestones = measure.milestones ?? []
  const reports = reportsOf(state, measure.id, 'latest', place.month)
  return {
    key: encodeURIComponent(measure.id),
    sheet: 'measures',
    indicator: null,
    locality: null,
    measure: measure.id,
    number,
    programme: programme.name,
    name: measure.name,
    unit: '',
    open: [
      'status',
      'progress',
      'problems',
      'nextSteps',
      ...(milestones.length > 0 ? (['milestonesDone'] as const) : []),
    ],
    stored: reportValues(cell?.latest.body, milestones),
    basis: cell?.latest.entry ?? null,
    milestones,
    doneEarlier: [...milestonesDone(reports, previousMonth(place.month))],
  }
}

function reportValues(report: MeasureReport | undefined, milestones: readonly Milestone[]): FieldValues {
  if (report === undefined) return {}
  const { status, progress, problems, nextSteps } = report
  const done = new Set(report.milestonesDone)
  return {
    status,
    progress,
    problems,
    nextSteps,
    milestonesDone: milestonesValue(milestones.filter(({ id }) => done.has(id)).map(({ id }) => id)),
  }
}

/** Milestones as a cell's value: ids in plan order, null for none. */
export function milestonesValue(ids: readonly string[]): FieldValue {
  return ids.length === 0 ? null : JSON.stringify(ids)
}

export function milestoneIds(value: FieldValue): string[] {
  return value === null ? [] : (JSON.parse(value) as string[])
}

/** The year's readings of one row: of the whole indicator, or of one locality by itself. */
export function rowReadings(state: BureauState, item: FormItem): ReturnType<typeof readingsOf> {
  if (item.locality === null) return readingsOf(state, item.indicator ?? '', 'latest')
  const { locality } = item
  const readings = readingsOf(state, item.indicator ?? '', 'latest', locality)
  return new Map(
    [...readings].flatMap(([month, cells]) => {
      const reading = cells.get(locality)
      return reading === undefined ? [] : [[month, new Map([['' as const, reading]])] as const]
    }),
  )
}
