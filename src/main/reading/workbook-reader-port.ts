// The application's reader: asks a process, and turns its refusal into the sentence people read.
import type { WorkbookReader, WorkbookSource } from '../../application/ports.ts'
import { accept, reject } from '../../core/outcome.ts'
import type { ReadingAnswer } from '../../excel/reading/workbook-reader-process.ts'

export type ReadInProcess = (source: WorkbookSource) => Promise<ReadingAnswer>

export function workbookReader(readInProcess: ReadInProcess): WorkbookReader {
  return {
    read: async (source) => {
      const answer = await readInProcess(source)
      return answer.ok ? accept(answer.workbook) : reject(answer.code, answer.values)
    },
  }
}
