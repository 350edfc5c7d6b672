import type { Page } from '@playwright/test'

/** Keeps back the answers to a call, as a slow machine does, until they are let go. The window's pass by the network. */
export async function holdCalls(page: Page, name: string): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(`**/call/${name}`, async (route) => {
    await held
    await route.continue()
  })
  return letGo
}
