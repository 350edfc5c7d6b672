// Long work lets others have their turn: whoever asks for something cheap meanwhile is answered after some milliseconds.
import type { Steps } from '../core/steps.ts'

/** Milliseconds of work before others have their turn. */
const TURN_MS = 12

export class Turn {
  #began = performance.now()

  isOver(): boolean {
    return performance.now() - this.#began > TURN_MS
  }

  async letOthers(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    this.#began = performance.now()
  }

  async letOthersIfOver(): Promise<void> {
    if (this.isOver()) await this.letOthers()
  }
}

/** What the steps come to, a turn at a time; null once others have made it unwanted. Within a turn nothing else happens. */
export async function inTurns<Value>(
  steps: Steps<Value>,
  isWanted: () => boolean,
): Promise<{ readonly value: Value } | null> {
  const turn = new Turn()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return { value: step.value }
    if (!turn.isOver()) continue
    await turn.letOthers()
    if (!isWanted()) return null
  }
}

/** As inTurns, for what nobody can change meanwhile. */
export async function wholly<Value>(steps: Steps<Value>): Promise<Value> {
  const turn = new Turn()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (turn.isOver()) await turn.letOthers()
  }
}
