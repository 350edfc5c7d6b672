// Checks a store on a thread of its own: a province's year takes seconds, in which the window wants other answers.
import { Worker } from 'node:worker_threads'
import type { VerifyReport } from '../../core/journal/verify-report.ts'
import { type Outcome, reject } from '../../core/outcome.ts'
import { builtEntry } from '../built-entry.ts'

const running = new Map<string, Promise<Outcome<VerifyReport>>>()

/** Whoever asks while a check of the same store is running gets its answer. */
export function checkApart(place: string): Promise<Outcome<VerifyReport>> {
  const begun = running.get(place)
  if (begun !== undefined) return begun
  const check = onThread(place).finally(() => running.delete(place))
  running.set(place, check)
  return check
}

function onThread(place: string): Promise<Outcome<VerifyReport>> {
  return new Promise((resolve) => {
    const thread = new Worker(builtEntry('store-check'), { workerData: place })
    // Nobody who closes the program waits for a check.
    thread.unref()
    thread.once('message', (answer: Outcome<VerifyReport>) => resolve(answer))
    thread.once('error', (error) => resolve(reject('internal-error', { reason: error.name })))
    thread.once('exit', () => resolve(reject('internal-error', { reason: 'exit' })))
  })
}
