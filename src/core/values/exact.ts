// Every figure is an exact fraction, so a light never depends on how a division was rounded
// (10 of 120 in January is exactly 100 % of 序时, not 99.99…%).
import Fraction from 'fraction.js'

/** An exact number: a decimal as typed, or the exact quotient of such numbers. */
export type Exact = Fraction

export const ZERO: Exact = new Fraction(0)
export const ONE: Exact = new Fraction(1)

const DECIMAL = /^([+-]?)(\d{1,400})(?:\.(\d{1,400}))?(?:e([+-]?\d{1,3}))?$/i
/** Largest magnitude a figure may have: 10^15 of any unit is beyond every statistic of a city. */
const LIMIT = new Fraction('1000000000000000')
/** Digits behind the point that are kept; more than this is not a figure but a mistake. */
const MAX_DECIMALS = 20
const MAX_EXACT_DOUBLE = BigInt(Number.MAX_SAFE_INTEGER)

/**
 * Reads a plain decimal such as "18", "-2.50" or 1e-7. Answers null for anything else: text, NaN,
 * infinities, numbers of 10^15 and above, more than 20 decimals.
 */
export function parseExact(input: number | string): Exact | null {
  const text = typeof input === 'number' ? String(input) : input.trim()
  const match = DECIMAL.exec(text)
  if (!match) return null
  const exponent = Number(match[4] ?? '0')
  if (Math.abs(exponent) > 40) return null
  const decimals = (match[3]?.length ?? 0) - exponent
  const mantissa = BigInt(`${match[2]}${match[3] ?? ''}`) * (match[1] === '-' ? -1n : 1n)
  const scaled =
    decimals >= 0
      ? new Fraction(mantissa, 10n ** BigInt(decimals))
      : new Fraction(mantissa * 10n ** BigInt(-decimals))
  if (scaled.abs().gte(LIMIT)) return null
  if (decimals > MAX_DECIMALS && !isTerminatingWithin(scaled, MAX_DECIMALS)) return null
  return scaled
}

/** Figures already read: a total adds the same stored texts up again for every later month. */
const knownFigures = new Map<number | string, Exact>()
const KNOWN_FIGURES = 20_000

/** Whether a text is a decimal at all, in or out of the range that is kept. */
export function isDecimal(input: number | string): boolean {
  return DECIMAL.test(String(input).trim())
}

/** As parseExact, for values that were checked before they were stored. */
export function exact(input: number | string): Exact {
  const known = knownFigures.get(input)
  if (known !== undefined) return known
  const value = parseExact(input)
  if (value === null) throw new RangeError(`not a decimal: ${String(input).slice(0, 40)}`)
  if (knownFigures.size >= KNOWN_FIGURES) knownFigures.clear()
  knownFigures.set(input, value)
  return value
}

function isTerminatingWithin(value: Exact, places: number): boolean {
  return 10n ** BigInt(places) % value.d === 0n
}

/** The double nearest to the exact value. */
export function toNumber(value: Exact): number {
  if (value.d === 1n) return Number(value.s * value.n)
  // Two whole numbers that doubles hold exactly: their quotient is rounded once, so it is the nearest double.
  if (value.n <= MAX_EXACT_DOUBLE && value.d <= MAX_EXACT_DOUBLE)
    return Number(value.s * value.n) / Number(value.d)
  return Number(roundHalfUp(value, 40))
}

/** Canonical decimal text ("18", "0.45"); a fraction without a finite decimal is cut to 40 places. */
export function toDecimalText(value: Exact): string {
  return stripZeros(roundHalfUp(value, 40))
}

/** Rounded half up (away from zero), with exactly `places` digits behind the point. */
export function roundHalfUp(value: Exact, places: number): string {
  const scale = 10n ** BigInt(places)
  const scaled = (value.n * scale * 2n + value.d) / (value.d * 2n)
  const digits = scaled.toString().padStart(places + 1, '0')
  const sign = value.s < 0n && scaled !== 0n ? '-' : ''
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** "3.50" → "3.5", "20.00" → "20". */
export function stripZeros(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
}

/** How many decimals the exact value needs, at most `limit`. */
export function decimalsNeeded(value: Exact, limit: number): number {
  for (let places = 0; places < limit; places += 1) if (isTerminatingWithin(value, places)) return places
  return limit
}

export function maxExact(a: Exact, b: Exact): Exact {
  return a.gte(b) ? a : b
}
