// Helpers as child processes of Node: the browser host, the command line, tests.
import { fork } from 'node:child_process'
import { builtEntry } from '../built-entry.ts'
import {
  HELPER_NODE_OPTIONS,
  type HelperName,
  type HelperProcess,
  helperEnvironment,
} from './helper-process.ts'

/** `entry`: what the process runs; found beside this code unless named. */
export function startInNode(name: HelperName, entry = builtEntry(name)): HelperProcess {
  const child = fork(entry, [], {
    execArgv: [...HELPER_NODE_OPTIONS[name]],
    serialization: 'advanced',
    // What a dying process prints is for nobody.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: helperEnvironment(name),
  })
  return {
    on: (event: 'message' | 'exit', listener: (message: unknown) => void) => {
      child.on(event, listener)
      // A process that could not be started, or died before it took its work, ends in the same sentence.
      if (event === 'exit') child.on('error', listener)
    },
    send: (message) => child.send(message as object, () => undefined),
    kill: () => child.kill('SIGKILL'),
  }
}
