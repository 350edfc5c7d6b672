// Putting a plan in force, revising a target, adding people: what the office does.

import { type Person, subjectOf } from '../journal/journal-entry.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import type { AnnualPlan, PlanIndex } from '../plan/annual-plan.ts'
import { indexPlan, targetInForce } from '../plan/annual-plan.ts'
import { inFileOrder, isCrossed, itemsWithoutLead, leadsMissing, planProblems } from '../plan/check-plan.ts'
import type { BureauState } from '../state/bureau-state.ts'
import { isIndicatorInForce } from '../state/measure-state.ts'
import { isDecimal, parseExact, toDecimalText } from '../values/exact.ts'
import { monthTitle } from '../values/reporting-month.ts'
import { hasInvisible } from '../values/text-characters.ts'
import { permit } from './permissions.ts'
import { checkMonth } from './record.ts'
import type { Decision, FigureInput } from './record-sheet.ts'

/** 启用要点: refused while anything contradicts itself or has no lead. */
export function decidePlan(
  plan: AnnualPlan,
  facts: { readonly isExample: boolean; readonly bureauName: string | null },
): Outcome<Decision> {
  const contradictions = planProblems(plan)
  const unassigned = itemsWithoutLead(indexPlan(plan))
  if (contradictions.length > 0) {
    const problems = inFileOrder([...contradictions, ...leadsMissing(indexPlan(plan))])
    const first = problems[0] ?? { place: '', message: '' }
    return reject(
      'plan-file-invalid',
      { count: problems.length, place: first.place, reason: first.message },
      problems,
    )
  }
  if (unassigned.length > 0) {
    return reject(
      'plan-lead-missing',
      { count: unassigned.length, names: unassigned.map((item) => item.name).join('、') },
      leadsMissing(indexPlan(plan)),
    )
  }
  return accept({
    drafts: [{ kind: 'plan-put-in-force', subject: subjectOf.plan(), basis: null, body: { plan, ...facts } }],
    warnings: [],
  })
}

/** A new person; `actor` null = the first one of a new store. */
export function decidePerson(
  state: BureauState,
  plan: PlanIndex,
  person: Person,
  actor: Person | null,
): Outcome<Decision> {
  if (actor !== null) {
    const permitted = permit(plan, actor, 'manage', null)
    if (!permitted.ok) return permitted
  }
  const placed = checkPersonsPlace(plan, person)
  if (!placed.ok) return placed
  // Two names that look alike must not be two people.
  if (hasInvisible(person.name)) return reject('person-name-odd', { name: person.name })
  if (state.people.has(person.name)) return reject('person-exists', { name: person.name })
  const subject = subjectOf.person(person.name)
  return accept({
    drafts: [{ kind: 'person-added', subject, basis: state.newestOf.get(subject) ?? null, body: person }],
    warnings: [],
  })
}

/** Clerks and heads belong to a department of the plan. */
export function checkPersonsPlace(plan: PlanIndex, person: Person): Outcome<null> {
  if (person.department !== null && plan.everyUnit.get(person.department)?.kind !== 'department')
    return reject('unknown-department', { name: person.department })
  if (person.department === null && (person.role === 'clerk' || person.role === 'head'))
    return reject('unknown-department', { name: '' })
  return accept(null)
}

export interface TargetRevision {
  readonly indicator: string
  readonly committed?: FigureInput | null | undefined
  readonly stretch?: FigureInput | null | undefined
  readonly from: string
  readonly reason: string
  readonly documentNumber?: string | null | undefined
}

/** 调整目标: from a month on, with a reason; earlier months and bulletins keep the old target. */
export function decideTargetRevision(
  state: BureauState,
  bureauPlan: PlanIndex,
  revision: TargetRevision,
  actor: Person,
): Outcome<Decision> {
  const permitted = permit(bureauPlan, actor, 'manage', null)
  if (!permitted.ok) return permitted
  const month = checkMonth(bureauPlan, revision.from)
  const plan = month.ok ? bureauPlan.at(month.value) : bureauPlan
  const planned = plan.indicatorsById.get(revision.indicator)
  if (planned === undefined) return reject('unknown-indicator', { id: revision.indicator })
  if (!month.ok) return month
  const item = planned.indicator.name
  if (!isIndicatorInForce(planned, month.value))
    return reject('item-not-in-force', { item, month: monthTitle(month.value) })
  if (revision.reason.trim() === '') return reject('reason-missing', { action: '调整目标' })
  const before = targetInForce(planned.indicator, month.value)
  if (revision.committed == null && revision.stretch == null) return reject('revision-empty', { item })
  const committed = figure(item, revision.committed)
  if (!committed.ok) return committed
  const stretch = figure(item, revision.stretch)
  if (!stretch.ok) return stretch
  const subject = subjectOf.target(revision.indicator)
  const own = plan.parts.find((part) => part.indicatorsById.has(revision.indicator))
  // What a revision does not mention stays as it was: a target is never changed by leaving something out.
  const kept = (
    given: FigureInput | null | undefined,
    settled: string | null,
    old: number | null | undefined,
  ) => (given === undefined && old != null ? String(old) : settled)
  const newCommitted = kept(revision.committed, committed.value, before?.committed)
  const newStretch = kept(revision.stretch, stretch.value, before?.stretch)
  if (newCommitted !== null && newStretch !== null && isCrossed(before?.comparator, newCommitted, newStretch))
    return reject('stretch-below-committed', { item, committed: newCommitted, stretch: newStretch })
  return accept({
    drafts: [
      {
        kind: 'target-revised',
        subject,
        basis: state.newestOf.get(subject) ?? null,
        body: {
          ...(plan.parts.length === 1 || own?.id == null ? {} : { plan: own.id }),
          indicator: revision.indicator,
          committed: newCommitted,
          stretch: newStretch,
          from: month.value,
          reason: revision.reason.trim(),
          documentNumber: revision.documentNumber?.trim() || null,
        },
      },
    ],
    warnings: [],
  })
}

function figure(item: string, input: FigureInput | null | undefined): Outcome<string | null> {
  if (input == null) return accept(null)
  const value = parseExact(input)
  if (value !== null) return accept(toDecimalText(value))
  return reject(isDecimal(input) ? 'number-out-of-range' : 'number-not-understood', {
    item,
    text: String(input),
  })
}
