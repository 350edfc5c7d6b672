// The routes of the local browser host. Requests arrive here already guarded (request-guard.ts).
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Answer } from '../../contract/api.ts'
import { reject } from '../../core/outcome.ts'
import { maxCallBytes } from '../../core/values/plain-json.ts'
import { answerCall, type CallService, refuseForeign, refuseUnforeseen } from '../answer-call.ts'
import { NO_STORE, SECURITY_HEADERS } from '../security-headers.ts'
import type { ServeFile } from '../static-files.ts'
import { readJsonBody } from './read-json-body.ts'
import { answerReopen, type OwnerSecret, reopenQuestion } from './reopen-proof.ts'
import type { SessionGate } from './session-gate.ts'

/** A token or a proof is short; nothing else is sent to those routes. */
const MAX_SMALL_BODY = 4096

const tokenBody = z.strictObject({ token: z.string().max(200) })

/** Whoever reads this has a page without a valid entry. */
const NEW_PAGE = {
  place: '浏览器页面',
  message: '这个页面的入口已失效，请关闭它，再启动一次要点台账，由它打开新的页面。',
}

export interface HttpAppOptions {
  readonly port: number
  readonly gate: SessionGate
  readonly service: CallService
  readonly serveFile: ServeFile
  readonly secret: OwnerSecret
}

/** The name carries the port: cookies do not tell ports apart, so two hosts would overwrite each other's. */
function cookieName(port: number): string {
  return `yaodian-${port}`
}

/** Builds the routes: one to exchange the token, one for calls, one for a second start, and the page's files. */
export function createHttpApp({ port, gate, service, serveFile, secret }: HttpAppOptions): Hono {
  const app = new Hono()

  app.post('/session', async (c) => {
    const body = await readJsonBody(c.req.raw, MAX_SMALL_BODY)
    if (!body.ok) return answerJson(c, body.answer, body.status)
    const asked = tokenBody.safeParse(body.value)
    const cookie = asked.success ? gate.exchange(asked.data.token) : null
    if (cookie === null) return answerJson(c, refuseForeign(NEW_PAGE), 403)
    setCookie(c, cookieName(port), cookie, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return answerJson(c, { ok: true, value: {} }, 200)
  })

  app.post('/call/:name', async (c) => {
    const session = gate.session(getCookie(c, cookieName(port)))
    if (session === null) return answerJson(c, refuseForeign(NEW_PAGE), 401)
    const body = await readJsonBody(c.req.raw, maxCallBytes(c.req.param('name')))
    if (!body.ok) return answerJson(c, body.answer, body.status)
    return answerJson(c, await answerCall(service, c.req.param('name'), body.value, session), 200)
  })

  app.post('/reopen', async (c) => {
    const body = await readJsonBody(c.req.raw, MAX_SMALL_BODY)
    if (!body.ok) return answerJson(c, body.answer, body.status)
    const question = reopenQuestion.safeParse(body.value)
    const reply = question.success ? answerReopen(secret, question.data, () => gate.issueToken()) : null
    return reply === null
      ? answerJson(c, refuseForeign(NEW_PAGE), 403)
      : answerJson(c, { ok: true, value: reply }, 200)
  })

  // Only what is on the list of files; a GET changes nothing, whatever it asks for.
  app.get('*', (c) => serveFile(c.req.path))
  app.post('*', (c) => answerJson(c, reject('unknown-call'), 404))
  app.all('*', (c) => c.body(null, 405, { ...SECURITY_HEADERS, ...NO_STORE }))
  app.onError((error, c) => answerJson(c, refuseUnforeseen(error), 500))
  return app
}

type JsonStatus = 200 | 400 | 401 | 403 | 404 | 413 | 415 | 500

function answerJson(c: Context, answer: Answer, status: JsonStatus): Response {
  return c.json(answer, status, { ...SECURITY_HEADERS, ...NO_STORE })
}
