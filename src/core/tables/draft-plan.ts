// A plan in a bureau's own table → a draft: blocks of work from merged cells, tasks, figures with their targets and
// units. Whatever is not certain becomes a place to check (待核), which keeps the draft from being put in force.

import type { UnreadCell } from '../forms/form-change.ts'
import type { ReadWorkbook } from '../forms/read-workbook.ts'
import type { PlaceToCheck } from '../journal/journal-entry.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import type { AnnualPlan } from '../plan/annual-plan.ts'
import { atOnce } from '../steps.ts'
import { CellAccount, unreadSheets } from './cell-account.ts'
import { COLUMN_TITLES } from './column-meanings.ts'
import { DraftedPlan, type DraftFacts } from './drafted-plan.ts'
import type { HeadingColumn } from './find-headings.ts'
import { plainName, writtenName } from './item-names.ts'
import type { ItemLine } from './match-lines.ts'
import type { OpenTable } from './open-table.ts'
import type { AssignedColumn } from './propose-columns.ts'
import { PlanRowReader } from './read-plan-row.ts'
import { type ColumnsByMeaning, columnsByMeaning, tableLines } from './table-lines.ts'

export interface TableDraft {
  readonly plan: AnnualPlan
  readonly toCheck: readonly PlaceToCheck[]
  readonly unread: readonly UnreadCell[]
}

const HEADLINE = /^(主要|总体|工作|年度|全年)?(主要)?(目标|预期目标|目标任务|指标)$/
const SAFEGUARDS = /^(组织)?保障(措施)?$|^组织(实施|领导)$/

export function draftPlanFromTable(
  workbook: ReadWorkbook,
  table: OpenTable,
  assigned: readonly AssignedColumn[],
  facts: DraftFacts,
): Outcome<TableDraft> {
  const { grid, headings, sheet } = table
  const columns = columnsByMeaning(assigned)
  const account = new CellAccount(grid)
  const drafted = new DraftedPlan(facts)
  const reader = new PlanRowReader(table, columns, { account, drafted, year: facts.year })
  for (const line of atOnce(tableLines(grid, headings, columns))) {
    if (line.kind === 'left-out') account.leaveRow(line.row, line.reason)
    else if (line.kind === 'item') readLine(line, { account, columns, reader })
    else account.takeRow(line.row)
  }
  account.sweep(headings, (column) => leftReason(columns, column))
  if (drafted.isEmpty) return reject('table-plan-empty')
  return accept({ ...drafted.finished(), unread: [...account.unread, ...unreadSheets(workbook, sheet)] })
}

function readLine(
  line: ItemLine,
  parts: {
    readonly account: CellAccount
    readonly columns: ColumnsByMeaning
    readonly reader: PlanRowReader
  },
): void {
  const { account, columns, reader } = parts
  for (const meaning of ['number', 'programme', 'indicator', 'measure'] as const) {
    const column = columns.get(meaning)
    if (column !== undefined) account.take(line.row.row, column)
  }
  const block = writtenName(line.programme)
  const kind = HEADLINE.test(plainName(block))
    ? 'headline'
    : SAFEGUARDS.test(plainName(block))
      ? 'safeguard'
      : 'block'
  reader.read(line, { name: block, kind })
}

function leftReason(columns: ColumnsByMeaning, column: HeadingColumn | null): string {
  if (column === null) return '这一列没有标题，没有读入'
  const meaning = [...columns].find(([, each]) => each === column.column)?.[0] ?? 'ignored'
  if (meaning === 'ignored') return `“${column.parts.join(' / ')}”一列选的是不读入`
  return `“${COLUMN_TITLES[meaning]}”不是要点的内容，没有读入`
}
