// The bureau lives in China Standard Time (UTC+8, no summer time since 1991). Civil dates are worked out
// from the instant and this one offset, so the PC's own zone setting cannot move a deadline.

const OFFSET_MS = 8 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** Days from 1970-01-01 of a civil date, proleptic Gregorian. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

function civilFromDays(days: number): { year: number; month: number; day: number } {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

const pad = (value: number, width = 2) =>
  TWO_DIGITS[width === 2 ? value : -1] ?? String(value).padStart(width, '0')
const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'))

/** "2020-06-25" in the bureau's civil calendar. */
export function civilDateOf(epochMs: number): string {
  const { year, month, day } = civilFromDays(Math.floor((epochMs + OFFSET_MS) / DAY_MS))
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** "2020-06-25 18:05" in the bureau's civil time. */
export function civilTimeOf(epochMs: number): string {
  const inDay = (((epochMs + OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS
  return `${civilDateOf(epochMs)} ${pad(Math.floor(inDay / 3_600_000))}:${pad(Math.floor((inDay % 3_600_000) / 60_000))}`
}

/** The instant at which a civil day ends (its deadline), in epoch milliseconds. */
export function endOfCivilDay(date: string): number {
  const days = daysFromCivil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))
  return (days + 1) * DAY_MS - OFFSET_MS - 1
}

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** Reads an ISO date or time; without a zone it is the bureau's own time. Null if it is not one. */
export function parseInstant(text: string): number | null {
  const match = INSTANT.exec(text.trim())
  if (!match) return null
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((group) =>
    Number(match[group] ?? 0),
  ) as [number, number, number, number, number, number]
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null
  const days = daysFromCivil(year, month, day)
  const back = civilFromDays(days)
  if (back.month !== month || back.day !== day) return null
  const millisecond = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000)
  const zone = match[8]
  const offset = zone === undefined ? OFFSET_MS : zone === 'Z' ? 0 : zoneOffset(zone)
  if (offset === null) return null
  return days * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond - offset
}

function zoneOffset(zone: string): number | null {
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(-2))
  if (hours > 14 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/** UTC ISO text with milliseconds, "2020-06-25T10:00:00.000Z"; sorts as text. */
export function isoOf(epochMs: number): string {
  const days = Math.floor(epochMs / DAY_MS)
  const { year, month, day } = civilFromDays(days)
  const ms = epochMs - days * DAY_MS
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(Math.floor(ms / 3_600_000))}:${pad(Math.floor((ms % 3_600_000) / 60_000))}:${pad(Math.floor((ms % 60_000) / 1000))}.${pad(ms % 1000, 3)}Z`
}

/** Reads back what isoOf wrote; NaN where the digits are none. Every entry's time comes through here. */
export function epochOfIso(text: string): number {
  const days = daysFromCivil(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
  const seconds =
    (Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))) * 60 + Number(text.slice(17, 19))
  return days * DAY_MS + seconds * 1000 + Number(text.slice(20, 23))
}
