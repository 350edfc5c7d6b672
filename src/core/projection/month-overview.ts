// 总览 of a month from the roll-ups alone: the same answers that measuring every cell gives, without a single cell.

import type {
  HeatCell,
  MonthOverview,
  OverviewItem,
  ProgrammeMonth,
  Standing,
  SubmissionState,
} from '../measuring/status.ts'
import type { PlanIndex } from '../plan/annual-plan.ts'
import type { Basis } from '../state/bureau-state.ts'
import { hasReported } from '../state/submission-status.ts'
import { monthsOfYearUpTo, type ReportingMonth } from '../values/reporting-month.ts'
import { departmentStanding } from './department-months.ts'
import { type ItemMonth, itemKey } from './projection-rows.ts'
import type { RollUpReader } from './roll-ups.ts'

/** `dated`: the plan as it stands for the month. */
export function monthOverview(
  rollUps: RollUpReader,
  dated: PlanIndex,
  { month, basis }: { readonly month: ReportingMonth; readonly basis: Basis },
): MonthOverview {
  const months = monthsOfYearUpTo(month)
  const year = new Map(rollUps.programmeMonths(basis, months).map((row) => [`${row.month} ${row.id}`, row]))
  const rows = rollUps.itemMonths([month])
  const items = new Map(
    rows.filter((row) => row.basis === basis).map((row) => [itemKey(row.kind, row.id), row]),
  )
  const programmes = standingsIn(year, dated, { month, items })
  const departments = dated.plan.departments
    .filter(({ kind }) => kind === 'department')
    .map(({ id }) => departmentStanding(dated, id, (kind, item) => items.get(itemKey(kind, item))))
  const states = new Map(rollUps.submissions(month).map(({ department, state }) => [department, state]))
  const filling = fillings(
    dated,
    rows.filter((row) => row.basis === 'latest'),
  )
  const submissions = departments.flatMap(({ id }) => {
    const { filled, expected } = filling.get(id) ?? NOTHING_EXPECTED
    const state: SubmissionState = states.get(id) ?? 'none'
    return expected > 0 || state !== 'none' ? [{ department: id, state, filled, expected }] : []
  })
  return {
    month,
    provisional: basis === 'latest',
    ...ratesOf(submissions),
    items: shownItems(dated, [...programmes, ...departments], items),
    programmes,
    departments,
    submissions: submissions.map(({ department, state }) => ({ department, state })),
    heat: dated.plan.programmes.map(({ id }) => ({
      programme: id,
      cells: months.flatMap((each) => heatCell(year, id, each)),
    })),
  }
}

/** "2020-06 p7" → its standing. */
type YearStandings = ReadonlyMap<string, ProgrammeMonth>

/** In plan order, as a report lists them. */
function standingsIn(
  year: YearStandings,
  dated: PlanIndex,
  of: { readonly month: ReportingMonth; readonly items: ReadonlyMap<string, ItemMonth> },
): MonthOverview['programmes'] {
  return dated.plan.programmes.flatMap(({ id }) => {
    const row = year.get(`${of.month} ${id}`)
    if (row === undefined) return []
    const { counts, worst, light, label } = row
    const item = worst === null ? undefined : of.items.get(itemKey(worst.kind, worst.id))
    const { completion = null, paceRatio = null } = item ?? {}
    return [{ id, counts, worst, light, label, completion, paceRatio }]
  })
}

function heatCell(year: YearStandings, programme: string, month: ReportingMonth): HeatCell[] {
  const row = year.get(`${month} ${programme}`)
  return row === undefined ? [] : [{ month, light: row.light, label: row.label, counts: row.counts }]
}

interface Filling {
  readonly filled: number
  readonly expected: number
}

/** What each department's month wants filled, and how much of it is. */
function fillings(dated: PlanIndex, latest: readonly ItemMonth[]): ReadonlyMap<string, Filling> {
  const rows = new Map(latest.map((row) => [itemKey(row.kind, row.id), row]))
  const byDepartment = new Map<string, Filling>()
  const count = (lead: string | null, row: ItemMonth | undefined) => {
    if (lead === null || row?.isExpected !== true) return
    const { filled, expected } = byDepartment.get(lead) ?? NOTHING_EXPECTED
    byDepartment.set(lead, { filled: filled + (row.isFilled ? 1 : 0), expected: expected + 1 })
  }
  for (const { lead, indicator } of dated.indicators)
    count(lead, rows.get(itemKey('indicator', indicator.id)))
  for (const { lead, measure } of dated.measures) count(lead, rows.get(itemKey('measure', measure.id)))
  return byDepartment
}

const NOTHING_EXPECTED: Filling = { filled: 0, expected: 0 }

function ratesOf(
  submissions: readonly {
    readonly state: SubmissionState
    readonly filled: number
    readonly expected: number
  }[],
): Pick<MonthOverview, 'reportingRate' | 'fillRate'> {
  const expecting = submissions.filter(({ expected }) => expected > 0)
  const cells = expecting.reduce((sum, { expected }) => sum + expected, 0)
  const filled = expecting.reduce((sum, each) => sum + each.filled, 0)
  return {
    reportingRate: expecting.length === 0 ? null : expecting.filter(hasReported).length / expecting.length,
    fillRate: cells === 0 ? null : filled / cells,
  }
}

/** The headline targets, and each item that speaks for a programme or a department. */
function shownItems(
  dated: PlanIndex,
  standings: readonly Standing<string>[],
  items: ReadonlyMap<string, ItemMonth>,
): OverviewItem[] {
  const headline = dated.indicators.flatMap(({ programme, indicator }) =>
    programme === null ? [itemKey('indicator', indicator.id)] : [],
  )
  const worst = standings.flatMap((each) =>
    each.worst === null ? [] : [itemKey(each.worst.kind, each.worst.id)],
  )
  return [...new Set([...headline, ...worst])].flatMap((key): OverviewItem[] => {
    const row = items.get(key)
    if (row === undefined) return []
    const { kind, id, light, label, completion, paceRatio, actual, status } = row
    return [{ kind, id, light, label, completion, paceRatio, actual, status }]
  })
}
