// The service process's side of the conversation. It holds no session: who acts comes with each call, so that a
// restarted process does not forget it.
import type { Session } from '../../application/session.ts'
import { refuseUnforeseen } from '../answer-call.ts'
import type { StartHelper } from '../helpers/helper-process.ts'
import { type DrainingService, drainService, type HostedService } from './drain-service.ts'
import { relayedHelpers } from './relayed-helpers.ts'
import type { FromService, ToService } from './service-messages.ts'

/** The part of the process's parent port that is used. */
export interface MessagePortToParent {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown
  postMessage(message: FromService): void
}

/** What only the window's process can do for the service. */
export interface ServiceHost {
  readonly openFolder: (folder: string) => void
  readonly startHelper: StartHelper
}

export interface ServiceProcessOptions {
  readonly port: MessagePortToParent
  readonly openService: (dataFolder: string, host: ServiceHost) => HostedService
  /** ends the process */
  readonly exit: () => void
}

/** Answers the window's process until it says to close. */
export function runServiceProcess({ port, openService, exit }: ServiceProcessOptions): void {
  let service: DrainingService | null = null
  const helpers = relayedHelpers(port)
  port.on('message', ({ data }) => {
    const message = data as ToService
    if (message.kind === 'start') {
      service = drainService(
        openService(message.dataFolder, {
          openFolder: (folder) => port.postMessage({ kind: 'open-folder', folder }),
          startHelper: helpers.start,
        }),
      )
    } else if (message.kind === 'helper-said' || message.kind === 'helper-ended') {
      helpers.hear(message)
    } else if (message.kind === 'close') {
      void (service?.close() ?? Promise.resolve()).finally(exit)
    } else if (service !== null) void answer(service, message, port)
  })
}

async function answer(
  service: DrainingService,
  { id, name, input, actor }: Extract<ToService, { kind: 'call' }>,
  port: MessagePortToParent,
): Promise<void> {
  const session: Session = { actor }
  const given = await service.call(name, input, session).catch(refuseUnforeseen)
  port.postMessage({
    kind: 'answer',
    id,
    answer: given,
    ...(session.actor !== actor && { actor: session.actor }),
  })
}
