// The rules a plan must satisfy before it can be put in force. Answers places and reasons, never just "no".

import type { RejectionDetail } from '../outcome.ts'
import { parseExact } from '../values/exact.ts'
import { isReportingMonth, type ReportingMonth } from '../values/reporting-month.ts'
import { hasInvisible } from '../values/text-characters.ts'
import type { AnnualPlan, Comparator, Indicator, Lifetime, PlanIndex } from './annual-plan.ts'

type Report = (place: string, message: string) => void

/** Everything in the plan that contradicts itself; empty when it may be loaded. */
export function planProblems(plan: AnnualPlan): RejectionDetail[] {
  const problems: RejectionDetail[] = []
  const report: Report = (place, message) => problems.push({ place, message })
  if (plan.years.to < plan.years.from)
    report('years', `年度从${plan.years.from}到${plan.years.to}，结束年早于开始年`)
  if (plan.years.to - plan.years.from > 20) report('years', '年度跨度超过20年')
  if (plan.bands != null && plan.bands.yellow > plan.bands.green) report('bands', '黄灯下限高于绿灯下限')
  checkIds(plan, report)
  checkUnits(plan, report)
  checkProgrammes(plan, report)
  plan.indicators.forEach((indicator, index) => {
    checkIndicator(plan, indicator, `indicators[${index}]`, report)
  })
  return problems
}

/** Indicators and measures that nobody answers for; a plan with one cannot be put in force. */
export function itemsWithoutLead(index: PlanIndex): { place: string; name: string }[] {
  const { plan } = index
  return [
    ...plan.indicators.flatMap((indicator, at) =>
      index.indicatorsById.get(indicator.id)?.lead == null
        ? [{ place: `indicators[${at}].lead`, name: indicator.name }]
        : [],
    ),
    ...plan.programmes.flatMap((programme, at) =>
      (programme.measures ?? []).flatMap((measure, measureAt) =>
        index.measuresById.get(measure.id)?.lead == null
          ? [{ place: `programmes[${at}].measures[${measureAt}].lead`, name: measure.name }]
          : [],
      ),
    ),
  ]
}

/** The same as problems of the plan. */
export function leadsMissing(index: PlanIndex): RejectionDetail[] {
  return itemsWithoutLead(index).map(({ place, name }) => ({ place, message: `“${name}”没有牵头处室` }))
}

const PARTS = ['title', 'documentNumber', 'issuer', 'years', 'reportingDueDay', 'bands'] as const
const LISTS = ['departments', 'programmes', 'indicators', 'safeguards'] as const

/** Problems as a reader meets their places from top to bottom; of one object, in the order in which they were found. */
export function inFileOrder(problems: readonly RejectionDetail[]): RejectionDetail[] {
  const keys: readonly string[] = [...PARTS, ...LISTS]
  const rank = (place: string): number[] => {
    const [first = '', ...steps] = place.split(/[.[\]]+/)
    const at = keys.indexOf(first)
    return [at === -1 ? keys.length : at, ...steps.filter((step) => /^\d+$/.test(step)).map(Number)]
  }
  return problems
    .map((problem) => ({ problem, at: rank(problem.place) }))
    .sort((a, b) => compareRanks(a.at, b.at))
    .map(({ problem }) => problem)
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, index) => each !== b[index])
  return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1)
}

function checkIds(plan: AnnualPlan, report: Report): void {
  unique(
    plan.departments.map((each, at) => [each.id, `departments[${at}].id`]),
    report,
  )
  unique(
    plan.departments.flatMap((each, at) =>
      (each.members ?? []).map((member, m) => [member.id, `departments[${at}].members[${m}].id`] as const),
    ),
    report,
  )
  unique(
    plan.programmes.map((each, at) => [each.id, `programmes[${at}].id`]),
    report,
  )
  const measures = plan.programmes.flatMap((each, at) =>
    (each.measures ?? []).map((measure, m) => [measure.id, `programmes[${at}].measures[${m}].id`] as const),
  )
  unique(
    [...plan.indicators.map((each, at) => [each.id, `indicators[${at}].id`] as const), ...measures],
    report,
  )
  unique(
    (plan.safeguards ?? []).map((each, at) => [each.id, `safeguards[${at}].id`]),
    report,
  )
}

/** Ids become parts of keys, so a slash or a space in one would let two things share a key. */
const SAFE_ID = /^[^\s/\\]+$/u

function unique(ids: readonly (readonly [string, string])[], report: Report): void {
  const seen = new Set<string>()
  for (const [id, place] of ids) {
    if (!SAFE_ID.test(id)) report(place, `编号“${id}”不能含空格或斜杠`)
    else if (hasInvisible(id)) report(place, `编号“${id}”里有看不见的字符`)
    if (seen.has(id)) report(place, `编号“${id}”重复`)
    seen.add(id)
  }
}

function checkUnits(plan: AnnualPlan, report: Report): void {
  plan.departments.forEach((department, at) => {
    const isTaken = plan.departments.slice(0, at).some((earlier) => earlier.name === department.name)
    if (isTaken) report(`departments[${at}].name`, `处室“${department.name}”重名，请区分开`)
  })
  const byId = new Map(plan.departments.map((department) => [department.id, department]))
  const lead = (id: string | null | undefined, place: string) => {
    if (id == null) return
    const department = byId.get(id)
    if (department === undefined) report(place, `没有编号为“${id}”的处室`)
    else if (department.kind === 'group')
      report(place, `“${department.name}”是集体单位，不能牵头，请指定一个处室`)
  }
  const participating = (ids: readonly string[] | null | undefined, place: string) => {
    ids?.forEach((id, at) => {
      if (!byId.has(id)) report(`${place}[${at}]`, `没有编号为“${id}”的处室`)
    })
  }
  plan.programmes.forEach((programme, at) => {
    lead(programme.lead, `programmes[${at}].lead`)
    participating(programme.participating, `programmes[${at}].participating`)
    programme.measures?.forEach((measure, m) => {
      lead(measure.lead, `programmes[${at}].measures[${m}].lead`)
      participating(measure.participating, `programmes[${at}].measures[${m}].participating`)
    })
  })
  plan.indicators.forEach((indicator, at) => {
    lead(indicator.lead, `indicators[${at}].lead`)
    participating(indicator.participating, `indicators[${at}].participating`)
  })
  plan.safeguards?.forEach((safeguard, at) => {
    participating(safeguard.departments, `safeguards[${at}].departments`)
  })
}

/** 力争 must not fall short of 确保, in the direction of the target; what is no figure is told elsewhere. */
export function isCrossed(
  comparator: Comparator | undefined,
  committed: string | number,
  stretch: string | number,
): boolean {
  const [near, far] = [parseExact(committed), parseExact(stretch)]
  if (near === null || far === null) return false
  return comparator === 'at-most' ? far.gt(near) : far.lt(near)
}

function checkMonth(month: ReportingMonth | null | undefined, place: string, report: Report): void {
  if (month != null && !isReportingMonth(month)) report(place, `“${month}”不是月份，应写成 2020-06`)
}

function checkLifetime(item: Lifetime, place: string, report: Report): void {
  checkMonth(item.from, `${place}.from`, report)
  checkMonth(item.until, `${place}.until`, report)
  if (item.from != null && item.until != null && item.until < item.from)
    report(`${place}.until`, '结束月早于开始月')
}

function checkProgrammes(plan: AnnualPlan, report: Report): void {
  plan.programmes.forEach((programme, at) => {
    checkLifetime(programme, `programmes[${at}]`, report)
    programme.measures?.forEach((measure, m) => {
      const place = `programmes[${at}].measures[${m}]`
      checkLifetime(measure, place, report)
      unique(
        (measure.milestones ?? []).map((each, s) => [each.id, `${place}.milestones[${s}].id`]),
        report,
      )
      measure.milestones?.forEach((milestone, s) => {
        checkMonth(milestone.due, `${place}.milestones[${s}].due`, report)
      })
    })
  })
}

function checkIndicator(plan: AnnualPlan, indicator: Indicator, place: string, report: Report): void {
  const programmes = new Set(plan.programmes.map((programme) => programme.id))
  checkLifetime(indicator, place, report)
  for (const key of ['programme', 'carriedBy'] as const) {
    const id = indicator[key]
    if (id != null && !programmes.has(id)) report(`${place}.${key}`, `没有编号为“${id}”的行动`)
  }
  if (indicator.sameAs != null && plan.indicators.some(({ id }) => id === indicator.sameAs))
    report(`${place}.sameAs`, `取自的指标“${indicator.sameAs}”就在本要点里，应是另一份要点的指标`)
  if (indicator.mode === 'yearly' && indicator.dueMonth == null)
    report(`${place}.dueMonth`, '年度统计指标要写考核月份')
  checkCurve(indicator.curve, `${place}.curve`, report)
  const seen = new Set<string>()
  indicator.targets?.forEach((target, at) => {
    const where = `${place}.targets[${at}]`
    if (target.year < plan.years.from || target.year > plan.years.to)
      report(`${where}.year`, `${target.year}年不在要点年度（${plan.years.from}—${plan.years.to}）内`)
    checkMonth(target.from, `${where}.from`, report)
    if (
      target.from != null &&
      isReportingMonth(target.from) &&
      Number(target.from.slice(0, 4)) !== target.year
    )
      report(`${where}.from`, '调整起始月不在目标年度内')
    for (const key of ['committed', 'stretch', 'baseline'] as const) {
      const value = target[key]
      if (value != null && parseExact(value) === null) report(`${where}.${key}`, '数值超出范围')
    }
    const { comparator, committed, stretch } = target
    if (committed != null && stretch != null && isCrossed(comparator, committed, stretch))
      report(`${where}.stretch`, `确保${committed}已超过力争${stretch}`)
    const key = `${target.year}/${target.from ?? ''}`
    if (seen.has(key)) report(where, `${target.year}年的目标重复`)
    seen.add(key)
  })
}

function checkCurve(curve: readonly number[] | null | undefined, place: string, report: Report): void {
  if (curve == null) return
  if (curve.length !== 12) report(place, `计划曲线要有12个月的累计比例，现有${curve.length}个`)
  curve.forEach((share, at) => {
    if (!(share >= 0 && share <= 1)) report(`${place}[${at}]`, '累计比例应在0和1之间')
    else if (share < (curve[at - 1] ?? 0)) report(`${place}[${at}]`, '累计比例不能比上个月小')
  })
}
