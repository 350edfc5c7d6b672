// A chosen plan file → its text. A browser's own reading would turn a file of another encoding into rubbish without
// a word, and the rubbish would be in the ledger for good.
import { type RejectionCode, rejectionMessage } from '../core/rejections.ts'
import { CallFailure } from './ask.tsx'

/** No plan of a bureau comes near this. */
const MOST_MEGABYTES = 10

/** Throws CallFailure with the sentence the command line gives for the same file. */
export async function readPlanText(file: File): Promise<string> {
  if (file.size > MOST_MEGABYTES * 1024 * 1024)
    throw refusal('input-too-large', { limit: `${MOST_MEGABYTES}MB` })
  const bytes = await file.arrayBuffer().catch(() => {
    // Moved or opened elsewhere between choosing and reading.
    throw refusal('file-not-found', { file: file.name })
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refusal('file-not-utf8', { file: file.name })
  }
}

function refusal(code: RejectionCode, values: Readonly<Record<string, string>>): CallFailure {
  return new CallFailure({ code, message: rejectionMessage(code, values), details: [] })
}
