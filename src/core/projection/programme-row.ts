// A programme's row of the roll-ups, from its items' rows of the same month and basis.
import { itemsOfProgramme, type RankedItem, standingOf } from '../measuring/standing.ts'
import { isInForce, type PlanIndex, type ProgrammeId } from '../plan/annual-plan.ts'
import { perPlan } from '../plan/per-plan.ts'
import type { Basis } from '../state/bureau-state.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import type { ItemKind, ProgrammeMonthRow } from './projection-rows.ts'
import type { Page } from './roll-up-pages.ts'

const itemsIn = perPlan(itemsOfProgramme)

function rankedItems(plan: PlanIndex, page: Page, programme: ProgrammeId): RankedItem[] {
  const { indicators, measures } = itemsIn(plan, programme)
  const items: RankedItem[] = []
  const add = (kind: ItemKind, id: string, isKey: boolean) => {
    const row = page.items[kind].get(id)
    if (row === undefined) return
    const { light, label, completion, paceRatio } = row
    items.push({ kind, id, isKey, light, label, completion, paceRatio })
  }
  for (const { indicator } of indicators) add('indicator', indicator.id, indicator.key === true)
  for (const { measure } of measures) add('measure', measure.id, true)
  return items
}

/** A programme's standing on one page; none outside its lifetime. */
export function programmeRow(
  plan: PlanIndex,
  page: Page,
  { month, basis }: { month: ReportingMonth; basis: Basis },
  programme: ProgrammeId,
): ProgrammeMonthRow | null {
  const planned = plan.programmesById.get(programme)
  if (planned === undefined || !isInForce(planned, month)) return null
  const { id, counts, worst, light, label } = standingOf(programme, rankedItems(plan, page, programme))
  return { id, counts, worst, light, label, month, basis }
}
