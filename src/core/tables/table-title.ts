// What stands above a table: its title, and the year and month that it names.
import { isReportingMonth, monthOf, type ReportingMonth } from '../values/reporting-month.ts'
import type { OpenTable } from './open-table.ts'

export interface TableTitle {
  readonly title: string | null
  readonly year: number | null
  readonly month: ReportingMonth | null
}

const TITLE = /要点|计划|任务|目标|台账|情况|进展|分解|清单|一览|表$/

export function tableTitle({ grid, headings, sheet }: OpenTable): TableTitle {
  const above = grid.rows
    .filter(({ row }) => row < headings.top)
    .flatMap(({ cells }) => [...cells.values()].map(({ text }) => text.replace(/\s+/g, '')))
  const title = above.find((text) => TITLE.test(text) && text.length <= 80 && !/^附件\d*[:：]?$/.test(text))
  const all = [...above, sheet.name].join(' ').normalize('NFKC')
  const year = /(\d{4})年/.exec(all)?.[1]
  return { title: title ?? null, year: year === undefined ? null : Number(year), month: monthIn(all) }
}

/** 2020年6月, 2020年1-6月: the last month named is what the figures reach to. */
function monthIn(text: string): ReportingMonth | null {
  const found = /(\d{4})年(?:\d{1,2}月?[-—–~至到])?(\d{1,2})月/.exec(text)
  const month = found === null ? '' : monthOf(Number(found[1]), Number(found[2]))
  return isReportingMonth(month) ? month : null
}

/** 2020年全市科技工作要点任务分解表 → 2020年全市科技工作要点 */
export function planTitle({ title }: TableTitle, year: number): string {
  const plain = (title ?? '').replace(/[《》]/g, '').replace(/[（(][^（）()]*[）)]$/, '')
  const head = /^.*?(?:要点|计划)/.exec(plain)?.[0] ?? plain
  return head === '' ? `${year}年工作要点` : head
}
