// The window's process between the service and its helpers: it starts them, passes their words on, and ends them with
// the service that asked for them.
import type { HelperProcess, StartHelper } from '../helpers/helper-process.ts'
import type { FromService, ToService } from './service-messages.ts'

type AboutHelper = Extract<FromService, { kind: 'start-helper' | 'tell-helper' | 'end-helper' }>

export interface HelperRelay {
  hear(message: AboutHelper): void
  /** nobody waits for them any more */
  endAll(): void
}

export function isAboutHelper(message: FromService): message is AboutHelper {
  return message.kind === 'start-helper' || message.kind === 'tell-helper' || message.kind === 'end-helper'
}

export function helperRelay(start: StartHelper, say: (message: ToService) => void): HelperRelay {
  const running = new Map<number, HelperProcess>()
  return {
    hear(message) {
      const { id } = message
      if (message.kind === 'tell-helper') running.get(id)?.send(message.message)
      else if (message.kind === 'end-helper') running.get(id)?.kill()
      else {
        const helper = start(message.name)
        running.set(id, helper)
        helper.on('message', (said) => say({ kind: 'helper-said', id, message: said }))
        helper.on('exit', () => {
          if (running.delete(id)) say({ kind: 'helper-ended', id })
        })
      }
    },
    endAll() {
      for (const helper of running.values()) helper.kill()
      running.clear()
    },
  }
}
