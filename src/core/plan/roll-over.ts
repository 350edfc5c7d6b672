// 下一年结转: next year's draft from the plan as it stands at the end of this one. Ids stay, so that stocks and
// ratios go on and history stays one; every figure that was only carried over is marked 待核.

import type { PlaceToCheck } from '../journal/journal-entry.ts'
import { monthNumber, monthOf, type ReportingMonth } from '../values/reporting-month.ts'
import {
  type AnnualPlan,
  type Indicator,
  type IndicatorId,
  isInForce,
  type Lifetime,
  type Measure,
  type MeasureId,
  type Target,
  targetInForce,
} from './annual-plan.ts'

/** Where the year ended. */
export interface YearEnd {
  /** stocks and ratios, in their unit */
  readonly levels: ReadonlyMap<IndicatorId, number>
  /** measures that were done */
  readonly done: ReadonlySet<MeasureId>
}

export interface RolledOver {
  readonly plan: AnnualPlan
  readonly toCheck: readonly PlaceToCheck[]
}

/** `last`: the final month of the year that ends; what is known of it then. */
export function rollOver(plan: AnnualPlan, last: ReportingMonth, { levels, done }: YearEnd): RolledOver {
  const year = Number(last.slice(0, 4)) + 1
  const goesOn = <Item extends Lifetime>(item: Item) => isInForce(item, last)
  const programmes = plan.programmes.filter(goesOn)
  const programmeIds = new Set(programmes.map(({ id }) => id))
  const indicators = plan.indicators
    .filter(goesOn)
    .filter(({ programme }) => programme == null || programmeIds.has(programme))
  const next: AnnualPlan = {
    ...plan,
    title: titleOf(plan.title, year),
    documentNumber: null,
    years: { from: year, to: year },
    departments: plan.departments.filter(goesOn).map(undated),
    programmes: programmes.map((programme) => ({
      ...undated(programme),
      measures: (programme.measures ?? []).filter(goesOn).map((measure) => nextMeasure(measure, year)),
    })),
    indicators: indicators.map((indicator) => nextIndicator(indicator, { last, year, levels, programmeIds })),
    safeguards: (plan.safeguards ?? []).filter(goesOn).map(undated),
  }
  return { plan: next, toCheck: placesToCheck(next, done) }
}

/** 2020年全市科技工作要点 → 2021年全市科技工作要点 */
function titleOf(title: string, year: number): string {
  const before = new RegExp(`${year - 1}(?=年)`)
  return before.test(title) ? title.replace(before, String(year)) : `${title}（${year}年）`
}

/** The new year begins without the old one's dates. */
function undated<Item extends Lifetime>(item: Item): Item {
  const { from: _from, until: _until, ...rest } = item
  return rest as Item
}

function nextMeasure(measure: Measure, year: number): Measure {
  const { splitFrom: _splitFrom, ...rest } = undated(measure)
  const milestones = (measure.milestones ?? []).map((each) => ({
    ...each,
    due: monthOf(year, monthNumber(each.due)),
  }))
  return { ...rest, milestones }
}

function nextIndicator(
  indicator: Indicator,
  facts: {
    readonly last: ReportingMonth
    readonly year: number
    readonly levels: ReadonlyMap<IndicatorId, number>
    readonly programmeIds: ReadonlySet<string>
  },
): Indicator {
  const { splitFrom: _splitFrom, ...rest } = undated(indicator)
  const before = targetInForce(indicator, facts.last)
  const isLevel = indicator.mode === 'stock' || indicator.mode === 'ratio'
  const baseline = isLevel ? (facts.levels.get(indicator.id) ?? before?.baseline ?? null) : null
  const target: Target | null =
    before === null
      ? null
      : {
          year: facts.year,
          comparator: before.comparator,
          committed: before.committed ?? null,
          stretch: before.stretch ?? null,
          baseline: before.baseline == null ? null : baseline,
        }
  const carriedBy =
    indicator.carriedBy != null && facts.programmeIds.has(indicator.carriedBy) ? indicator.carriedBy : null
  return { ...rest, carriedBy, targets: target === null ? [] : [target] }
}

function placesToCheck(plan: AnnualPlan, done: ReadonlySet<MeasureId>): PlaceToCheck[] {
  const targets = plan.indicators.flatMap(({ id, name, targets: own }): PlaceToCheck[] =>
    (own ?? []).length === 0 ? [] : [{ place: id, message: `“${name}”的目标沿用上年，请核对` }],
  )
  const measures = plan.programmes.flatMap((programme) =>
    (programme.measures ?? []).flatMap(({ id, name, milestones }): PlaceToCheck[] => {
      const what = [
        done.has(id) ? '上年已完成，新的一年重新填报，不再列入的请删去' : null,
        (milestones ?? []).length === 0 ? null : '节点沿用上年月份，请核对',
      ].filter((each) => each !== null)
      const joined = what.length === 1 && !done.has(id) ? `的${what[0]}` : what.join('；')
      return what.length === 0 ? [] : [{ place: id, message: `“${name}”${joined}` }]
    }),
  )
  return [...targets, ...measures]
}
