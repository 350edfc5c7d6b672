// Calls over HTTP, for the local browser host. No part of the page is needed here, so the host's tests use it too.

import type { Answer } from '../contract/api.ts'
import { takeCallInput } from '../core/values/plain-json.ts'
import { letPageAnswer } from './parts/let-page-answer.ts'

/** What is said when nobody answers any more. */
export const CONNECTION_LOST = '与本机程序的连接断开了，请重新启动软件；页面上的内容先不要关闭。'

/** Characters of a call that carries a file. */
const LARGE_BODY = 200_000

/** Sends one request to the host the page came from. */
export type Send = (path: string, body: string) => Promise<{ readonly text: () => Promise<string> }>

/** Sends calls to the host; a one-time token is exchanged first, and every call waits for that. */
export function createHttpCall(
  send: Send,
  token: string | null,
): (name: string, input: unknown) => Promise<Answer> {
  const entry = token === null ? Promise.resolve() : exchange(send, token)
  return async (name, input) => {
    await entry
    // JSON.stringify would turn NaN into null and drop what it cannot carry, and a body that is too large would
    // only break the connection: both are refused before they are sent, as the host would.
    const taken = takeCallInput(name, input)
    if (!taken.ok) return taken
    try {
      const body = JSON.stringify(taken.value)
      // Putting a workbook into words takes a moment, and handing it to the browser another one.
      if (body.length > LARGE_BODY) await letPageAnswer()
      const answer = await send(`/call/${encodeURIComponent(name)}`, body)
      return asAnswer(JSON.parse(await answer.text()))
    } catch {
      return { ok: false, rejection: { code: 'internal-error', message: CONNECTION_LOST, details: [] } }
    }
  }
}

async function exchange(send: Send, token: string): Promise<void> {
  try {
    const answer = await send('/session', JSON.stringify({ token }))
    await answer.text()
  } catch {
    // A used token or a stopped host: the first call's answer says which, and what to do.
  }
}

function asAnswer(body: unknown): Answer {
  if (isRecord(body)) {
    if (body.ok === true && 'value' in body) return { ok: true, value: body.value }
    const rejection = body.rejection
    if (body.ok === false && isRejection(rejection)) return { ok: false, rejection }
  }
  throw new Error('not an answer')
}

function isRejection(value: unknown): value is Extract<Answer, { ok: false }>['rejection'] {
  return (
    isRecord(value) &&
    typeof value.code === 'string' &&
    typeof value.message === 'string' &&
    Array.isArray(value.details)
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
