// The window's link to the service process. When that process dies, whoever waits gets an answer, the window stays,
// and the next call starts a new process: the journal holds everything that was acknowledged.
import type { Session } from '../../application/session.ts'
import type { Answer } from '../../contract/api.ts'
import { reject } from '../../core/outcome.ts'
import { type CallService, refuseUnforeseen } from '../answer-call.ts'
import type { StartHelper } from '../helpers/helper-process.ts'
import { type HelperRelay, helperRelay, isAboutHelper } from './helper-relay.ts'
import type { FromService, ToService } from './service-messages.ts'

/** The part of Electron's utility process that is used. */
export interface ServiceChild {
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  postMessage(message: ToService): void
  kill(): boolean
}

export interface ServiceLinkOptions {
  readonly fork: () => ServiceChild
  readonly dataFolder: string
  readonly openFolder: (folder: string) => void
  /** starts a process that works for the service */
  readonly startHelper: StartHelper
}

export interface ServiceLink {
  readonly call: CallService
  /** Lets the process finish what it has begun, then ends it. */
  close(): Promise<void>
}

/** A screen asks for a handful of things at once; a page that asks for thousands is not ours any more. */
const MAX_WAITING = 1000
/** A little more than the service allows itself for finishing. */
const CLOSING_PATIENCE_MS = 12_000

interface Waiting {
  readonly session: Session
  readonly resolve: (answer: Answer) => void
}

/** Starts the service process and keeps one running. */
export function linkService(options: ServiceLinkOptions): ServiceLink {
  const waiting = new Map<number, Waiting>()
  const sessions = new Set<Session>()
  let child: ServiceChild | null = null
  let nextId = 1
  let isClosing = false

  function start(): ServiceChild {
    const started = options.fork()
    child = started
    const helpers = helperRelay(options.startHelper, (message) => {
      if (child === started) started.postMessage(message)
    })
    started.on('message', (message) => {
      if (child === started) receive(message, helpers)
    })
    started.on('exit', () => {
      helpers.endAll()
      if (child !== started) return
      child = null
      // A new process has the person's own store open, whatever was open before (the example, say). Nobody acts
      // until the person has said so again, or figures meant for one store could be saved in the other.
      for (const session of sessions) session.actor = null
      for (const { resolve } of waiting.values())
        resolve(reject('internal-error', { reason: '后台程序已停止' }))
      waiting.clear()
    })
    started.postMessage({ kind: 'start', dataFolder: options.dataFolder })
    return started
  }

  function receive(message: unknown, helpers: HelperRelay): void {
    const said = message as FromService
    if (said.kind === 'open-folder') {
      options.openFolder(said.folder)
      return
    }
    if (isAboutHelper(said)) {
      helpers.hear(said)
      return
    }
    const asked = waiting.get(said.id)
    if (asked === undefined) return
    waiting.delete(said.id)
    if (said.actor !== undefined) asked.session.actor = said.actor
    asked.resolve(said.answer)
  }

  start()
  return {
    call(name, input, session) {
      if (isClosing) return Promise.resolve(reject('internal-error', { reason: '软件正在退出' }))
      if (waiting.size >= MAX_WAITING)
        return Promise.resolve(reject('internal-error', { reason: '请求太多' }))
      return new Promise((resolve) => {
        sessions.add(session)
        const id = nextId
        nextId += 1
        try {
          const running = child ?? start()
          waiting.set(id, { session, resolve })
          running.postMessage({ kind: 'call', id, name, input, actor: session.actor })
        } catch (error) {
          waiting.delete(id)
          resolve(refuseUnforeseen(error))
        }
      })
    },
    close() {
      isClosing = true
      const running = child
      if (running === null) return Promise.resolve()
      return new Promise((resolve) => {
        const impatience = setTimeout(() => running.kill(), CLOSING_PATIENCE_MS)
        running.on('exit', () => {
          clearTimeout(impatience)
          resolve()
        })
        running.postMessage({ kind: 'close' })
      })
    },
  }
}
