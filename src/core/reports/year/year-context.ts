// What all sheets of a year's ledger (全年台账) share: the months that count, the plan as it stands in the last of them,
// and the lines above and below the tables.

import type { StatusReport } from '../../measuring/status.ts'
import {
  type Bands,
  type DepartmentId,
  isInForce,
  type PlanIndex,
  type Programme,
  targetInForce,
} from '../../plan/annual-plan.ts'
import { type Basis, type BureauState, type Cell, planOf } from '../../state/bureau-state.ts'
import { measureMonth } from '../../state/measure-month.ts'
import { indicatorStatusByLocality } from '../../state/measure-state.ts'
import { civilDateOf, parseInstant } from '../../values/civil-time.ts'
import {
  daysInMonth,
  monthNumber,
  monthOf,
  monthsOfYearUpTo,
  monthTitle,
  type ReportingMonth,
  yearOf,
} from '../../values/reporting-month.ts'
import {
  dateTitle,
  type IndicatorItem,
  type MeasureItem,
  office,
  planTitle,
  titleMark,
  yearShare,
} from '../bulletin/bulletin-context.ts'
import { NO_FIGURE } from '../cell-text.ts'
import type { ReportSheet } from '../report-table.ts'

/** Everything a year's ledger is made from. */
export interface YearInput {
  readonly state: BureauState
  readonly year: number
  /** 'accepted': what counts; 'latest' is marked in every title */
  readonly basis: Basis
  /** UTC ISO time */
  readonly madeAt: string
  /** 填报人 */
  readonly madeBy: string
}

export interface YearContext {
  readonly input: YearInput
  /** the last month with anything in it; January where there is none yet */
  readonly month: ReportingMonth
  /** January to that month; empty where nothing counts yet */
  readonly months: readonly ReportingMonth[]
  /** the plan as it stands for `month` */
  readonly plan: PlanIndex
  readonly bands: Bands
  readonly status: Pick<StatusReport, 'departments' | 'submissions'>
  /** in force in `month`, in plan order */
  readonly indicators: readonly IndicatorItem[]
  readonly measures: readonly MeasureItem[]
  readonly programmes: readonly Programme[]
  /** 2020年全市科技工作要点 */
  readonly planTitle: string
  /** （示例数据） and the like, behind every title */
  readonly mark: string
  nameOf(department: DepartmentId | null): string
  /** the parts of a sheet that are the same everywhere */
  frame(
    name: string,
    what: string,
    unit: string,
  ): Pick<ReportSheet, 'name' | 'title' | 'lead' | 'signOff' | 'summary' | 'isOnePage'>
}

export function yearContext(input: YearInput): YearContext {
  const { state, year, basis } = input
  const lastMonth = lastFilledMonth(state, year, basis)
  const month = lastMonth ?? monthOf(year, 1)
  const plan = planOf(state).at(month)
  const measured = measureMonth(state, month, basis, indicatorStatusByLocality)
  const title = planTitle({ plan, month })
  const mark = titleMark(basis === 'latest', state.isExample)
  return {
    input,
    month,
    months: lastMonth === null ? [] : monthsOfYearUpTo(lastMonth),
    plan,
    bands: plan.bands,
    status: measured,
    indicators: measured.indicators.flatMap((status) => {
      const planned = plan.indicatorsById.get(status.id)
      return planned === undefined
        ? []
        : [{ planned, target: targetInForce(planned.indicator, month), status }]
    }),
    measures: measured.measures.flatMap((status) => {
      const planned = plan.measuresById.get(status.id)
      return planned === undefined ? [] : [{ planned, status }]
    }),
    programmes: plan.plan.programmes.filter((programme) => isInForce(programme, month)),
    planTitle: title,
    mark,
    nameOf: (department) => (department === null ? NO_FIGURE : unitName(plan, department)),
    frame: (name, what, unit) => ({
      name,
      title: `${title}${what}${mark}`,
      lead: {
        left: `填报单位：${office({ plan, bureauName: state.bureauName })}`,
        middle: lastMonth === null ? `${year}年 · ${nothingYet(basis)}` : upTo(lastMonth),
        right: unit === '' ? '' : `单位：${unit}`,
      },
      summary: null,
      signOff: [
        `填报人：${input.madeBy}`,
        '审核人：',
        '负责人：',
        `填报日期：${dateTitle(civilDateOf(parseInstant(input.madeAt) ?? 0))}`,
      ],
      isOnePage: false,
    }),
  }
}

/** The name of the month asked about; of a unit that is gone since, its last one. */
export function unitName(plan: PlanIndex, department: DepartmentId): string {
  return (plan.departmentsById.get(department) ?? plan.everyUnit.get(department))?.name ?? department
}

function upTo(month: ReportingMonth): string {
  return `截至${monthTitle(month)}${daysInMonth(month)}日 · 序时进度${yearShare(monthNumber(month))}`
}

function nothingYet(basis: Basis): string {
  return basis === 'accepted' ? '尚无审核通过的数' : '尚未填报'
}

/** The newest month of the year in which anything counts on this basis; null where there is none. */
function lastFilledMonth(state: BureauState, year: number, basis: Basis): ReportingMonth | null {
  let last: ReportingMonth | null = null
  const note = (month: ReportingMonth, isFilled: boolean) => {
    if (isFilled && yearOf(month) === year && (last === null || month > last)) last = month
  }
  const counting = <Body>({ latest, accepted }: Cell<Body>) => (basis === 'accepted' ? accepted : latest)
  for (const months of state.readings.values()) {
    for (const [month, { cells }] of months)
      note(
        month,
        [...cells.values()].some((cell) => (counting(cell)?.body.state ?? 'blank') !== 'blank'),
      )
  }
  for (const months of state.measures.values()) {
    for (const [month, cell] of months) note(month, (counting(cell)?.body.status ?? null) !== null)
  }
  return last
}
