// 截至某日: what was known then, or what is known now. Known now, the plan and the roll-ups are read from the tables;
// the journal is folded only for those who ask for the state.

import { type HybridTime, hybridTimeOf } from '../core/journal/hybrid-clock.ts'
import { accept, type Outcome, reject } from '../core/outcome.ts'
import { type RollUpReader, rollUpsOf } from '../core/projection/roll-ups.ts'
import type { BureauState } from '../core/state/bureau-state.ts'
import type { KnownPlans } from '../core/state/plan-line.ts'
import { parseInstant } from '../core/values/civil-time.ts'
import type { CallContext } from './call-context.ts'

export interface Known extends KnownPlans {
  readonly rollUps: RollUpReader
  state(): BureauState
  /** nothing later was known; null = now */
  readonly until: HybridTime | null
}

/** Counter above every real one, so that "as of 10:00:00.000" includes all of that millisecond. */
const LAST_COUNTER = 0xffff

const rollUpsByMoment = new WeakMap<BureauState, RollUpReader>()

/** Of a moment looked back at: each month is worked out once. */
export function rollUpsThen(state: BureauState): RollUpReader {
  const rollUps = rollUpsByMoment.get(state) ?? rollUpsOf(state)
  rollUpsByMoment.set(state, rollUps)
  return rollUps
}

/** `asOf`: "2020-06-30" (all that was known on the day) or a time; null or absent = now. */
export function knownThen(context: CallContext, asOf: string | null | undefined): Outcome<Known> {
  if (asOf == null) {
    const { plans, plan, journal } = context
    return accept({ plans, plan, rollUps: journal.rollUps(), state: () => context.state, until: null })
  }
  const instant = parseAsOf(asOf)
  if (instant === null)
    return reject('invalid-input', { place: '截至时间', reason: '应写成 2020-06-30 或 2020-06-30T18:00' })
  const until = hybridTimeOf(instant, LAST_COUNTER)
  const state = context.stateAt({ until })
  if (state.plan === null) return reject('not-known-then', { time: asOf })
  return accept({
    plans: state.plans,
    plan: state.plan,
    rollUps: rollUpsThen(state),
    state: () => state,
    until,
  })
}

/** A bare date means the end of that day: what was known on the day. */
function parseAsOf(text: string): number | null {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text.trim())
  return parseInstant(isDate ? `${text.trim()}T23:59:59.999` : text)
}
