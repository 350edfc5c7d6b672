// A month's figures in a bureau's own table against the journal: changes to accept one by one, and everything that was
// not taken, with its place and the reason. A blank cell changes nothing: nobody cleared it, it never was a form.
import type { UnreadCell } from '../forms/form-change.ts'
import type { FormItem } from '../forms/form-items.ts'
import type { ReadWorkbook } from '../forms/read-workbook.ts'
import type { Steps } from '../steps.ts'
import { CellAccount, unreadSheets } from './cell-account.ts'
import { COLUMN_TITLES } from './column-meanings.ts'
import type { HeadingColumn } from './find-headings.ts'
import { type ForeignItem, type ItemLine, type LineMatch, matchLines } from './match-lines.ts'
import type { OpenTable } from './open-table.ts'
import type { AssignedColumn } from './propose-columns.ts'
import { type FoundLine, ItemRowReader, type RowFacts, type TableChange } from './read-item-row.ts'
import { type ColumnsByMeaning, columnsByMeaning, tableLines } from './table-lines.ts'

export interface MonthTable {
  readonly changes: readonly TableChange[]
  readonly unread: readonly UnreadCell[]
  /** rows that were found to be about an item */
  readonly matched: number
}

export interface MonthTableFacts extends RowFacts {
  readonly items: readonly FormItem[]
  readonly foreign: readonly ForeignItem[]
}

export function* readMonthTable(
  workbook: ReadWorkbook,
  table: OpenTable,
  assigned: readonly AssignedColumn[],
  facts: MonthTableFacts,
): Steps<MonthTable> {
  const { grid, headings, sheet } = table
  const columns = columnsByMeaning(assigned)
  const account = new CellAccount(grid)
  const items: ItemLine[] = []
  for (const line of yield* tableLines(grid, headings, columns)) {
    if (line.kind === 'item') items.push(line)
    else if (line.kind === 'left-out') account.leaveRow(line.row, line.reason)
    else account.takeRow(line.row)
  }
  const matches = yield* matchLines(items, facts.items, {
    foreign: facts.foreign,
    hasBothNames: columns.has('indicator') && columns.has('measure'),
  })
  const byLine = new Map<ItemLine, LineMatch[]>()
  for (const match of matches) byLine.set(match.line, [...(byLine.get(match.line) ?? []), match])
  const reader = new ItemRowReader(table, columns, { ...facts, account })
  for (const line of items) {
    yield
    readLine(line, byLine.get(line) ?? [], { account, columns, reader })
  }
  account.sweep(headings, (column) => leftReason(columns, column))
  return {
    changes: reader.changes,
    unread: [...account.unread, ...unreadSheets(workbook, sheet)],
    matched: matches.filter(({ item }) => item !== null).length,
  }
}

const NAMING = ['number', 'programme', 'indicator', 'measure', 'unit'] as const

function readLine(
  line: ItemLine,
  matches: readonly LineMatch[],
  parts: {
    readonly account: CellAccount
    readonly columns: ColumnsByMeaning
    readonly reader: ItemRowReader
  },
): void {
  const { account, columns, reader } = parts
  const found = matches.filter((match): match is FoundLine => match.item !== null)
  const missed = matches.filter((match) => match.item === null)
  if (found.length === 0) {
    const [first] = missed
    const reason =
      first?.item === null ? first.reason : '这一行的名称和上面的行合并在一起，不能确定是哪一项，没有读入'
    account.leaveRow(line.row, reason)
    return
  }
  for (const match of missed) account.leave(line.row.row, match.column, match.reason)
  for (const meaning of NAMING) {
    const column = columns.get(meaning)
    if (column !== undefined) account.take(line.row.row, column)
  }
  reader.read(line, found)
}

function leftReason(columns: ColumnsByMeaning, column: HeadingColumn | null): string {
  if (column === null) return '这一列没有标题，没有读入'
  const meaning = [...columns].find(([, each]) => each === column.column)?.[0] ?? 'ignored'
  if (meaning === 'completion') return '完成率由系统计算，没有读入'
  if (meaning === 'ignored') return `“${column.parts.join(' / ')}”一列选的是不读入`
  return `“${COLUMN_TITLES[meaning]}”不在月度数里录入，没有读入`
}
