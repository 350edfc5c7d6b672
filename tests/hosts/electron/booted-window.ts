// The built window, booted in a process of its own over the stand-in for Electron.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { BUILT_FOLDER } from '../built-folder.ts'

const BOOT = join(import.meta.dirname, 'boot.ts')

export interface BootedWindow {
  /** Has the process do one of the deeds in boot.ts. */
  ask(deed: string, ...given: unknown[]): Promise<unknown>
  /** Resolves with the process's exit code. */
  readonly ended: Promise<number | null>
}

/** Boots the window on a data folder and ends it when the test is finished. */
export async function bootedWindow(
  dataFolder: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<BootedWindow> {
  const child = fork(BOOT, ['--data', dataFolder], {
    serialization: 'advanced',
    env: { ...process.env, ...environment, BUILT_FOLDER, XDG_DATA_HOME: dataFolder },
  })
  const ended = once(child, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : null))
  const ask = asker(child, ended)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  await ask('boot')
  return { ask, ended }
}

function asker(child: ChildProcess, ended: Promise<number | null>): BootedWindow['ask'] {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let nextId = 1
  child.on('message', (said: { id: number; value?: unknown; error?: string }) => {
    const asked = waiting.get(said.id)
    waiting.delete(said.id)
    if (said.error === undefined) asked?.resolve(said.value)
    else asked?.reject(new Error(said.error))
  })
  void ended.then((code) => {
    for (const asked of waiting.values()) asked.reject(new Error(`the window's process ended with ${code}`))
  })
  return (deed, ...given) =>
    new Promise((resolve, reject) => {
      waiting.set(nextId, { resolve, reject })
      child.send({ id: nextId, deed, given })
      nextId += 1
    })
}
