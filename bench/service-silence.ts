// How long a browser host answers nobody: somebody else asks it for something cheap, again and again.
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/**
 * Milliseconds that the host worked, at most, between somebody's question and its answer while the work goes on: in
 * processor time of its main thread where the system tells it (Linux), else as the clock says. Asked as the page's own
 * session may, but from here: what the page itself is busy with does not delay it.
 */
export async function silenceDuring(
  page: Page,
  host: ChildProcess,
  work: () => Promise<void>,
): Promise<number> {
  const ask = await asker(page)
  const now = clockOf(host)
  let isOver = false
  let longest = 0
  const asking = (async () => {
    do {
      const asked = now()
      await ask()
      longest = Math.max(longest, now() - asked)
    } while (!isOver)
  })()
  try {
    await Promise.all([work().finally(() => (isOver = true)), asking])
  } finally {
    isOver = true
  }
  return longest
}

/** Milliseconds. */
function clockOf(host: ChildProcess): () => number {
  const spent = `/proc/${host.pid}/task/${host.pid}/schedstat`
  if (!existsSync(spent)) return () => performance.now()
  return () => Number(readFileSync(spent, 'utf8').split(' ')[0]) / 1e6
}

async function asker(page: Page): Promise<() => Promise<void>> {
  const { origin } = new URL(page.url())
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const headers = { origin, cookie, 'content-type': 'application/json' }
  const ask = () => fetch(`${origin}/call/session.read`, { method: 'POST', headers, body: '{}' })
  return async () => {
    // A connection that was kept may be closed by the host just when it is used again; the wait goes on.
    const response = await ask().catch(ask)
    await response.text()
    if (!response.ok) throw new Error(`the service refused to be asked: ${response.status}`)
  }
}
