// All rows of the derived tables at once: for a rebuild and for verifying.
import type { BureauState } from '../state/bureau-state.ts'
import { Projection } from './projection.ts'
import { type DerivedRows, submissionRow } from './projection-rows.ts'

/** All rows, for a rebuild. */
export function derivedRows(state: BureauState): DerivedRows {
  const submissions = [...state.submissions.keys()].flatMap((key) => submissionRow(state, key))
  const projection = Projection.of(state)
  const { programmeMonths } = projection.rollUps()
  return { items: projection.itemRows(state), submissions, programmeMonths }
}
