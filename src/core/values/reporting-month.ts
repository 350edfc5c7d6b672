// A month is a string ("2020-06"), compared as text: no Date object, so no time zone can move it.

/** 月份, "YYYY-MM". */
export type ReportingMonth = string

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/

export function isReportingMonth(text: string): text is ReportingMonth {
  return MONTH.test(text)
}

export function monthOf(year: number, month: number): ReportingMonth {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
}

export function yearOf(month: ReportingMonth): number {
  return Number(month.slice(0, 4))
}

/** 1…12 */
export function monthNumber(month: ReportingMonth): number {
  return Number(month.slice(5, 7))
}

export function previousMonth(month: ReportingMonth): ReportingMonth {
  const number = monthNumber(month)
  return number === 1 ? monthOf(yearOf(month) - 1, 12) : monthOf(yearOf(month), number - 1)
}

export function nextMonth(month: ReportingMonth): ReportingMonth {
  const number = monthNumber(month)
  return number === 12 ? monthOf(yearOf(month) + 1, 1) : monthOf(yearOf(month), number + 1)
}

/** January … `month` of the month's year, in order. */
export function monthsOfYearUpTo(month: ReportingMonth): ReportingMonth[] {
  const year = yearOf(month)
  return Array.from({ length: monthNumber(month) }, (_, index) => monthOf(year, index + 1))
}

export function monthsOfYear(year: number): ReportingMonth[] {
  return monthsOfYearUpTo(monthOf(year, 12))
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function daysInMonth(month: ReportingMonth): number {
  const year = yearOf(month)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const number = monthNumber(month)
  return number === 2 && isLeap ? 29 : (DAYS[number - 1] ?? 31)
}

/** "2020-06-25": the day by which the month is to be reported; day 31 means the last day of a short month. */
export function dueDateOf(month: ReportingMonth, dueDay: number): string {
  return `${month}-${String(Math.min(dueDay, daysInMonth(month))).padStart(2, '0')}`
}

/** 2020年6月 */
export function monthTitle(month: ReportingMonth): string {
  return `${yearOf(month)}年${monthNumber(month)}月`
}
