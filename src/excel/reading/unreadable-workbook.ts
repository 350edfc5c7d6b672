import type { RejectionCode } from '../../core/rejections.ts'

export type UnreadableCode = Extract<RejectionCode, `workbook-${string}`>

/** Why a workbook is not read: nothing of it is taken. */
export class UnreadableWorkbook extends Error {
  readonly code: UnreadableCode
  readonly values: Readonly<Record<string, string>>

  constructor(code: UnreadableCode, values: Readonly<Record<string, string>> = {}) {
    super(code)
    this.name = 'UnreadableWorkbook'
    this.code = code
    this.values = values
  }
}

/** The bytes are not what the file's own rules ask for. */
export function damaged(reason: string): UnreadableWorkbook {
  return new UnreadableWorkbook('workbook-damaged', { reason })
}

/** No office program writes this; whoever did meant harm, or the file has been tampered with. */
export function suspicious(reason: string): UnreadableWorkbook {
  return new UnreadableWorkbook('workbook-suspicious', { reason })
}

/** Honest, but more than a bureau's table ever holds. */
export function overLimit(reason: string): UnreadableWorkbook {
  return new UnreadableWorkbook('workbook-over-limit', { reason })
}
