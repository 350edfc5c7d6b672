// Starts a process for one workbook, waits for its answer no longer than allowed, and ends it whatever happens.
import type { WorkbookSource } from '../../application/ports.ts'
import { LIMITS } from '../../excel/reading/reading-limits.ts'
import type { ReadingAnswer } from '../../excel/reading/workbook-reader-process.ts'
import type { HelperProcess } from '../helpers/helper-process.ts'

export function readInHelper(
  start: () => HelperProcess,
  source: WorkbookSource,
  milliseconds: number = LIMITS.milliseconds,
): Promise<ReadingAnswer> {
  return new Promise((resolve) => {
    const child = start()
    const finish = (answer: ReadingAnswer) => {
      clearTimeout(clock)
      resolve(answer)
      child.kill()
    }
    const clock = setTimeout(() => {
      const seconds = String(milliseconds / 1000)
      finish({ ok: false, code: 'workbook-too-slow', values: { seconds } })
    }, milliseconds)
    child.on('message', (message) => finish(message as ReadingAnswer))
    child.on('exit', () => finish({ ok: false, code: 'workbook-reader-stopped', values: {} }))
    child.send(source)
  })
}
