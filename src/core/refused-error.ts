import type { Rejection } from './outcome.ts'
import { rejectionMessage, type RejectionCode } from './rejections.ts'

/** A refusal that has to travel up through code that cannot answer an Outcome (a transaction, an open file). */
export class RefusedError extends Error {
  readonly rejection: Rejection

  constructor(code: RejectionCode, values: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    const message = rejectionMessage(code, values)
    super(message, options)
    this.name = 'RefusedError'
    this.rejection = { code, message, details: [] }
  }
}
