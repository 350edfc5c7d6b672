// 截至某日: the state as it was known then, or as it is known now.
import type { BureauState } from '../core/bureau-state.ts'
import { parseInstant } from '../core/civil-time.ts'
import { type HybridTime, hybridTimeOf } from '../core/hybrid-clock.ts'
import { accept, type Outcome, reject } from '../core/outcome.ts'
import type { CallContext } from './call-context.ts'

export interface Known {
  readonly state: BureauState
  /** nothing later was known; null = now */
  readonly until: HybridTime | null
}

/** Counter above every real one, so that "as of 10:00:00.000" includes all of that millisecond. */
const LAST_COUNTER = 0xffff

/** The last look back at each state of the journal: one page asks for the same day several times. */
const lastLook = new WeakMap<BureauState, Known>()

/** `asOf`: "2020-06-30" (all that was known on the day) or a time; null or absent = now. */
export function knownThen(context: CallContext, asOf: string | null | undefined): Outcome<Known> {
  const { state } = context
  if (asOf == null) return accept({ state, until: null })
  const instant = parseAsOf(asOf)
  if (instant === null)
    return reject('invalid-input', { place: '截至时间', reason: '应写成 2020-06-30 或 2020-06-30T18:00' })
  const until = hybridTimeOf(instant, LAST_COUNTER)
  const kept = lastLook.get(state)
  const known = kept?.until === until ? kept : { state: context.journal.stateAt({ until }), until }
  lastLook.set(state, known)
  return known.state.plan === null ? reject('not-known-then', { time: asOf }) : accept(known)
}

/** A bare date means the end of that day: what was known on the day. */
function parseAsOf(text: string): number | null {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text.trim())
  return parseInstant(isDate ? `${text.trim()}T23:59:59.999` : text)
}
