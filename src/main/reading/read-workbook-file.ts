// The application's reader: asks a process, and turns its refusal into the sentence people read.
import type { WorkbookSource } from '../../application/ports.ts'
import type { ReadWorkbook } from '../../core/forms/read-workbook.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import type { StartHelper } from '../helpers/helper-process.ts'
import { readInHelper } from './read-in-helper.ts'

export async function readWorkbookFile(
  start: StartHelper,
  source: WorkbookSource,
): Promise<Outcome<ReadWorkbook>> {
  const answer = await readInHelper(() => start('workbook-reader'), source)
  return answer.ok ? accept(answer.workbook) : reject(answer.code, answer.values)
}
