import type { Answer } from '../contract/api.ts'
import { type Outcome, reject } from '../core/outcome.ts'
import { RefusedError } from '../core/refused-error.ts'

/** Runs a call; whatever goes wrong in it becomes an answer. */
export async function answering(work: () => Outcome<unknown> | Promise<Outcome<unknown>>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, rejection: error.rejection }
    return reject('internal-error', { reason: error instanceof Error ? error.name : 'unknown' })
  }
}
