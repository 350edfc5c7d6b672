// 全年台账: a year's workbook – sheets to print and file, and behind them 明细 and 佐证材料 to sort and filter.
import type { LongReport } from './record-table.ts'
import { departmentSheet } from './year/department-sheet.ts'
import { detailCells } from './year/detail-cells.ts'
import { detailTables } from './year/detail-table.ts'
import { evidenceTable } from './year/evidence-table.ts'
import { guideSheet } from './year/guide-sheet.ts'
import { indicatorMonthsSheet } from './year/indicator-months-sheet.ts'
import { ledgerSheet } from './year/ledger-sheet.ts'
import { localitySheet } from './year/locality-sheet.ts'
import { measureMonthsSheet } from './year/measure-months-sheet.ts'
import { type YearInput, yearContext } from './year/year-context.ts'

export type { YearInput } from './year/year-context.ts'

const SHEETS = [ledgerSheet, indicatorMonthsSheet, measureMonthsSheet, localitySheet, departmentSheet]

export function yearReport(input: YearInput): LongReport {
  const context = yearContext(input)
  const cells = detailCells(context)
  const records = [...detailTables(context, cells), evidenceTable(context, cells)]
  const printed = SHEETS.map((sheet) => sheet(context))
  const name = yearReportName(input)
  return {
    title: name,
    fileName: `${name}.xlsx`,
    madeAt: input.madeAt,
    author: input.madeBy,
    sheets: [guideSheet(context, printed, records), ...printed],
    records,
  }
}

/** 2020年全年台账 */
export function yearReportName({ year, basis, state }: Pick<YearInput, 'year' | 'basis' | 'state'>): string {
  return `${year}年全年台账${basis === 'latest' ? '（含未审核数）' : ''}${state.isExample ? '（示例数据）' : ''}`
}
