// The service process's side of the conversation. It holds no session: who acts comes with each call, so that a
// restarted process does not forget it.
import type { Session } from '../../application/session.ts'
import type { ReadingAnswer } from '../../excel/reading/workbook-reader-process.ts'
import { refuseUnforeseen } from '../answer-call.ts'
import type { ReadInProcess } from '../reading/workbook-reader-port.ts'
import { type DrainingService, drainService, type HostedService } from './drain-service.ts'
import type { FromService, ToService } from './service-messages.ts'

/** The part of the process's parent port that is used. */
export interface MessagePortToParent {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown
  postMessage(message: FromService): void
}

/** What only the window's process can do for the service. */
export interface ServiceHost {
  readonly openFolder: (folder: string) => void
  readonly readWorkbook: ReadInProcess
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
  const readings = remoteReadings(port)
  port.on('message', ({ data }) => {
    const message = data as ToService
    if (message.kind === 'start') {
      service = drainService(
        openService(message.dataFolder, {
          openFolder: (folder) => port.postMessage({ kind: 'open-folder', folder }),
          readWorkbook: readings.ask,
        }),
      )
    } else if (message.kind === 'workbook-read') {
      readings.answer(message.id, message.answer)
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

/** Workbooks that the window's process has read: asked for here, answered when its message comes. */
function remoteReadings(port: MessagePortToParent) {
  const waiting = new Map<number, (answer: ReadingAnswer) => void>()
  let nextId = 1
  const ask: ReadInProcess = (source) =>
    new Promise((resolve) => {
      if (!('base64' in source)) throw new TypeError('a page hands over bytes')
      const id = nextId
      nextId += 1
      waiting.set(id, resolve)
      port.postMessage({ kind: 'read-workbook', id, base64: source.base64 })
    })
  return {
    ask,
    answer(id: number, answer: ReadingAnswer): void {
      waiting.get(id)?.(answer)
      waiting.delete(id)
    },
  }
}
