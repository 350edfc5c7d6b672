// When something is to be done, as bureaus write it: 6月底, 2020年12月, 二季度末, 年底前, a date.
import type { ReadCell } from '../forms/read-workbook.ts'
import { monthOf, type ReportingMonth } from '../values/reporting-month.ts'

export type DueReading =
  | { readonly isRead: true; readonly due: ReportingMonth | null }
  | { readonly isRead: false }

const QUARTERS: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12, 1: 3, 2: 6, 3: 9, 4: 12 }

/** Null `due` where it says that the work goes on all the time. `year`: where the cell names none. */
export function readDue(cell: ReadCell | undefined, year: number): DueReading {
  if (cell === undefined) return { isRead: true, due: null }
  if (cell.kind === 'date') {
    const date = /^(\d{4})-(\d{2})/.exec(cell.text)
    return date === null ? { isRead: false } : { isRead: true, due: `${date[1]}-${date[2]}` }
  }
  const text = cell.text.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '')
  if (/^(长期|常年|全年|持续(推进)?|长期坚持|按月|每月|[-—/]*)$/.test(text))
    return { isRead: true, due: null }
  const named = /^(\d{4})年?/.exec(text)
  const own = named?.[1] === undefined ? year : Number(named[1])
  const rest = named === null ? text : text.slice(named[0].length)
  const month = /^[-./]?(\d{1,2})(?:月|[-./]\d{1,2}日?$|$)/.exec(rest)
  if (month?.[1] !== undefined && Number(month[1]) >= 1 && Number(month[1]) <= 12)
    return { isRead: true, due: monthOf(own, Number(month[1])) }
  const quarter = /^第?([一二三四1-4])季度/.exec(rest)
  if (quarter?.[1] !== undefined) return { isRead: true, due: monthOf(own, QUARTERS[quarter[1]] ?? 12) }
  if (/^(上半年|半年|年中)/.test(rest)) return { isRead: true, due: monthOf(own, 6) }
  if (
    /^(下半年|年底|年末|年内|底|末|当年|本年)?(前|底前)?(完成)?$/.test(rest) &&
    (rest !== '' || named !== null)
  )
    return { isRead: true, due: monthOf(own, 12) }
  return { isRead: false }
}
