// Checks a store in a process of its own: a province's year takes seconds, in which the window wants other answers.
import type { StoreCheck } from '../../application/ports.ts'
import type { VerifyReport } from '../../core/journal/verify-report.ts'
import { type Outcome, reject } from '../../core/outcome.ts'
import { answerOf } from '../helpers/answer-of.ts'
import type { HelperProcess, StartHelper } from '../helpers/helper-process.ts'

/**
 * `helpers`: how to start a process, loaded when the first check is wanted. Whoever asks while a check of the same store
 * is running gets its answer.
 */
export function storeCheck(helpers: () => Promise<StartHelper>): StoreCheck {
  const running = new Map<string, Promise<Outcome<VerifyReport>>>()
  return (place) => {
    const begun = running.get(place)
    if (begun !== undefined) return begun
    const check = helpers()
      .then((start) => checked(start('store-checker'), place))
      .finally(() => running.delete(place))
    running.set(place, check)
    return check
  }
}

async function checked(checker: HelperProcess, place: string): Promise<Outcome<VerifyReport>> {
  const end = () => checker.kill()
  // Nobody waits for a check after the program was closed; in the middle of one it would hear of that too late.
  process.once('exit', end)
  try {
    const answer = await answerOf(checker, place)
    return (answer as Outcome<VerifyReport> | null) ?? reject('internal-error', { reason: 'exit' })
  } finally {
    process.off('exit', end)
    end()
  }
}
