// The built process that reads workbooks, started with the options it has at work, and what one file cost it.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { WorkbookSource } from '../../src/application/ports.ts'
import type { ReadingAnswer } from '../../src/excel/reading/workbook-reader-process.ts'
import { HELPER_NODE_OPTIONS, helperEnvironment } from '../../src/main/helpers/helper-process.ts'
import { BUILT_FOLDER } from '../hosts/built-folder.ts'

export interface BuiltReading {
  readonly answer: ReadingAnswer
  /** from the start of the process to its answer */
  readonly milliseconds: number
  /** most that was resident, the process's own start included */
  readonly megabytes: number
}

export async function readInBuiltProcess(source: WorkbookSource): Promise<BuiltReading> {
  const teller = pathToFileURL(join(import.meta.dirname, 'tell-memory.ts')).href
  const began = performance.now()
  const child = fork(join(BUILT_FOLDER, 'main/workbook-reader.js'), [], {
    execArgv: [...HELPER_NODE_OPTIONS['workbook-reader'], '--import', teller],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: helperEnvironment('workbook-reader'),
  })
  let said = ''
  child.stdout?.on('data', (words: Buffer) => {
    said += words.toString()
  })
  const ended = once(child, 'close')
  child.send(source)
  const [answer] = (await once(child, 'message')) as [ReadingAnswer]
  const milliseconds = performance.now() - began
  await ended
  return { answer, milliseconds, megabytes: Number(said) / 1024 }
}
