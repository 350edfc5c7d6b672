// How tests look at a report: by the names of sheets, rows and columns.
import { bulletinReport } from '../bulletin.ts'
import { cellText } from '../cell-text.ts'
import type { ReportBlock, ReportRow, ReportSheet } from '../report-table.ts'
import { sampleInput } from './sample-bulletins.ts'

type Input = Parameters<typeof bulletinReport>[0]

export function sheetOf(name: string, input: Input = sampleInput()): ReportSheet {
  const sheet = bulletinReport(input).sheets.find((each) => each.name === name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

export function table(sheet: ReportSheet, index = -1): ReportBlock {
  const block = sheet.blocks.at(index)
  if (block === undefined) throw new Error('no table')
  return block
}

/** A row as it prints, by column key; covered cells are left out. */
export function printed(row: ReportRow | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(row?.cells ?? {}).map(([key, cell]) => [key, cellText(cell)]))
}

export function rowNamed(block: ReportBlock, name: string): ReportRow {
  const row = block.rows.find((each) => String(each.cells.name?.value).startsWith(name))
  if (row === undefined) throw new Error(`no row ${name}`)
  return row
}
