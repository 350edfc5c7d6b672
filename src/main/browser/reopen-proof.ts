// How a second start proves to the running host that it may ask for a fresh token, and how the host proves to be
// the one it claims to be. The key itself never travels: a stranger may listen on a port that was ours before.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What only the owner's files hold. */
export interface OwnerSecret {
  readonly reopenKey: string
}

/** What the second start sends. */
export const reopenQuestion = z.strictObject({
  nonce: z.string().min(20).max(100),
  proof: z.string().max(100),
})
export type ReopenQuestion = z.output<typeof reopenQuestion>

/** What the running host answers. */
export const reopenReply = z.strictObject({ token: z.string().max(200), proof: z.string().max(100) })
export type ReopenReply = z.output<typeof reopenReply>

/** A new key for an owner record. */
export function newReopenKey(): string {
  return randomBytes(32).toString('base64url')
}

/** The question of one second start; asking twice never gives the same. */
export function askReopen(secret: OwnerSecret): ReopenQuestion {
  const nonce = randomBytes(24).toString('base64url')
  return { nonce, proof: sign(secret, `ask ${nonce}`) }
}

/** The running host's answer with a fresh token, or null when the question does not prove the key. */
export function answerReopen(
  secret: OwnerSecret,
  question: ReopenQuestion,
  issueToken: () => string,
): ReopenReply | null {
  if (!isEqual(question.proof, sign(secret, `ask ${question.nonce}`))) return null
  const token = issueToken()
  return { token, proof: sign(secret, `answer ${question.nonce} ${token}`) }
}

/** Whether the answer came from a host that holds the same key. */
export function isGenuineReply(secret: OwnerSecret, question: ReopenQuestion, reply: ReopenReply): boolean {
  return isEqual(reply.proof, sign(secret, `answer ${question.nonce} ${reply.token}`))
}

function sign(secret: OwnerSecret, text: string): string {
  return createHmac('sha256', secret.reopenKey).update(text).digest('base64url')
}

function isEqual(given: string, expected: string): boolean {
  const left = Buffer.from(given)
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}
