// The application's writer of 全年台账: a process for each, told what to write, heard until it ends.
import type { LongWork, WorkProgress, YearOrder, YearWriter } from '../../application/ports.ts'
import { accept, type Outcome, type Rejection, reject } from '../../core/outcome.ts'
import type { HelperProcess, StartHelper } from '../helpers/helper-process.ts'

/** What the process says. */
export type FromYearWriter =
  | { readonly kind: 'progress'; readonly progress: WorkProgress }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly rejection: Rejection }

/** `helpers`: how to start a process, loaded when the first one is wanted. */
export function yearWriter(helpers: () => Promise<StartHelper>): YearWriter {
  return {
    start(order, onProgress): LongWork {
      const stopping = new AbortController()
      const ended = helpers().then(
        (start) =>
          stopping.signal.aborted
            ? interrupted()
            : written(start('year-writer'), order, onProgress, stopping),
        interrupted,
      )
      return { ended, stop: () => stopping.abort() }
    },
  }
}

function written(
  child: HelperProcess,
  order: YearOrder,
  onProgress: (progress: WorkProgress) => void,
  stopping: AbortController,
): Promise<Outcome<null>> {
  // A process that says nothing before it is gone was ended, or died.
  let outcome: Outcome<null> = interrupted()
  child.on('message', (message) => {
    const said = message as FromYearWriter
    if (said.kind === 'progress') return onProgress(said.progress)
    outcome = said.kind === 'done' ? accept(null) : { ok: false, rejection: said.rejection }
    // Its file is closed by then; a utility process would wait for more.
    child.kill()
  })
  stopping.signal.addEventListener('abort', () => child.kill())
  const ended = new Promise<Outcome<null>>((resolve) => {
    child.on('exit', () => resolve(outcome))
  })
  child.send(order)
  return ended
}

const interrupted = (): Outcome<null> => reject('export-interrupted')
