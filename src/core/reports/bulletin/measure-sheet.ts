// 举措进展: what was done in words, what stands in the way, and what comes next.
import { countCell, lightCell, textCell } from '../report-cells.ts'
import type { ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import { type BulletinContext, basisNote, type MeasureItem, numberedNotes } from './bulletin-context.ts'
import { CORRECTION_PENDING, measureStatusWord, nameList, overdueWords, remarks } from './item-words.ts'

const COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.4, align: 'center' },
  { key: 'programme', title: '行动', width: 6, align: 'center', wrap: true },
  { key: 'name', title: '举措', width: 9.5, align: 'left', wrap: true },
  { key: 'lead', title: '责任处室', width: 4.4, align: 'center', wrap: true },
  { key: 'status', title: '推进情况', width: 4.4, align: 'center', wrap: true },
  { key: 'progress', title: '进展', width: 18, align: 'left', wrap: true },
  { key: 'problems', title: '存在问题', width: 12, align: 'left', wrap: true },
  { key: 'nextSteps', title: '下一步', width: 12, align: 'left', wrap: true },
  { key: 'overdue', title: '逾期节点', width: 8, align: 'left', wrap: true },
  { key: 'light', title: '状态', width: 6, align: 'center' },
]
/** How many programmes without measures a note names. */
const NAMED_PROGRAMMES = 5

export function measureSheet(context: BulletinContext): ReportSheet {
  return {
    ...context.frame('举措进展', '举措进展表', '项'),
    summary: null,
    blocks: [
      {
        title: null,
        columns: COLUMNS,
        rows: context.measures.map((item, index) => measureRow(context, item, index + 1)),
        emptyText: '本年度要点没有举措',
      },
    ],
    notes: numberedNotes([
      '节点当月到期未完成为▲滞后，过期未完成为■严重滞后；受阻需协调至少为▲滞后；推进中且没有逾期节点为●正常。',
      ...withoutMeasures(context),
      basisNote(context),
    ]),
    isOnePage: false,
  }
}

function measureRow(context: BulletinContext, { planned, status }: MeasureItem, no: number): ReportRow {
  const { measure, programme } = planned
  return {
    id: `measure/${measure.id}`,
    cells: {
      no: countCell(no),
      programme: { value: programme.name, mergeKey: programme.id },
      name: textCell(measure.name),
      lead: textCell(context.nameOf(planned.lead)),
      status: {
        value: remarks([
          measureStatusWord(status.status),
          status.isCorrectionPending ? CORRECTION_PENDING : null,
        ]),
      },
      progress: textCell(status.progress),
      problems: textCell(status.problems),
      nextSteps: textCell(status.nextSteps),
      overdue: textCell(overdueWords(status.overdueMilestones, context.input.month)),
      light: lightCell(status.light, status.label),
    },
  }
}

/** A programme that is missing from the table is explained, not left for the reader to wonder about. */
function withoutMeasures(context: BulletinContext): string[] {
  const present = new Set(context.measures.map(({ planned }) => planned.programme.id))
  const names = context.programmes.filter(({ id }) => !present.has(id)).map(({ name }) => `“${name}”`)
  return names.length === 0 || context.measures.length === 0
    ? []
    : [`${nameList(names, NAMED_PROGRAMMES)}未列举措，进展见指标进度表。`]
}
