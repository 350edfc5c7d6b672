// 报送情况: who reported, when, and how completely. 报送率 and 填实率 stand side by side.

import { SUBMISSION_WORDS, type SubmissionState, type SubmissionStatus } from '../../measuring/status.ts'
import { fullWidth } from '../../measuring/wording.ts'
import { civilTimeOf, parseInstant } from '../../values/civil-time.ts'
import { dueDateOf } from '../../values/reporting-month.ts'
import { cellText } from '../cell-text.ts'
import { BARE, countCell, DASH, percentCell, textCell } from '../report-cells.ts'
import type { ReportCell, ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import { type BulletinContext, dateTitle, numberedNotes } from './bulletin-context.ts'
import { remarks } from './item-words.ts'

const COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.6, align: 'center' },
  { key: 'department', title: '处室', width: 9, align: 'center', wrap: true },
  { key: 'state', title: '报送状态', width: 7, align: 'center' },
  { key: 'submittedAt', title: '报送时间', width: 9, align: 'center' },
  { key: 'submittedBy', title: '报送人', width: 5, align: 'center', wrap: true },
  { key: 'onTime', title: '是否按时', width: 5, align: 'center' },
  { key: 'returned', title: '退回次数', width: 5, align: 'center' },
  { key: 'filled', title: '已填', group: '填报项数', width: 4, align: 'center' },
  { key: 'expected', title: '应填', group: '填报项数', width: 4, align: 'center' },
  { key: 'fillRate', title: '填实率', width: 6, align: 'center' },
  { key: 'remark', title: '说明', width: 14, align: 'left', wrap: true },
]

export function submissionSheet(context: BulletinContext): ReportSheet {
  const submissions = shownSubmissions(context)
  const { month } = context.input
  return {
    ...context.frame('报送情况', '报送情况表', '项、次、%'),
    summary: reportingSentence(context) || null,
    blocks: [
      {
        title: null,
        columns: COLUMNS,
        rows:
          submissions.length === 0
            ? []
            : [
                ...submissions.map((submission, index) => submissionRow(context, submission, index + 1)),
                totalRow(context, submissions),
              ],
        emptyText: '本月没有应报送的处室',
      },
    ],
    notes: numberedNotes([
      `报送截止${dateTitle(dueDateOf(month, context.plan.dueDay))}；报送时间为北京时间，以最近一次报送为准。`,
      '报送率＝已报送处室÷应报送处室；填实率＝已填项数÷应填项数。没有牵头任务的处室不需报送。',
    ]),
    isOnePage: false,
  }
}

/** Departments that the month asks something of, or that reported all the same, in plan order. */
export function shownSubmissions({ input }: BulletinContext): SubmissionStatus[] {
  return input.status.submissions.filter(({ expected, state }) => expected > 0 || state !== 'none')
}

export const REPORTED: readonly SubmissionState[] = ['submitted', 'accepted', 'correcting']

/** 应报送8个处室，报送率87.5%，填实率98.4%。 */
export function reportingSentence(context: BulletinContext): string {
  const { status } = context.input
  const expecting = status.submissions.filter(({ expected }) => expected > 0).length
  if (expecting === 0) return ''
  const rate = (share: number | null) => cellText(percentCell(share, context.bands))
  return `应报送${expecting}个处室，报送率${rate(status.reportingRate)}，填实率${rate(status.fillRate)}。`
}

function submissionRow(context: BulletinContext, submission: SubmissionStatus, no: number): ReportRow {
  const { filled, expected } = submission
  return {
    id: `department/${submission.department}`,
    cells: {
      no: countCell(no),
      department: textCell(context.nameOf(submission.department)),
      state: textCell(SUBMISSION_WORDS[submission.state]),
      submittedAt: timeCell(submission.submittedAt),
      submittedBy: textCell(submission.submittedBy),
      onTime: submission.onTime === null ? DASH : textCell(submission.onTime ? '按时' : '逾期'),
      returned: countCell(submission.timesReturned),
      filled: countCell(filled),
      expected: countCell(expected),
      fillRate: percentCell(expected === 0 ? null : filled / expected, context.bands, '{filled}/{expected}'),
      remark: textCell(
        remarks([
          withLabel('退回原因', submission.state === 'returned' ? submission.returnReason : null),
          withLabel('更正原因', submission.state === 'correcting' ? submission.correctionReason : null),
        ]),
      ),
    },
  }
}

function timeCell(time: string | null): ReportCell {
  const instant = time === null ? null : parseInstant(time)
  return instant === null ? DASH : { value: civilTimeOf(instant) }
}

function withLabel(label: string, text: string | null): string | null {
  return text === null || text.trim() === '' ? null : fullWidth(`${label}:`) + text
}

function totalRow(context: BulletinContext, submissions: readonly SubmissionStatus[]): ReportRow {
  const { status } = context.input
  const sum = (key: 'filled' | 'expected' | 'timesReturned', column: string) =>
    countCell(
      submissions.reduce((total, submission) => total + submission[key], 0),
      `SUM({${column}:first}:{${column}:last})`,
    )
  const filled = sum('filled', 'filled')
  const expected = sum('expected', 'expected')
  const isSumOfRows =
    status.fillRate !== null && Number(filled.value) / Number(expected.value) === status.fillRate
  return {
    kind: 'total',
    id: 'total',
    cells: {
      no: { value: '合计', align: 'center', span: 2 },
      state: reportingRateCell(context, submissions),
      submittedAt: BARE,
      submittedBy: BARE,
      onTime: onTimeCell(submissions),
      returned: sum('timesReturned', 'returned'),
      filled,
      expected,
      fillRate: percentCell(status.fillRate, context.bands, isSumOfRows ? '{filled}/{expected}' : undefined),
      remark: BARE,
    },
  }
}

/** 报送率, counted live from the words above it where that gives the measured rate. */
function reportingRateCell(context: BulletinContext, submissions: readonly SubmissionStatus[]): ReportCell {
  const { reportingRate } = context.input.status
  const states = '{state:first}:{state:last}'
  const counts = REPORTED.map((state) => `COUNTIF(${states},"${SUBMISSION_WORDS[state]}")`).join('+')
  const reported = submissions.filter(({ state }) => REPORTED.includes(state)).length
  const isCounted = reported / submissions.length === reportingRate
  const cell = percentCell(
    reportingRate,
    context.bands,
    isCounted ? `(${counts})/ROWS(${states})` : undefined,
  )
  return cell.shape === undefined ? cell : { ...cell, shape: { ...cell.shape, prefix: '报送率' } }
}

function onTimeCell(submissions: readonly SubmissionStatus[]): ReportCell {
  const onTime = submissions.filter((submission) => submission.onTime === true).length
  return {
    value: onTime,
    shape: { decimals: 0, prefix: '按时' },
    formula: 'COUNTIF({onTime:first}:{onTime:last},"按时")',
  }
}
