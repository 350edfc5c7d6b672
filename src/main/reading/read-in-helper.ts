// Starts a process for one workbook, waits for its answer no longer than allowed, and ends it whatever happens.
import type { WorkbookSource } from '../../application/ports.ts'
import { LIMITS } from '../../excel/reading/reading-limits.ts'
import type { ReadingAnswer } from '../../excel/reading/workbook-reader-process.ts'
import { answerOf } from '../helpers/answer-of.ts'
import type { HelperProcess } from '../helpers/helper-process.ts'

export async function readInHelper(
  start: () => HelperProcess,
  source: WorkbookSource,
  milliseconds: number = LIMITS.milliseconds,
): Promise<ReadingAnswer> {
  const reader = start()
  const patience = Promise.withResolvers<ReadingAnswer>()
  const clock = setTimeout(() => {
    const seconds = String(milliseconds / 1000)
    patience.resolve({ ok: false, code: 'workbook-too-slow', values: { seconds } })
  }, milliseconds)
  try {
    const answer = await Promise.race([answerOf(reader, source), patience.promise])
    return (answer as ReadingAnswer | null) ?? { ok: false, code: 'workbook-reader-stopped', values: {} }
  } finally {
    clearTimeout(clock)
    reader.kill()
  }
}
