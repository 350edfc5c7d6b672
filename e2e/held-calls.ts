import type { Page } from '@playwright/test'

export interface Held {
  readonly letGo: () => void
  /** whether anything was asked for */
  readonly isAsked: () => boolean
}

/** Keeps back what the page asks for, as a slow machine does, until it is let go. In the window it passes by the network. */
export async function hold(page: Page, what: string | RegExp): Promise<Held> {
  let isAsked = false
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(what, async (route) => {
    isAsked = true
    await held
    await route.continue()
  })
  return { letGo, isAsked: () => isAsked }
}

export const holdCalls = (page: Page, name: string): Promise<Held> => hold(page, `**/call/${name}`)
