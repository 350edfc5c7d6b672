// 调整要点: what a plan in force may be changed to, and from when. Months already reported or frozen are never touched:
// an amendment that would move them is refused with the month from which it may begin.

import { type Person, subjectOf } from '../journal/journal-entry.ts'
import { accept, type Outcome, type RejectionDetail, reject } from '../outcome.ts'
import { type DepartmentId, indexPlan, isInForce, type PlanIndex } from '../plan/annual-plan.ts'
import { leadsMissing, planProblems } from '../plan/check-plan.ts'
import type { Amendment, PlanChange } from '../plan/plan-change.ts'
import { editionAt, editionMonths, type PlanInForce, timelineOf, withEvent } from '../plan/plan-timeline.ts'
import type { BureauState } from '../state/bureau-state.ts'
import { isIndicatorInForce, isMeasureInForce } from '../state/measure-state.ts'
import { monthOf, monthTitle, nextMonth, type ReportingMonth } from '../values/reporting-month.ts'
import { amendedPlan } from './amended-plan.ts'
import { permit } from './permissions.ts'
import { checkMonth } from './record.ts'
import type { Decision } from './record-sheet.ts'
import { unfitTakenFigures } from './taken-figures-fit.ts'

export interface AmendmentInput {
  /** the plan it is about, where several cover the month */
  readonly plan?: string | null | undefined
  readonly from: string
  readonly reason: string
  readonly documentNumber?: string | null | undefined
  readonly changes: readonly PlanChange[]
}

/** Refused while it would contradict itself, leave an item without a lead, or move a month already reported. */
export function decideAmendment(
  state: BureauState,
  plan: PlanIndex,
  input: AmendmentInput,
  actor: Person,
): Outcome<Decision> {
  const permitted = permit(plan, actor, 'manage', null)
  if (!permitted.ok) return permitted
  const from = checkMonth(plan, input.from)
  if (!from.ok) return from
  if (input.reason.trim() === '') return reject('reason-missing', { action: '调整要点' })
  if (input.changes.length === 0) return reject('amendment-empty')
  const known = checkKnown(plan.at(from.value), input.changes)
  if (!known.ok) return known
  const amended = amendedPlan(plan.at(from.value), from.value, input)
  if (!amended.ok) return amended
  const body: Amendment = {
    ...amended.value,
    from: from.value,
    reason: input.reason.trim(),
    documentNumber: input.documentNumber?.trim() || null,
    changes: input.changes,
  }
  const what = { kind: 'amended', body } as const
  const after = withEvent(state.plans, { entry: '', writtenAt: 0, author: actor.name, what })
  const problems = editionProblems(after, body.from)
  const first = problems[0]
  if (first !== undefined)
    return reject('amendment-invalid', { count: problems.length, reason: first.message }, problems)
  const unfit = unfitTakenFigures(after.map((each) => editionAt(each, monthOf(each.plan.years.to, 12))))
  if (!unfit.ok) return unfit
  const open = checkOpen(state, { before: plan, after: timelineOf(after) ?? plan, amendment: body })
  if (!open.ok) return open
  const subject = subjectOf.amendment(body.from)
  return accept({
    drafts: [{ kind: 'plan-amended', subject, basis: state.newestOf.get(subject) ?? null, body }],
    warnings: [],
  })
}

/** Every item and unit that is to be changed is there in that month. */
function checkKnown(plan: PlanIndex, changes: readonly PlanChange[]): Outcome<null> {
  for (const change of changes) {
    const missing = unknownOf(plan, change)
    if (missing !== null) return missing
  }
  return accept(null)
}

function unknownOf(plan: PlanIndex, change: PlanChange): Outcome<never> | null {
  const hasItem = (kind: string, id: string) =>
    (kind === 'indicator' && plan.indicatorsById.has(id)) ||
    (kind === 'measure' && plan.measuresById.has(id)) ||
    (kind === 'programme' && plan.programmesById.has(id)) ||
    (kind === 'safeguard' && (plan.plan.safeguards ?? []).some((each) => each.id === id))
  const item = (kind: string, id: string) => (hasItem(kind, id) ? null : reject('plan-item-missing', { id }))
  const unit = (id: DepartmentId) =>
    plan.departmentsById.has(id) ? null : reject('unknown-department', { name: id })
  switch (change.kind) {
    case 'measure-added':
      return item('programme', change.programme)
    case 'indicator-changed':
    case 'indicator-split':
      return item('indicator', change.id)
    case 'measure-changed':
    case 'measure-split':
      return item('measure', change.id)
    case 'programme-changed':
      return item('programme', change.id)
    case 'safeguard-changed':
      return item('safeguard', change.id)
    case 'item-dropped':
      return item(change.item, change.id)
    case 'unit-renamed':
      return unit(change.unit)
    case 'unit-merged':
      return unit(change.unit) ?? unit(change.into) ?? distinct(plan, change.unit, change.into)
    case 'unit-handed-over':
      return unit(change.unit) ?? unit(change.to) ?? distinct(plan, change.unit, change.to)
    default:
      return null
  }
}

function distinct(plan: PlanIndex, one: DepartmentId, other: DepartmentId): Outcome<never> | null {
  if (one !== other) return null
  return reject('unit-to-itself', { unit: plan.departmentsById.get(one)?.name ?? one })
}

/** What would keep a plan from being put in force in the first month from `from` on that has anything of the kind. */
export function editionProblems(plans: readonly PlanInForce[], from: ReportingMonth): RejectionDetail[] {
  for (const plan of plans) {
    const months = [from, ...editionMonths(plan).filter((month) => month > from)]
    for (const month of months) {
      const edition = indexPlan(editionAt(plan, month))
      const problems = [...planProblems(edition.plan), ...leadProblems(edition, month)]
      if (problems.length > 0) return problems
    }
  }
  return []
}

/** Items in force whose lead is missing or has ended. */
function leadProblems(edition: PlanIndex, month: ReportingMonth): RejectionDetail[] {
  const missing = leadsMissing(edition)
  const items = [
    ...edition.indicators
      .filter((planned) => isIndicatorInForce(planned, month))
      .map(({ indicator, lead }) => ({ name: indicator.name, lead })),
    ...edition.measures
      .filter((planned) => isMeasureInForce(planned, month))
      .map(({ measure, lead }) => ({ name: measure.name, lead })),
  ]
  const ended = items.flatMap(({ name, lead }) => {
    const unit = lead === null ? undefined : edition.departmentsById.get(lead)
    if (unit === undefined || isInForce(unit, month)) return []
    return [{ place: name, message: `“${name}”的牵头处室“${unit.name}”在${monthTitle(month)}已不在` }]
  })
  return [...missing, ...ended]
}

const REPORTED = new Set(['submitted', 'accepted', 'correcting'])

/** The latest month that an amendment, or taking it back, would move although it is reported or frozen. */
export function checkOpen(
  state: BureauState,
  facts: { readonly before: PlanIndex; readonly after: PlanIndex; readonly amendment: Amendment },
  refusal: 'amendment-too-early' | 'withdrawal-too-late' = 'amendment-too-early',
): Outcome<null> {
  const { before, after, amendment } = facts
  const frozen = [...state.bulletins.keys()].filter((month) => month >= amendment.from)
  const reported = [...state.submissions.values()]
    .filter(({ month, state: current }) => month >= amendment.from && REPORTED.has(current))
    .filter(
      ({ month, department }) =>
        before.at(month).dueDay !== after.at(month).dueDay ||
        expectedOf(before.at(month), department, month) !== expectedOf(after.at(month), department, month),
    )
    .map(({ month, department }) => ({ month, department }))
  const last = [...frozen, ...reported.map(({ month }) => month)].sort().at(-1)
  if (last === undefined) return accept(null)
  const unit = reported.find(({ month }) => month === last)?.department
  const what = frozen.includes(last)
    ? '通报已经冻结'
    : `${before.at(last).departmentsById.get(unit ?? '')?.name ?? ''}已经报送`
  const next = nextMonth(last)
  return after.covers(next)
    ? reject(refusal, { month: monthTitle(last), what, next: monthTitle(next) })
    : reject('no-open-month-left', { month: monthTitle(last), what })
}

/** What a month asks of a unit, as one comparable text. */
function expectedOf(plan: PlanIndex, department: DepartmentId, month: ReportingMonth): string {
  return [
    ...plan.indicators
      .filter(
        (planned) =>
          planned.lead === department && planned.takenFrom === null && isIndicatorInForce(planned, month),
      )
      .map(({ indicator }) => indicator.id),
    ...plan.measures
      .filter((planned) => planned.lead === department && isMeasureInForce(planned, month))
      .map(({ measure }) => measure.id),
  ].join(' ')
}
