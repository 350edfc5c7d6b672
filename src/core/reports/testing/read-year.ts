// How tests look at a year's ledger: printed sheets by name, record rows by the headings of their columns.
import type { RecordCell, RecordTable } from '../record-table.ts'
import type { ReportSheet } from '../report-table.ts'
import { type YearInput, yearReport } from '../year-report.ts'
import { yearInput } from './sample-years.ts'

export function yearSheet(name: string, input: YearInput = yearInput()): ReportSheet {
  const sheet = yearReport(input).sheets.find((each) => each.name === name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

export type RecordRow = Readonly<Record<string, string | number>>

/** Empty cells are left out; numbers and lights come without their look. */
export function recordRows(table: RecordTable): RecordRow[] {
  return [...table.rows()].map((cells) =>
    Object.fromEntries(
      table.columns.flatMap(({ title }, at) => {
        const value = plain(cells[at] ?? null)
        return value === null ? [] : [[title, value]]
      }),
    ),
  )
}

function plain(cell: RecordCell): string | number | null {
  return cell !== null && typeof cell === 'object' ? cell.value : cell
}

export function yearRecords(name: string, input: YearInput = yearInput()): RecordRow[] {
  const table = yearReport(input).records.find((each) => each.name === name)
  if (table === undefined) throw new Error(`no table ${name}`)
  return recordRows(table)
}
