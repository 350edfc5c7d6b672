// 处室汇总: each department's year – what it answers for, how it reported, how its items stand, and the most pressing one.

import { itemsOfDepartment } from '../../measuring/standing.ts'
import { LIGHT_MARKS, type Light, type Standing, type SubmissionStatus } from '../../measuring/status.ts'
import type { DepartmentId } from '../../plan/annual-plan.ts'
import { planOf } from '../../state/bureau-state.ts'
import { hasReported, submissionStatus } from '../../state/submission-status.ts'
import { basisWords, marksNote, numberedNotes } from '../bulletin/bulletin-context.ts'
import { indicatorInBrief, measureInBrief } from '../bulletin/item-words.ts'
import { countCell, DASH, lightCell, percentCell, textCell } from '../report-cells.ts'
import type { ReportCell, ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import { unitName, type YearContext } from './year-context.ts'

const LIGHTS: readonly Light[] = ['blue', 'green', 'yellow', 'red', 'grey']

const COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.4, align: 'center' },
  { key: 'department', title: '处室', width: 7, align: 'center', wrap: true },
  { key: 'indicators', title: '指标', group: '牵头项数', width: 3.2, align: 'center' },
  { key: 'measures', title: '举措', group: '牵头项数', width: 3.2, align: 'center' },
  { key: 'due', title: '应报', group: '报送（月次）', width: 3.2, align: 'center' },
  { key: 'reported', title: '已报', group: '报送（月次）', width: 3.2, align: 'center' },
  { key: 'reportingRate', title: '报送率', group: '报送（月次）', width: 4.8, align: 'center' },
  { key: 'onTime', title: '按时', group: '报送（月次）', width: 3.2, align: 'center' },
  { key: 'late', title: '逾期', group: '报送（月次）', width: 3.2, align: 'center' },
  { key: 'returned', title: '退回', group: '报送（月次）', width: 3.2, align: 'center' },
  { key: 'expected', title: '应填', group: '填报（项次）', width: 3.6, align: 'center' },
  { key: 'filled', title: '已填', group: '填报（项次）', width: 3.6, align: 'center' },
  { key: 'fillRate', title: '填实率', group: '填报（项次）', width: 4.8, align: 'center' },
  ...LIGHTS.map((light) => ({
    key: light,
    title: LIGHT_MARKS[light],
    group: '截至日期的灯（项）',
    width: 2.6,
    align: 'center' as const,
  })),
  { key: 'worst', title: '最要紧的一项', width: 14, align: 'left', wrap: true },
  { key: 'light', title: '状态', width: 6, align: 'center' },
]

/** Columns that add up. */
const SUMMED = [
  'indicators',
  'measures',
  'due',
  'reported',
  'onTime',
  'late',
  'returned',
  'expected',
  'filled',
  ...LIGHTS,
] as const

interface DepartmentYear {
  readonly id: DepartmentId
  readonly name: string
  readonly counts: Readonly<Record<(typeof SUMMED)[number], number>>
  readonly standing: Standing<DepartmentId> | null
}

export function departmentSheet(context: YearContext): ReportSheet {
  const years = departmentYears(context)
  return {
    ...context.frame('处室汇总', '处室汇总表', '项、次、%'),
    paper: 'A4',
    blocks: [
      {
        title: null,
        columns: COLUMNS,
        rows:
          years.length === 0
            ? []
            : [...years.map((year, at) => departmentRow(context, year, at + 1)), totalRow(context, years)],
        emptyText: '没有应报送的处室',
      },
    ],
    notes: numberedNotes([
      '报送率＝已报月次÷应报月次；填实率＝已填项次÷应填项次，按最新填报计算。逾期不含要点启用以前的月份。',
      marksNote(context),
      basisWords(context.input.basis === 'latest'),
    ]),
  }
}

/** Whole-year figures of the sheet, for the first page. */
export function yearTotals(context: YearContext): DepartmentYear['counts'] {
  return totals(departmentYears(context))
}

/** Units that led something in any of the months, in plan order; merged ones behind. */
function departmentYears(context: YearContext): DepartmentYear[] {
  const { months, month, plan, input } = context
  const ids = new Set(
    [month, ...[...months].reverse()].flatMap((each) =>
      planOf(input.state)
        .at(each)
        .plan.departments.filter(({ kind }) => kind === 'department')
        .map(({ id }) => id),
    ),
  )
  return [...ids].flatMap((id) => {
    const submissions = months
      .map((each) => submissionStatus(input.state, id, each))
      .filter(({ expected, state }) => expected > 0 || state !== 'none')
    const items = itemsOfDepartment(plan, id)
    const standing = context.status.departments.find((each) => each.id === id) ?? null
    const led = items.indicators.length + items.measures.length
    if (led === 0 && submissions.length === 0) return []
    const lights = standing?.counts
    return [
      {
        id,
        name: unitName(plan, id),
        counts: {
          indicators: context.indicators.filter(({ planned }) => planned.lead === id).length,
          measures: context.measures.filter(({ planned }) => planned.lead === id).length,
          ...reportingCounts(submissions),
          blue: lights?.blue ?? 0,
          green: lights?.green ?? 0,
          yellow: lights?.yellow ?? 0,
          red: lights?.red ?? 0,
          grey: lights?.grey ?? 0,
        },
        standing,
      },
    ]
  })
}

function reportingCounts(submissions: readonly SubmissionStatus[]) {
  const expecting = submissions.filter(({ expected }) => expected > 0)
  const sum = (key: 'filled' | 'expected' | 'timesReturned') =>
    submissions.reduce((total, each) => total + each[key], 0)
  return {
    due: expecting.length,
    reported: expecting.filter(hasReported).length,
    onTime: submissions.filter(({ onTime }) => onTime === true).length,
    late: submissions.filter(({ onTime }) => onTime === false).length,
    returned: sum('timesReturned'),
    expected: sum('expected'),
    filled: sum('filled'),
  }
}

function totals(years: readonly DepartmentYear[]): DepartmentYear['counts'] {
  return Object.fromEntries(
    SUMMED.map((key) => [key, years.reduce((sum, { counts }) => sum + counts[key], 0)]),
  ) as DepartmentYear['counts']
}

function departmentRow(
  context: YearContext,
  { id, name, counts, standing }: DepartmentYear,
  no: number,
): ReportRow {
  return {
    id: `department/${id}`,
    cells: {
      no: countCell(no),
      department: textCell(name),
      ...Object.fromEntries(SUMMED.map((key) => [key, countCell(counts[key])])),
      ...rates(context, counts),
      worst: worstCell(context, standing),
      light: standing === null ? DASH : lightCell(standing.light, standing.label),
    },
  }
}

function rates(context: YearContext, { reported, due, filled, expected }: DepartmentYear['counts']) {
  return {
    reportingRate: percentCell(due === 0 ? null : reported / due, context.bands, '{reported}/{due}'),
    fillRate: percentCell(expected === 0 ? null : filled / expected, context.bands, '{filled}/{expected}'),
  }
}

function worstCell(context: YearContext, standing: Standing<DepartmentId> | null): ReportCell {
  const worst = standing?.worst ?? null
  if (worst === null) return DASH
  const indicator = context.indicators.find(({ planned }) => planned.indicator.id === worst.id)
  const measure = context.measures.find(({ planned }) => planned.measure.id === worst.id)
  if (worst.kind === 'indicator')
    return textCell(indicator === undefined ? null : indicatorInBrief(indicator))
  return textCell(measure === undefined ? null : measureInBrief(measure, context.month))
}

function totalRow(context: YearContext, years: readonly DepartmentYear[]): ReportRow {
  const counts = totals(years)
  return {
    kind: 'total',
    id: 'total',
    cells: {
      no: { value: '合计', align: 'center', span: 2 },
      ...Object.fromEntries(
        SUMMED.map((key) => [key, countCell(counts[key], `SUM({${key}:first}:{${key}:last})`)]),
      ),
      ...rates(context, counts),
      worst: { value: null, isBare: true },
      light: { value: null, isBare: true },
    },
  }
}
