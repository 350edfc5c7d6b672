// 各处室 over the months: the same counting and the same worst item as in a month's report, for the heat map.
import type { DepartmentId } from './annual-plan.ts'
import { type Basis, type BureauState, planOf } from './bureau-state.ts'
import { itemsOfDepartment, type RankedItem, standingOf } from './measuring/standing.ts'
import { type ItemMonth, itemKey, itemMonthsOf } from './projection-rows.ts'
import type { ReportingMonth } from './reporting-month.ts'
import type { Standing } from './status.ts'

export interface DepartmentMonth extends Standing<DepartmentId> {
  readonly month: ReportingMonth
}

/** Standings of every department that leads something in a month; `months` in rising order. */
export function departmentMonths(
  state: BureauState,
  basis: Basis,
  months: readonly ReportingMonth[],
): DepartmentMonth[] {
  const plan = planOf(state)
  const editions = [...new Set(months.map((month) => plan.at(month)))]
  const ids = {
    indicator: new Set(editions.flatMap(({ indicatorsById }) => [...indicatorsById.keys()])),
    measure: new Set(editions.flatMap(({ measuresById }) => [...measuresById.keys()])),
  }
  const rows = new Map<string, ItemMonth>()
  for (const kind of ['indicator', 'measure'] as const)
    for (const id of ids[kind])
      for (const row of itemMonthsOf[kind](state, id, basis, months))
        rows.set(`${row.month} ${itemKey(kind, id)}`, row)
  return months.flatMap((month) => {
    const dated = plan.at(month)
    return dated.plan.departments.flatMap(({ id, kind }): DepartmentMonth[] => {
      if (kind !== 'department') return []
      const { indicators, measures } = itemsOfDepartment(dated, id)
      const items = [
        ...indicators.map(({ indicator }) => ({
          kind: 'indicator' as const,
          ...indicator,
          isKey: indicator.key === true,
        })),
        ...measures.map(({ measure }) => ({ kind: 'measure' as const, ...measure, isKey: true })),
      ].flatMap((item): RankedItem[] => {
        const row = rows.get(`${month} ${itemKey(item.kind, item.id)}`)
        if (row === undefined) return []
        const { light, label, completion, paceRatio } = row
        return [{ kind: item.kind, id: item.id, isKey: item.isKey, light, label, completion, paceRatio }]
      })
      return items.length === 0 ? [] : [{ ...standingOf(id, items), month }]
    })
  })
}
