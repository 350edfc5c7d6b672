import type { DepartmentHeat, ItemScope, Overview, ScopeItems } from '../../contract/overview-answers.ts'
import { checkMonth } from '../../core/decide/record.ts'
import { itemsOfDepartment, itemsOfProgramme } from '../../core/measuring/standing.ts'
import type { StatusReport } from '../../core/measuring/status.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import { plansCovering } from '../../core/plan/plan-timeline.ts'
import { departmentMonths } from '../../core/projection/department-months.ts'
import { monthOverview } from '../../core/projection/month-overview.ts'
import type { Basis } from '../../core/state/bureau-state.ts'
import {
  measureItems,
  measureMonth,
  type PlannedItems,
  standingOfItems,
} from '../../core/state/measure-month.ts'
import { indicatorStatusByLocality } from '../../core/state/measure-state.ts'
import { planSeenThrough, seenThrough } from '../../core/state/plan-line.ts'
import { monthsOfYearUpTo } from '../../core/values/reporting-month.ts'
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
  const month = checkMonth(known.value.plan, question.month)
  if (!month.ok) return month
  const basis = question.provisional === true ? 'latest' : 'accepted'
  return accept({ ...known.value, month: month.value, basis })
}

/** The same, seen through one plan: figures of two plans are never mixed in one table. */
export function knownPlanMonth(context: CallContext, question: PlanQuestion): Outcome<KnownMonth> {
  const known = knownMonth(context, question)
  if (!known.ok) return known
  const { plans, plan, state, month } = known.value
  const id = question.plan ?? null
  return accept({
    ...known.value,
    plan: planSeenThrough({ plans, plan }, month, id).plan,
    state: () => seenThrough(state(), month, id),
  })
}

export function readStatus(context: CallContext, question: PlanQuestion): Outcome<StatusReport> {
  const known = knownPlanMonth(context, question)
  if (!known.ok) return known
  const { month, basis } = known.value
  return accept({
    ...measureMonth(known.value.state(), month, basis, indicatorStatusByLocality),
    asOf: question.asOf ?? null,
  })
}

export function readOverview(context: CallContext, question: PlanQuestion): Outcome<Overview> {
  const known = knownPlanMonth(context, question)
  if (!known.ok) return known
  const { plan, plans, rollUps, month, basis, until } = known.value
  const dated = plan.at(month)
  return accept({
    ...monthOverview(rollUps, dated, { month, basis }),
    asOf: question.asOf ?? null,
    planThen: until === null ? null : dated.plan,
    planId: dated.id,
    plans: plansCovering(plans, month).map((each) => ({ id: each.id, title: each.plan.title })),
  })
}

export function readDepartmentHeat(context: CallContext, question: PlanQuestion): Outcome<DepartmentHeat> {
  const known = knownPlanMonth(context, question)
  if (!known.ok) return known
  const { plan, rollUps, month, basis } = known.value
  const months = monthsOfYearUpTo(month)
  const items = rollUps.itemMonths(months).filter((row) => row.basis === basis)
  const rows = departmentMonths(plan, items, months)
  return accept({
    rows: plan
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

/** What stands behind a light of 总览: measured now, for these items and no others. */
export function readScopeItems(
  context: CallContext,
  question: PlanQuestion & { readonly scope: ItemScope },
): Outcome<ScopeItems> {
  const known = knownPlanMonth(context, question)
  if (!known.ok) return known
  const { scope } = question
  const items = itemsIn(known.value, scope)
  if (!items.ok) return items
  const measured = measureItems(known.value.state(), items.value, known.value)
  const isOneItem = scope.kind === 'indicator' || scope.kind === 'measure'
  return accept({
    standing: isOneItem ? null : standingOfItems(scope.id, items.value, measured),
    ...measured,
  })
}

function itemsIn({ plan, month }: KnownMonth, { kind, id }: ItemScope): Outcome<PlannedItems> {
  const dated = plan.at(month)
  switch (kind) {
    case 'programme':
      return dated.programmesById.has(id)
        ? accept(itemsOfProgramme(dated, id))
        : reject('unknown-programme', { id })
    case 'department':
      return dated.departmentsById.has(id)
        ? accept(itemsOfDepartment(dated, id))
        : reject('unknown-department', { name: id })
    case 'indicator': {
      const planned = dated.indicatorsById.get(id)
      return planned === undefined
        ? reject('unknown-indicator', { id })
        : accept({ indicators: [planned], measures: [] })
    }
    case 'measure': {
      const planned = dated.measuresById.get(id)
      return planned === undefined
        ? reject('unknown-measure', { id })
        : accept({ indicators: [], measures: [planned] })
    }
  }
}
