// 指标进度: every number of the plan on one row, the main targets first, then programme by programme.
import type { IndicatorStatus } from '../../measuring/status.ts'
import type { Target } from '../../plan/annual-plan.ts'
import { figureShape, roundedShape } from '../number-shape.ts'
import { barCell, countCell, DASH, figureCell, lightCell, percentCell, textCell } from '../report-cells.ts'
import type { ReportCell, ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import {
  type BulletinContext,
  basisNote,
  type IndicatorItem,
  marksNote,
  numberedNotes,
} from './bulletin-context.ts'
import {
  CORRECTION_PENDING,
  catchUpWords,
  isNotYetDue,
  ownWords,
  READING_STATE_WORDS,
  remarks,
  takenFromWords,
} from './item-words.ts'
import { FORMULA_KEYS, progressFormulas } from './progress-formulas.ts'
import { targetShape } from './target-cells.ts'

const COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.4, align: 'center' },
  { key: 'programme', title: '行动', width: 7, align: 'center', wrap: true },
  { key: 'name', title: '指标', width: 12, align: 'left', wrap: true },
  { key: 'unit', title: '单位', width: 3.2, align: 'center', wrap: true },
  { key: FORMULA_KEYS.committed, title: '年度目标\n(确保)', width: 4.6, align: 'center' },
  { key: FORMULA_KEYS.stretch, title: '力争', width: 4.2, align: 'center' },
  { key: 'month', title: '本月', width: 4.4, align: 'center' },
  { key: FORMULA_KEYS.actual, title: '本年累计', width: 4.8, align: 'center' },
  { key: FORMULA_KEYS.completion, title: '全年完成率', width: 5.2, align: 'center' },
  { key: FORMULA_KEYS.expected, title: '序时应达', width: 4.8, align: 'center' },
  { key: 'pace', title: '完成序时', width: 5, align: 'center' },
  { key: 'light', title: '状态', width: 6, align: 'center' },
  { key: 'lead', title: '责任处室', width: 4.4, align: 'center', wrap: true },
  { key: 'remark', title: '说明', width: 13, align: 'left', wrap: true },
]

/** 期末目标: in the place of 本月, which says little of a figure of several years. */
const FINAL: ReportColumn = { key: 'final', title: '期末目标', width: 4.6, align: 'center' }

export function indicatorSheet(context: BulletinContext): ReportSheet {
  return indicatorTable(context, null)
}

/** `finalOf`: the target of a plan's last year by indicator; null where the plan has one year. */
export function indicatorTable(
  context: BulletinContext,
  finalOf: ((indicator: string) => Target | null) | null,
): ReportSheet {
  const ordered = [
    ...context.indicators.filter(({ planned }) => planned.programme === null),
    ...context.programmes.flatMap((programme) =>
      context.indicators.filter(({ planned }) => planned.programme?.id === programme.id),
    ),
  ]
  return {
    ...context.frame('指标进度', '指标进度表', ''),
    lead: { ...context.frame('', '', '').lead, right: '单位：见“单位”栏' },
    summary: null,
    blocks: [
      {
        title: null,
        columns: finalOf === null ? COLUMNS : COLUMNS.map((each) => (each.key === 'month' ? FINAL : each)),
        rows: ordered.map((item, index) =>
          finalOf === null
            ? indicatorRow(context, item, index + 1)
            : withFinal(indicatorRow(context, item, index + 1), item, finalOf),
        ),
        emptyText: '本年度要点没有指标',
      },
    ],
    notes: numberedNotes([
      '全年完成率＝（本年累计－基数）÷（年度目标－基数），没有确保目标的按力争目标计算；完成序时＝全年完成率÷应完成比例；控制类指标（≤）不超过目标即为100%。',
      `${marksNote(context)}“—”表示没有数或不适用，不是0。`,
      basisNote(context),
    ]),
    isOnePage: false,
  }
}

function indicatorRow(context: BulletinContext, item: IndicatorItem, no: number): ReportRow {
  const { planned, target, status } = item
  const { indicator, programme } = planned
  const decimals = indicator.decimals ?? 0
  const formulas = progressFormulas(item, context.input.month)
  return {
    id: `indicator/${indicator.id}`,
    cells: {
      no: countCell(no),
      programme: { value: programme?.name ?? '主要目标', mergeKey: programme?.id ?? '' },
      name: textCell(indicator.name),
      unit: textCell(indicator.unit),
      [FORMULA_KEYS.committed]: figureCell(target?.committed ?? null, targetShape(indicator, target)),
      [FORMULA_KEYS.stretch]: figureCell(target?.stretch ?? null, targetShape(indicator, target)),
      month: monthCell(status, decimals),
      [FORMULA_KEYS.actual]: figureCell(status.actual, (value) => figureShape(value, decimals)),
      [FORMULA_KEYS.completion]: barCell(status.completion, context.bands, formulas.completion),
      [FORMULA_KEYS.expected]: figureCell(isNotYetDue(item) ? null : status.expectedValue, (value) =>
        roundedShape(value, decimals),
      ),
      pace: percentCell(status.paceRatio, context.bands, formulas.pace),
      light: lightCell(status.light, status.label),
      lead: textCell(context.nameOf(planned.lead)),
      remark: textCell(indicatorRemark(item)),
    },
  }
}

function withFinal(
  { cells: { month: _, ...cells }, ...row }: ReportRow,
  { planned: { indicator } }: IndicatorItem,
  finalOf: (indicator: string) => Target | null,
): ReportRow {
  const target = finalOf(indicator.id)
  const value = target?.committed ?? target?.stretch ?? null
  return { ...row, cells: { ...cells, [FINAL.key]: figureCell(value, targetShape(indicator, target)) } }
}

/** 本月: the amount, or which of the other four states the month's cell is in. */
function monthCell(status: IndicatorStatus, decimals: number): ReportCell {
  if (status.state === 'number') {
    return figureCell(status.monthAmount, (value) => figureShape(value, decimals))
  }
  // A cell that the month does not ask for (a yearly figure before its due month) is no gap.
  if (status.state === 'blank' && status.label !== '未填报') return DASH
  return { value: READING_STATE_WORDS[status.state], align: 'center' }
}

/** 说明: what the figures of the row do not say by themselves. */
export function indicatorRemark(item: IndicatorItem): string | null {
  const { status, planned } = item
  const isLagging = status.light === 'yellow' || status.light === 'red'
  return remarks([
    planned.takenFrom === null ? null : takenFromWords(planned.takenFrom),
    status.isCorrectionPending ? CORRECTION_PENDING : null,
    ownWords(status.verdict),
    isLagging ? catchUpWords(item) : null,
    status.light === 'grey' && status.label === '未到考核期' ? ownWords(status.why) : null,
    status.note,
  ])
}
