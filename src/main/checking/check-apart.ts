// Checks a store in a process of its own: a province's year takes seconds, in which the window wants other answers.
import type { StoreCheck } from '../../application/ports.ts'
import type { VerifyReport } from '../../core/journal/verify-report.ts'
import { type Outcome, reject } from '../../core/outcome.ts'
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

function checked(child: HelperProcess, place: string): Promise<Outcome<VerifyReport>> {
  return new Promise((resolve) => {
    const end = () => child.kill()
    const finish = (answer: Outcome<VerifyReport>) => {
      process.off('exit', end)
      resolve(answer)
      end()
    }
    // Nobody waits for a check after the program was closed; in the middle of one it would hear of that too late.
    process.once('exit', end)
    child.on('message', (answer) => finish(answer as Outcome<VerifyReport>))
    child.on('exit', () => finish(reject('internal-error', { reason: 'exit' })))
    child.send(place)
  })
}
