// The two charts of page one: where each programme stands against 100 % of its pace, and what was done of each
// headline target against what was due. Only shares share an axis; amounts in 家 and 亿元 never do.
import type { ReportBlock, ReportChart } from '../report-table.ts'

/** The axis reaches past 100 % so that the line stands free, and no further than a bar can be compared by eye. */
const AXIS = { least: 1.2, most: 3, step: 0.1, label: 1.08 } as const

export function overviewCharts(headlines: ReportBlock, programmes: ReportBlock): ReportChart[] {
  const charts: ReportChart[] = []
  if (hasFigures(programmes, 'pace')) charts.push(paceChart(programmes))
  if (hasFigures(headlines, 'completion')) charts.push(headlineChart(headlines))
  return charts
}

function paceChart(block: ReportBlock): ReportChart {
  const behind = figures(block, 'pace').filter((pace) => pace < 1).length
  return {
    kind: 'bar',
    title: '各行动最要紧一项的完成序时（粗虚线为100%）',
    altText: `横条图：各行动最要紧一项的完成序时，与100%比较。有数的${figures(block, 'pace').length}个行动中${behind}个低于100%，数见“二、各行动进展”表。`,
    block: 1,
    categories: 'name',
    series: [{ column: 'pace', tone: 'lights' }],
    axis: { isPercent: true, boldEvery: 1, max: axisEnd(figures(block, 'pace')) },
  }
}

function headlineChart(block: ReportBlock): ReportChart {
  return {
    kind: 'bar',
    title: '主要目标：全年完成率与序时应完成',
    altText: `横条图：${block.rows.length}项主要目标的全年完成率与截至本月应完成比例，数见“一、主要目标”表。`,
    block: 0,
    categories: 'name',
    series: [
      { column: 'completion', tone: 'actual' },
      { column: 'share', tone: 'plan' },
    ],
    axis: {
      isPercent: true,
      boldEvery: 1,
      max: axisEnd([...figures(block, 'completion'), ...figures(block, 'share')]),
    },
  }
}

function figures(block: ReportBlock, column: string): number[] {
  return block.rows.flatMap(({ cells, kind }) => {
    const value = (kind ?? 'body') === 'body' ? cells[column]?.value : null
    return typeof value === 'number' ? [value] : []
  })
}

function hasFigures(block: ReportBlock, column: string): boolean {
  return figures(block, column).length > 0
}

/** A round number above the longest bar, with room for the figure at its end. */
function axisEnd(values: readonly number[]): number {
  const wanted = Math.ceil((Math.max(...values) * AXIS.label + AXIS.step) / AXIS.step) * AXIS.step
  return Number(Math.min(Math.max(wanted, AXIS.least), AXIS.most).toFixed(1))
}
