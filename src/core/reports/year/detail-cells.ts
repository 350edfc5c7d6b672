// Which cells a year's 明细 has: month by month, indicator by indicator with its localities, then the measures.

import type { IndicatorReading } from '../../journal/journal-entry.ts'
import type { LocalityId, PlanIndex, PlannedIndicator, PlannedMeasure } from '../../plan/annual-plan.ts'
import { localitiesOf } from '../../plan/localities-of.ts'
import { type Basis, type Cell, planOf, type Recorded } from '../../state/bureau-state.ts'
import { isIndicatorInForce, isMeasureInForce } from '../../state/measure-state.ts'
import type { ReportingMonth } from '../../values/reporting-month.ts'
import type { YearContext } from './year-context.ts'
import { byProgramme } from './year-items.ts'

/** One row of 明细. `locality` null = the indicator as a whole. */
export type DetailCell =
  | {
      readonly kind: 'indicator'
      readonly month: ReportingMonth
      readonly planned: PlannedIndicator
      readonly locality: LocalityId | null
      /** the month was filled in by localities; the whole is worked out from them */
      readonly isParted: boolean
    }
  | { readonly kind: 'measure'; readonly month: ReportingMonth; readonly planned: PlannedMeasure }

/** The entry that counts on this basis. */
export function countingEntry<Body>(cell: Cell<Body> | undefined, basis: Basis): Recorded<Body> | null {
  if (cell === undefined) return null
  return basis === 'accepted' ? cell.accepted : cell.latest
}

export function detailCells(context: YearContext): DetailCell[] {
  const ordered = new Map<PlanIndex, ReturnType<typeof itemsInOrder>>()
  return context.months.flatMap((month) => {
    const plan = planOf(context.input.state).at(month)
    const items = ordered.get(plan) ?? itemsInOrder(context, plan)
    ordered.set(plan, items)
    return items.flatMap((item): DetailCell[] => {
      if ('measure' in item)
        return isMeasureInForce(item, month) ? [{ kind: 'measure', month, planned: item }] : []
      return isIndicatorInForce(item, month) ? indicatorCells(context, { plan, month, planned: item }) : []
    })
  })
}

/** Programme by programme, indicators before measures. */
function itemsInOrder(context: YearContext, plan: PlanIndex): (PlannedIndicator | PlannedMeasure)[] {
  const items: readonly (PlannedIndicator | PlannedMeasure)[] = [...plan.indicators, ...plan.measures]
  return byProgramme(items, ({ programme }) => programme, context).map(({ item }) => item)
}

/** The whole, and where any locality has been filled in, every locality, so that those still missing are seen. */
function indicatorCells(
  context: YearContext,
  { plan, month, planned }: { plan: PlanIndex; month: ReportingMonth; planned: PlannedIndicator },
): DetailCell[] {
  const { state, basis } = context.input
  if (planned.takenFrom !== null)
    return [{ kind: 'indicator', month, planned, locality: null, isParted: false }]
  const filled = filledLocalities(state.readings.get(planned.indicator.id)?.get(month)?.cells, basis)
  const isParted = filled.length > 0
  const whole: DetailCell = { kind: 'indicator', month, planned, locality: null, isParted }
  if (!isParted) return [whole]
  const localities = new Set([...localitiesOf(plan, planned).map(({ id }) => id), ...filled])
  return [
    whole,
    ...[...localities].map(
      (locality): DetailCell => ({ kind: 'indicator', month, planned, locality, isParted }),
    ),
  ]
}

function filledLocalities(
  cells: ReadonlyMap<LocalityId | '', Cell<IndicatorReading>> | undefined,
  basis: Basis,
): LocalityId[] {
  return [...(cells ?? [])].flatMap(([locality, cell]) =>
    locality !== '' && (countingEntry(cell, basis)?.body.state ?? 'blank') !== 'blank' ? [locality] : [],
  )
}
