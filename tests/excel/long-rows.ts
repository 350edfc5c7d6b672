// A record table of any length for tests and measuring: a code, three Chinese texts (100 kinds, 60 kinds, each row its
// own), six numbers in six formats, two times.
import type { LongReport, RecordCell, RecordColumn } from '../../src/core/reports/record-table.ts'
import type { NumberShape } from '../../src/core/reports/report-table.ts'
import { yearInput } from '../../src/core/reports/testing/sample-years.ts'
import { yearReport } from '../../src/core/reports/year-report.ts'

export const LONG_COLUMNS: readonly RecordColumn[] = [
  { title: '编号', width: 6, align: 'center' },
  { title: '指标', width: 20, align: 'left' },
  { title: '行动', width: 20, align: 'left' },
  { title: '说明', width: 24, align: 'left' },
  ...Array.from({ length: 6 }, (_, at) => ({ title: `数${at + 1}`, width: 6, align: 'right' as const })),
  { title: '填报时间', width: 9, align: 'center' },
  { title: '审核时间', width: 9, align: 'center' },
]

/** Of the six numbers. */
export const LONG_SHAPES: readonly NumberShape[] = [
  { decimals: 0 },
  { decimals: 2 },
  { decimals: 1, isPercent: true },
  { decimals: 0, prefix: '≤' },
  { decimals: 3 },
  { decimals: 2, isPercent: true },
]

const WORDS = '推进企业创新平台建设培育高新技术提升成果转化效率强化服务保障完善考评机制'
const words = (seed: number): string =>
  Array.from({ length: 34 }, (_, at) => WORDS[(seed * 7 + at * (1 + (seed % 5))) % WORDS.length]).join('')
const INDICATORS = Array.from({ length: 100 }, (_, at) => `${words(at)}${at}`)
const PROGRAMMES = Array.from({ length: 60 }, (_, at) => `${words(at + 200)}${at}`)
const pad = (value: number) => String(value).padStart(2, '0')

/** The same cells as plain values, for other writers to write. */
export function longRow(at: number): readonly (string | number)[] {
  const time = (shift: number) =>
    `2020-${pad(1 + ((at + shift) % 12))}-${pad(1 + ((at * 3) % 28))} ${pad(at % 24)}:${pad((at * 7) % 60)}`
  return [
    `x${100000 + at}`,
    INDICATORS[at % 100] ?? '',
    PROGRAMMES[at % 60] ?? '',
    `第${at}行：${words(at % 977)}`,
    ...LONG_SHAPES.map((_, column) => ((at * (column + 3)) % 9973) / 8),
    time(0),
    time(1),
  ]
}

export function longReport(rowCount: number): LongReport {
  const report = yearReport(yearInput())
  const table = {
    name: '明细',
    title: '长表',
    columns: LONG_COLUMNS,
    frozenColumns: 1,
    rowCount,
    *rows() {
      for (let at = 0; at < rowCount; at += 1) yield longRow(at).map(cell)
    },
  }
  return { ...report, sheets: report.sheets.slice(0, 1), records: [table] }
}

function cell(value: string | number, column: number): RecordCell {
  return typeof value === 'string' ? value : { value, shape: LONG_SHAPES[column - 4] ?? { decimals: 0 } }
}
