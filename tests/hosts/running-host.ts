// The browser host started inside the test, over a stand-in service and a small page of its own.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { RequestLimits } from '../../src/main/browser/http-server.ts'
import { startBrowserHost } from '../../src/main/browser/start-browser-host.ts'
import { staticFiles } from '../../src/main/static-files.ts'
import { type StandInService, standInService } from './stand-in-service.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface RunningHost {
  readonly dataFolder: string
  readonly address: string
  readonly port: number
  readonly service: StandInService
  close(): Promise<void>
}

/** A page's folder with one of everything, and a file beside it that nobody may have. */
export function smallPage(): string {
  const outside = temporaryFolder()
  const folder = join(outside, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(outside, 'secret.json'), '{"secret":true}')
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>要点台账</title>')
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'assets', 'index-Bx3kQ9aZ.js'), 'export {}')
  writeFileSync(join(folder, 'notes.txt'), 'not part of the page')
  return folder
}

/** Starts a host that is closed when the test is finished. */
export async function runningHost(limits?: RequestLimits): Promise<RunningHost> {
  const dataFolder = join(temporaryFolder(), 'data')
  const service = standInService()
  const start = await startBrowserHost({
    dataFolder,
    port: 0,
    serveFile: staticFiles(smallPage()),
    openService: () => service,
    ...(limits !== undefined && { limits }),
  })
  if (start.kind !== 'started') throw new Error('another host is running')
  onTestFinished(() => start.close())
  return {
    dataFolder,
    address: start.address,
    port: Number(new URL(start.address).port),
    service,
    close: start.close,
  }
}
