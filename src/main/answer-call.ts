// What every host does with a call before and after the service: names and inputs are checked the same way
// whichever way they came in, so that answers, refusals included, do not depend on the host.

import type { Session } from '../application/session.ts'
import type { Answer } from '../contract/api.ts'
import type { Outcome, RejectionDetail } from '../core/outcome.ts'
import { reject } from '../core/outcome.ts'
import { takeCallInput } from '../core/values/plain-json.ts'

/** What answers calls: the application itself, or a link to the process that runs it. */
export type CallService = (name: string, input: unknown, session: Session) => Promise<Answer>

/** The refusal for something unforeseen; names the kind of fault, never where it happened. */
export function refuseUnforeseen(error: unknown): Outcome<never> {
  return reject('internal-error', { reason: error instanceof Error ? error.name : '未知原因' })
}

/** The refusal for whoever may not call at all; `advice` says how to get a page that may. */
export function refuseForeign(advice?: RejectionDetail): Outcome<never> {
  return reject('not-allowed-here', {}, advice === undefined ? [] : [advice])
}

/** Checks the input's kind (which names there are, the service knows), asks the service, and turns anything unforeseen into an answer. Never throws. */
export async function answerCall(
  service: CallService,
  name: unknown,
  input: unknown,
  session: Session,
): Promise<Answer> {
  if (typeof name !== 'string') return reject('unknown-call')
  const taken = takeCallInput(name, input)
  if (!taken.ok) return taken
  try {
    return await service(name, taken.value, session)
  } catch (error) {
    return refuseUnforeseen(error)
  }
}
