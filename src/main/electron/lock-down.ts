// What no page may do, whatever page it is: leave, open another, ask for a permission, load anything from elsewhere.
import type { App, Session } from 'electron'

/** Everything the browser engine could fetch that is not our own scheme. */
const FOREIGN_URLS = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*']

/** Denies navigation, pop-ups and embedded views for every page there is or will be; `page` itself may be reloaded. */
export function lockDownPages(app: App, page: string): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      if (withoutFragment(event.url) !== page) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || withoutFragment(event.url) !== page) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** Refuses every permission, download and foreign address of the pages' session. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest({ urls: FOREIGN_URLS }, (_request, answer) => answer({ cancel: true }))
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? ''
}
