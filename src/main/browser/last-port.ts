// The port a data folder was served at. What a browser remembers (a figure typed but not yet saved, large text)
// belongs to an address: at another port it would be gone.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningServer } from './http-server.ts'

const FILE_NAME = 'browser-port'

/** Serves at the folder's last port, or at a free one where that is taken or there was none. */
export async function serveAtLastPort(
  dataFolder: string,
  serve: (port: number) => Promise<RunningServer>,
): Promise<RunningServer> {
  const server = await serve(readLastPort(dataFolder)).catch(() => serve(0))
  keepPort(dataFolder, server.port)
  return server
}

/** 0 where none is known: any free port, chosen by the system. */
function readLastPort(dataFolder: string): number {
  try {
    const text = readFileSync(join(dataFolder, FILE_NAME), 'utf8')
    const port = /^\d{4,5}$/.test(text) ? Number(text) : 0
    return port >= 1024 && port <= 65535 ? port : 0
  } catch {
    return 0
  }
}

function keepPort(dataFolder: string, port: number): void {
  try {
    writeFileSync(join(dataFolder, FILE_NAME), String(port), { mode: 0o600 })
  } catch {
    // A folder that cannot be written is served all the same, at another port each time.
  }
}
