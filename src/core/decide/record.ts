// Recording a department's month: every cell is checked before anything is written; one refusal refuses all.

import {
  type FigureDraft,
  type IndicatorReading,
  type MeasureReport,
  type Person,
  subjectOf,
} from '../journal/journal-entry.ts'
import type { SubmissionState } from '../measuring/status.ts'
import { isHandedIn } from '../measuring/status.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import type { DepartmentId, PlanIndex, PlannedIndicator, PlannedMeasure } from '../plan/annual-plan.ts'
import { type BureauState, beginningOf } from '../state/bureau-state.ts'
import { isIndicatorInForce, isMeasureInForce } from '../state/measure-state.ts'
import { atOnce, type Steps } from '../steps.ts'
import { isReportingMonth, monthTitle, type ReportingMonth } from '../values/reporting-month.ts'
import { permit } from './permissions.ts'
import { decideReading } from './record-reading.ts'
import {
  evidenceOf,
  type MeasureInput,
  type ReadingWarning,
  type RecordDecision,
  type RecordSheet,
  type SheetContext,
} from './record-sheet.ts'

/** The month is one that a plan covers. */
export function checkMonth(plan: PlanIndex, month: string): Outcome<ReportingMonth> {
  if (!isReportingMonth(month)) return reject('invalid-month', { month })
  if (!plan.covers(month)) return reject('month-outside-plan', { month: monthTitle(month), ...plan.span })
  return accept(month)
}

/** The department exists and is one that fills in for itself. */
export function checkDepartment(plan: PlanIndex, department: string): Outcome<DepartmentId> {
  const found = plan.departmentsById.get(department)
  if (found === undefined) return reject('unknown-department', { name: department })
  return found.kind === 'group' ? reject('group-does-not-report', { name: found.name }) : accept(department)
}

/** Both: a department's month, as every call about one names it, with the plan as it stands for that month. */
export function checkPlace(
  plan: PlanIndex,
  place: { readonly department: string; readonly month: string },
): Outcome<{ readonly department: DepartmentId; readonly month: ReportingMonth; readonly plan: PlanIndex }> {
  const month = checkMonth(plan, place.month)
  if (!month.ok) return month
  const dated = plan.at(month.value)
  const department = checkDepartment(dated, place.department)
  return department.ok
    ? accept({ department: department.value, month: month.value, plan: dated })
    : department
}

export const STATE_NAMES: Readonly<Record<SubmissionState, string>> = {
  none: '未报送',
  draft: '还在填报',
  submitted: '已报送',
  returned: '已退回',
  accepted: '已审核通过',
  correcting: '正在更正',
}

/** Decides one sheet against the state before it. */
export function decideRecord(...asked: Parameters<typeof decideRecordInSteps>): Outcome<RecordDecision> {
  return atOnce(decideRecordInSteps(...asked))
}

/** As decideRecord: a province's sheet has thousands of cells. */
export function* decideRecordInSteps(
  state: BureauState,
  bureauPlan: PlanIndex,
  sheet: RecordSheet,
  actor: Person,
): Steps<Outcome<RecordDecision>> {
  const place = checkPlace(bureauPlan, sheet)
  if (!place.ok) return place
  const { department, month, plan } = place.value
  const permitted = permit(plan, actor, 'fill', department)
  if (!permitted.ok) return permitted
  const readings = sheet.readings ?? []
  const measures = sheet.measures ?? []
  if (readings.length + measures.length === 0) return reject('nothing-to-record')
  const opening = openMonth(state, plan, { sheet, month })
  if (!opening.ok) return opening

  const drafts: FigureDraft[] = [...opening.value]
  const warnings: ReadingWarning[] = []
  const seen = new Set<string>()
  const context: SheetContext = { state, plan, month, department }
  for (const input of readings) {
    yield
    const planned = ownIndicator(context, input.indicator)
    if (!planned.ok) return planned
    const key = subjectOf.reading(month, input.indicator, input.locality ?? null)
    if (seen.has(key)) return reject('duplicate-cell', { item: planned.value.indicator.name })
    seen.add(key)
    const decided = decideReading({ ...context, planned: planned.value, input, siblings: readings })
    if (!decided.ok) return decided
    if (decided.value.reading !== null) drafts.push(readingDraft(state, decided.value.reading))
    warnings.push(...decided.value.warnings)
  }
  for (const input of measures) {
    yield
    const planned = ownMeasure(context, input.measure)
    if (!planned.ok) return planned
    const key = subjectOf.measure(month, input.measure)
    if (seen.has(key)) return reject('duplicate-cell', { item: planned.value.measure.name })
    seen.add(key)
    const report = decideMeasure(context, planned.value, input)
    if (!report.ok) return report
    if (report.value !== null) drafts.push(measureDraft(state, report.value))
    warnings.push(...staysDone(context, planned.value, input))
  }
  return accept({ drafts, warnings })
}

/** A submitted or accepted month is locked; a reason makes the sheet a correction, which reopens the whole department-month. */
function openMonth(
  state: BureauState,
  plan: PlanIndex,
  facts: { sheet: RecordSheet; month: ReportingMonth },
): Outcome<readonly FigureDraft[]> {
  const { sheet, month } = facts
  const submission = state.submissions.get(`${month}/${sheet.department}`)
  const current = submission?.state ?? 'none'
  if (!isHandedIn(current)) return accept([])
  const names = {
    department: plan.departmentsById.get(sheet.department)?.name ?? sheet.department,
    month: monthTitle(month),
    state: STATE_NAMES[current],
  }
  const reason = sheet.reason?.trim() ?? ''
  if (reason === '') return reject('month-locked', names)
  return accept([
    {
      kind: 'correction-opened',
      subject: subjectOf.submission(month, sheet.department),
      basis: submission?.events.at(-1)?.origin.entry ?? null,
      body: { department: sheet.department, month, reason },
    },
  ])
}

function ownIndicator(context: SheetContext, id: string): Outcome<PlannedIndicator> {
  const planned = context.plan.indicatorsById.get(id)
  if (planned === undefined) return reject('unknown-indicator', { id })
  const owned = checkOwner(context, planned.lead, planned.indicator.name)
  if (!owned.ok) return owned
  if (!isIndicatorInForce(planned, context.month))
    return reject('item-not-in-force', { item: planned.indicator.name, month: monthTitle(context.month) })
  return planned.takenFrom === null
    ? accept(planned)
    : reject('figure-taken-from-elsewhere', {
        item: planned.indicator.name,
        plan: planned.takenFrom.planTitle,
        source: planned.takenFrom.planned.indicator.name,
      })
}

function ownMeasure(context: SheetContext, id: string): Outcome<PlannedMeasure> {
  const planned = context.plan.measuresById.get(id)
  if (planned === undefined) return reject('unknown-measure', { id })
  const owned = checkOwner(context, planned.lead, planned.measure.name)
  if (!owned.ok) return owned
  if (!isMeasureInForce(planned, context.month))
    return reject('item-not-in-force', { item: planned.measure.name, month: monthTitle(context.month) })
  return accept(planned)
}

function checkOwner(context: SheetContext, lead: DepartmentId | null, item: string): Outcome<null> {
  if (lead === context.department) return accept(null)
  const name = (id: string | null) => (id === null ? '' : (context.plan.departmentsById.get(id)?.name ?? id))
  return reject('not-your-indicator', { item, lead: name(lead), department: name(context.department) })
}

/** 已完成 is not taken back by a later month; whoever types otherwise is told which month to correct. */
function staysDone(context: SheetContext, planned: PlannedMeasure, input: MeasureInput): ReadingWarning[] {
  if (input.status == null || input.status === 'done') return []
  const first = beginningOf(context.state, planned.measure.id, context.month)
  const months = [...(context.state.measures.get(planned.measure.id) ?? [])]
  const doneIn = months.find(
    ([month, cell]) => month >= first && month < context.month && cell.latest.body.status === 'done',
  )?.[0]
  if (doneIn === undefined) return []
  const message = `“${planned.measure.name}”${monthTitle(doneIn)}已报完成，以后各月都算已完成；如当时报错了，请更正${monthTitle(doneIn)}的填报。`
  return [{ indicator: planned.measure.id, code: 'measure-stays-done', message }]
}

const textOrNull = (text: string | null | undefined): string | null =>
  text == null || text.trim() === '' ? null : text

/** Fields left out keep what was there; null clears them. Null when nothing changes. */
function decideMeasure(
  context: SheetContext,
  planned: PlannedMeasure,
  input: MeasureInput,
): Outcome<MeasureReport | null> {
  const cell = context.state.measures.get(planned.measure.id)?.get(context.month)
  const before = cell?.latest.body
  if (input.basis !== undefined && input.basis !== (cell?.latest.entry ?? null)) {
    return reject('figure-changed-meanwhile', {
      item: planned.measure.name,
      author: cell?.latest.author ?? '',
    })
  }
  const known = new Set((planned.measure.milestones ?? []).map((milestone) => milestone.id))
  const unknown = input.milestonesDone?.find((id) => !known.has(id))
  if (unknown !== undefined)
    return reject('unknown-milestone', { measure: planned.measure.name, id: unknown })
  const kept = <Value>(given: Value | undefined, old: Value | undefined, empty: Value): Value =>
    input.state === 'blank' ? empty : given === undefined ? (old ?? empty) : given
  return accept({
    month: context.month,
    measure: planned.measure.id,
    status: kept(input.status, before?.status, null),
    progress: kept(
      input.progress === undefined ? undefined : textOrNull(input.progress),
      before?.progress,
      null,
    ),
    problems: kept(
      input.problems === undefined ? undefined : textOrNull(input.problems),
      before?.problems,
      null,
    ),
    nextSteps: kept(
      input.nextSteps === undefined ? undefined : textOrNull(input.nextSteps),
      before?.nextSteps,
      null,
    ),
    milestonesDone: kept(
      input.milestonesDone === null ? [] : input.milestonesDone,
      before?.milestonesDone,
      [],
    ),
    evidence: kept(
      input.evidence === undefined ? undefined : evidenceOf(input.evidence ?? []),
      before?.evidence,
      [],
    ),
  })
}

function readingDraft(state: BureauState, reading: IndicatorReading): FigureDraft {
  const cell = state.readings
    .get(reading.indicator)
    ?.get(reading.month)
    ?.cells.get(reading.locality ?? '')
  return {
    kind: 'indicator-reading-recorded',
    subject: subjectOf.reading(reading.month, reading.indicator, reading.locality),
    basis: cell?.latest.entry ?? null,
    body: reading,
  }
}

function measureDraft(state: BureauState, report: MeasureReport): FigureDraft {
  return {
    kind: 'measure-progress-recorded',
    subject: subjectOf.measure(report.month, report.measure),
    basis: state.measures.get(report.measure)?.get(report.month)?.latest.entry ?? null,
    body: report,
  }
}
