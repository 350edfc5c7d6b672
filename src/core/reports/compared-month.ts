// A month as 与上期相比 compares it: lights and values from the roll-ups, so that no cell is measured again.
import type { RollUpReader } from '../projection/roll-ups.ts'
import { type Basis, type BureauState, planOf } from '../state/bureau-state.ts'
import { measureItems } from '../state/measure-month.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import type { ComparedMonth } from './compare-months.ts'

/** `state`: seen through the plan that is compared; `rollUps`: of the same moment. */
export function comparedMonth(
  state: BureauState,
  rollUps: RollUpReader,
  month: ReportingMonth,
  basis: Basis,
): ComparedMonth {
  const plan = planOf(state).at(month)
  const rows = new Map(
    rollUps
      .itemMonths([month])
      .flatMap((row) => (row.kind === 'indicator' && row.basis === basis ? [[row.id, row] as const] : [])),
  )
  const indicators = plan.indicators.flatMap(({ indicator: { id } }) => {
    const row = rows.get(id)
    if (row === undefined) return []
    const { light, label, actual, paceRatio } = row
    return [{ id, light, label, actual, paceRatio }]
  })
  const { measures } = measureItems(state, { indicators: [], measures: plan.measures }, { month, basis })
  return { plan, report: { month, indicators, measures } }
}
