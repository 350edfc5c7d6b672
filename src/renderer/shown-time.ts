// Times of the store (UTC ISO texts) as people of the bureau read them.
import { civilDateOf, civilTimeOf, endOfCivilDay, parseInstant } from '../core/values/civil-time.ts'
import { yearOf } from '../core/values/reporting-month.ts'

/** 10:32 today, else 6月20日 10:32 (with the year when it is another one) */
export function timeText(iso: string, nowMs: number): string {
  const instant = parseInstant(iso)
  if (instant === null) return iso
  const [date = '', time = ''] = civilTimeOf(instant).split(' ')
  const today = civilDateOf(nowMs)
  if (date === today) return time
  return `${date.slice(0, 4) === today.slice(0, 4) ? dayText(date) : longDayText(date)} ${time}`
}

/** 6-20 beside a month of that year, else 2021-1-5 */
export function shortDay(iso: string, ofMonth: string): string {
  const instant = parseInstant(iso)
  if (instant === null) return iso
  const [year, month, day] = civilDateOf(instant).split('-').map(Number)
  return year === yearOf(ofMonth) ? `${month}-${day}` : `${year}-${month}-${day}`
}

/** 6月25日, of a civil date "2020-06-25" */
export function dayText(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return `${month}月${day}日`
}

export function longDayText(date: string): string {
  return `${date.slice(0, 4)}年${dayText(date)}`
}

/** Whole days from today to the end of a due date; 0 on the day itself, negative when late. */
export function daysLeft(dueDate: string, nowMs: number): number {
  return Math.floor((endOfCivilDay(dueDate) - nowMs) / (24 * 60 * 60 * 1000))
}
