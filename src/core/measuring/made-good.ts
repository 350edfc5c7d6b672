// 黄(已补): a month that was missed and was put right by a later entry for that same month.

import { type ReportingMonth, yearOf } from '../values/reporting-month.ts'

/** How a month was missed, and since when it is not any more. Days are civil dates, "2020-06-25". */
export interface MadeGood {
  readonly how: 'was-red' | 'was-blank'
  /** the day of the first acceptance, or the due day */
  readonly missedOn: string
  /** the day of the entry that put it right; null while that is only being typed */
  readonly liftedOn: string | null
}

/** 首次审核时(5月12日)为红,6月3日更正 · 到期时(6月25日)未填报,7月2日补报 */
export function madeGoodText({ how, missedOn, liftedOn }: MadeGood, month: ReportingMonth): string {
  const missed =
    how === 'was-red' ? `首次审核时(${day(missedOn, month)})为红` : `到期时(${day(missedOn, month)})未填报`
  return `${missed},${liftedOn === null ? '本次' : day(liftedOn, month)}${how === 'was-red' ? '更正' : '补报'}`
}

/** 6月25日; with its year where that is not the reported month's */
function day(date: string, month: ReportingMonth): string {
  const [year, ofYear, ofMonth] = date.split('-').map(Number)
  return `${year === yearOf(month) ? '' : `${year}年`}${ofYear}月${ofMonth}日`
}
