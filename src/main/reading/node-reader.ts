// Workbooks read in a child process of Node: the browser host, the command line, tests.
import { fork } from 'node:child_process'
import type { WorkbookSource } from '../../application/ports.ts'
import { READER_NODE_OPTIONS, type ReadingAnswer } from '../../excel/reading/workbook-reader-process.ts'
import { builtEntry } from '../built-entry.ts'
import { type ReaderChild, readInProcess } from './reader-process.ts'

/** `entry`: what the process runs; found beside this code unless named. */
export function readInChild(
  source: WorkbookSource,
  entry = builtEntry('workbook-reader'),
): Promise<ReadingAnswer> {
  return readInProcess(() => startChild(entry), source)
}

function startChild(entry: string): ReaderChild {
  const child = fork(entry, [], {
    execArgv: [...READER_NODE_OPTIONS],
    serialization: 'advanced',
    // What a dying process prints is for nobody.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
  })
  return {
    on: (event: 'message' | 'exit', listener: (message: unknown) => void) => {
      child.on(event, listener)
      // A process that could not be started, or died before it took the file, ends in the same sentence.
      if (event === 'exit') child.on('error', listener)
    },
    send: (source) => child.send(source, () => undefined),
    kill: () => child.kill('SIGKILL'),
  }
}
