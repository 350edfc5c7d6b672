// Requests with every header as the test wants it; fetch would add, correct and refuse some.
import { request } from 'node:http'
import { connect } from 'node:net'

export interface RawRequest {
  readonly port: number
  readonly method?: string
  readonly path?: string
  /** null leaves the Host header out */
  readonly host?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** Sends one request on a connection of its own. */
export function rawRequest({
  port,
  method = 'GET',
  path = '/',
  host,
  headers = {},
  body,
}: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        agent: false,
        setHost: false,
        headers: { ...(host !== null && { Host: host ?? `127.0.0.1:${port}` }), ...headers },
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
        answer.on('error', reject)
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

/** The headers of a request that our own page would send. */
export function ownPageHeaders(port: number, cookie?: string): Record<string, string> {
  return {
    Origin: `http://127.0.0.1:${port}`,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    ...(cookie !== undefined && { Cookie: cookie }),
  }
}

/** Writes bytes to the port as they are and answers all that comes back until the other side closes. */
export function rawConversation(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
}

/** Exchanges the token of a printed address; answers the cookie to send from then on. */
export async function enter(address: string): Promise<{ readonly port: number; readonly cookie: string }> {
  const url = new URL(address)
  const port = Number(url.port)
  const token = url.hash.slice('#token='.length)
  const answer = await rawRequest({
    port,
    method: 'POST',
    path: '/session',
    headers: ownPageHeaders(port),
    body: JSON.stringify({ token }),
  })
  const cookie = String(answer.headers['set-cookie']).split(';', 1)[0] ?? ''
  if (answer.status !== 200 || !cookie.includes(String(port)))
    throw new Error(`the token was refused: ${answer.status}`)
  return { port, cookie }
}
