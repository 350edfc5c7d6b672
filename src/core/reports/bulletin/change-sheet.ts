// 变更记录: everything that was rewritten since the issue before – figures and reports that were corrected, targets
// and items of the plan that were amended – each with what it was and is, the reason, who and when.
import { type Target, targetInForce } from '../../plan/annual-plan.ts'
import { type PlanEvent, type PlanInForce, planCovering } from '../../plan/plan-timeline.ts'
import { civilDateOf } from '../../values/civil-time.ts'
import { monthNumber, previousMonth, type ReportingMonth, yearOf } from '../../values/reporting-month.ts'
import { frozenTwiceWords } from '../frozen-twice.ts'
import { countCell, textCell } from '../report-cells.ts'
import type { ReportBlock, ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import { type BulletinContext, numberedNotes } from './bulletin-context.ts'
import type { BulletinInput } from './bulletin-input.ts'
import { issueWords } from './comparison-sheet.ts'
import { correctionRows, monthWords } from './correction-rows.ts'
import { ofPlan } from './known-item.ts'
import { type PlanEventLine, planEventLines, targetLine } from './plan-event-words.ts'

const COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.6, align: 'center' },
  { key: 'name', title: '事项', width: 15, align: 'left', wrap: true },
  { key: 'month', title: '月份', width: 5, align: 'center', wrap: true },
  { key: 'before', title: '原数', width: 12, align: 'center', wrap: true },
  { key: 'after', title: '现数', width: 12, align: 'center', wrap: true },
  { key: 'reason', title: '原因', width: 15, align: 'left', wrap: true },
  { key: 'document', title: '文号', width: 8, align: 'center', wrap: true },
  { key: 'author', title: '经办人', width: 5, align: 'center', wrap: true },
  { key: 'date', title: '日期', width: 7, align: 'center' },
]

/** The upper table shares the lower one's columns; where that has the document, it has who accepted the step. */
const CORRECTION_COLUMNS: readonly ReportColumn[] = COLUMNS.map((column) =>
  column.key === 'document' ? { ...column, key: 'acceptance', title: '审核' } : column,
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
  const corrections = correctionRows(context)
  const amendments = amendmentsOf(context.input)
  const isNew = newAmendments(context.input)
  const rowsOf = (which: readonly Amended[]) => which.flatMap((each) => amendmentRow(context, each))
  const [since, before] = [amendments.filter(isNew), amendments.filter((each) => !isNew(each))]
  const linesIn = (which: readonly Amended[]) => which.reduce((sum, { lines }) => sum + lines.length, 0)
  const counted = `更正、补报${corrections.length}处，要点调整${linesIn(since)}项`
  return {
    ...context.frame('变更记录', '变更记录表', '见事项'),
    summary: `${
      earlier === null
        ? `本期为首期：本年度以来${counted}。`
        : `${issueWords(context, earlier)}以来${counted}${before.length === 0 ? '' : `；此前本年度要点调整${linesIn(before)}项`}。`
    }${newlyFrozenTwice(context.input)}`,
    blocks: [
      block('一、数据和举措的更正、补报', CORRECTION_COLUMNS, corrections, '没有更正和补报'),
      block('二、目标和要点的调整', AMENDMENT_COLUMNS, rowsOf(since), '目标和要点没有调整'),
      ...(before.length === 0 ? [] : [block('三、此前本年度的调整', AMENDMENT_COLUMNS, rowsOf(before), '')]),
    ],
    notes: numberedNotes([
      '更正每审核通过一次列一行，原数为上一次审核通过的数；“未报”为上期通报时没有数。',
      ...pendingNote(context),
      '目标和要点的调整自起始月份起执行，以前各月和已发的通报仍按原目标。',
    ]),
    isOnePage: false,
  }
}

/** Earlier issues that turned out, since the issue before, to have been frozen on two PCs. */
function newlyFrozenTwice({ state, month, earlier }: BulletinInput): string {
  return [...state.bulletins.values()]
    .filter((issue) => issue.month < month)
    .filter(({ month: own, others }) => {
      const known = earlier?.state.bulletins.get(own)?.others.length ?? 0
      return others.length > known
    })
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .map((issue) => frozenTwiceWords(issue) ?? '')
    .join('')
}

/** Corrections that nobody has accepted yet are no change of this issue, but the meeting should know of them. */
function pendingNote({ input, nameOf }: BulletinContext): string[] {
  const pending = [...input.state.submissions.values()]
    .filter(({ month, state, events }) => {
      const wasAccepted = events.some(({ kind }) => kind === 'accepted')
      return month <= input.month && wasAccepted && state !== 'accepted'
    })
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
    .map(({ department, month }) => `${nameOf(department)}${monthWords(month, input.month)}`)
  return pending.length === 0 ? [] : [`更正待审核、未列入本表：${pending.join('、')}。`]
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

/** One amendment as the sheet lists it. */
interface Amended {
  readonly from: ReportingMonth
  readonly lines: readonly PlanEventLine[]
  readonly reason: string | null
  readonly documentNumber: string | null
  /** null = it came with the plan itself */
  readonly event: PlanEvent | null
  /** （《“十三五”规划》）; nothing for the plan that the issue is about */
  readonly of: string
}

/** Amendments of the year that hold by the month: of the plan that the issue is about, then of those beside it. */
function amendmentsOf({ state, month, beside }: BulletinInput): Amended[] {
  const plan = planCovering(state.plans, month)
  const others = beside.flatMap(({ inForce }) =>
    planAmendments(inForce, month)
      // A change of units holds in every plan and is told once.
      .filter(({ event }) => plan === null || !plan.events.some(({ entry }) => entry === event?.entry))
      .map((each) => ({ ...each, of: ofPlan(inForce) })),
  )
  return [...(plan === null ? [] : planAmendments(plan, month)), ...others]
}

/** As they were written; those that came with the plan first. */
function planAmendments(plan: PlanInForce, month: ReportingMonth): Amended[] {
  const isListed = (from: ReportingMonth) => from <= month && yearOf(from) === yearOf(month)
  return [
    ...plannedRevisions(plan).filter(({ from }) => isListed(from)),
    ...plan.events
      .filter(({ what }) => isListed(what.body.from))
      .map((event) => {
        const { from, reason, documentNumber } = event.what.body
        return { from, reason, documentNumber, event, lines: planEventLines(plan, event), of: '' }
      }),
  ]
}

/** A plan that is put in force in the middle of a year may bring targets that were revised before. */
function plannedRevisions({ plan }: PlanInForce): Amended[] {
  return plan.indicators.flatMap((indicator) =>
    (indicator.targets ?? []).flatMap((target): Amended[] => {
      const { from, year } = target
      if (from == null || monthNumber(from) === 1 || yearOf(from) !== year) return []
      const was: Target | null = targetInForce(indicator, previousMonth(from))
      return [
        {
          from,
          lines: [targetLine(indicator.name, indicator.unit, was, target)],
          reason: target.reason ?? null,
          documentNumber: target.documentNumber ?? null,
          event: null,
          of: '',
        },
      ]
    }),
  )
}

/** What the issue before could not list: unknown then, or to hold only from a later month than its own. */
function newAmendments({ earlier }: BulletinInput): (amended: Amended) => boolean {
  if (earlier === null) return () => true
  const { plans, month } = earlier
  const known = new Set(plans.flatMap(({ events }) => events.map(asKnown)))
  return ({ from, event }) => from > month || (event !== null && !known.has(asKnown(event)))
}

/** Why, and why it was taken back. */
const reasonOf = (reason: string | null, event: PlanEvent | null): string | null =>
  event?.withdrawn === undefined ? reason : `${reason ?? ''}；撤回原因：${event.withdrawn.reason}`

/** An amendment that was taken back since is news again. */
const asKnown = ({ entry, withdrawn }: PlanEvent): string => `${entry} ${withdrawn === undefined}`

function amendmentRow({ input }: BulletinContext, { from, event, ...amended }: Amended): ReportRow[] {
  return amended.lines.map(({ name, before, after }) => ({
    cells: {
      name: textCell(`${name}${amended.of}${event?.withdrawn === undefined ? '' : '（已撤回）'}`),
      month: textCell(monthWords(from, input.month)),
      before: textCell(before),
      after: textCell(after),
      reason: textCell(reasonOf(amended.reason, event)),
      document: textCell(amended.documentNumber),
      author: textCell(event?.author),
      date: textCell(event === null ? null : civilDateOf(event.writtenAt)),
    },
  }))
}
