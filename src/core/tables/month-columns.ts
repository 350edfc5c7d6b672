// Tables that have a column for each month: of 1月, 2月 … the month being brought in is read, and no other.
import { folded } from '../forms/form-fields.ts'
import { monthNumber, type ReportingMonth, yearOf } from '../values/reporting-month.ts'
import { type ColumnMeaning, headingMeaning } from './column-meanings.ts'
import type { TableHeadings } from './find-headings.ts'
import type { ProposedColumn } from './proposed-column.ts'

/** What a table may tell of several months side by side. */
const OF_A_MONTH: readonly ColumnMeaning[] = ['value', 'total', 'progress']

/** The month a heading names; of 1-7月 the last one. `year` null where it names none. */
interface NamedMonth {
  readonly year: number | null
  readonly month: number
}

/** Null where the heading names no month, or one that does not exist. */
export function headingMonth(parts: readonly string[]): NamedMonth | null {
  const text = folded(parts.join(' '))
  const found = [...text.matchAll(/(\d{1,2})月/g)].at(-1)?.[1]
  const month = Number(found ?? 0)
  if (month < 1 || month > 12) return null
  const year = /(\d{4})年/.exec(text)?.[1]
  return { year: year === undefined ? null : Number(year), month }
}

/** `columns` as proposed or as remembered, in the order of the headings; month by month where the table goes so. */
export function inMonth(
  { columns: headings }: TableHeadings,
  columns: readonly ProposedColumn[],
  month: ReportingMonth,
): ProposedColumn[] {
  const result = [...columns]
  for (const meaning of OF_A_MONTH) {
    const family = headings.flatMap(({ parts }, at) => {
      const named = headingMeaning(parts)?.meaning === meaning ? headingMonth(parts) : null
      return named === null ? [] : [{ at, named }]
    })
    // As somebody confirmed one of them, or as the cells below it say.
    const read = family.map(({ at }) => columns[at]?.meaning).find((each) => each !== 'ignored')
    if (read === undefined) continue
    for (const { at, named } of family) {
      const column = columns[at]
      if (column !== undefined)
        result[at] = asOf(column, { read, named, month, isAlone: family.length === 1 })
    }
  }
  return result
}

interface Facts {
  /** what such a column of this table is read as */
  readonly read: ColumnMeaning
  readonly named: NamedMonth
  readonly month: ReportingMonth
  /** the table has no such column of another month */
  readonly isAlone: boolean
}

function asOf(column: ProposedColumn, { read, named, month, isAlone }: Facts): ProposedColumn {
  const isMonth = named.month === monthNumber(month) && (named.year === null || named.year === yearOf(month))
  if (isMonth) return column.meaning === 'ignored' && !isAlone ? { ...column, meaning: read } : column
  const told = `标题写的是${named.month}月，导入的是${monthNumber(month)}月`
  return isAlone
    ? { ...column, confidence: 'unsure', reason: `${told}，请核对` }
    : { ...column, meaning: 'ignored', confidence: 'sure', reason: `${told}，不读入` }
}
