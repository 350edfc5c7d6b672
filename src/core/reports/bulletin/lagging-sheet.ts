// 滞后事项: everything red or yellow, the slowest first, with its reason and what is asked of it.

import type { Light, LightLabel } from '../../measuring/status.ts'
import type { DepartmentId } from '../../plan/annual-plan.ts'
import { barCell, countCell, lightCell, percentCell, sentenceCell, textCell } from '../report-cells.ts'
import type { ReportBlock, ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import {
  type BulletinContext,
  basisNote,
  besideContexts,
  markedTitle,
  numberedNotes,
} from './bulletin-context.ts'
import { catchUpWords, monthsOverdue, nameList, overdueWords, ownWords, remarks } from './item-words.ts'

const COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.4, align: 'center' },
  { key: 'name', title: '滞后事项', width: 11, align: 'left', wrap: true },
  { key: 'programme', title: '所属行动', width: 7, align: 'center', wrap: true },
  { key: 'lead', title: '责任处室', width: 4.4, align: 'center', wrap: true },
  { key: 'light', title: '状态', width: 6, align: 'center' },
  { key: 'completion', title: '完成率', width: 5, align: 'center' },
  { key: 'pace', title: '完成序时', width: 5, align: 'center' },
  { key: 'reason', title: '滞后原因', width: 12, align: 'left', wrap: true },
  { key: 'nextSteps', title: '下一步', width: 10, align: 'left', wrap: true },
  { key: 'needed', title: '追赶要求', width: 9, align: 'left', wrap: true },
  { key: 'why', title: '判定依据', width: 13, align: 'left', wrap: true },
]
/** How many unreported items a note names. */
const NAMED_ITEMS = 8

/** One lagging indicator or measure. */
export interface LaggingItem {
  /** "indicator/i1", "measure/m1" */
  readonly id: string
  readonly name: string
  readonly programme: string
  readonly lead: DepartmentId | null
  readonly light: Light
  readonly label: LightLabel
  readonly completion: number | null
  readonly pace: number | null
  /** months since the oldest milestone was due; measures only */
  readonly overdueMonths: number
  readonly reason: string | null
  readonly nextSteps: string | null
  readonly needed: string | null
  readonly why: string
}

export function laggingSheet(context: BulletinContext): ReportSheet {
  const beside = besideContexts(context)
  const unreported = unreportedNames(context)
  const summary = [laggingCounts(laggingItems(context)), ...beside.map(besideCounts)].join('')
  return {
    ...context.frame('滞后事项', '滞后事项清单', '%'),
    summary: summary === '' ? null : summary,
    blocks: [
      laggingBlock(context, beside.length === 0 ? null : `一、${markedTitle(context)}`),
      // Figures of two plans never share a table.
      ...beside.map((each, at) =>
        laggingBlock(each, `${NUMBERS[at + 1] ?? ''}、并列执行的${markedTitle(each)}`),
      ),
    ],
    notes: numberedNotes([
      ...unreportedNote(unreported, ''),
      ...beside.flatMap((each) => unreportedNote(unreportedNames(each), `${markedTitle(each)}中`)),
      basisNote(context),
    ]),
    isOnePage: false,
  }
}

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九']

function laggingBlock(context: BulletinContext, title: string | null): ReportBlock {
  const unreported = unreportedNames(context).length
  return {
    title,
    columns: COLUMNS,
    rows: laggingItems(context).map((item, index) => laggingRow(context, item, index + 1)),
    emptyText: unreported === 0 ? '本期没有滞后事项' : `已填报的事项中没有滞后，另有${unreported}项未填报`,
  }
}

function laggingCounts(items: readonly LaggingItem[]): string {
  if (items.length === 0) return ''
  const red = items.filter(({ light }) => light === 'red').length
  return `滞后事项共${items.length}项：■严重滞后${red}项、▲滞后${items.length - red}项；由慢到快排列。`
}

function besideCounts(context: BulletinContext): string {
  const words = laggingCounts(laggingItems(context))
  return words === '' ? '' : `并列执行的${markedTitle(context)}${words}`
}

/** Everything red or yellow, the slowest first. */
export function laggingItems(context: BulletinContext): LaggingItem[] {
  return [...laggingIndicators(context), ...laggingMeasures(context)].sort(slowestFirst)
}

function isLagging({ light }: { readonly light: Light }): boolean {
  return light === 'red' || light === 'yellow'
}

function laggingIndicators(context: BulletinContext): LaggingItem[] {
  return context.indicators
    .filter(({ status }) => isLagging(status))
    .map((item) => ({ ...item, needed: remarks([ownWords(item.status.verdict), catchUpWords(item)]) }))
    .map(({ planned, status, needed }) => ({
      id: `indicator/${planned.indicator.id}`,
      name: planned.indicator.name,
      programme: planned.programme?.name ?? '主要目标',
      lead: planned.lead,
      light: status.light,
      label: status.label,
      completion: status.completion,
      pace: status.paceRatio,
      overdueMonths: 0,
      reason: status.note,
      nextSteps: null,
      needed,
      why: status.why,
    }))
}

function laggingMeasures(context: BulletinContext): LaggingItem[] {
  return context.measures
    .filter(({ status }) => isLagging(status))
    .map(({ planned, status }) => ({
      id: `measure/${planned.measure.id}`,
      name: planned.measure.name,
      programme: planned.programme.name,
      lead: planned.lead,
      light: status.light,
      label: status.label,
      completion: null,
      pace: null,
      overdueMonths: monthsOverdue(status.overdueMilestones, context.input.month) ?? 0,
      reason: status.problems,
      nextSteps: status.nextSteps,
      needed: remarks([overdueWords(status.overdueMilestones, context.input.month)]),
      why: status.why,
    }))
}

/** Red before yellow; then figures by their pace, then measures by how long they have been overdue. */
function slowestFirst(a: LaggingItem, b: LaggingItem): number {
  if (a.light !== b.light) return a.light === 'red' ? -1 : 1
  if (a.pace !== b.pace) return (a.pace ?? Number.MAX_VALUE) - (b.pace ?? Number.MAX_VALUE)
  return b.overdueMonths - a.overdueMonths
}

function laggingRow(context: BulletinContext, item: LaggingItem, no: number): ReportRow {
  return {
    id: item.id,
    cells: {
      no: countCell(no),
      name: textCell(item.name),
      programme: textCell(item.programme),
      lead: textCell(context.nameOf(item.lead)),
      light: lightCell(item.light, item.label),
      completion: barCell(item.completion, context.bands),
      pace: percentCell(item.pace, context.bands),
      reason: textCell(item.reason),
      nextSteps: textCell(item.nextSteps),
      needed: textCell(item.needed),
      why: sentenceCell(item.why),
    },
  }
}

function unreportedNames(context: BulletinContext): string[] {
  return [
    ...context.indicators
      .filter(({ status }) => status.label === '未填报')
      .map(({ planned }) => planned.indicator.name),
    ...context.measures
      .filter(({ status }) => status.label === '未填报')
      .map(({ planned }) => planned.measure.name),
  ]
}

/** A gap is not a laggard, but nobody should take a short list for a good month. */
function unreportedNote(names: readonly string[], where: string): string[] {
  return names.length === 0
    ? []
    : [`${where}另有${names.length}项未填报，未列入本表：${nameList(names, NAMED_ITEMS)}。`]
}
