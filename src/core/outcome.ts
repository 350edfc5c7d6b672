import { type RejectionCode, rejectionMessage } from './rejections.ts'

/** A refusal: a stable code, one Chinese sentence that says what to do next, and the places it is about. */
export interface Rejection {
  readonly code: RejectionCode
  readonly message: string
  readonly details: readonly RejectionDetail[]
}

/** One place of a refusal: where it is (a path in a file, a cell) and what is wrong there, in Chinese. */
export interface RejectionDetail {
  readonly place: string
  readonly message: string
}

/** What a rule answers: the value, or why it is refused. Nothing has changed in the second case. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly rejection: Rejection }

export function accept<Value>(value: Value): Outcome<Value> {
  return { ok: true, value }
}

/** Refuses with the code's sentence. */
export function reject(
  code: RejectionCode,
  values: Readonly<Record<string, string | number>> = {},
  details: readonly RejectionDetail[] = [],
): Outcome<never> {
  return { ok: false, rejection: { code, message: rejectionMessage(code, values), details } }
}
