// What a process does before it measures how long a file takes that the system does not hold in memory.
import { spawnSync } from 'node:child_process'
import Database from 'better-sqlite3'

/** Exit code of a process on a machine that offers no way to forget a file. */
export const COLD_IS_IMPOSSIBLE = 3

/** The library's native part is loaded by its first connection. */
export function loadDatabase(): void {
  new Database(':memory:').close()
}

/** Asks the system to forget a file; any user may ask it of one that was written out. */
export function forgetFile(path: string): void {
  const { status } = spawnSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0'])
  if (status !== 0) process.exit(COLD_IS_IMPOSSIBLE)
}
