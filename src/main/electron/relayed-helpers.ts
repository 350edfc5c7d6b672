// The service's helpers, started by the window's process: what they and the service say to each other passes through it.
import type { HelperProcess, StartHelper } from '../helpers/helper-process.ts'
import type { FromService, ToService } from './service-messages.ts'

type FromHelper = Extract<ToService, { kind: 'helper-said' | 'helper-ended' }>

interface ServicePort {
  postMessage(message: FromService): void
}

export interface RelayedHelpers {
  readonly start: StartHelper
  hear(message: FromHelper): void
}

export function relayedHelpers(port: ServicePort): RelayedHelpers {
  const running = new Map<number, RelayedHelper>()
  let nextId = 1
  return {
    start: (name) => {
      const id = nextId
      nextId += 1
      const helper = new RelayedHelper(id, port)
      running.set(id, helper)
      port.postMessage({ kind: 'start-helper', id, name })
      return helper
    },
    hear(message) {
      const helper = running.get(message.id)
      if (message.kind === 'helper-ended') running.delete(message.id)
      helper?.hear(message)
    },
  }
}

class RelayedHelper implements HelperProcess {
  readonly #id: number
  readonly #port: ServicePort
  readonly #onMessage: ((message: unknown) => void)[] = []
  readonly #onExit: (() => void)[] = []

  constructor(id: number, port: ServicePort) {
    this.#id = id
    this.#port = port
  }

  on(event: 'message' | 'exit', listener: (message: unknown) => void): void {
    if (event === 'message') this.#onMessage.push(listener)
    else this.#onExit.push(() => listener(undefined))
  }

  hear(message: FromHelper): void {
    if (message.kind === 'helper-said') for (const listener of this.#onMessage) listener(message.message)
    else for (const listener of this.#onExit) listener()
  }

  send(message: unknown): void {
    this.#port.postMessage({ kind: 'tell-helper', id: this.#id, message })
  }

  kill(): void {
    this.#port.postMessage({ kind: 'end-helper', id: this.#id })
  }
}
