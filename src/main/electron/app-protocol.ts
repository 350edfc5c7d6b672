// The window's page is served under its own scheme, never file://, so that it has an origin that can be checked.
import { protocol } from 'electron'
import type { ServeFile } from '../static-files.ts'

const SCHEME = 'app'
const HOST = 'yaodian'

/** The origin of our page; the only one that is answered. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`
export const APP_PAGE = `${APP_ORIGIN}/index.html`

/** Has to happen before the application is ready, once. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page's files under the scheme. */
export function serveAppProtocol(serveFile: ServeFile): void {
  protocol.handle(SCHEME, (request) => {
    const asked = new URL(request.url)
    const isOurs = asked.host === HOST && (request.method === 'GET' || request.method === 'HEAD')
    return isOurs ? serveFile(asked.pathname) : new Response(null, { status: 404 })
  })
}
