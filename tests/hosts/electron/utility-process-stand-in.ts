// Electron's utility process as a real process: the built service runs in it, messages cross as clones.
import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { ForkOptions, UtilityProcess } from 'electron'

const PARENT_PORT = new URL('./parent-port-stand-in.ts', import.meta.url).href

/** Every service process that was started, oldest first. */
export const started: StandInUtilityProcess[] = []

export class StandInUtilityProcess extends EventEmitter {
  readonly child: ChildProcess

  static fork(modulePath: string, given: string[] = [], options: ForkOptions = {}): StandInUtilityProcess {
    const child = fork(modulePath, given, {
      execArgv: ['--import', PARENT_PORT],
      serialization: 'advanced',
      env: Object.fromEntries(Object.entries(options.env ?? process.env)),
    })
    const made = new StandInUtilityProcess(child)
    started.push(made)
    return made
  }

  constructor(child: ChildProcess) {
    super()
    this.child = child
    child.on('message', (message) => this.emit('message', message))
    child.on('exit', (code, signal) => this.emit('exit', code ?? (signal === null ? 0 : 1)))
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  postMessage(message: unknown): void {
    // Electron passes over messages to a process that is gone.
    if (this.child.connected) this.child.send(message as object, () => undefined)
  }

  kill(): boolean {
    return this.child.kill()
  }
}

StandInUtilityProcess satisfies {
  fork(
    modulePath: string,
    given?: string[],
    options?: ForkOptions,
  ): Pick<UtilityProcess, 'kill' | 'pid' | 'postMessage'>
}
