// 变更记录: figures of earlier months that were corrected since the last issue, and everything by which the plan was
// amended this year, with the reason and the document that ordered it.
import type { Recorded } from '../../bureau-state.ts'
import { civilDateOf } from '../../civil-time.ts'
import { epochOf } from '../../hybrid-clock.ts'
import type { MeasureReport } from '../../journal-entry.ts'
import { planCovering } from '../../plan-timeline.ts'
import { monthNumber, type ReportingMonth, yearOf } from '../../reporting-month.ts'
import { type FigureChange, figureChanges } from '../changes-between.ts'
import { countCell, textCell } from '../report-cells.ts'
import type { ReportBlock, ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import { type BulletinContext, numberedNotes } from './bulletin-context.ts'
import type { EarlierIssue } from './bulletin-input.ts'
import { issueWords } from './comparison-sheet.ts'
import { measureStatusWord } from './item-words.ts'
import { planEventLines } from './plan-event-words.ts'

const COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.6, align: 'center' },
  { key: 'name', title: '事项', width: 15, align: 'left', wrap: true },
  { key: 'month', title: '月份', width: 5, align: 'center' },
  { key: 'before', title: '原数', width: 9, align: 'center', wrap: true },
  { key: 'after', title: '现数', width: 12, align: 'center', wrap: true },
  { key: 'reason', title: '原因', width: 20, align: 'left', wrap: true },
  { key: 'document', title: '文号', width: 9, align: 'center', wrap: true },
  { key: 'author', title: '经办人', width: 5, align: 'center', wrap: true },
  { key: 'date', title: '日期', width: 7, align: 'center' },
]

/** The upper table shares the lower one's columns; it has no 文号. */
const CORRECTION_COLUMNS: readonly ReportColumn[] = COLUMNS.filter(({ key }) => key !== 'document').map(
  (column) => (column.key === 'reason' ? { ...column, gridSpan: 2 } : column),
)
const AMENDMENT_COLUMNS: readonly ReportColumn[] = COLUMNS.map((column) =>
  column.key === 'month'
    ? { ...column, title: '起始月份' }
    : column.key === 'before'
      ? { ...column, title: '调整前' }
      : column.key === 'after'
        ? { ...column, title: '调整后' }
        : column,
)

export function changeSheet(context: BulletinContext): ReportSheet {
  const { earlier } = context.input
  const corrections = earlier === null ? [] : correctionRows(context, earlier)
  const amendments = amendmentRows(context)
  return {
    ...context.frame('变更记录', '变更记录表', '见事项'),
    summary:
      earlier === null
        ? `本年度要点调整${amendments.length}项。`
        : `${issueWords(context, earlier)}以来更正、补报${corrections.length}处；本年度要点调整${amendments.length}项。`,
    blocks: [
      block('一、往月数据的更正和补报', CORRECTION_COLUMNS, corrections, '没有更正往月数据'),
      block('二、本年度要点的调整', AMENDMENT_COLUMNS, amendments, '本年度要点没有调整'),
    ],
    notes: numberedNotes([
      '更正只列审核通过的；原数为上期通报所用的数，“未报”为当时没有数。',
      '目标调整自起始月份起执行，以前各月和已发的通报仍按原目标。',
    ]),
    isOnePage: false,
  }
}

function block(
  title: string,
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  emptyText: string,
): ReportBlock {
  return { title, columns, rows: rows.map((row, index) => numbered(row, index + 1)), emptyText }
}

function numbered(row: ReportRow, no: number): ReportRow {
  return { ...row, cells: { ...row.cells, no: countCell(no) } }
}

function correctionRows(context: BulletinContext, earlier: EarlierIssue): ReportRow[] {
  const figures = figureChanges(earlier.state, context.input.state, earlier.month, 'accepted')
  return [...figures.map((change) => figureRow(context, change)), ...measureRows(context, earlier)]
}

function figureRow({ input, plan }: BulletinContext, change: FigureChange): ReportRow {
  const { indicator, month, locality, before, after, reason } = change
  const planned = plan.indicatorsById.get(indicator)
  const place = locality === null ? '' : `（${plan.localitiesById.get(locality)?.name ?? locality}）`
  const unit = planned?.indicator.unit ?? ''
  const cell = input.state.readings
    .get(indicator)
    ?.get(month)
    ?.cells.get(locality ?? '')
  return {
    cells: {
      name: textCell(`${planned?.indicator.name ?? indicator}${unit === '' ? '' : `（${unit}）`}${place}`),
      month: textCell(monthWords(month, input.month)),
      before: textCell(before ?? '未报'),
      after: textCell(after),
      reason: textCell(reason),
      ...whoAndWhen(cell?.accepted ?? null),
    },
  }
}

/** Measures whose accepted status of an earlier month is another now. */
function measureRows({ input, plan }: BulletinContext, earlier: EarlierIssue): ReportRow[] {
  const rows: ReportRow[] = []
  for (const [id, months] of input.state.measures) {
    for (const month of [...months.keys()].filter((each) => each <= earlier.month).sort()) {
      const now = months.get(month)?.accepted ?? null
      const then = earlier.state.measures.get(id)?.get(month)?.accepted ?? null
      if (now === null || now.entry === then?.entry || now.body.status === then?.body.status) continue
      rows.push({
        cells: {
          name: textCell(plan.measuresById.get(id)?.measure.name ?? id),
          month: textCell(monthWords(month, input.month)),
          before: textCell(then === null ? '未报' : measureStatusWord(then.body.status)),
          after: textCell(measureStatusWord(now.body.status)),
          reason: textCell(correctionReason(input.state, plan.measuresById.get(id)?.lead ?? null, now)),
          ...whoAndWhen(now),
        },
      })
    }
  }
  return rows
}

function correctionReason(
  state: BulletinContext['input']['state'],
  lead: string | null,
  { time, body }: Recorded<MeasureReport>,
): string | null {
  const events = state.submissions.get(`${body.month}/${lead}`)?.events ?? []
  return events.findLast(({ kind, origin }) => kind === 'correction' && origin.time < time)?.reason ?? null
}

function whoAndWhen(recorded: Pick<Recorded<unknown>, 'author' | 'time'> | null): ReportRow['cells'] {
  return {
    author: textCell(recorded?.author),
    date: textCell(recorded === null ? null : civilDateOf(epochOf(recorded.time))),
  }
}

/** Amendments of the year up to the month, as they were written. */
function amendmentRows({ input }: BulletinContext): ReportRow[] {
  const plan = planCovering(input.state.plans, input.month)
  if (plan === null) return []
  return plan.events
    .filter(({ what }) => what.body.from <= input.month && yearOf(what.body.from) === yearOf(input.month))
    .flatMap((event) =>
      planEventLines(plan, event).map(({ name, before, after }) => ({
        cells: {
          name: textCell(name),
          month: textCell(monthWords(event.what.body.from, input.month)),
          before: textCell(before),
          after: textCell(after),
          reason: textCell(event.what.body.reason),
          document: textCell(event.what.body.documentNumber),
          author: textCell(event.author),
          date: textCell(civilDateOf(event.writtenAt)),
        },
      })),
    )
}

/** 5月; the year is named where it is another one */
function monthWords(month: ReportingMonth, current: ReportingMonth): string {
  return yearOf(month) === yearOf(current)
    ? `${monthNumber(month)}月`
    : `${yearOf(month)}年${monthNumber(month)}月`
}
