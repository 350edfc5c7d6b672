import type {
  EntryIndicatorRow,
  EntryLocalityCell,
  EntryMeasureRow,
  EntryPage,
  RecordWarning,
  Warnings,
} from '../../contract/api.ts'
import { type DoubtfulFigure, doubtfulFigures } from '../../core/decide/doubtful-figures.ts'
import { checkPlace, decideRecord } from '../../core/decide/record.ts'
import type { RecordSheet } from '../../core/decide/record-sheet.ts'
import { epochOf } from '../../core/journal/hybrid-clock.ts'
import type { IndicatorReading } from '../../core/journal/journal-entry.ts'
import {
  type Accumulation,
  accumulate,
  accumulateMonths,
  carriesOver,
  type ReadingsByMonth,
} from '../../core/measuring/accumulate.ts'
import { isCellExpected } from '../../core/measuring/measure-indicator.ts'
import { measureMeasure, milestonesDone } from '../../core/measuring/measure-measure.ts'
import { itemsOfDepartment } from '../../core/measuring/standing.ts'
import { isHandedIn } from '../../core/measuring/status.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import type { PlannedIndicator, PlannedMeasure } from '../../core/plan/annual-plan.ts'
import { localitiesOf } from '../../core/plan/localities-of.ts'
import { filledIn } from '../../core/plan/taken-figures.ts'
import { RefusedError } from '../../core/refused-error.ts'
import { type BureauState, readingsOf, reportsOf, reportsSince } from '../../core/state/bureau-state.ts'
import {
  indicatorStatusInState,
  isIndicatorInForce,
  isMeasureInForce,
  measureStatusInState,
} from '../../core/state/measure-state.ts'
import { missedSoFar } from '../../core/state/missed-months.ts'
import { expectedCells, partlyFilled, submissionStatus } from '../../core/state/submission-status.ts'
import { isoOf } from '../../core/values/civil-time.ts'
import { toNumber } from '../../core/values/exact.ts'
import {
  dueDateOf,
  monthNumber,
  previousMonth,
  type ReportingMonth,
} from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'
import { newestOfMonths } from '../history.ts'

/** All sheets or none: each is decided against the state that the ones before it leave. */
export function recordSheets(context: CallContext, sheets: readonly RecordSheet[]): Outcome<Warnings> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const warnings: RecordWarning[] = []
  try {
    context.journal.transact(() => {
      for (const sheet of sheets) {
        const decided = decideRecord(context.state, context.plan, sheet, actor.value)
        if (!decided.ok) throw new RefusedError(decided.rejection)
        context.append(decided.value)
        warnings.push(...decided.value.warnings)
      }
    })
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, rejection: error.rejection }
    throw error
  }
  return accept({ warnings })
}

export function readDoubts(
  context: CallContext,
  { indicators, ...place }: { department: string; month: string; indicators: readonly string[] },
): Outcome<{ readonly figures: readonly DoubtfulFigure[] }> {
  const checked = checkPlace(context.plan, place)
  if (!checked.ok) return checked
  return accept({ figures: doubtfulFigures(context.state, checked.value, indicators) })
}

/** 县区园区 of a page that come at once; of more, a page gets those that somebody opens. */
const MOST_LOCALITIES = 300

export function readEntryPage(
  context: CallContext,
  { open, ...place }: { department: string; month: string; open?: readonly string[] | null | undefined },
): Outcome<EntryPage> {
  const { state } = context
  const checked = checkPlace(context.plan, place)
  if (!checked.ok) return checked
  const { department, month, plan } = checked.value
  const items = itemsOfDepartment(plan, department)
  const submission = submissionStatus(state, department, month)
  const cells = expectedCells(state, department, month)
  const isExpected = new Set(cells.map((cell) => cell.id))
  const inForce = items.indicators.filter((planned) => isIndicatorInForce(planned, month))
  const localities = inForce.reduce((sum, each) => sum + localitiesOf(plan, filledIn(each)).length, 0)
  const mayFold = open != null && localities > MOST_LOCALITIES
  return accept({
    department,
    month,
    dueDate: dueDateOf(month, plan.dueDay),
    submission,
    isLocked: isHandedIn(submission.state),
    indicators: inForce.map((planned) => {
      const isFolded =
        mayFold && !open.includes(planned.indicator.id) && localitiesOf(plan, filledIn(planned)).length > 0
      return indicatorRow(context, planned, { month, isFolded })
    }),
    measures: items.measures
      .filter((planned) => isMeasureInForce(planned, month))
      .map((planned) =>
        measureRow(state, planned, { month, isExpected: isExpected.has(planned.measure.id) }),
      ),
    missing: cells.filter((cell) => !cell.isFilled).map(({ kind, id, name }) => ({ kind, id, name })),
    partly: partlyFilled(cells),
    savedAt: savedAt(state, month, items),
  })
}

function indicatorRow(
  context: CallContext,
  planned: PlannedIndicator,
  { month, isFolded }: { readonly month: ReportingMonth; readonly isFolded: boolean },
): EntryIndicatorRow {
  const { state } = context
  const { indicator } = planned
  const source = filledIn(planned)
  const isOwn = planned.takenFrom === null
  const readings = readingsOf(state, source.indicator.id, 'latest')
  const whole = isOwn ? state.readings.get(indicator.id)?.get(month)?.cells.get('') : undefined
  const before =
    monthNumber(month) === 1 && !carriesOver(source.indicator.mode)
      ? null
      : (isFolded ? totalOf : accumulate)(source.indicator, readings, previousMonth(month))
  const localities = isOwn && !isFolded ? localityCells(context, planned, { month, before }) : []
  return {
    id: indicator.id,
    programme: indicator.programme ?? null,
    reading: shownReading(whole?.latest.body),
    basis: whole?.latest.entry ?? null,
    previousTotal: before?.actual == null ? null : toNumber(before.actual),
    isExpected: isCellExpected(planned, month, readings),
    status: indicatorStatusInState(state, planned, month, 'latest'),
    missed: missedSoFar(state, planned, { month, nowMs: context.ports.clock.now() }),
    readings: sentReadings(readings, { month, isFolded }),
    history: newestOfMonths(state, source, month),
    localities,
    folded: isFolded ? foldedLocalities(context, planned, month) : null,
  }
}

function foldedLocalities(
  { state, plan }: CallContext,
  planned: PlannedIndicator,
  month: ReportingMonth,
): EntryIndicatorRow['folded'] {
  if (planned.takenFrom !== null) return { count: 0, filled: 0 }
  const cells = state.readings.get(planned.indicator.id)?.get(month)?.cells
  const localities = localitiesOf(plan.at(month), planned)
  const isFilled = (id: string) => (cells?.get(id)?.latest.body.state ?? 'blank') !== 'blank'
  return { count: localities.length, filled: localities.filter(({ id }) => isFilled(id)).length }
}

function totalOf(...[rule, readings, month]: Parameters<typeof accumulate>): Accumulation | null {
  return accumulateMonths(rule, readings, [month])[0] ?? null
}

/** A hundred 县区园区 explain themselves every month; what they said of months before is in the history. */
function sentReadings(
  readings: ReadingsByMonth,
  { month, isFolded }: { readonly month: ReportingMonth; readonly isFolded: boolean },
): IndicatorReading[] {
  const all = [...readings.values()].flatMap((cell) => [...cell.values()])
  if (isFolded) return all.filter(({ locality }) => locality === null)
  return all.map((reading) => {
    if (reading.locality === null || reading.month === month) return reading
    const { evidence: _, ...rest } = reading
    return { ...rest, note: null, unitNote: null }
  })
}

/** A cell without a figure may still carry an explanation or files. */
function shownReading(reading: IndicatorReading | undefined): IndicatorReading | null {
  if (reading === undefined) return null
  const isEmpty = reading.state === 'blank' && reading.note === null && (reading.evidence ?? []).length === 0
  return isEmpty ? null : reading
}

function localityCells(
  { state, plan }: CallContext,
  planned: PlannedIndicator,
  { month, before }: { month: ReportingMonth; before: Accumulation | null },
): EntryLocalityCell[] {
  const cells = state.readings.get(planned.indicator.id)?.get(month)?.cells
  return localitiesOf(plan.at(month), planned).map(({ id, name }) => {
    const latest = cells?.get(id)?.latest
    const previous = before?.byLocality.find(({ locality }) => locality === id)?.actual ?? null
    return {
      locality: id,
      name,
      reading: shownReading(latest?.body),
      basis: latest?.entry ?? null,
      previousTotal: previous === null ? null : toNumber(previous),
    }
  })
}

function measureRow(
  state: BureauState,
  planned: PlannedMeasure,
  facts: { month: ReportingMonth; isExpected: boolean },
): EntryMeasureRow {
  const { measure, programme } = planned
  const reports = reportsOf(state, measure.id, 'latest', facts.month)
  const everyReport = reportsSince(state, measure.id, 'latest', null)
  const earlier = [...everyReport.keys()].filter((each) => each < facts.month).sort()
  const previous = earlier.at(-1)
  const result = measureMeasure(measure, reports, facts.month)
  return {
    id: measure.id,
    programme: programme.id,
    report: reports.get(facts.month) ?? null,
    basis: state.measures.get(measure.id)?.get(facts.month)?.latest.entry ?? null,
    previous: previous === undefined ? null : (everyReport.get(previous) ?? null),
    milestonesDoneEarlier: [...milestonesDone(reports, previousMonth(facts.month))],
    isExpected: facts.isExpected,
    isFilled: result.isFilled,
    status: measureStatusInState(state, planned, facts.month, 'latest'),
  }
}

/** When anything of this department's month was last written. */
function savedAt(
  state: BureauState,
  month: ReportingMonth,
  items: ReturnType<typeof itemsOfDepartment>,
): string | null {
  const times = [
    ...items.indicators.flatMap(({ indicator }) =>
      [...(state.readings.get(indicator.id)?.get(month)?.cells.values() ?? [])].map(
        (cell) => cell.latest.time,
      ),
    ),
    ...items.measures.flatMap(({ measure }) => {
      const cell = state.measures.get(measure.id)?.get(month)
      return cell === undefined ? [] : [cell.latest.time]
    }),
  ].sort()
  const newest = times.at(-1)
  return newest === undefined ? null : isoOf(epochOf(newest))
}
