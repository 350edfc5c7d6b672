// 与上期对比: what got worse, what was made good, what came and went since the last issue.

import type { IndicatorStatus, Light, LightLabel, MeasureStatusReport } from '../../measuring/status.ts'
import { monthNumber, yearOf } from '../../values/reporting-month.ts'
import { figureChanges } from '../changes-between.ts'
import { compareMonths, type MonthChange, type MonthChangeKind } from '../compare-months.ts'
import { countCell, DASH, lightCell, percentCell, sentenceCell, textCell } from '../report-cells.ts'
import type { ReportCell, ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import { type BulletinContext, leadingOnlyNote, numberedNotes } from './bulletin-context.ts'
import type { EarlierIssue } from './bulletin-input.ts'

const COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.6, align: 'center' },
  { key: 'change', title: '变化', width: 5.5, align: 'center' },
  { key: 'name', title: '事项', width: 15, align: 'left', wrap: true },
  { key: 'lead', title: '责任处室', width: 5, align: 'center', wrap: true },
  { key: 'earlier', title: '完成率', group: '上期', width: 5.2, align: 'center' },
  { key: 'earlierLight', title: '状态', group: '上期', width: 6.4, align: 'center' },
  { key: 'now', title: '完成率', group: '本期', width: 5.2, align: 'center' },
  { key: 'light', title: '状态', group: '本期', width: 6.4, align: 'center' },
  { key: 'difference', title: '增减(百分点)', width: 4.6, align: 'center' },
  { key: 'text', title: '说明', width: 20, align: 'left', wrap: true },
]

interface Section {
  readonly title: string
  readonly word: string
  readonly kinds: readonly MonthChangeKind[]
}

/** What asks for attention first. */
export const COMPARISON_SECTIONS: readonly Section[] = [
  { title: '转差和新增逾期', word: '转差', kinds: ['worse', 'newly-overdue'] },
  { title: '好转和补齐', word: '好转', kinds: ['made-good', 'better'] },
  // A month without a figure says nothing of how the work goes.
  { title: '未填报和恢复填报', word: '填报变化', kinds: ['not-reported', 'newly-reported'] },
  { title: '新列入和不再列入', word: '增减', kinds: ['added', 'removed'] },
  {
    title: '更正和调整',
    word: '更正调整',
    kinds: ['corrected', 'filled-late', 'target-revised', 'judged-otherwise'],
  },
]

export const KIND_WORDS: Readonly<Record<MonthChangeKind, string>> = {
  worse: '转差',
  'newly-overdue': '新增逾期',
  'not-reported': '未填报',
  'made-good': '已补',
  better: '好转',
  'newly-reported': '新报',
  added: '新列入',
  removed: '不再列入',
  corrected: '更正',
  'filled-late': '补报',
  'target-revised': '目标调整',
  'judged-otherwise': '考核变化',
}

export function comparisonSheet(context: BulletinContext): ReportSheet {
  const { earlier } = context.input
  const changes = changesSince(context)
  const sections = COMPARISON_SECTIONS.map((section) => ({
    section,
    changes: changes.filter(({ kind }) => section.kinds.includes(kind)),
  })).filter((each) => each.changes.length > 0)
  let no = 0
  return {
    ...context.frame('与上期对比', '与上期对比表', '%、百分点'),
    summary:
      earlier === null
        ? null
        : `与${issueWords(context, earlier)}相比：${COMPARISON_SECTIONS.map(({ word, kinds }) => `${word}${changes.filter(({ kind }) => kinds.includes(kind)).length}项`).join('、')}。`,
    blocks: [
      {
        title: null,
        columns: COLUMNS,
        rows: sections.flatMap(({ section, changes: own }) => [
          sectionRow(section.title, own.length),
          ...own.map((change) => {
            no += 1
            return changeRow(context, change, no)
          }),
        ]),
        emptyText: earlier === null ? '本期是首期通报，没有上期可比' : '与上期相比没有变化',
      },
    ],
    notes: numberedNotes([
      ...leadingOnlyNote(context, '不在本表对比'),
      '状态或完成情况没有变化的事项不列；增减＝本期完成率－上期完成率。',
      ...(earlier !== null && earlier.issue === null
        ? ['上期未冻结，按上月各处室首次审核通过时的数对比。']
        : []),
    ]),
    isOnePage: false,
  }
}

/** The sheet and the text both ask; a province's 72,000 figures are compared once for an issue. */
const changesByIssue = new WeakMap<BulletinContext['input'], readonly MonthChange[]>()

/** Everything that is different since the last issue; nothing for the first. */
export function changesSince(context: BulletinContext): readonly MonthChange[] {
  const changes = changesByIssue.get(context.input) ?? compared(context)
  changesByIssue.set(context.input, changes)
  return changes
}

function compared({ input, plan }: BulletinContext): MonthChange[] {
  const { earlier, state, status } = input
  if (earlier === null) return []
  const planThen = earlier.state.plan?.at(earlier.month)
  if (planThen === undefined) return []
  return compareMonths(
    { plan: planThen, report: earlier.status },
    { plan, report: status },
    figureChanges(earlier.state, state, earlier.month, 'accepted'),
  )
}

/** 第5期（5月） */
export function issueWords({ input }: BulletinContext, { month, issue }: EarlierIssue): string {
  const year = yearOf(month) === yearOf(input.month) ? '' : `${yearOf(month)}年`
  const name = `${year}${monthNumber(month)}月`
  return issue === null ? name : `第${issue}期（${name}）`
}

function sectionRow(title: string, count: number): ReportRow {
  return { kind: 'section', cells: { no: { value: `${title}（${count}项）`, align: 'left', isBold: true } } }
}

interface ItemStatus {
  readonly light: Light
  readonly label: LightLabel
  readonly completion: number | null
}

function changeRow(context: BulletinContext, change: MonthChange, no: number): ReportRow {
  const { earlier, status } = context.input
  const then = earlier === null ? null : statusOf(earlier.status, change)
  const now = statusOf(status, change)
  return {
    // A few localities of one item may have changed: the row's number tells them apart.
    id: `${change.kind}/${change.item.kind}/${change.item.id}/${change.month}/${no}`,
    cells: {
      no: countCell(no),
      change: textCell(KIND_WORDS[change.kind]),
      name: textCell(change.name),
      lead: textCell(leadOf(context, change)),
      earlier: percentCell(then?.completion ?? null, context.bands),
      earlierLight: then === null ? DASH : lightCell(then.light, then.label),
      now: percentCell(now?.completion ?? null, context.bands),
      light: now === null ? DASH : lightCell(now.light, now.label),
      difference: differenceCell(then?.completion ?? null, now?.completion ?? null),
      text: sentenceCell(change.text),
    },
  }
}

function statusOf(
  report: {
    readonly indicators: readonly IndicatorStatus[]
    readonly measures: readonly MeasureStatusReport[]
  },
  { item }: MonthChange,
): ItemStatus | null {
  if (item.kind === 'indicator') return report.indicators.find(({ id }) => id === item.id) ?? null
  const measure = report.measures.find(({ id }) => id === item.id)
  return measure === undefined ? null : { light: measure.light, label: measure.label, completion: null }
}

function leadOf({ plan, input, nameOf }: BulletinContext, { item }: MonthChange): string {
  const plans = [plan, input.earlier?.state.plan?.at(input.earlier.month)]
  for (const each of plans) {
    const planned = (item.kind === 'indicator' ? each?.indicatorsById : each?.measuresById)?.get(item.id)
    if (planned !== undefined) return nameOf(planned.lead)
  }
  return '—'
}

/** In percentage points, as a spreadsheet works it out. */
function differenceCell(then: number | null, now: number | null): ReportCell {
  if (then === null || now === null) return DASH
  return { value: (now - then) * 100, shape: { decimals: 1 }, formula: '({now}-{earlier})*100' }
}
