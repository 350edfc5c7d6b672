// Reads a request's body as JSON without ever holding more of it than allowed.
import type { Outcome } from '../../core/outcome.ts'
import { rejectNotJson, rejectTooLarge } from '../../core/values/plain-json.ts'

/** A sender that is cut off while it writes never hears why: so much is read to its end and thrown away. */
const MAX_IGNORED_BYTES = 64 * 1024 * 1024

export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly answer: Outcome<never> }

/** The body as JSON, or the status and refusal to answer instead. */
export async function readJsonBody(request: Request, maxBytes: number): Promise<JsonBody> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json(;\s*charset=utf-8)?$/i.test(type)) return unreadable(415, '内容类型', '不是 JSON')
  const bytes = await readBytes(request.body, maxBytes)
  if (bytes === 'too-large') return tooLarge(maxBytes)
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch {
    return unreadable(400)
  }
}

async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = []
  let size = 0
  // A sender may leave out the length or lie about it, so what arrives is counted.
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size <= maxBytes) chunks.push(chunk)
    else chunks.length = 0
    if (size > MAX_IGNORED_BYTES) return 'too-large'
  }
  return size > maxBytes ? 'too-large' : Buffer.concat(chunks)
}

function tooLarge(maxBytes: number): JsonBody {
  return { ok: false, status: 413, answer: rejectTooLarge(maxBytes) }
}

function unreadable(status: 400 | 415, place = '内容', reason = '不是完整的 JSON'): JsonBody {
  return { ok: false, status, answer: rejectNotJson(place, reason) }
}
