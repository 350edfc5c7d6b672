// How a page asks the service: one typed function behind React Query. A refusal and a lost connection both
// arrive as CallFailure, so that every page can show one sentence and keep what was typed.
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext } from 'react'
import type { Answer, CallFunction, CallInput, CallName, CallOutput } from '../contract/api.ts'
import type { Rejection, RejectionDetail } from '../core/outcome.ts'
import type { RejectionCode } from '../core/rejections.ts'
import { reportConnection } from './connection.ts'
import { CONNECTION_LOST } from './http-call.ts'
import { common } from './words/common.ts'

export class CallFailure extends Error {
  readonly code: RejectionCode | 'disconnected'
  readonly details: readonly RejectionDetail[]

  constructor(rejection: Rejection | null) {
    super(rejection?.message ?? common.disconnected)
    this.name = 'CallFailure'
    this.code = rejection?.code ?? 'disconnected'
    this.details = rejection?.details ?? []
  }
}

const CallContext = createContext<CallFunction | null>(null)
export const CallProvider = CallContext.Provider

export type Ask = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>

/** Answers the call's value or throws CallFailure. */
export function useAsk(): Ask {
  const call = useContext(CallContext)
  return useCallback(
    async <Name extends CallName>(name: Name, input: CallInput<Name>) => {
      if (call === null) throw new Error('no CallProvider above this component')
      const answer = await call(name, input).catch(() => null)
      if (answer === null || isConnectionLost(answer)) {
        reportConnection('lost')
        throw new CallFailure(null)
      }
      if (answer.ok) {
        reportConnection('up')
        return answer.value
      }
      reportConnection(answer.rejection.code === 'not-allowed-here' ? 'expired' : 'up')
      throw new CallFailure(answer.rejection)
    },
    [call],
  )
}

/** Over HTTP a host that no longer answers is told as a refusal with this sentence. */
function isConnectionLost(answer: Answer): boolean {
  return !answer.ok && answer.rejection.message === CONNECTION_LOST
}

export type AnswerState<Name extends CallName> = UseQueryResult<CallOutput<Name>, CallFailure>

/** A call that reads, kept fresh while the page shows it. `enabled: false` waits; `ask` asks for more than the key says. */
export function useAnswer<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: { readonly enabled?: boolean; readonly ask?: () => Promise<CallOutput<Name>> } = {},
): AnswerState<Name> {
  const ask = useAsk()
  return useQuery<CallOutput<Name>, CallFailure>({
    queryKey: [name, input],
    queryFn: options.ask ?? (() => ask(name, input)),
    enabled: options.enabled ?? true,
  })
}

/** After something was written: everything on screen is read again, the rest when it is next shown. */
export function useRefreshAll(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries(), [queries])
}
