// 与上期相比: what is different since the last meeting, one line for each thing that changed. The overview lists it and
// a bulletin can print it.

import type {
  IndicatorStatus,
  Light,
  LightLabel,
  MeasureStatusReport,
  StatusReport,
} from '../measuring/status.ts'
import { figureText, percentText } from '../measuring/wording.ts'
import type { PlanIndex, Target } from '../plan/annual-plan.ts'
import { targetInForce } from '../plan/annual-plan.ts'
import { exact } from '../values/exact.ts'
import { monthNumber, type ReportingMonth } from '../values/reporting-month.ts'
import { type FigureChange, targetChanges } from './changes-between.ts'
import { gatheredLocalities } from './gathered-localities.ts'

export type MonthChangeKind =
  | 'worse'
  | 'newly-overdue'
  | 'not-reported'
  | 'corrected'
  | 'filled-late'
  | 'target-revised'
  | 'added'
  | 'removed'
  | 'made-good'
  | 'better'
  | 'newly-reported'
  | 'judged-otherwise'

/** One line of 与上期相比. */
export interface MonthChange {
  readonly kind: MonthChangeKind
  readonly item: { readonly kind: 'indicator' | 'measure'; readonly id: string }
  readonly name: string
  /** the month to open behind the line */
  readonly month: ReportingMonth
  /** the item's light now; grey for one that is gone */
  readonly light: Light
  readonly label: LightLabel | null
  /** what follows the name: 由黄转红:完成序时80.0% */
  readonly text: string
}

/** A month as it was measured, and the plan it was measured by. */
export interface ComparedMonth {
  readonly plan: PlanIndex
  readonly report: Pick<StatusReport, 'month' | 'measures'> & {
    readonly indicators: readonly ComparedIndicator[]
  }
}

type ComparedIndicator = Pick<IndicatorStatus, 'id' | 'light' | 'label' | 'actual' | 'paceRatio'>

/** The order in which people want to hear it: what got worse, what was rewritten, what got better. */
const ORDER: readonly MonthChangeKind[] = [
  'worse',
  'newly-overdue',
  'corrected',
  'filled-late',
  'target-revised',
  'added',
  'removed',
  'not-reported',
  'judged-otherwise',
  'made-good',
  'better',
  'newly-reported',
]

const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  blue: '蓝',
  green: '绿',
  yellow: '黄',
  red: '红',
  grey: '灰',
}
/** Lights that say how well it goes, worst first. */
const SEVERITY: readonly Light[] = ['red', 'yellow', 'green', 'blue']

/** `figures`: what was rewritten of the months up to the earlier one (figureChanges). Sentences are half-width (0007). */
export function compareMonths(
  before: ComparedMonth,
  after: ComparedMonth,
  figures: readonly FigureChange[] = [],
): MonthChange[] {
  const lines = [
    ...itemChanges(before, after),
    ...gatheredLocalities(figures, ({ indicator, month, before: was }) =>
      [indicator, month, was === null].join(' '),
    ).flatMap((changes) => figureLine(after, changes) ?? []),
    ...revisedTargets(before, after),
  ]
  const rank = ({ kind, light }: MonthChange) => ORDER.indexOf(kind) * 10 + SEVERITY.indexOf(light)
  return lines
    .map((line, at) => ({ line, at }))
    .sort((a, b) => rank(a.line) - rank(b.line) || a.at - b.at)
    .map(({ line }) => line)
}

type ItemStatus =
  | { readonly kind: 'indicator'; readonly name: string; readonly status: ComparedIndicator }
  | { readonly kind: 'measure'; readonly name: string; readonly status: MeasureStatusReport }

function itemsOf({ plan, report }: ComparedMonth): Map<string, ItemStatus> {
  return new Map([
    ...report.indicators.map((status): [string, ItemStatus] => [
      `indicator ${status.id}`,
      { kind: 'indicator', name: plan.indicatorsById.get(status.id)?.indicator.name ?? status.id, status },
    ]),
    ...report.measures.map((status): [string, ItemStatus] => [
      `measure ${status.id}`,
      { kind: 'measure', name: plan.measuresById.get(status.id)?.measure.name ?? status.id, status },
    ]),
  ])
}

function itemChanges(before: ComparedMonth, after: ComparedMonth): MonthChange[] {
  const [then, now] = [itemsOf(before), itemsOf(after)]
  const lineOf = (item: ItemStatus, kind: MonthChangeKind, text: string): MonthChange => ({
    kind,
    item: { kind: item.kind, id: item.status.id },
    name: item.name,
    month: after.report.month,
    light: item.status.light,
    label: item.status.label,
    text,
  })
  const gone = [...then].flatMap(([key, item]): MonthChange[] =>
    now.has(key)
      ? []
      : [{ ...lineOf(item, 'removed', '不再列入'), month: before.report.month, light: 'grey', label: null }],
  )
  const present = [...now].flatMap(([key, item]): MonthChange[] => {
    const earlier = then.get(key)
    if (earlier === undefined) return [lineOf(item, 'added', '本期新列入')]
    const changed = judgementChange(earlier, item, after)
    const lines = changed === null ? [] : [lineOf(item, changed.kind, changed.text)]
    // A light that changed has said so already, with the milestone in its reason.
    return changed === null
      ? newlyOverdue(earlier, item).map((text) => lineOf(item, 'newly-overdue', text))
      : lines
  })
  return [...present, ...gone]
}

function judgementChange(
  earlier: ItemStatus,
  item: ItemStatus,
  { plan }: ComparedMonth,
): { readonly kind: MonthChangeKind; readonly text: string } | null {
  const [was, is] = [earlier.status, item.status]
  if (was.label === is.label) return null
  const because = reasonOf(item, plan)
  if (is.label === '黄(已补)')
    return {
      kind: 'made-good',
      text: was.light === 'yellow' ? '已补,灯记为黄(已补)' : `由${wordOf(was)}转为黄(已补)`,
    }
  if (is.label === '未填报') return { kind: 'not-reported', text: '本期未填报' }
  if (was.label === '未填报' || was.label === '尚未统计')
    return { kind: kindOfFirst(is.light), text: `本期已报,为${wordOf(is)}${because}` }
  const text = `由${wordOf(was)}转${is.light === 'grey' ? '为' : ''}${wordOf(is)}${because}`
  if (was.light === 'grey' || is.light === 'grey') {
    const kind = kindOfFirst(is.light)
    return { kind: kind === 'newly-reported' ? 'judged-otherwise' : kind, text }
  }
  if (was.light === is.light) return null
  return { kind: SEVERITY.indexOf(is.light) < SEVERITY.indexOf(was.light) ? 'worse' : 'better', text }
}

/** A first light of red or yellow is bad news, whatever stood there before. */
function kindOfFirst(light: Light): MonthChangeKind {
  if (light === 'grey') return 'judged-otherwise'
  return light === 'red' || light === 'yellow' ? 'worse' : 'newly-reported'
}

const wordOf = ({ light, label }: { light: Light; label: LightLabel }): string =>
  light === 'grey' || label === '黄(已补)' ? label : LIGHT_WORDS[light]

function reasonOf(item: ItemStatus, plan: PlanIndex): string {
  if (item.kind === 'measure') {
    const { overdueMilestones, problems } = item.status
    if (overdueMilestones.length > 0)
      return `:节点${overdueMilestones.map(({ name, due }) => `“${name}”(${monthNumber(due)}月)`).join('、')}到期未完成`
    return item.status.status === 'blocked' && problems !== null ? ':受阻需协调' : ''
  }
  const { light, paceRatio, actual } = item.status
  const planned = plan.indicatorsById.get(item.status.id)
  if (light === 'blue' && actual !== null && planned !== undefined)
    return `:${figureText(exact(actual), planned.indicator.decimals ?? 0)}${planned.indicator.unit}`
  return paceRatio === null ? '' : `:完成序时${percentText(exact(paceRatio), plan.bands)}`
}

function newlyOverdue(earlier: ItemStatus, item: ItemStatus): string[] {
  if (earlier.kind !== 'measure' || item.kind !== 'measure') return []
  const known = new Set(earlier.status.overdueMilestones.map(({ id }) => id))
  return item.status.overdueMilestones
    .filter(({ id }) => !known.has(id))
    .map(({ name, due }) => `节点“${name}”${monthNumber(due)}月到期,未完成`)
}

/** One figure, or those of many localities. */
function figureLine(
  after: ComparedMonth,
  changes: readonly [FigureChange, ...FigureChange[]],
): MonthChange | null {
  const [change] = changes
  const planned = after.plan.indicatorsById.get(change.indicator)
  if (planned === undefined) return null
  const status = after.report.indicators.find(({ id }) => id === change.indicator)
  const reasons = new Set(changes.map(({ reason }) => reason))
  const [reason] = reasons.size === 1 ? reasons : [null]
  const what =
    changes.length > 1
      ? `${changes.length}个县区园区${change.before === null ? '补报' : '更正'}`
      : figureWords(after.plan, change, planned.indicator.unit)
  return {
    kind: change.before === null ? 'filled-late' : 'corrected',
    item: { kind: 'indicator', id: change.indicator },
    name: planned.indicator.name,
    month: change.month,
    light: status?.light ?? 'grey',
    label: status?.label ?? null,
    text: `${monthNumber(change.month)}月${what}${reason == null ? '' : `(${reason})`}`,
  }
}

function figureWords(plan: PlanIndex, { locality, before, after }: FigureChange, unit: string): string {
  const place = locality === null ? '' : (plan.localitiesById.get(locality)?.name ?? locality)
  return `${place}${before === null ? `补报${after}${unit}` : `更正:${before}→${after}${unit}`}`
}

function revisedTargets(before: ComparedMonth, after: ComparedMonth): MonthChange[] {
  const targetIn = (compared: ComparedMonth) => (id: string) => {
    const planned = compared.plan.indicatorsById.get(id)
    return planned === undefined ? null : targetInForce(planned.indicator, compared.report.month)
  }
  const dated = (compared: ComparedMonth) => ({ plan: compared.plan, targetOf: targetIn(compared) })
  return targetChanges(dated(before), dated(after)).flatMap(({ indicator, before: then, after: now }) => {
    const planned = after.plan.indicatorsById.get(indicator)
    const status = after.report.indicators.find(({ id }) => id === indicator)
    if (planned === undefined) return []
    const document = now.documentNumber == null ? '' : `(${now.documentNumber})`
    return [
      {
        kind: 'target-revised' as const,
        item: { kind: 'indicator' as const, id: indicator },
        name: planned.indicator.name,
        month: after.report.month,
        light: status?.light ?? ('grey' as const),
        label: status?.label ?? null,
        text: `年度目标调整:${aimText(then)}→${aimText(now)}${planned.indicator.unit}${document}`,
      },
    ]
  })
}

/** 30 · 确保23、力争25 */
function aimText({ committed, stretch }: Target): string {
  const text = (value: number) => figureText(exact(value))
  if (committed == null) return stretch == null ? '无' : `力争${text(stretch)}`
  return stretch == null ? text(committed) : `确保${text(committed)}、力争${text(stretch)}`
}
