// What is worked out from the cells and kept: lights of items, standings of programmes, states of submissions. Who asks
// does not care whether it comes from the tables or, for another day than today, from a state of that day.
import type { Basis, BureauState } from '../state/bureau-state.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import { Projection } from './projection.ts'
import {
  type ItemMonth,
  type ProgrammeMonthRow,
  type RollUps,
  type SubmissionRow,
  submissionRow,
} from './projection-rows.ts'

/** `months` follow one another, rising. Months outside the plan's years have no rows. */
export interface RollUpReader {
  programmeMonths(basis: Basis, months: readonly ReportingMonth[]): readonly ProgrammeMonthRow[]
  /** on both bases: lights count by the one asked for, 填实率 by the latest */
  itemMonths(months: readonly ReportingMonth[]): readonly ItemMonth[]
  /** departments of which nothing is known yet have no row */
  submissions(month: ReportingMonth): readonly SubmissionRow[]
}

/** Worked out from a state, each month once. */
export function rollUpsOf(state: BureauState): RollUpReader {
  const known = new Map<ReportingMonth, RollUps>()
  const ofMonths = (months: readonly ReportingMonth[]): RollUps[] => {
    const missing = months.filter((month) => !known.has(month) && state.plan?.covers(month) === true)
    const { itemMonths, programmeMonths } = Projection.ofMonths(state, missing).rollUps()
    for (const month of missing)
      known.set(month, {
        itemMonths: itemMonths.filter((row) => row.month === month),
        programmeMonths: programmeMonths.filter((row) => row.month === month),
      })
    return months.flatMap((month) => known.get(month) ?? [])
  }
  return {
    programmeMonths: (basis, months) =>
      ofMonths(months).flatMap((each) => each.programmeMonths.filter((row) => row.basis === basis)),
    itemMonths: (months) => ofMonths(months).flatMap((each) => each.itemMonths),
    submissions: (month) =>
      [...state.submissions].flatMap(([key, record]) =>
        record.month === month ? submissionRow(state, key) : [],
      ),
  }
}

/** The kept rows, and for months that have none yet (nothing was filled in since) those worked out from the state. */
export function completed(kept: RollUpReader, stateOf: () => BureauState): RollUpReader {
  let workedOut: RollUpReader | null = null
  const fill = <Row extends { readonly month: ReportingMonth }>(
    rows: readonly Row[],
    months: readonly ReportingMonth[],
    missingRows: (reader: RollUpReader, missing: readonly ReportingMonth[]) => readonly Row[],
  ): readonly Row[] => {
    const present = new Set(rows.map(({ month }) => month))
    const missing = months.filter((month) => !present.has(month))
    if (missing.length === 0) return rows
    workedOut ??= rollUpsOf(stateOf())
    return [...rows, ...missingRows(workedOut, missing)]
  }
  return {
    programmeMonths: (basis, months) =>
      fill(kept.programmeMonths(basis, months), months, (reader, missing) =>
        reader.programmeMonths(basis, missing),
      ),
    itemMonths: (months) =>
      fill(kept.itemMonths(months), months, (reader, missing) => reader.itemMonths(missing)),
    submissions: (month) => kept.submissions(month),
  }
}
