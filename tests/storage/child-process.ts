// Runs a small program of the tests in a process of its own, so that it can be raced or killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What each child has said, line by line: a busy machine hands over half a line, or two at once. */
const saidBy = new WeakMap<ChildProcess, AsyncIterator<string>>()

/** Starts a TypeScript file beside the tests with its arguments. */
export function startChild(file: string, args: readonly string[]): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  saidBy.set(child, createInterface({ input: child.stdout })[Symbol.asyncIterator]())
  return child
}

/** What a child says next. */
export async function nextLine(child: ChildProcess): Promise<string> {
  const said = await saidBy.get(child)?.next()
  if (said === undefined || said.done === true) throw new Error('the child says nothing more')
  return said.value.trim()
}
