// Folding a large year takes a second. A call that needs figures nobody has read yet is put off until they have been
// read, a few milliseconds at a time, and is then asked again: until it has them it has not changed anything.

export class NotReadYet extends Error {
  /** reads what was missing, letting others be answered in between */
  readonly read: () => Promise<void>

  constructor(read: () => Promise<void>) {
    super('the figures have not been read yet')
    this.read = read
  }
}

/** Now, the day looked back at, the issue before it, its lights, and twice more where somebody saved meanwhile. */
const MOST_WAITS = 6

/** `waitNoMore`: from now on the call reads at once whatever it needs. */
export async function withFiguresRead<Value>(
  work: () => Value | Promise<Value>,
  waitNoMore: () => void,
): Promise<Value> {
  for (let waits = 0; ; waits += 1) {
    if (waits === MOST_WAITS) waitNoMore()
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof NotReadYet)) throw error
      await error.read()
    }
  }
}
