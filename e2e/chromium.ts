import { existsSync } from 'node:fs'

/** Where a system keeps its Chromium when nobody names one; elsewhere Playwright's own is used. */
const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** How Chromium is started here. Root may not use its sandbox; nothing may be asked of the network. */
export function chromiumOptions(): { executablePath?: string; args: string[] } {
  const named = process.env.YAODIAN_CHROMIUM || usualPlaces.find((place) => existsSync(place))
  return {
    ...(named && { executablePath: named }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  }
}
