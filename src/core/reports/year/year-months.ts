// Twelve columns, one for each month of the year.
import { monthNumber, monthsOfYear, type ReportingMonth } from '../../values/reporting-month.ts'
import { BARE } from '../report-cells.ts'
import type { ReportCell, ReportColumn } from '../report-table.ts'
import type { YearContext } from './year-context.ts'

/** Where an item stands in a table that is grouped by programme. */
export interface AmongProgrammes {
  /** counted from 0 */
  readonly at: number
  /** id of the programme; '' = 主要目标 */
  readonly key: string
  readonly name: string
}

export function monthKey(month: ReportingMonth): string {
  return `m${monthNumber(month)}`
}

/** `width` in Chinese characters of the body font. */
export function monthColumns(width: number): ReportColumn[] {
  return Array.from({ length: 12 }, (_, at) => ({
    key: `m${at + 1}`,
    title: `${at + 1}月`,
    width,
    align: 'center' as const,
    wrap: true,
  }))
}

/** Months behind the last one that counts stay empty: nobody knows them yet. */
export function monthCells(
  { input, months }: YearContext,
  cellOf: (month: ReportingMonth) => ReportCell,
): Record<string, ReportCell> {
  return Object.fromEntries(
    monthsOfYear(input.year).map((month) => [monthKey(month), months.includes(month) ? cellOf(month) : BARE]),
  )
}
