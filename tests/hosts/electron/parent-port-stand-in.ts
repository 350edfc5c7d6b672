// Loaded before the built service: gives the process the parent port that Electron would give it.
import { EventEmitter } from 'node:events'
import type { ParentPort } from 'electron'

const waiting: unknown[] = []

class StandInParentPort extends EventEmitter {
  constructor() {
    super()
    // As Electron does, messages wait until somebody listens.
    this.on('newListener', (event) => {
      if (event === 'message') queueMicrotask(() => this.deliver())
    })
  }

  postMessage(message: unknown): void {
    process.send?.(message)
  }

  take(message: unknown): void {
    waiting.push(message)
    this.deliver()
  }

  private deliver(): void {
    if (this.listenerCount('message') === 0) return
    for (const data of waiting.splice(0)) this.emit('message', { data, ports: [] })
  }
}

const parentPort = new StandInParentPort()
parentPort satisfies Pick<ParentPort, 'postMessage'>
process.on('message', (message) => parentPort.take(message))
// A utility process ends with the application that started it.
process.on('disconnect', () => process.exit(0))
Object.defineProperty(process, 'parentPort', { value: parentPort })
