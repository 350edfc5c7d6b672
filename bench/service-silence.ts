// How long a browser host answers nobody: somebody else asks it for something cheap, again and again.
import type { Page } from '@playwright/test'

/**
 * Milliseconds of the longest wait for one answer while the work goes on. Asked as the page's own session may, but
 * from here: what the page itself is busy with does not delay it.
 */
export async function silenceDuring(page: Page, work: () => Promise<void>): Promise<number> {
  const ask = await asker(page)
  let isOver = false
  let longest = 0
  const asking = (async () => {
    do {
      const asked = performance.now()
      await ask()
      longest = Math.max(longest, performance.now() - asked)
    } while (!isOver)
  })()
  try {
    await Promise.all([work().finally(() => (isOver = true)), asking])
  } finally {
    isOver = true
  }
  return longest
}

async function asker(page: Page): Promise<() => Promise<void>> {
  const { origin } = new URL(page.url())
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const headers = { origin, cookie, 'content-type': 'application/json' }
  return async () => {
    const response = await fetch(`${origin}/call/session.read`, { method: 'POST', headers, body: '{}' })
    await response.text()
    if (!response.ok) throw new Error(`the service refused to be asked: ${response.status}`)
  }
}
