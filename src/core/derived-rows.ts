// All rows of the derived tables at once: for a rebuild, for verifying, and for months that have none yet.
import type { Basis, BureauState } from './bureau-state.ts'
import { localityRows } from './figure-rows.ts'
import { Projection } from './projection.ts'
import { type DerivedRows, type ProgrammeMonthRow, submissionRow } from './projection-rows.ts'
import type { ReportingMonth } from './reporting-month.ts'

/** All rows, for a rebuild. */
export function derivedRows(state: BureauState): DerivedRows {
  const localities = [...state.readings].flatMap(([item, months]) =>
    [...months.keys()].flatMap((month) => localityRows(state, item, month, 'all')),
  )
  const submissions = [...state.submissions.keys()].flatMap((key) => submissionRow(state, key))
  const projection = Projection.of(state)
  const { programmeMonths } = projection.rollUps()
  return { items: projection.itemRows(state), localities, submissions, programmeMonths }
}

/** Standings of months that have no rows because nothing was filled in yet; months outside the plan's years have none. */
export function standingsOf(
  state: BureauState,
  basis: Basis,
  months: readonly ReportingMonth[],
): ProgrammeMonthRow[] {
  const { plan } = state
  if (plan === null) return []
  const inPlan = months.filter((month) => plan.covers(month))
  return Projection.ofMonths(state, inPlan)
    .rollUps()
    .programmeMonths.filter((row) => row.basis === basis)
}
