// Who may talk to the local browser host: whoever was handed a one-time token and exchanged it for a cookie.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Session } from '../../application/session.ts'

/** More windows than a person opens, few enough that nothing grows without end. */
const MAX_OPEN_TOKENS = 8
const MAX_SESSIONS = 64

/** Hands out one-time tokens and keeps the sessions they were exchanged for; all of it ends with the process. */
export class SessionGate {
  /** digests of the tokens still unused, oldest first */
  private readonly tokens: Buffer[] = []
  /** digest of the cookie's value → the session */
  private readonly sessions = new Map<string, Session>()

  /** A new token that works once. */
  issueToken(): string {
    const token = randomText()
    this.tokens.push(digest(token))
    if (this.tokens.length > MAX_OPEN_TOKENS) this.tokens.shift()
    return token
  }

  /** The cookie's value for a token; null when the token is wrong or already used. */
  exchange(token: string): string | null {
    const given = digest(token)
    // Every token is compared, each in constant time, so that time says nothing about any of them.
    const matches = this.tokens.map((known) => timingSafeEqual(known, given))
    const index = matches.indexOf(true)
    if (index < 0) return null
    this.tokens.splice(index, 1)
    const cookie = randomText()
    this.sessions.set(key(cookie), { actor: null })
    const oldest = this.sessions.keys().next()
    if (this.sessions.size > MAX_SESSIONS && !oldest.done) this.sessions.delete(oldest.value)
    return cookie
  }

  /** The session of a cookie's value; null when there is none. */
  session(cookie: string | undefined): Session | null {
    // Looked up by digest: how long the look-up takes says nothing about the value itself.
    return cookie === undefined ? null : (this.sessions.get(key(cookie)) ?? null)
  }
}

function randomText(): string {
  return randomBytes(32).toString('base64url')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function key(text: string): string {
  return digest(text).toString('base64')
}
