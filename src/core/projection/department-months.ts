// 各处室 over the months: the same counting and the same worst item as in a month's report, for the heat map.

import { itemsOfDepartment, type RankedItem, standingOf } from '../measuring/standing.ts'
import type { Standing } from '../measuring/status.ts'
import type { DepartmentId, PlanIndex } from '../plan/annual-plan.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import { type ItemKind, type ItemMonth, itemKey } from './projection-rows.ts'

export interface DepartmentMonth extends Standing<DepartmentId> {
  readonly month: ReportingMonth
}

/** A department's standing over what it leads, from the rows of one month on one basis. */
export function departmentStanding(
  dated: PlanIndex,
  department: DepartmentId,
  rowOf: (kind: ItemKind, id: string) => ItemMonth | undefined,
): Standing<DepartmentId> {
  return standingOf(department, rankedIn(dated, department, rowOf))
}

function rankedIn(
  dated: PlanIndex,
  department: DepartmentId,
  rowOf: (kind: ItemKind, id: string) => ItemMonth | undefined,
): RankedItem[] {
  const { indicators, measures } = itemsOfDepartment(dated, department)
  const ranked = (kind: ItemKind, id: string, isKey: boolean): RankedItem[] => {
    const row = rowOf(kind, id)
    if (row === undefined) return []
    const { light, label, completion, paceRatio } = row
    return [{ kind, id, isKey, light, label, completion, paceRatio }]
  }
  return [
    ...indicators.flatMap(({ indicator }) => ranked('indicator', indicator.id, indicator.key === true)),
    ...measures.flatMap(({ measure }) => ranked('measure', measure.id, true)),
  ]
}

/** Standings of every department that leads something in a month, from the months' rows on one basis. */
export function departmentMonths(
  plan: PlanIndex,
  rows: readonly ItemMonth[],
  months: readonly ReportingMonth[],
): DepartmentMonth[] {
  const byKey = new Map(rows.map((row) => [`${row.month} ${itemKey(row.kind, row.id)}`, row]))
  return months.flatMap((month) => {
    const dated = plan.at(month)
    const rowOf = (kind: ItemKind, id: string) => byKey.get(`${month} ${itemKey(kind, id)}`)
    return dated.plan.departments.flatMap(({ id, kind }): DepartmentMonth[] => {
      const items = kind === 'department' ? rankedIn(dated, id, rowOf) : []
      return items.length === 0 ? [] : [{ ...standingOf(id, items), month }]
    })
  })
}
