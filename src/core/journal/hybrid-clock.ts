// Hybrid logical clock: wall time, but never behind what was already written here, so that a PC whose clock
// was set back still orders its own entries after earlier ones.
import { epochOfIso, isoOf } from '../values/civil-time.ts'

/** "2020-06-25T10:00:00.000Z-0001": UTC milliseconds and a counter; sorts as text. */
export type HybridTime = string

const COUNTER_LIMIT = 0xffff

export function hybridTimeOf(epochMs: number, counter: number): HybridTime {
  return `${isoOf(epochMs)}-${counter.toString(16).padStart(4, '0')}`
}

/** The last time of a millisecond: later ones compare as greater, as text too. */
export function lastHybridTimeOf(epochMs: number): HybridTime {
  return hybridTimeOf(epochMs, COUNTER_LIMIT)
}

export function epochOf(time: HybridTime): number {
  const epoch = epochOfIso(time)
  if (!Number.isInteger(epoch)) throw new RangeError(`not a hybrid time: ${time}`)
  return epoch
}

/** The next time after `newest` at wall clock `wallMs`; a full counter carries into the next millisecond. */
export function nextHybridTime(newest: HybridTime | null, wallMs: number): HybridTime {
  if (newest === null) return hybridTimeOf(wallMs, 0)
  const newestMs = epochOf(newest)
  if (wallMs > newestMs) return hybridTimeOf(wallMs, 0)
  const counter = Number.parseInt(newest.slice(25), 16) + 1
  return counter > COUNTER_LIMIT ? hybridTimeOf(newestMs + 1, 0) : hybridTimeOf(newestMs, counter)
}
