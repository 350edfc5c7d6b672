// What every HTTP request must satisfy before anything looks at its path. Another site's page, a rebound DNS name or
// a second program on this machine's loopback must get nothing, not even the difference between 404 and 200.

/** The address the browser host serves; the host name is fixed because a name can be rebound, this cannot. */
export const LOOPBACK = '127.0.0.1'

/** The parts of a request that are judged. */
export interface RequestFacts {
  readonly method: string
  /** the request target as it was sent */
  readonly target: string
  /** every Host header sent; a well-formed request has one */
  readonly hosts: readonly string[]
  readonly origin: string | undefined
  /** Sec-Fetch-Site; browsers set it and pages cannot change it */
  readonly site: string | undefined
}

/** The origin of the page that a port serves. */
export function originOf(port: number): string {
  return `http://${LOOPBACK}:${port}`
}

/** The status to refuse a request with, or null when it may be routed. */
export function guardRequest(request: RequestFacts, port: number): 400 | 403 | null {
  const [host, ...more] = request.hosts
  if (host === undefined || more.length > 0) return 400
  if (host !== `${LOOPBACK}:${port}`) return 403
  // An absolute target would name a second host beside the header.
  if (!request.target.startsWith('/')) return 400
  // Ports do not count as sites: a page of another local program is "same-site", so that is refused as well.
  if (request.site !== undefined && request.site !== 'same-origin' && request.site !== 'none') return 403
  if (request.origin !== undefined && request.origin !== originOf(port)) return 403
  const reads = request.method === 'GET' || request.method === 'HEAD'
  // A browser sends Origin with every POST of a page; without one there is no telling whose page it was.
  if (!reads && request.origin === undefined) return 403
  return null
}
