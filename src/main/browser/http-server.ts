// The HTTP server of the local browser host: loopback only, guarded before routing, with limits on time and size.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { NO_STORE, SECURITY_HEADERS } from '../security-headers.ts'
import { guardRequest, LOOPBACK } from './request-guard.ts'

/** How long a request may take to arrive. A person's own browser needs milliseconds. */
export interface RequestLimits {
  readonly headersMs: number
  readonly requestMs: number
}

export const REQUEST_LIMITS: RequestLimits = { headersMs: 10_000, requestMs: 30_000 }
const MAX_CONNECTIONS = 256
const CLOSING_PATIENCE_MS = 2000

export interface RunningServer {
  readonly port: number
  /** Stops listening and closes what is still open. */
  close(): Promise<void>
}

/** Listens on 127.0.0.1; port 0 takes a free one. `routes` gets the port, which the checks and cookies need. */
export async function startHttpServer(
  port: number,
  routes: (port: number) => (request: Request) => Response | Promise<Response>,
  limits: RequestLimits = REQUEST_LIMITS,
): Promise<RunningServer> {
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(1000, limits.headersMs),
  })
  server.maxConnections = MAX_CONNECTIONS
  const boundPort = await listen(server, port)
  const answer = getRequestListener(routes(boundPort), {
    overrideGlobalObjects: false,
    // Targets that do not make an address, such as /..\\x.
    errorHandler: () => new Response(null, { status: 400, headers: { ...SECURITY_HEADERS, ...NO_STORE } }),
  })
  server.on('request', (request, response) => {
    // A browser keeps its connections; when closing, each goes as soon as its answer is out.
    response.on('close', () => setImmediate(() => server.listening || server.closeIdleConnections()))
    const status = guardRequest(factsOf(request), boundPort)
    if (status === null) void answer(request, response)
    else refuseRequest(request, response, status)
  })
  // There is no second protocol to switch to.
  server.on('upgrade', (_request, socket) => socket.destroy())
  return { port: boundPort, close: () => closeServer(server) }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off('error', reject)
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address.port)
      else reject(new Error('the server has no port'))
    })
  })
}

function factsOf(request: IncomingMessage) {
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    hosts: request.headersDistinct.host ?? [],
    origin: request.headers.origin,
    site: request.headersDistinct['sec-fetch-site']?.join(),
  }
}

function refuseRequest(request: IncomingMessage, response: ServerResponse, status: number): void {
  // What it still sends is thrown away, so that it hears the refusal; the time limit ends even that.
  request.resume()
  response.writeHead(status, { ...SECURITY_HEADERS, ...NO_STORE })
  response.end()
}

/** Lets answers that are being written go out; whoever is not done by then is cut off. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), CLOSING_PATIENCE_MS)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
  })
}
