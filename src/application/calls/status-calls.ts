import type { DepartmentHeat, Overview } from '../../contract/overview-answers.ts'
import { type Basis, planOf } from '../../core/bureau-state.ts'
import { checkMonth } from '../../core/decide/record.ts'
import { departmentMonths } from '../../core/department-months.ts'
import { standingsOf } from '../../core/derived-rows.ts'
import { measureMonth } from '../../core/measure-month.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import { seenThrough } from '../../core/plan-line.ts'
import { plansCovering } from '../../core/plan-timeline.ts'
import { monthsOfYearUpTo, yearOf } from '../../core/reporting-month.ts'
import type { StatusReport } from '../../core/status.ts'
import type { CallContext } from '../call-context.ts'
import { type Known, knownThen } from '../known-then.ts'

/** What every question about a month's standing says: which month, which figures, known when. */
export interface StatusQuestion {
  readonly month: string
  readonly provisional?: boolean | null | undefined
  readonly asOf?: string | null | undefined
}

/** As above, of one plan where several cover the month; null = the leading one. */
export interface PlanQuestion extends StatusQuestion {
  readonly plan?: string | null | undefined
}

export interface KnownMonth extends Known {
  readonly month: string
  readonly basis: Basis
}

/** The month as it was known, or why it cannot be asked about. */
export function knownMonth(context: CallContext, question: StatusQuestion): Outcome<KnownMonth> {
  const known = knownThen(context, question.asOf)
  if (!known.ok) return known
  const month = checkMonth(planOf(known.value.state), question.month)
  if (!month.ok) return month
  const basis = question.provisional === true ? 'latest' : 'accepted'
  return accept({ ...known.value, month: month.value, basis })
}

/** The same, seen through one plan: figures of two plans are never mixed in one table. */
export function knownPlanMonth(context: CallContext, question: PlanQuestion): Outcome<KnownMonth> {
  const known = knownMonth(context, question)
  if (!known.ok) return known
  const { state, month } = known.value
  return accept({ ...known.value, state: seenThrough(state, month, question.plan ?? null) })
}

export function readStatus(context: CallContext, question: PlanQuestion): Outcome<StatusReport> {
  const known = knownPlanMonth(context, question)
  if (!known.ok) return known
  const { state, month, basis } = known.value
  return accept({ ...measureMonth(state, month, basis), asOf: question.asOf ?? null })
}

export function readOverview(context: CallContext, question: PlanQuestion): Outcome<Overview> {
  const whole = knownMonth(context, question)
  if (!whole.ok) return whole
  const { month, basis, until } = whole.value
  const state = seenThrough(whole.value.state, month, question.plan ?? null)
  const { plan, id } = planOf(state).at(month)
  const months = monthsOfYearUpTo(month)
  // The roll-up is about now; a look back works the months out from what was known then.
  const rows =
    until === null ? context.journal.programmeMonths(basis, yearOf(month)) : standingsOf(state, basis, months)
  return accept({
    plan,
    planId: id,
    plans: plansCovering(whole.value.state.plans, month).map((each) => ({
      id: each.id,
      title: each.plan.title,
    })),
    status: { ...measureMonth(state, month, basis), asOf: question.asOf ?? null },
    heat: plan.programmes.map((programme) => ({
      programme: programme.id,
      cells: months.flatMap((each) => {
        const row = rows.find((candidate) => candidate.month === each && candidate.id === programme.id)
        return row === undefined
          ? []
          : [{ month: each, light: row.light, label: row.label, counts: row.counts }]
      }),
    })),
  })
}

export function readDepartmentHeat(context: CallContext, question: PlanQuestion): Outcome<DepartmentHeat> {
  const known = knownPlanMonth(context, question)
  if (!known.ok) return known
  const { state, month, basis } = known.value
  const rows = departmentMonths(state, basis, monthsOfYearUpTo(month))
  return accept({
    rows: planOf(state)
      .at(month)
      .plan.departments.map(({ id }) => ({
        department: id,
        cells: rows.flatMap((row) =>
          row.id === id ? [{ month: row.month, light: row.light, label: row.label, counts: row.counts }] : [],
        ),
      }))
      .filter(({ cells }) => cells.length > 0),
  })
}
