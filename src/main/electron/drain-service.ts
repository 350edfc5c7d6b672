import { reject } from '../../core/outcome.ts'
import type { CallService } from '../answer-call.ts'

/** What a host needs of the application. */
export interface HostedService {
  readonly call: CallService
  close(): void
}

/** How long closing waits for calls that are still being answered: an export may be half written. */
const PATIENCE_MS = 10_000

/** A service that is closed only after the calls already begun have been answered. */
export interface DrainingService {
  readonly call: CallService
  close(): Promise<void>
}

/** Wraps a service so that leaving never cuts off a save or an export in the middle. */
export function drainService(service: HostedService): DrainingService {
  const open = new Set<Promise<unknown>>()
  let isClosing = false
  return {
    call(name, input, session) {
      // A late call would open the store again after it was closed.
      if (isClosing) return Promise.resolve(reject('internal-error', { reason: '软件正在退出' }))
      const answer = service.call(name, input, session)
      open.add(answer)
      void answer.finally(() => open.delete(answer)).catch(() => undefined)
      return answer
    },
    async close() {
      isClosing = true
      await Promise.race([Promise.allSettled(open), patience()])
      service.close()
    },
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS).unref()
  })
}
