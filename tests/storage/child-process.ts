// Runs a small program of the tests in a process of its own, so that it can be raced or killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Starts a TypeScript file beside the tests with its arguments. */
export function startChild(file: string, args: readonly string[]): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url))
  return spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
}

/** What a child says next; it says one line at a time. */
export async function nextLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('a child without output')
  const [chunk] = await once(child.stdout, 'data')
  return String(chunk).trim()
}
