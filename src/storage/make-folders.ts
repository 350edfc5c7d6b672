import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it, one by one: Node's own recursive mkdir never ends where a file system answers
 * "no such file" for a folder that is there (/proc, a lost network drive). `mode` as for mkdir.
 */
export function makeFolders(place: string, mode?: number): void {
  const missing: string[] = []
  for (let folder = place; !existsSync(folder) && dirname(folder) !== folder; folder = dirname(folder))
    missing.push(folder)
  for (const folder of missing.reverse()) makeFolder(folder, mode)
}

function makeFolder(folder: string, mode: number | undefined): void {
  try {
    mkdirSync(folder, mode)
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error
  }
}
