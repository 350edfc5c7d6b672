// Books and charts for the tests of charts.
import ExcelJS from 'exceljs'
import type { Report, ReportChart } from '../../src/core/reports/report-table.ts'
import type { PlacedChart } from '../../src/excel/charts/placed-chart.ts'
import { reportOfTexts } from './report-of-texts.ts'

/** One pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** As a file. */
/** An image, a comment, a table and data bars on the first sheet; only a comment on the second. */
export function workbookWithEverything(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  const pageSetup: Partial<ExcelJS.PageSetup> = { paperSize: 9, orientation: 'landscape', fitToPage: true }
  const sheet = workbook.addWorksheet('图与批注', { pageSetup })
  sheet.addTable({
    name: '进度',
    ref: 'A1',
    columns: [{ name: '名称' }, { name: '完成序时' }],
    rows: [
      ['甲', 0.5],
      ['乙', 1.2],
      ['丙', 0.9],
    ],
  })
  sheet.getCell('A2').note = '批注'
  sheet.addConditionalFormatting({
    ref: 'B2:B4',
    rules: [
      {
        type: 'dataBar',
        priority: 1,
        cfvo: [
          { type: 'num', value: 0 },
          { type: 'num', value: 1 },
        ],
        gradient: false,
        minLength: 0,
        maxLength: 100,
        color: { argb: 'FF9DC3E6' },
      } as ExcelJS.DataBarRuleType,
    ],
  })
  const image = workbook.addImage({ base64: PNG, extension: 'png' })
  sheet.addImage(image, {
    tl: { col: 4, row: 1 },
    br: { col: 6, row: 6 },
  } as unknown as ExcelJS.ImageRange)
  workbook.addWorksheet('只有批注', { pageSetup }).getCell('A1').note = '批注'
  return workbook
}

const CHART: ReportChart = {
  kind: 'bar',
  title: '完成序时',
  altText: '横条图',
  block: 0,
  categories: 'name',
  series: [{ column: 'pace', tone: 'actual' }],
  axis: { isPercent: true, boldEvery: 1, max: 1.5 },
}

/** A chart over the table of the book above. */
export function aPlacedChart(chart: Partial<ReportChart> = {}): PlacedChart {
  return {
    chart: { ...CHART, ...chart },
    categories: {
      address: "'图与批注'!$A$2:$A$4",
      count: 3,
      points: ['甲', '乙', '丙'].map((value, index) => ({ index, value })),
    },
    series: [
      {
        name: { address: "'图与批注'!$B$1", count: 1, points: [{ index: 0, value: '完成序时' }] },
        values: {
          address: "'图与批注'!$B$2:$B$4",
          count: 3,
          points: [0.5, 1.2, 0.9].map((value, index) => ({ index, value })),
        },
        tone: 'actual',
        lights: [],
        gaps: [],
        formats: [],
      },
    ],
    place: { first: 4, last: 10, top: 2, bottom: 18 },
  }
}

/** Actual against plan over twelve months, as a line. */
export function lineReport(): Report {
  const [sheet] = reportOfTexts(['']).sheets
  if (sheet === undefined) throw new Error('unreachable')
  const rows = Array.from({ length: 12 }, (_, index) => ({
    cells: {
      month: { value: `${index + 1}月` },
      actual: { value: index < 6 ? index * 2 : null, shape: { decimals: 1 } },
      plan: { value: (index + 1) * 2.5, shape: { decimals: 1 } },
    },
  }))
  const column = (key: string, title: string) => ({ key, title, width: 12, align: 'center' as const })
  return {
    ...reportOfTexts(['']),
    sheets: [
      {
        ...sheet,
        name: '走势',
        blocks: [
          {
            title: null,
            columns: [column('month', '月份'), column('actual', '累计'), column('plan', '计划')],
            rows,
            emptyText: '无',
          },
        ],
        charts: [
          {
            kind: 'line',
            title: '累计与计划（亿元）',
            altText: '折线图',
            block: 0,
            categories: 'month',
            series: [
              { column: 'actual', tone: 'actual' },
              { column: 'plan', tone: 'plan' },
            ],
            axis: { isPercent: false, boldEvery: null, max: null },
          },
        ],
      },
    ],
  }
}
