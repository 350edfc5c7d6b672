// Starts the local browser host on a data folder, or finds the one that already runs there.
import { makeFolders } from '../../storage/make-folders.ts'
import { drainService, type HostedService } from '../electron/drain-service.ts'
import type { ServeFile } from '../static-files.ts'
import { createHttpApp } from './http-app.ts'
import { REQUEST_LIMITS, type RequestLimits, startHttpServer } from './http-server.ts'
import { serveAtLastPort } from './last-port.ts'
import { claimOwnerRecord, type OwnerRecord, readOwnerRecord, releaseOwnerRecord } from './owner-record.ts'
import { newReopenKey } from './reopen-proof.ts'
import { pageAddress, reopenRunningHost } from './reopen-running-host.ts'
import { SessionGate } from './session-gate.ts'

export interface BrowserHostOptions {
  readonly dataFolder: string
  /** 0 takes a free port, the folder's last one if it can */
  readonly port: number
  readonly serveFile: ServeFile
  /** called once, after this host is known to be the only one on the folder */
  readonly openService: () => HostedService
  readonly limits?: RequestLimits
}

export type BrowserHostStart =
  | { readonly kind: 'started'; readonly address: string; close(): Promise<void> }
  | { readonly kind: 'already-running'; readonly address: string }

/** Two starts at the same moment meet at most once; more rounds would only hide a fault. */
const MAX_ROUNDS = 3

/** Starts the host; `address` lets one browser in, once. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHostStart> {
  makeFolder(options.dataFolder)
  for (let round = 1; ; round += 1) {
    const found = readOwnerRecord(options.dataFolder)
    const address = found === null ? null : await reopenRunningHost(found)
    if (address !== null) return { kind: 'already-running', address }
    const started = await tryStart(options, found)
    if (started !== null) return started
    if (round === MAX_ROUNDS) throw new Error('another host keeps claiming the data folder')
  }
}

/** Null when another host claimed the folder meanwhile. */
async function tryStart(
  options: BrowserHostOptions,
  stale: OwnerRecord | null,
): Promise<BrowserHostStart | null> {
  const gate = new SessionGate()
  const reopenKey = newReopenKey()
  let service: ReturnType<typeof drainService> | null = null
  const routes = (port: number) =>
    createHttpApp({
      port,
      gate,
      serveFile: options.serveFile,
      secret: { reopenKey },
      // Nobody holds a token before the service is there.
      service: (name, input, session) =>
        service === null ? Promise.reject(new Error('not ready')) : service.call(name, input, session),
    }).fetch
  const serve = (port: number) => startHttpServer(port, routes, options.limits ?? REQUEST_LIMITS)
  const server =
    options.port === 0 ? await serveAtLastPort(options.dataFolder, serve) : await serve(options.port)
  const record: OwnerRecord = { port: server.port, pid: process.pid, reopenKey }
  if (!claimOwnerRecord(options.dataFolder, record, stale)) {
    await server.close()
    return null
  }
  const running = drainService(options.openService())
  service = running
  return {
    kind: 'started',
    address: pageAddress(server.port, gate.issueToken()),
    async close() {
      releaseOwnerRecord(options.dataFolder, record)
      await running.close()
      await server.close()
    },
  }
}

function makeFolder(folder: string): void {
  try {
    makeFolders(folder, 0o700)
  } catch {
    // The service refuses with the reason as soon as somebody asks it for something.
  }
}
