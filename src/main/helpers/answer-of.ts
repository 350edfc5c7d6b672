import type { HelperProcess } from './helper-process.ts'

/** Gives a helper its order. Its answer; null where it ended without one. */
export function answerOf(helper: HelperProcess, order: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    helper.on('message', resolve)
    helper.on('exit', () => resolve(null))
    helper.send(order)
  })
}
