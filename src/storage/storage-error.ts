// What SQLite and the file system say → a refusal people can act on.
import { RefusedError } from '../core/refused-error.ts'

/** ERROR: our own statements are right, so a schema that does not fit them is not ours any more. */
const DAMAGED = /^SQLITE_(NOTADB|CORRUPT|FORMAT|ERROR)/
const READ_ONLY = /^SQLITE_(READONLY|PERM|AUTH)|^(EROFS|EACCES|EPERM)$/
const FULL = /^(SQLITE_FULL|ENOSPC|EDQUOT)$/

/** The error code of SQLite ("SQLITE_FULL") or of the system ("ENOSPC"), or an empty text. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return String(error.code)
}

/** The refusal for an error met while opening or writing; a refusal stays what it is. */
export function refusalOf(error: unknown): RefusedError {
  if (error instanceof RefusedError) return error
  const code = codeOf(error)
  if (FULL.test(code)) return new RefusedError('disk-full', {}, { cause: error })
  if (READ_ONLY.test(code)) return new RefusedError('data-folder-read-only', {}, { cause: error })
  if (DAMAGED.test(code)) return new RefusedError('store-damaged', {}, { cause: error })
  const reason = code !== '' ? code : error instanceof Error ? error.message : String(error)
  return new RefusedError('storage-failed', { reason }, { cause: error })
}

/** After such an error nothing this connection says can be trusted: it has to be opened anew. */
export function isConnectionDoubtful(error: unknown): boolean {
  return /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(codeOf(error))
}

/** Runs work; what SQLite or the file system throws in it comes out as a refusal, anything else as it is. */
export function refusing<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw codeOf(error) === '' ? error : refusalOf(error)
  }
}

/** Tidying up that a full disk may leave undone: the log stays beside the file and is read at the next start. */
export function ifThereIsRoom(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (codeOf(error) === '') throw error
  }
}
