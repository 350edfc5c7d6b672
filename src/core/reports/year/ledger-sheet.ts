// 全年台账: the year's plan in one table, programme by programme, indicators before measures, as it is printed and filed.
import type { IndicatorItem, MeasureItem } from '../bulletin/bulletin-context.ts'
import { basisWords, marksNote, numberedNotes } from '../bulletin/bulletin-context.ts'
import { indicatorRemark } from '../bulletin/indicator-sheet.ts'
import {
  CORRECTION_PENDING,
  measureStatusWord,
  nameList,
  overdueWords,
  READING_STATE_WORDS,
} from '../bulletin/item-words.ts'
import { FORMULA_KEYS, progressFormulas } from '../bulletin/progress-formulas.ts'
import { targetShape } from '../bulletin/target-cells.ts'
import { figureShape, roundedShape } from '../number-shape.ts'
import { barCell, countCell, DASH, figureCell, lightCell, percentCell, textCell } from '../report-cells.ts'
import type { ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import type { YearContext } from './year-context.ts'
import { droppedNames } from './year-items.ts'

const COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.6, align: 'center' },
  { key: 'programme', title: '行动', width: 7, align: 'center', wrap: true },
  { key: 'kind', title: '类别', width: 3, align: 'center' },
  { key: 'name', title: '指标、举措', width: 15, align: 'left', wrap: true },
  { key: 'unit', title: '单位', width: 3.2, align: 'center', wrap: true },
  { key: FORMULA_KEYS.committed, title: '年度目标\n(确保)', width: 5.6, align: 'center' },
  { key: FORMULA_KEYS.stretch, title: '力争', width: 4.4, align: 'center' },
  { key: FORMULA_KEYS.actual, title: '本年累计', width: 5, align: 'center' },
  { key: FORMULA_KEYS.completion, title: '全年完成率', width: 5.2, align: 'center' },
  { key: FORMULA_KEYS.expected, title: '序时应达', width: 4.8, align: 'center' },
  { key: 'pace', title: '完成序时', width: 5.2, align: 'center' },
  { key: 'light', title: '状态', width: 6, align: 'center' },
  { key: 'lead', title: '责任处室', width: 4.6, align: 'center', wrap: true },
  { key: 'stage', title: '填报情况', width: 4.8, align: 'center', wrap: true },
  { key: 'remark', title: '进展和说明', width: 26, align: 'left', wrap: true },
]

/** How many items dropped during the year a note names. */
const NAMED_ITEMS = 8

export function ledgerSheet(context: YearContext): ReportSheet {
  const dropped = droppedNames(context)
  return {
    ...context.frame('全年台账', '全年台账', '见“单位”栏'),
    paper: 'A3',
    blocks: [
      {
        title: null,
        columns: COLUMNS,
        rows: numbered(groups(context).flatMap((group) => groupRows(context, group))),
        emptyText: '本年度要点没有指标和举措',
      },
    ],
    notes: numberedNotes([
      '本表列截至日期时在执行的指标和举措；逐月情况见“逐月进度”和“举措逐月”，逐笔情况见“明细”。',
      '全年完成率＝（本年累计－基数）÷（年度目标－基数），没有确保目标的按力争目标计算；控制类指标（≤）不超过目标即为100%。',
      `${marksNote(context)}“—”表示没有数或不适用，不是0。`,
      ...(dropped.length === 0
        ? []
        : [`年中不再列入的${dropped.length}项见“明细”：${nameList(dropped, NAMED_ITEMS)}。`]),
      basisWords(context.input.basis === 'latest'),
    ]),
  }
}

interface Group {
  /** merges the cells of one programme; '' = 主要目标 */
  readonly key: string
  readonly name: string
  readonly indicators: readonly IndicatorItem[]
  readonly measures: readonly MeasureItem[]
}

function groups({ indicators, measures, programmes }: YearContext): Group[] {
  return [
    {
      key: '',
      name: '主要目标',
      indicators: indicators.filter(({ planned }) => planned.programme === null),
      measures: [],
    },
    ...programmes.map(({ id, name }) => ({
      key: id,
      name,
      indicators: indicators.filter(({ planned }) => planned.programme?.id === id),
      measures: measures.filter(({ planned }) => planned.programme.id === id),
    })),
  ]
}

function groupRows(context: YearContext, { key, name, indicators, measures }: Group): ReportRow[] {
  const programme = { value: name, mergeKey: key }
  return [
    ...indicators.map((item) => ({
      id: `indicator/${item.planned.indicator.id}`,
      cells: { programme, ...indicatorCells(context, item) },
    })),
    ...measures.map((item) => ({
      id: `measure/${item.planned.measure.id}`,
      cells: { programme, ...measureCells(context, item) },
    })),
  ]
}

function numbered(rows: readonly ReportRow[]): ReportRow[] {
  return rows.map((row, at) => ({ ...row, cells: { no: countCell(at + 1), ...row.cells } }))
}

function indicatorCells(context: YearContext, item: IndicatorItem): ReportRow['cells'] {
  const { planned, target, status } = item
  const { indicator } = planned
  const decimals = indicator.decimals ?? 0
  const formulas = progressFormulas(item, context.month)
  const isUnasked = status.state === 'blank' && status.label !== '未填报'
  return {
    kind: textCell('指标'),
    name: textCell(indicator.name),
    unit: textCell(indicator.unit),
    [FORMULA_KEYS.committed]: figureCell(target?.committed ?? null, targetShape(indicator, target)),
    [FORMULA_KEYS.stretch]: figureCell(target?.stretch ?? null, targetShape(indicator, target)),
    [FORMULA_KEYS.actual]: figureCell(status.actual, (value) => figureShape(value, decimals)),
    [FORMULA_KEYS.completion]: barCell(status.completion, context.bands, formulas.completion),
    [FORMULA_KEYS.expected]: figureCell(status.expectedValue, (value) => roundedShape(value, decimals)),
    pace: percentCell(status.paceRatio, context.bands, formulas.pace),
    light: lightCell(status.light, status.label),
    lead: textCell(context.nameOf(planned.lead)),
    stage: isUnasked
      ? DASH
      : textCell(status.state === 'number' ? '已填' : READING_STATE_WORDS[status.state]),
    remark: textCell(indicatorRemark(item)),
  }
}

function measureCells(context: YearContext, { planned, status }: MeasureItem): ReportRow['cells'] {
  return {
    kind: textCell('举措'),
    name: textCell(planned.measure.name),
    unit: DASH,
    [FORMULA_KEYS.committed]: DASH,
    [FORMULA_KEYS.stretch]: DASH,
    [FORMULA_KEYS.actual]: DASH,
    [FORMULA_KEYS.completion]: DASH,
    [FORMULA_KEYS.expected]: DASH,
    pace: DASH,
    light: lightCell(status.light, status.label),
    lead: textCell(context.nameOf(planned.lead)),
    stage: textCell(measureStatusWord(status.status)),
    remark: textCell(
      lines([
        status.isCorrectionPending ? CORRECTION_PENDING : null,
        labelled('逾期节点', overdueWords(status.overdueMilestones, context.month)),
        labelled('进展', status.progress),
        labelled('存在问题', status.problems),
        labelled('下一步', status.nextSteps),
      ]),
    ),
  }
}

/** One below the other: each is a sentence or more of somebody's own. */
function lines(parts: readonly (string | null)[]): string | null {
  const filled = parts.filter((part) => part !== null)
  return filled.length === 0 ? null : filled.join('\n')
}

function labelled(label: string, text: string | null): string | null {
  return text === null || text.trim() === '' ? null : `${label}：${text.trim()}`
}
