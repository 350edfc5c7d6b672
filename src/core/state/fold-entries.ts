// fold(entries) → state: the only place where entries turn into what is known. Entries must come in journal
// order (compareEntries); the same entries always give the same state.

import type { EntryBodies, IndicatorReading, JournalEntry, MeasureReport } from '../journal/journal-entry.ts'
import { accumulateMonths } from '../measuring/accumulate.ts'
import { judgeIndicator } from '../measuring/measure-indicator.ts'
import type { SubmissionState } from '../measuring/status.ts'
import type { DepartmentId } from '../plan/annual-plan.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import {
  type BureauState,
  type Cell,
  cellEntries,
  emptyState,
  isInTime,
  type Origin,
  type ReadingMonth,
  type Recorded,
  readingsOf,
  type SubmissionEvent,
  type SubmissionRecord,
} from './bureau-state.ts'
import { applyPlanEntry, isPlanEntry } from './fold-plan.ts'

export function fold(entries: Iterable<JournalEntry>): BureauState {
  const state = emptyState()
  for (const entry of entries) applyEntry(state, entry)
  return state
}

/** Adds one entry, newest in journal order, to the state in place. */
export function applyEntry(state: BureauState, entry: JournalEntry): void {
  state.newestTime =
    state.newestTime === null || entry.time > state.newestTime ? entry.time : state.newestTime
  if (isPlanEntry(entry)) {
    const from = applyPlanEntry(state, entry)
    if (from !== null) resettleDrafts(state, from)
    return
  }
  const origin: Origin = { entry: entry.id, time: entry.time, author: entry.author, device: entry.device }
  switch (entry.kind) {
    case 'indicator-reading-recorded':
      applyReading(state, origin, entry.body)
      return
    case 'measure-progress-recorded':
      applyMeasureReport(state, origin, entry.body)
      return
    case 'correction-opened':
      applySubmission(state, origin, 'correction', entry.body)
      return
    case 'submission-submitted':
      applySubmission(state, origin, 'submitted', entry.body)
      return
    case 'submission-returned':
      applySubmission(state, origin, 'returned', entry.body)
      return
    case 'submission-accepted':
      applySubmission(state, origin, 'accepted', entry.body)
      acceptCells(state, origin, entry.body)
      return
    case 'bulletin-text-edited': {
      const { month, text, draft } = entry.body
      state.bulletinTexts.set(month, { origin, text, draft })
      return
    }
    case 'bulletin-frozen':
      applyFreezing(state, origin, entry.body)
      return
  }
}

/** Of two freezings the earlier one stands, on whichever PC it was. */
function applyFreezing(state: BureauState, origin: Origin, body: EntryBodies['bulletin-frozen']): void {
  const standing = state.bulletins.get(body.month)
  state.bulletins.set(
    body.month,
    standing === undefined
      ? { origin, ...body, others: [] }
      : { ...standing, others: [...standing.others, origin] },
  )
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

function applyReading(state: BureauState, origin: Origin, reading: IndicatorReading): void {
  const months = entryOf(state.readings, reading.indicator, () => new Map<ReportingMonth, ReadingMonth>())
  const month = entryOf(
    months,
    reading.month,
    (): ReadingMonth => ({
      cells: new Map(),
      firstAccepted: null,
      wasFilledAtDeadline: false,
      filledLateAt: null,
    }),
  )
  const recorded: Recorded<IndicatorReading> = { ...origin, body: reading }
  const cell = month.cells.get(reading.locality ?? '')
  if (cell === undefined) month.cells.set(reading.locality ?? '', newCell(recorded))
  else cell.latest = recorded
  if (state.plan !== null) {
    const isFilled = reading.state !== 'blank' || isAnyFilled(month)
    if (isInTime(state.plan, reading.month, origin.time)) month.wasFilledAtDeadline = isFilled
    else month.filledLateAt = isFilled ? (month.filledLateAt ?? origin.time) : null
  }
  touchSubmission(state, leadOf(state, 'indicator', reading.indicator, reading.month), reading.month)
}

function isAnyFilled({ cells }: ReadingMonth): boolean {
  for (const { latest } of cells.values()) if (latest.body.state !== 'blank') return true
  return false
}

function applyMeasureReport(state: BureauState, origin: Origin, report: MeasureReport): void {
  const months = entryOf(state.measures, report.measure, () => new Map<ReportingMonth, Cell<MeasureReport>>())
  const recorded: Recorded<MeasureReport> = { ...origin, body: report }
  const cell = months.get(report.month)
  if (cell === undefined) months.set(report.month, newCell(recorded))
  else cell.latest = recorded
  touchSubmission(state, leadOf(state, 'measure', report.measure, report.month), report.month)
}

function submissionRecord(
  state: BureauState,
  department: DepartmentId,
  month: ReportingMonth,
): SubmissionRecord {
  return entryOf(
    state.submissions,
    `${month}/${department}`,
    (): SubmissionRecord => ({ department, month, state: 'none', events: [] }),
  )
}

/** Who answers for an item in a month. */
function leadOf(
  state: BureauState,
  kind: 'indicator' | 'measure',
  id: string,
  month: ReportingMonth,
): DepartmentId | null {
  const plan = state.plan?.at(month)
  return (kind === 'indicator' ? plan?.indicatorsById.get(id) : plan?.measuresById.get(id))?.lead ?? null
}

/** An amendment may give a month's cells to another unit: drafts not yet reported follow them. */
function resettleDrafts(state: BureauState, from: ReportingMonth): void {
  for (const record of state.submissions.values())
    if (record.month >= from && record.events.length === 0) record.state = 'none'
  for (const [id, months] of state.readings)
    for (const month of months.keys())
      if (month >= from) touchSubmission(state, leadOf(state, 'indicator', id, month), month)
  for (const [id, months] of state.measures)
    for (const month of months.keys())
      if (month >= from) touchSubmission(state, leadOf(state, 'measure', id, month), month)
}

function touchSubmission(state: BureauState, department: DepartmentId | null, month: ReportingMonth): void {
  if (department === null) return
  const record = submissionRecord(state, department, month)
  if (record.state === 'none') record.state = 'draft'
}

const STATE_AFTER: Record<SubmissionEvent['kind'], SubmissionState> = {
  submitted: 'submitted',
  returned: 'returned',
  accepted: 'accepted',
  correction: 'correcting',
}

function applySubmission(
  state: BureauState,
  origin: Origin,
  kind: SubmissionEvent['kind'],
  body: { readonly department: DepartmentId; readonly month: ReportingMonth; readonly reason?: string },
): void {
  const record = submissionRecord(state, body.department, body.month)
  record.state = STATE_AFTER[kind]
  record.events.push({ kind, origin, reason: body.reason ?? null })
}

const NO_CORRECTIONS: readonly never[] = []

const newCell = <Body>(recorded: Recorded<Body>): Cell<Body> => ({
  latest: recorded,
  accepted: null,
  corrections: NO_CORRECTIONS,
})

function acceptCell<Body>(cell: Cell<Body>, acceptance: Origin, reason: string | null): void {
  const { accepted, latest } = cell
  if (accepted !== null && accepted.entry !== latest.entry)
    cell.corrections = [...cell.corrections, { from: accepted, to: latest, reason, acceptance }]
  cell.accepted = latest
}

/** Acceptance takes over every cell the department leads in that month, and remembers the first light of each. */
function acceptCells(
  state: BureauState,
  acceptance: Origin,
  { department, month }: { readonly department: DepartmentId; readonly month: ReportingMonth },
): void {
  const { events } = submissionRecord(state, department, month)
  const reason = events.findLast(({ kind }) => kind === 'correction')?.reason ?? null
  const plan = state.plan?.at(month)
  if (plan === undefined) return
  for (const planned of plan.measures) {
    const cell = planned.lead === department ? state.measures.get(planned.measure.id)?.get(month) : undefined
    if (cell !== undefined) acceptCell(cell, acceptance, reason)
  }
  for (const planned of plan.indicators) {
    if (planned.lead !== department) continue
    const readingMonth = state.readings.get(planned.indicator.id)?.get(month)
    if (readingMonth === undefined) continue
    for (const cell of readingMonth.cells.values()) acceptCell(cell, acceptance, reason)
    if (readingMonth.firstAccepted !== null) continue
    const readings = readingsOf(state, planned.indicator.id, 'accepted')
    const [accumulation] = accumulateMonths(planned.indicator, readings, [month])
    if (accumulation === undefined) continue
    const input = { planned, bands: planned.bands, month, readings, accumulation }
    const { light, state: cellState } = judgeIndicator(input)
    if (cellState !== 'blank')
      readingMonth.firstAccepted = {
        light,
        entries: cellEntries(readingMonth, 'accepted'),
        time: acceptance.time,
      }
  }
}
