// Every indicator and measure that was in the plan in any month of the year, each as it last stood.
import type { IndicatorId, PlannedIndicator, PlannedMeasure } from '../../plan/annual-plan.ts'
import { planOf } from '../../state/bureau-state.ts'
import { isIndicatorInForce, isMeasureInForce } from '../../state/measure-state.ts'
import type { ReportingMonth } from '../../values/reporting-month.ts'
import type { YearContext } from './year-context.ts'

export interface YearIndicator {
  /** as it stands in the last month it was in force */
  readonly planned: PlannedIndicator
  /** months in which it was in force */
  readonly months: ReadonlySet<ReportingMonth>
}

export interface YearMeasure {
  readonly planned: PlannedMeasure
  readonly months: ReadonlySet<ReportingMonth>
}

/** Of the months that count (of the plan's month where none does yet): today's items in plan order, then dropped ones. */
export function yearIndicators(context: YearContext): YearIndicator[] {
  const found = new Map<IndicatorId, { planned: PlannedIndicator; months: Set<ReportingMonth> }>()
  for (const month of monthsBackwards(context)) {
    for (const planned of planOf(context.input.state).at(month).indicators) {
      if (!isIndicatorInForce(planned, month)) continue
      noteMonth(found, planned.indicator.id, planned, month)
    }
  }
  return [...found.values()]
}

export function yearMeasures(context: YearContext): YearMeasure[] {
  const found = new Map<string, { planned: PlannedMeasure; months: Set<ReportingMonth> }>()
  for (const month of monthsBackwards(context)) {
    for (const planned of planOf(context.input.state).at(month).measures) {
      if (isMeasureInForce(planned, month)) noteMonth(found, planned.measure.id, planned, month)
    }
  }
  return [...found.values()]
}

/** Names of what is no longer in force in the last month. */
export function droppedNames(context: YearContext): string[] {
  const { month } = context
  return [
    ...yearIndicators(context)
      .filter(({ months }) => !months.has(month))
      .map(({ planned }) => planned.indicator.name),
    ...yearMeasures(context)
      .filter(({ months }) => !months.has(month))
      .map(({ planned }) => planned.measure.name),
  ]
}

function monthsBackwards({ months, month }: YearContext): ReportingMonth[] {
  return months.length === 0 ? [month] : [...months].reverse()
}

function noteMonth<Planned>(
  found: Map<string, { planned: Planned; months: Set<ReportingMonth> }>,
  id: string,
  planned: Planned,
  month: ReportingMonth,
): void {
  const known = found.get(id)
  if (known === undefined) found.set(id, { planned, months: new Set([month]) })
  else known.months.add(month)
}

/** 主要目标 first, then programme by programme in plan order; within one, the order of the list. */
export function byProgramme<Item>(
  items: readonly Item[],
  programmeOf: (item: Item) => { readonly id: string; readonly name: string } | null,
  { plan }: YearContext,
): { readonly item: Item; readonly key: string; readonly name: string }[] {
  const order = new Map(plan.plan.programmes.map(({ id }, at) => [id, at]))
  const place = (key: string) => (key === '' ? -1 : (order.get(key) ?? order.size))
  return items
    .map((item) => {
      const programme = programmeOf(item)
      return { item, key: programme?.id ?? '', name: programme?.name ?? '主要目标' }
    })
    .sort((a, b) => place(a.key) - place(b.key))
}
