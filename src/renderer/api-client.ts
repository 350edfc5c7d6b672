// The page's one way to its host: the window's bridge when there is one, HTTP to the local browser host otherwise.
import type { Answer, CallFunction, CallName, CallOutput } from '../contract/api.ts'
import type { Bridge } from '../contract/bridge.ts'
import { createHttpCall } from './http-call.ts'

declare global {
  interface Window {
    readonly yaodian?: Bridge
  }
}

/**
 * Makes the function every screen calls with. Call it before the router is made: it takes the one-time token out of
 * the address, which the router would otherwise read as a page.
 */
export function createCall(): CallFunction {
  const send = window.yaodian?.call ?? createHttpCall(post, takeTokenFromAddress())
  return async <Name extends CallName>(name: Name, input: unknown) => {
    const answer = await send(name, input)
    // The host answers by the contract, which tests hold it to; checking every answer again would double the work.
    return answer as Answer<CallOutput<Name>>
  }
}

function post(path: string, body: string): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    body,
  })
}

/** Reads the token behind # and removes it, so that it stays neither in the address bar nor in the history. */
function takeTokenFromAddress(): string | null {
  const found = /^#token=([\w-]+)$/.exec(window.location.hash)
  if (found === null) return null
  window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}`)
  return found[1] ?? null
}
