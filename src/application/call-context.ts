// What every call needs: the open store, who acts, and the clock.

import type { Warnings } from '../contract/api.ts'
import type { Decision } from '../core/decide/record-sheet.ts'
import { epochOf } from '../core/journal/hybrid-clock.ts'
import type { FigureDraft, Person } from '../core/journal/journal-entry.ts'
import type { Outcome } from '../core/outcome.ts'
import { accept, reject } from '../core/outcome.ts'
import type { PlanIndex } from '../core/plan/annual-plan.ts'
import type { PlanInForce } from '../core/plan/plan-timeline.ts'
import { RefusedError } from '../core/refused-error.ts'
import type { BureauState } from '../core/state/bureau-state.ts'
import { planOf } from '../core/state/bureau-state.ts'
import { atOnce, type Steps } from '../core/steps.ts'
import { civilTimeOf } from '../core/values/civil-time.ts'
import { NotReadYet } from './not-read-yet.ts'
import type { Knowledge, OpenJournal, Ports } from './ports.ts'
import type { RunningExports } from './running-exports.ts'
import type { Session } from './session.ts'
import type { StoreShelf } from './store-shelf.ts'
import { inTurns } from './turn.ts'

/** Which clock stamps an entry: reporting acts take the clock's time; administrative ones never run ahead of a store that is being caught up. */
export type StampRule = 'reporting' | 'administrative'

/** How often work in turns begins again because somebody recorded something meanwhile. */
const MOST_ATTEMPTS = 4

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

  /**
   * Works something out from the state, a turn at a time, while others are answered. Between any two steps the state is
   * the one they were given and the newest there is, so the last of them may append; where somebody recorded something
   * meanwhile it is all begun again, and after some attempts done at once.
   */
  async inTurns<Value>(work: (state: BureauState) => Steps<Value>): Promise<Value> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const { journal } = this
      if (!journal.isRead(null)) await journal.readAhead(null)
      const state = journal.state()
      const isNewest = () => this.shelf.isOpen(journal) && journal.isRead(null) && journal.state() === state
      const done = await inTurns(work(state), isNewest)
      if (done !== null) return done.value
    }
    return atOnce(work(this.journal.state()))
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

  /** As append, of figures and within `inTurns`: the last step writes what the steps before it have made ready. */
  *appendInSteps(drafts: readonly FigureDraft[]): Steps<void> {
    const author = this.session.actor ?? ''
    const { clock } = this.ports
    const stamp = { author, wallMs: this.wallMs('reporting'), isClockSet: clock.isSet }
    yield* this.journal.appendInSteps(drafts, stamp)
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
