// 取自年度要点: a figure that two plans ask for is filled in once. The one that names the other (`sameAs`) shows its
// figures, measured by its own targets; while no other plan has it, it is filled in like any indicator.

import type { RejectionDetail } from '../outcome.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import {
  type AccumulationMode,
  type AnnualPlan,
  type Indicator,
  type IndicatorId,
  isInForce,
  type PlanIndex,
  type PlannedIndicator,
} from './annual-plan.ts'
import type { Amendment } from './plan-change.ts'
import { titleInMarks } from './plan-title.ts'

/** The indicator of another plan whose figures are shown. */
export type TakenFrom = NonNullable<PlannedIndicator['takenFrom']>

/** The indicator in whose cells the figures stand: itself, or the one they are taken from. */
export function filledIn(planned: PlannedIndicator): PlannedIndicator {
  return planned.takenFrom?.planned ?? planned
}

/** A plan in force with what amended it, as plan-timeline.ts keeps it. */
interface AmendedPlan {
  readonly plan: AnnualPlan
  readonly events: readonly {
    readonly what:
      | { readonly kind: 'amended'; readonly body: Amendment }
      | { readonly kind: 'target-revised' }
  }[]
}

type Meaning = Pick<Indicator, 'mode' | 'unit'>

const isAmount = (mode: AccumulationMode) => mode === 'monthly-flow' || mode === 'running-total'

/**
 * Whether figures counted one way can stand for figures counted another. A year's total may come from anything that
 * says where the year stands; a level is not an amount, and a figure known once a year says nothing of a month.
 */
export function canTakeFrom(own: Meaning, source: Meaning): boolean {
  if (own.unit !== source.unit) return false
  if (own.mode === 'yearly' || own.mode === source.mode) return true
  return isAmount(own.mode) && isAmount(source.mode)
}

const sourceId = (indicator: Indicator): IndicatorId | null => indicator.sameAs ?? null

const takes = new WeakMap<PlanIndex, boolean>()

export function takesFigures(index: PlanIndex): boolean {
  const known = takes.get(index) ?? index.indicators.some(({ indicator }) => sourceId(indicator) !== null)
  takes.set(index, known)
  return known
}

/** Which of a plan's indicators take their figures in that month, and from where. One that takes is not taken from. */
export function takenFigures(
  index: PlanIndex,
  others: readonly PlanIndex[],
  month: ReportingMonth,
): ReadonlyMap<IndicatorId, TakenFrom> {
  const taken = new Map<IndicatorId, TakenFrom>()
  for (const { indicator } of index.indicators) {
    const id = sourceId(indicator)
    if (id === null) continue
    for (const { plan, indicatorsById } of others) {
      const planned = indicatorsById.get(id)
      if (planned === undefined || !isCounted(planned, month) || sourceId(planned.indicator) !== null)
        continue
      if (canTakeFrom(indicator, planned.indicator))
        taken.set(indicator.id, { planTitle: plan.title, planned })
    }
  }
  return taken
}

function isCounted({ indicator, programme }: PlannedIndicator, month: ReportingMonth): boolean {
  return isInForce(indicator, month) && (programme === null || isInForce(programme, month))
}

export function withTakenFigures(index: PlanIndex, taken: ReadonlyMap<IndicatorId, TakenFrom>): PlanIndex {
  if (taken.size === 0) return index
  const indicators = index.indicators.map((planned) => ({
    ...planned,
    takenFrom: taken.get(planned.indicator.id) ?? null,
  }))
  const whole: PlanIndex = {
    ...index,
    indicators,
    indicatorsById: new Map(indicators.map((planned) => [planned.indicator.id, planned])),
    parts: [],
  }
  return Object.assign(whole, { parts: [whole] })
}

const takers = new WeakMap<readonly AmendedPlan[], ReadonlyMap<IndicatorId, readonly IndicatorId[]>>()

const NONE: readonly IndicatorId[] = []

/** Indicators of any plan that name this one, in any month. */
export function takersOf(plans: readonly AmendedPlan[], id: IndicatorId): readonly IndicatorId[] {
  const known = takers.get(plans) ?? takersIn(plans)
  takers.set(plans, known)
  return known.get(id) ?? NONE
}

function takersIn(plans: readonly AmendedPlan[]): ReadonlyMap<IndicatorId, readonly IndicatorId[]> {
  const found = new Map<IndicatorId, Set<IndicatorId>>()
  for (const { plan, events } of plans) {
    const changes = events.flatMap(({ what }) => (what.kind === 'amended' ? what.body.changes : []))
    const named: (readonly [IndicatorId, IndicatorId | null | undefined])[] = [
      ...plan.indicators.map(({ id, sameAs }) => [id, sameAs] as const),
      ...changes.flatMap((change) => {
        if (change.kind === 'indicator-added')
          return [[change.indicator.id, change.indicator.sameAs] as const]
        if (change.kind === 'indicator-changed') return [[change.id, change.fields.sameAs] as const]
        return change.kind === 'indicator-split'
          ? change.into.map(({ id, sameAs }) => [id, sameAs] as const)
          : []
      }),
    ]
    for (const [taker, source] of named)
      if (source != null) found.set(source, (found.get(source) ?? new Set()).add(taker))
  }
  return new Map([...found].map(([id, each]) => [id, [...each]]))
}

/** What a plan's indicators name in another plan that cannot stand for them; `place` as in a plan file. */
export function unfitSources(
  plan: { readonly indicators: readonly Indicator[] },
  others: readonly { readonly title: string; readonly indicators: readonly Indicator[] }[],
): RejectionDetail[] {
  return plan.indicators.flatMap((indicator, at): RejectionDetail[] => {
    const reasons = others.flatMap(({ title, indicators }) => {
      const source = indicators.find(({ id }) => id === sourceId(indicator))
      const reason = source === undefined ? null : unfitness(indicator, source)
      return reason === null
        ? []
        : [`“${indicator.name}”不能取自${titleInMarks(title)}的“${source?.name}”：${reason}`]
    })
    return reasons.map((message) => ({ place: `indicators[${at}].sameAs`, message }))
  })
}

function unfitness(own: Indicator, source: Indicator): string | null {
  if (sourceId(source) !== null) return '那一项自己也取自别的要点'
  if (own.unit !== source.unit) return `单位不同（${own.unit}、${source.unit}）`
  return canTakeFrom(own, source) ? null : '累计方式不同，数的意思不一样'
}
