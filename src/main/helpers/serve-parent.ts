// A helper's side of the conversation, whatever started it: a child of Node, or a utility process of the window's.

export type Say = (message: unknown) => void

/**
 * Takes one order, which our own code wrote, and ends when it is done. `onOrphaned` runs when whoever asked is gone:
 * nobody waits for the work any more.
 */
export function serveParent(
  work: (order: unknown, say: Say) => Promise<void>,
  onOrphaned: () => void = () => undefined,
): void {
  if (process.parentPort !== undefined) {
    const { parentPort } = process
    parentPort.once('message', ({ data }: { data: unknown }) => {
      void work(data, (message) => parentPort.postMessage(message))
    })
    return
  }
  process.once('disconnect', () => {
    onOrphaned()
    process.exit()
  })
  process.once('message', (order: unknown) => {
    let told = Promise.resolve()
    const say: Say = (message) => {
      told = new Promise((resolve) => process.send?.(message, () => resolve()))
    }
    void work(order, say)
      .then(() => told)
      .then(() => process.disconnect())
  })
}
