// What every call needs: the open store, who acts, and the clock.

import type { Warnings } from '../contract/api.ts'
import type { Decision } from '../core/decide/record-sheet.ts'
import { epochOf } from '../core/journal/hybrid-clock.ts'
import type { Person } from '../core/journal/journal-entry.ts'
import type { Outcome } from '../core/outcome.ts'
import { accept, reject } from '../core/outcome.ts'
import type { PlanIndex } from '../core/plan/annual-plan.ts'
import type { PlanInForce } from '../core/plan/plan-timeline.ts'
import { RefusedError } from '../core/refused-error.ts'
import type { BureauState } from '../core/state/bureau-state.ts'
import { planOf } from '../core/state/bureau-state.ts'
import { civilTimeOf } from '../core/values/civil-time.ts'
import { NotReadYet } from './not-read-yet.ts'
import type { Knowledge, OpenJournal, Ports } from './ports.ts'
import type { RunningExports } from './running-exports.ts'
import type { Session } from './session.ts'
import type { StoreShelf } from './store-shelf.ts'

/** Which clock stamps an entry: reporting acts take the clock's time; administrative ones never run ahead of a store that is being caught up. */
export type StampRule = 'reporting' | 'administrative'

/** What all calls of one application share. */
export interface Application {
  readonly ports: Ports
  readonly shelf: StoreShelf
  readonly exports: RunningExports
}

export class CallContext {
  readonly ports: Ports
  readonly shelf: StoreShelf
  readonly exports: RunningExports
  readonly session: Session
  /** a call that is asked again must not have changed anything */
  #mayBePutOff = true

  constructor({ ports, shelf, exports }: Application, session: Session) {
    this.ports = ports
    this.shelf = shelf
    this.exports = exports
    this.session = session
  }

  get journal(): OpenJournal {
    return this.shelf.journal()
  }

  /** Throws NotReadYet where the figures have to be read first; the call is then asked again. */
  get state(): BureauState {
    this.#putOffUntilRead(null)
    return this.journal.state()
  }

  /** What was known then; throws NotReadYet as `state` does. */
  stateAt(known: Knowledge): BureauState {
    this.#putOffUntilRead(known)
    return this.journal.stateAt(known)
  }

  /** Has a large piece of the answer, which is kept, worked out in a turn of its own; the call is then asked again. */
  inOwnTurn(work: () => void): void {
    if (this.#mayBePutOff)
      throw new NotReadYet(async () => {
        await new Promise((resolve) => setImmediate(resolve))
        work()
      })
    work()
  }

  waitNoMore(): void {
    this.#mayBePutOff = false
  }

  /** Read without the figures: a call that needs no more of the state does not wait for the year to be folded. */
  get plan(): PlanIndex {
    return planOf(this.journal.outline())
  }

  get plans(): readonly PlanInForce[] {
    return this.journal.outline().plans
  }

  /** Who acts, as this store knows them now; a role that was changed counts at once. */
  actor(): Outcome<Person> {
    const name = this.session.actor
    if (name === null) return reject('not-signed-in')
    const { journal } = this
    const { people } = journal.isRead(null) ? journal.state() : journal.outline()
    const person = people.get(name)
    return person === undefined ? reject('unknown-person', { name }) : accept(person)
  }

  /** An act of the office, decided for whoever acts and written down where it is accepted; refused, nothing is. */
  administer(decide: (actor: Person) => Outcome<Decision>): Outcome<Warnings> {
    const actor = this.actor()
    if (!actor.ok) return actor
    const decided = decide(actor.value)
    if (!decided.ok) return decided
    this.append(decided.value, 'administrative')
    return accept({ warnings: [] })
  }

  /** Appends what was decided, in the actor's name. */
  append(decision: Decision, rule: StampRule = 'reporting', wallMs = this.wallMs(rule)): void {
    const author = this.session.actor ?? ''
    const isClockSet = this.ports.clock.isSet || (rule === 'administrative' && this.journal.isClockSet())
    this.waitNoMore()
    this.journal.append(decision.drafts, { author, wallMs, isClockSet })
  }

  /**
   * The time to stamp with. A time set by hand may not lie before the newest entry. An administrative act
   * (people, targets) without such a time, in a store that was written with set times, takes the store's own
   * newest time: stamped with today's date it would shut out the months still to be caught up.
   */
  wallMs(rule: StampRule): number {
    const { clock } = this.ports
    const newest = this.journal.newestTime()
    const newestMs = newest === null ? null : epochOf(newest)
    if (clock.isSet && newestMs !== null && clock.now() < newestMs) {
      throw new RefusedError('clock-before-newest', {
        given: civilTimeOf(clock.now()),
        newest: civilTimeOf(newestMs),
      })
    }
    if (!clock.isSet && rule === 'administrative' && newestMs !== null && this.journal.isClockSet())
      return newestMs
    return clock.now()
  }

  #putOffUntilRead(known: Knowledge | null): void {
    const { journal } = this
    if (this.#mayBePutOff && !journal.isRead(known)) throw new NotReadYet(() => journal.readAhead(known))
  }
}
