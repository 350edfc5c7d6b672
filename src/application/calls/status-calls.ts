import type { DepartmentHeat, Overview } from '../../contract/overview-answers.ts'
import { type Basis, planOf } from '../../core/bureau-state.ts'
import { checkMonth } from '../../core/decide/record.ts'
import { departmentMonths } from '../../core/department-months.ts'
import { standingsOf } from '../../core/derived-rows.ts'
import { measureMonth } from '../../core/measure-month.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
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

export function readStatus(context: CallContext, question: StatusQuestion): Outcome<StatusReport> {
  const known = knownMonth(context, question)
  if (!known.ok) return known
  const { state, month, basis } = known.value
  return accept({ ...measureMonth(state, month, basis), asOf: question.asOf ?? null })
}

export function readOverview(context: CallContext, question: StatusQuestion): Outcome<Overview> {
  const known = knownMonth(context, question)
  if (!known.ok) return known
  const { state, month, basis, until } = known.value
  const { plan } = planOf(state).at(month)
  const months = monthsOfYearUpTo(month)
  // The roll-up is about now; a look back works the months out from what was known then.
  const rows =
    until === null ? context.journal.programmeMonths(basis, yearOf(month)) : standingsOf(state, basis, months)
  return accept({
    plan,
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

export function readDepartmentHeat(context: CallContext, question: StatusQuestion): Outcome<DepartmentHeat> {
  const known = knownMonth(context, question)
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
