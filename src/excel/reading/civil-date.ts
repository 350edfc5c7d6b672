// Serial numbers of days → civil dates. Whole numbers only: no time zone and no Date object can move a day.

const DAY_SECONDS = 86_400
/** 9999-12-31 */
const LAST_SERIAL = 2_958_465
/** serial of 1970-01-01 */
const UNIX_EPOCH = 25_569
/** 1904-01-01 counted from 1900 */
const SHIFT_1904 = 1_462
/** The day 1900-02-29, which never was, has a serial of its own. */
const FALSE_LEAP_DAY = 60

const pad = (value: number) => String(value).padStart(2, '0')

/** "2020-06-30", with " 08:30" where there is a time of day, "08:30" where there is no day; null outside of the calendar. */
export function civilDate(serial: number, isFrom1904: boolean): string | null {
  if (!(serial >= 0 && serial < LAST_SERIAL + 1)) return null
  let day = Math.floor(serial)
  let seconds = Math.round((serial - day) * DAY_SECONDS)
  if (seconds === DAY_SECONDS) {
    day += 1
    seconds = 0
  }
  const time = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor((seconds % 3600) / 60))}`
  if (day === 0 && !isFrom1904) return time
  const date = dayText(isFrom1904 ? day + SHIFT_1904 : day)
  return seconds === 0 ? date : `${date} ${time}`
}

function dayText(serial: number): string {
  if (serial === FALSE_LEAP_DAY) return '1900-02-29'
  const days = serial - UNIX_EPOCH + (serial < FALSE_LEAP_DAY ? 1 : 0)
  // Date.UTC's calendar without a zone: the civil day of a count of days.
  const date = new Date(days * DAY_SECONDS * 1000)
  return date.toISOString().slice(0, 10)
}
