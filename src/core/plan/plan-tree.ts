// 工作要点 as a tree that people read: who answers for each item and whether that is inherited, what counts in the
// month, and what still stands in the way of putting it in force.

import type { RejectionDetail } from '../outcome.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import type {
  AnnualPlan,
  DepartmentId,
  Indicator,
  Lifetime,
  Measure,
  PlanIndex,
  Programme,
  Safeguard,
} from './annual-plan.ts'
import { leadsMissing, planProblems } from './check-plan.ts'
import type { PlanItemKind } from './plan-change.ts'

/** 在用 · 未生效 · 已停用 */
export type ItemPhase = 'in-force' | 'to-come' | 'ended'

interface Node<Kind extends PlanItemKind, Item> {
  readonly kind: Kind
  readonly id: string
  readonly name: string
  readonly item: Item
  readonly lead: DepartmentId | null
  /** 继承 */
  readonly isLeadInherited: boolean
  readonly participating: readonly DepartmentId[]
  readonly isParticipatingInherited: boolean
  readonly phase: ItemPhase
}

export type IndicatorNode = Node<'indicator', Indicator>
export type MeasureNode = Node<'measure', Measure>
export type SafeguardNode = Node<'safeguard', Safeguard>
export interface ProgrammeNode extends Node<'programme', Programme> {
  readonly indicators: readonly IndicatorNode[]
  readonly measures: readonly MeasureNode[]
}
export type PlanNode = IndicatorNode | MeasureNode | SafeguardNode | ProgrammeNode

export interface PlanTree {
  /** 主要目标 */
  readonly headline: readonly IndicatorNode[]
  readonly programmes: readonly ProgrammeNode[]
  readonly safeguards: readonly SafeguardNode[]
}

/** `month` null = a draft, in which everything counts. */
export function planTree(index: PlanIndex, month: ReportingMonth | null): PlanTree {
  const indicators = index.indicators.map(
    ({ indicator, lead, isLeadInherited, participating, programme }): IndicatorNode => ({
      kind: 'indicator',
      id: indicator.id,
      name: indicator.name,
      item: indicator,
      lead,
      isLeadInherited: isLeadInherited && programme !== null,
      participating,
      isParticipatingInherited: indicator.participating == null && programme !== null,
      phase: phaseOf([indicator, ...(programme === null ? [] : [programme])], month),
    }),
  )
  const measures = index.measures.map(
    ({ measure, programme, lead, isLeadInherited, participating }): MeasureNode => ({
      kind: 'measure',
      id: measure.id,
      name: measure.name,
      item: measure,
      lead,
      isLeadInherited,
      participating,
      isParticipatingInherited: measure.participating == null,
      phase: phaseOf([measure, programme], month),
    }),
  )
  return {
    headline: indicators.filter(({ item }) => item.programme == null),
    programmes: index.plan.programmes.map((programme) => ({
      kind: 'programme',
      id: programme.id,
      name: programme.name,
      item: programme,
      lead: programme.lead ?? null,
      isLeadInherited: false,
      participating: programme.participating ?? [],
      isParticipatingInherited: false,
      phase: phaseOf([programme], month),
      indicators: indicators.filter(({ item }) => item.programme === programme.id),
      measures: measures.filter(({ id }) => index.measuresById.get(id)?.programme.id === programme.id),
    })),
    safeguards: (index.plan.safeguards ?? []).map((safeguard) => ({
      kind: 'safeguard',
      id: safeguard.id,
      name: safeguard.name,
      item: safeguard,
      lead: null,
      isLeadInherited: false,
      participating: safeguard.departments ?? [],
      isParticipatingInherited: false,
      phase: phaseOf([safeguard], month),
    })),
  }
}

function phaseOf(lifetimes: readonly Lifetime[], month: ReportingMonth | null): ItemPhase {
  if (month === null) return 'in-force'
  if (lifetimes.some(({ until }) => until != null && until < month)) return 'ended'
  return lifetimes.some(({ from }) => from != null && from > month) ? 'to-come' : 'in-force'
}

/** A place that keeps a plan from being put in force, and the item it belongs to, if any. */
export interface Obstacle extends RejectionDetail {
  readonly kind: PlanItemKind | null
  readonly id: string | null
}

/** Everything that keeps a plan from being put in force: contradictions first, then items nobody answers for. */
export function obstaclesOf(index: PlanIndex): Obstacle[] {
  return [...planProblems(index.plan), ...leadsMissing(index)].map(({ place, message }) => ({
    place,
    message,
    ...itemAt(index.plan, place),
  }))
}

const PLACE = /^(indicators|programmes|safeguards)\[(\d+)\](?:\.measures\[(\d+)\])?/

/** The item that a place ("programmes[0].measures[2].lead") is about. */
export function itemAt(plan: AnnualPlan, place: string): Pick<Obstacle, 'kind' | 'id'> {
  const [, list, at, measureAt] = PLACE.exec(place) ?? []
  if (list === 'indicators') return named('indicator', plan.indicators[Number(at)])
  if (list === 'safeguards') return named('safeguard', plan.safeguards?.[Number(at)])
  if (list !== 'programmes') return { kind: null, id: null }
  const programme = plan.programmes[Number(at)]
  return measureAt === undefined
    ? named('programme', programme)
    : named('measure', programme?.measures?.[Number(measureAt)])
}

function named(kind: PlanItemKind, item: { readonly id: string } | undefined): Pick<Obstacle, 'kind' | 'id'> {
  return item === undefined ? { kind: null, id: null } : { kind, id: item.id }
}

const PREFIXES: Readonly<Record<PlanItemKind, string>> = {
  indicator: 'i',
  measure: 'm',
  programme: 'p',
  safeguard: 's',
}

/**
 * The first free id of that kind: i2020-1, p2020-2; a measure's begins with its programme's (p3m2020-1). The plan's
 * year keeps two plans from giving one id to different things, whose figures would then be taken for one history.
 */
export function freeItemId(plan: AnnualPlan, kind: PlanItemKind, programme = ''): string {
  const taken = new Set([
    ...plan.indicators.map(({ id }) => id),
    ...plan.programmes.flatMap((each) => [each.id, ...(each.measures ?? []).map(({ id }) => id)]),
    ...(plan.safeguards ?? []).map(({ id }) => id),
  ])
  const { from, to } = plan.years
  const years = from === to ? `${from}` : `${from}to${to}`
  return freeId(taken, `${kind === 'measure' ? programme : ''}${PREFIXES[kind]}${years}-`)
}

/** Free among the units of every plan. */
export function freeUnitId({ everyUnit }: PlanIndex): string {
  return freeId(new Set(everyUnit.keys()), 'unit')
}

function freeId(taken: ReadonlySet<string>, prefix: string): string {
  let number = 1
  while (taken.has(`${prefix}${number}`)) number += 1
  return `${prefix}${number}`
}
