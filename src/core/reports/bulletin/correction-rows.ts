// Rows of 变更记录 about corrected and late figures: what stood there, what stands there now, why, who and when.

import { epochOf } from '../../journal/hybrid-clock.ts'
import type { Evidence, IndicatorReading, MeasureReport } from '../../journal/journal-entry.ts'
import { readingText } from '../../measuring/reading-text.ts'
import { civilDateOf } from '../../values/civil-time.ts'
import { monthNumber, type ReportingMonth, yearOf } from '../../values/reporting-month.ts'
import {
  type CellCorrection,
  type FigureCorrection,
  figureCorrections,
  type MeasureCorrection,
  measureCorrections,
} from '../corrections-since.ts'
import { gatheredLocalities, gatheredText } from '../gathered-localities.ts'
import { textCell } from '../report-cells.ts'
import type { ReportRow } from '../report-table.ts'
import type { BulletinContext } from './bulletin-context.ts'
import { measureStatusWord } from './item-words.ts'
import { knownItem } from './known-item.ts'

/** Letters of a long text that are quoted; the whole of it stands in 举措进展. */
const QUOTED = 60
const NOTHING = '（空）'

/** Corrections since the issue before (all of them for a first issue), figures first. */
export function correctionRows(context: BulletinContext): ReportRow[] {
  const { earlier, state, month } = context.input
  return [
    ...figureRows(context, figureCorrections(earlier, state, month)),
    ...measureCorrections(earlier, state, month).flatMap((step) => measureRow(context, step)),
  ]
}

/** What changed, as it reads on both sides; null where nothing people see is different. */
interface Sides {
  readonly before: string
  readonly after: string
}

function figureRows(context: BulletinContext, steps: readonly FigureCorrection[]): ReportRow[] {
  const changed = steps.filter(({ from, to }) => figureSides(from?.body ?? null, to.body) !== null)
  return gatheredLocalities(changed, ({ indicator, month, from, reason, acceptance }) =>
    [indicator, month, from === null, reason, acceptance?.entry].join(' '),
  ).map(([step, ...others]) =>
    others.length === 0 ? figureRow(context, step) : gatheredRow(context, [step, ...others]),
  )
}

function figureRow(context: BulletinContext, step: FigureCorrection): ReportRow {
  const { month, from, to, reason } = step
  const sides = figureSides(from?.body ?? null, to.body) ?? { before: '', after: '' }
  return rowOf(context, step, {
    name: figureName(context, step),
    month,
    sides,
    reason: reason ?? to.body.note,
  })
}

/** Many localities in one step: how many, and what they come to. */
function gatheredRow(
  context: BulletinContext,
  steps: readonly [FigureCorrection, ...FigureCorrection[]],
): ReportRow {
  const [{ indicator, month, reason, from, ...first }] = steps
  const mode = knownItem(context, 'indicatorsById', indicator, month)?.planned.indicator.mode ?? null
  const before = steps.flatMap((step) => step.from?.body ?? [])
  const sides = {
    before: from === null ? '未报' : gatheredText(before, mode),
    after: gatheredText(
      steps.map(({ to }) => to.body),
      mode,
    ),
  }
  const place = `（${steps.length}个县区园区）`
  const name = `${figureName(context, { indicator, month, locality: null })}${place}`
  return rowOf(context, { ...first, from, reason }, { name, month, sides, reason })
}

/** 新增高企（家）（涟水县） */
function figureName(
  context: BulletinContext,
  { indicator, month, locality }: Pick<FigureCorrection, 'indicator' | 'month' | 'locality'>,
): string {
  const known = knownItem(context, 'indicatorsById', indicator, month)
  const unit = known?.planned.indicator.unit ?? ''
  const place = locality === null ? '' : `（${known?.plan.localitiesById.get(locality)?.name ?? locality}）`
  return `${known?.planned.indicator.name ?? indicator}${unit === '' ? '' : `（${unit}）`}${place}${known?.of ?? ''}`
}

function figureSides(from: IndicatorReading | null, to: IndicatorReading): Sides | null {
  if (from === null) return { before: '未报', after: readingText(to) }
  return sidesOf([
    ['', readingText(from), readingText(to)],
    ['说明：', from.note, to.note],
    ['佐证材料：', files(from.evidence), files(to.evidence)],
  ])
}

function measureRow(context: BulletinContext, step: MeasureCorrection): ReportRow[] {
  const known = knownItem(context, 'measuresById', step.measure, step.month)
  const measure = known?.planned.measure ?? null
  const sides = measureSides(step.from?.body ?? null, step.to.body, milestoneNames(measure))
  if (sides === null) return []
  const name = `${measure?.name ?? step.measure}${known?.of ?? ''}`
  return [rowOf(context, step, { name, month: step.month, sides, reason: step.reason })]
}

function measureSides(
  from: MeasureReport | null,
  to: MeasureReport,
  milestones: ReadonlyMap<string, string>,
): Sides | null {
  if (from === null) return { before: '未报', after: measureStatusWord(to.status) }
  const done = ({ milestonesDone }: MeasureReport) =>
    milestonesDone.map((id) => milestones.get(id) ?? id).join('、')
  return sidesOf([
    ['', measureStatusWord(from.status), measureStatusWord(to.status)],
    ['进展：', from.progress, to.progress],
    ['问题：', from.problems, to.problems],
    ['下一步：', from.nextSteps, to.nextSteps],
    ['已完成节点：', done(from), done(to)],
    ['佐证材料：', files(from.evidence), files(to.evidence)],
  ])
}

/** Title, what it was, what it is; only what differs is said. */
type Field = readonly [title: string, before: string | null, after: string | null]

function sidesOf(fields: readonly Field[]): Sides | null {
  const changed = fields.filter(([, before, after]) => (before ?? '') !== (after ?? ''))
  if (changed.length === 0) return null
  return {
    before: changed.map(([title, before]) => title + quoted(before)).join('；'),
    after: changed.map(([title, , after]) => title + quoted(after)).join('；'),
  }
}

function files(evidence: readonly Evidence[] | undefined): string {
  return (evidence ?? []).map(({ path }) => path.slice(path.lastIndexOf('/') + 1)).join('、')
}

function milestoneNames(
  measure: { readonly milestones?: readonly { id: string; name: string }[] | null } | null,
): ReadonlyMap<string, string> {
  return new Map((measure?.milestones ?? []).map(({ id, name }) => [id, name]))
}

function quoted(text: string | null): string {
  if (text === null || text.trim() === '') return NOTHING
  const letters = [...text]
  return letters.length <= QUOTED ? text : `${letters.slice(0, QUOTED).join('')}…（共${letters.length}字）`
}

function rowOf(
  { input }: BulletinContext,
  { to, acceptance }: CellCorrection<unknown>,
  facts: { name: string; month: ReportingMonth; sides: Sides; reason: string | null },
): ReportRow {
  const dateOf = (time: string) => civilDateOf(epochOf(time))
  return {
    cells: {
      name: textCell(facts.name),
      month: textCell(monthWords(facts.month, input.month)),
      before: textCell(facts.sides.before),
      after: textCell(facts.sides.after),
      reason: textCell(facts.reason),
      acceptance: textCell(acceptance === null ? null : `${acceptance.author} ${dateOf(acceptance.time)}`),
      author: textCell(to.author),
      date: textCell(dateOf(to.time)),
    },
  }
}

/** 5月; the year is named where it is another one */
export function monthWords(month: ReportingMonth, current: ReportingMonth): string {
  return yearOf(month) === yearOf(current)
    ? `${monthNumber(month)}月`
    : `${yearOf(month)}年${monthNumber(month)}月`
}
