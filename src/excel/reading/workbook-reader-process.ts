// The process that reads one stranger's workbook and ends: whatever the file does, it does it here. Whoever started
// it holds the clock and the axe.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { WorkbookSource } from '../../application/ports.ts'
import type { ReadWorkbook } from '../../core/forms/read-workbook.ts'
import { readWorkbook, tooLarge } from './read-workbook.ts'
import { LIMITS } from './reading-limits.ts'
import { type UnreadableCode, UnreadableWorkbook } from './unreadable-workbook.ts'

export type ReadingAnswer =
  | { readonly ok: true; readonly workbook: ReadWorkbook }
  | {
      readonly ok: false
      readonly code: UnreadableCode
      readonly values: Readonly<Record<string, string>>
    }

/** Never throws what the file can cause. */
export async function answerReading(source: WorkbookSource): Promise<ReadingAnswer> {
  try {
    const file = 'path' in source ? readFile(source.path) : Buffer.from(source.base64, 'base64')
    return { ok: true, workbook: await readWorkbook(file) }
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return { ok: false, code: error.code, values: error.values }
    throw error
  }
}

/** Asks for the size before reading a byte. */
function readFile(path: string): Buffer {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (error) {
    throw new UnreadableWorkbook('workbook-not-opened', { reason: reasonOf(error) })
  }
  try {
    const status = fstatSync(handle)
    if (!status.isFile()) throw new UnreadableWorkbook('workbook-not-opened', { reason: '不是文件' })
    if (status.size > LIMITS.fileBytes) throw tooLarge(status.size)
    const file = Buffer.alloc(status.size)
    let read = 0
    while (read < file.length) {
      const more = readSync(handle, file, read, file.length - read, read)
      if (more === 0) break
      read += more
    }
    return file.subarray(0, read)
  } finally {
    closeSync(handle)
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return '文件不存在'
  if (code === 'EACCES' || code === 'EPERM') return '没有读取权限'
  return code === null ? '未知原因' : String(code)
}
