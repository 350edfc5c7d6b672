// The hosts as the contract's story sees them: something that answers a name and an input.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import type { Session } from '../../src/application/session.ts'
import type { Answer } from '../../src/contract/api.ts'
import { answerCall } from '../../src/main/answer-call.ts'
import { composeService } from '../../src/main/compose-service.ts'
import { createHttpCall } from '../../src/renderer/http-call.ts'
import { BUILT_FOLDER } from './built-folder.ts'
import { bootedWindow } from './electron/booted-window.ts'
import { enter, ownPageHeaders, rawRequest } from './raw-http.ts'

export type Call = (name: string, input: unknown) => Promise<Answer>

/** The application in this process: what the hosts are compared with. */
export async function callInProcess(dataFolder: string): Promise<Call> {
  const service = composeService({ dataFolder, mode: 'window' })
  onTestFinished(() => service.close())
  const session: Session = { actor: null }
  return (name, input) => answerCall(service.call, name, input, session)
}

/** The built window and preload script, the built service in a process of its own. */
export async function callThroughWindow(dataFolder: string): Promise<Call> {
  const window = await bootedWindow(dataFolder)
  return async (name, input) => (await window.ask('call', name, input)) as Answer
}

export interface HostProcess {
  readonly address: string
  readonly said: readonly string[]
  signal(signal: NodeJS.Signals): void
  readonly ended: Promise<number | null>
}

/** The built browser host in a process of its own; resolves when it has printed its address. */
export async function hostProcess(dataFolder: string, more: readonly string[] = []): Promise<HostProcess> {
  const child = spawn(
    process.execPath,
    [join(BUILT_FOLDER, 'main/browser-host.js'), '--data', dataFolder, '--no-open', ...more],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const said: string[] = []
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      const found = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(line)
      if (found !== null) resolve(found[0])
    })
    child.on('exit', (code) => reject(new Error(`the host ended with ${code}: ${said.join(' ')}`)))
  })
  return { address, said, signal: (signal) => child.kill(signal), ended }
}

/** The page's own HTTP client over the built browser host. */
export async function callOverHttp(dataFolder: string): Promise<Call> {
  const { address } = await hostProcess(dataFolder)
  const { port, cookie } = await enter(address)
  return createHttpCall(async (path, body) => {
    const headers = ownPageHeaders(port, cookie)
    const { text } = await rawRequest({ port, method: 'POST', path, headers, body })
    return { text: async () => text }
  }, null)
}

/** HTTP without the page's client: what reaches the host is what JSON makes of the input. */
export async function callOverBareHttp(dataFolder: string): Promise<Call> {
  const { address } = await hostProcess(dataFolder)
  const { port, cookie } = await enter(address)
  return async (name, input) => {
    const { text } = await rawRequest({
      port,
      method: 'POST',
      path: `/call/${encodeURIComponent(name)}`,
      headers: ownPageHeaders(port, cookie),
      body: JSON.stringify(input) ?? '',
    })
    return JSON.parse(text) as Answer
  }
}
