import { request } from 'node:http'
import { z } from 'zod'
import type { OwnerRecord } from './owner-record.ts'
import { askReopen, isGenuineReply, reopenReply } from './reopen-proof.ts'
import { LOOPBACK, originOf } from './request-guard.ts'

/** A running host answers at once; whatever stays silent longer is not one. */
const PATIENCE_MS = 2000
const MAX_REPLY_CHARACTERS = 10_000

const envelope = z.strictObject({ ok: z.literal(true), value: reopenReply })

/** Asks the host of a record for a fresh address of its page; null when no such host is there. */
export async function reopenRunningHost(record: OwnerRecord): Promise<string | null> {
  const question = askReopen(record)
  const text = await post(record.port, '/reopen', JSON.stringify(question))
  if (text === null) return null
  const reply = envelope.safeParse(parse(text))
  // Another program may have got the port since: its page must not be opened in the name of this one.
  if (!reply.success || !isGenuineReply(record, question, reply.data.value)) return null
  return pageAddress(record.port, reply.data.value.token)
}

/** The address that lets a browser in once. The token stands behind #, which browsers never send anywhere. */
export function pageAddress(port: number, token: string): string {
  return `${originOf(port)}/#token=${token}`
}

function post(port: number, path: string, body: string): Promise<string | null> {
  return new Promise((resolve) => {
    const headers = { 'Content-Type': 'application/json', Origin: originOf(port) }
    const asked = request({ host: LOOPBACK, port, path, method: 'POST', headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
        if (text.length > MAX_REPLY_CHARACTERS) asked.destroy()
      })
      answer.on('end', () => resolve(text))
      answer.on('error', () => resolve(null))
      answer.on('close', () => resolve(null))
    })
    asked.setTimeout(PATIENCE_MS, () => asked.destroy())
    asked.on('error', () => resolve(null))
    asked.end(body)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
