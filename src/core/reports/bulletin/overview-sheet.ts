// 总览: page one. What the year was to bring (主要目标) first, then where each programme stands.

import { LIGHT_MARKS, type Light, type LightCounts, type Standing } from '../../measuring/status.ts'
import type { Programme } from '../../plan/annual-plan.ts'
import { figureShape } from '../number-shape.ts'
import {
  BARE,
  barCell,
  countCell,
  DASH,
  figureCell,
  lightCell,
  percentCell,
  textCell,
} from '../report-cells.ts'
import type { ReportBlock, ReportCell, ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import {
  type BulletinContext,
  basisNote,
  type IndicatorItem,
  leadingOnlyNote,
  marksNote,
  numberedNotes,
} from './bulletin-context.ts'
import {
  catchUpWords,
  indicatorInBrief,
  isNotYetDue,
  measureInBrief,
  nameList,
  ownWords,
  remarks,
} from './item-words.ts'
import { overviewCharts } from './overview-charts.ts'
import { progressFormulas } from './progress-formulas.ts'
import { reportingSentence } from './submission-sheet.ts'
import { targetShape } from './target-cells.ts'

const LIGHTS: readonly Light[] = ['blue', 'green', 'yellow', 'red', 'grey']
const LIGHT_HEADINGS: Readonly<Record<Light, string>> = {
  blue: '完成',
  green: '正常',
  yellow: '滞后',
  red: '严重',
  grey: '其他',
}
/** How many names of red items the first sentence carries. */
const NAMED_ITEMS = 4

export function overviewSheet(context: BulletinContext): ReportSheet {
  const headlines = headlineBlock(context)
  const programmes = programmeBlock(context)
  return {
    ...context.frame('总览', '进展情况通报', '项、%'),
    summary: summary(context),
    blocks: [headlines, programmes],
    charts: overviewCharts(headlines, programmes),
    notes: numberedNotes([
      '行动的完成率、完成序时和状态取最要紧的一项；完成序时＝完成率÷应完成比例（当期类按月或按计划曲线，存量与比率按目标）；举措按节点判定，没有完成序时，图中不画横条。',
      marksNote(context),
      ...leadingOnlyNote(context, '见“规划指标进度”'),
      `${uncountedNote(context)}${basisNote(context)}`,
    ]),
    isOnePage: true,
  }
}

/** 共38项：★已完成2项、…。严重滞后：…。应报送8个处室，… */
function summary(context: BulletinContext): string {
  const statuses = [...context.indicators, ...context.measures].map(({ status }) => status)
  if (statuses.length === 0) return '本期没有指标和举措。'
  const count = (light: Light) => statuses.filter((status) => status.light === light).length
  const unreported = statuses.filter(({ label }) => label === '未填报').length
  const words = { blue: '已完成', green: '正常', yellow: '滞后', red: '严重滞后', grey: '其他' }
  const lights = LIGHTS.map((light) => `${LIGHT_MARKS[light]}${words[light]}${count(light)}项`).join('、')
  const red = [
    ...context.indicators.map(({ planned, status }) => ({ name: planned.indicator.name, status })),
    ...context.measures.map(({ planned, status }) => ({ name: planned.measure.name, status })),
  ].filter(({ status }) => status.light === 'red')
  return [
    `全部指标和举措共${statuses.length}项：${lights}${unreported > 0 ? `（其中未填报${unreported}项）` : ''}。`,
    red.length > 0
      ? `严重滞后：${nameList(
          red.map(({ name }) => name),
          NAMED_ITEMS,
        )}。`
      : '',
    reportingSentence(context),
  ].join('')
}

const HEADLINE_COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 0, align: 'center' },
  { key: 'name', title: '指标', width: 0, align: 'left', wrap: true },
  { key: 'lead', title: '责任处室', width: 0, align: 'center', wrap: true },
  { key: 'committed', title: '确保', group: '年度目标', width: 0, align: 'center' },
  { key: 'stretch', title: '力争', group: '年度目标', width: 0, align: 'center' },
  { key: 'actual', title: '本年累计', width: 0, align: 'center', gridSpan: 2 },
  { key: 'share', title: '应完成比例', width: 0, align: 'center', gridSpan: 2 },
  { key: 'remark', title: '说明', width: 0, align: 'left', wrap: true },
  { key: 'completion', title: '完成率', width: 0, align: 'center' },
  { key: 'pace', title: '完成序时', width: 0, align: 'center' },
  { key: 'light', title: '状态', width: 0, align: 'center' },
]

function headlineBlock(context: BulletinContext): ReportBlock {
  const headlines = context.indicators.filter(({ planned }) => planned.programme === null)
  return {
    title: '一、主要目标',
    columns: HEADLINE_COLUMNS,
    rows: headlines.map((item, index) => headlineRow(context, item, index + 1)),
    emptyText: '本年度要点没有设定主要目标',
  }
}

function headlineRow(context: BulletinContext, item: IndicatorItem, no: number): ReportRow {
  const { planned, target, status } = item
  const { indicator } = planned
  const decimals = indicator.decimals ?? 0
  // 序时应达 has no column here, so the pace can only be worked out from 完成率.
  const formulas = progressFormulas(
    { ...item, status: { ...status, expectedValue: null } },
    context.input.month,
  )
  const isLagging = status.light === 'yellow' || status.light === 'red'
  return {
    id: `indicator/${indicator.id}`,
    cells: {
      no: countCell(no),
      name: textCell(indicator.unit === '' ? indicator.name : `${indicator.name}（${indicator.unit}）`),
      lead: textCell(context.nameOf(planned.lead)),
      committed: figureCell(target?.committed ?? null, targetShape(indicator, target)),
      stretch: figureCell(target?.stretch ?? null, targetShape(indicator, target)),
      actual: figureCell(status.actual, (value) => figureShape(value, decimals)),
      remark: textCell(
        remarks([
          ownWords(status.verdict),
          isLagging || status.verdict === null ? catchUpWords(item) : null,
          status.light === 'grey' && status.label !== '未填报' ? ownWords(status.why) : null,
        ]),
      ),
      share: isNotYetDue(item) ? DASH : percentCell(status.expectedShare, context.bands),
      completion: barCell(status.completion, context.bands, formulas.completion),
      pace: percentCell(status.paceRatio, context.bands, formulas.pace),
      light: lightCell(status.light, status.label),
    },
  }
}

function programmeColumns(): ReportColumn[] {
  const count = (key: string, title: string): ReportColumn => ({
    key,
    title,
    group: '指标与举措（项）',
    width: 3.8,
    align: 'center',
  })
  return [
    { key: 'no', title: '序号', width: 2.6, align: 'center' },
    { key: 'name', title: '行动', width: 16.5, align: 'left', wrap: true },
    { key: 'lead', title: '责任处室', width: 5, align: 'center', wrap: true },
    count('total', '合计'),
    ...LIGHTS.map((light) => count(light, `${LIGHT_MARKS[light]}${LIGHT_HEADINGS[light]}`)),
    { key: 'worst', title: '最要紧的一项', width: 20, align: 'left', wrap: true },
    { key: 'completion', title: '完成率', width: 5.2, align: 'center' },
    { key: 'pace', title: '完成序时', width: 5.2, align: 'center' },
    { key: 'light', title: '状态', width: 7.4, align: 'center' },
  ]
}

function programmeBlock(context: BulletinContext): ReportBlock {
  const standings = new Map(context.input.status.programmes.map((standing) => [standing.id, standing]))
  const rows = context.programmes.map((programme, index) =>
    programmeRow(context, programme, standings.get(programme.id), index + 1),
  )
  return {
    title: '二、各行动进展',
    columns: programmeColumns(),
    rows: rows.length === 0 ? [] : [...rows, totalRow(rows)],
    emptyText: '本年度要点没有行动',
  }
}

const NO_COUNTS: LightCounts = { blue: 0, green: 0, yellow: 0, red: 0, grey: 0 }

function programmeRow(
  context: BulletinContext,
  programme: Programme,
  standing: Standing<string> | undefined,
  no: number,
): ReportRow {
  const counts = standing?.counts ?? NO_COUNTS
  return {
    id: `programme/${programme.id}`,
    cells: {
      no: countCell(no),
      name: textCell(programme.name),
      lead: textCell(context.nameOf(programme.lead ?? null)),
      total: countCell(
        LIGHTS.reduce((sum, light) => sum + counts[light], 0),
        'SUM({blue}:{grey})',
      ),
      ...Object.fromEntries(LIGHTS.map((light) => [light, countCell(counts[light])])),
      worst: worstCell(context, standing),
      completion: barCell(standing?.completion ?? null, context.bands),
      pace: percentCell(standing?.paceRatio ?? null, context.bands),
      light: lightCell(standing?.light ?? 'grey', standing?.label ?? null),
    },
  }
}

function worstCell(context: BulletinContext, standing: Standing<string> | undefined): ReportCell {
  const worst = standing?.worst
  if (worst == null) return DASH
  if (worst.kind === 'indicator') {
    const item = context.indicators.find(({ planned }) => planned.indicator.id === worst.id)
    return item === undefined ? DASH : textCell(indicatorInBrief(item))
  }
  const item = context.measures.find(({ planned }) => planned.measure.id === worst.id)
  return item === undefined ? DASH : textCell(measureInBrief(item, context.input.month))
}

function totalRow(rows: readonly ReportRow[]): ReportRow {
  const sum = (key: string) =>
    countCell(
      rows.reduce((total, row) => total + Number(row.cells[key]?.value ?? 0), 0),
      `SUM({${key}:first}:{${key}:last})`,
    )
  return {
    kind: 'total',
    cells: {
      no: { value: '合计', align: 'center', span: 3 },
      total: sum('total'),
      ...Object.fromEntries(LIGHTS.map((light) => [light, sum(light)])),
      worst: BARE,
      completion: DASH,
      pace: DASH,
      light: DASH,
    },
  }
}

/** Headline targets that no programme carries stand in no programme's row. */
function uncountedNote(context: BulletinContext): string {
  const uncounted = context.indicators.filter(({ planned }) => planned.countedIn === null).length
  return uncounted === 0 ? '' : `有${uncounted}项主要目标未归入行动，不计入合计。`
}
