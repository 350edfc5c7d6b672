import type { Rejection } from './outcome.ts'
import { type RejectionCode, rejectionMessage } from './rejections.ts'

/** A refusal that has to travel up through code that cannot answer an Outcome (a transaction, an open file). */
export class RefusedError extends Error {
  readonly rejection: Rejection

  constructor(
    refusal: RejectionCode | Rejection,
    values: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    const rejection =
      typeof refusal === 'string'
        ? { code: refusal, message: rejectionMessage(refusal, values), details: [] }
        : refusal
    super(rejection.message, options)
    this.name = 'RefusedError'
    this.rejection = rejection
  }
}
