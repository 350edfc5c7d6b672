// A page over a host of its own that is watched: how long its longest task was, and how long the service answered
// nobody, while something was done.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { launchChromium, printedAddress } from './chromium-page.ts'
import { silenceDuring } from './service-silence.ts'

const builtHost = join(import.meta.dirname, '../out/main/browser-host.js')

/** Milliseconds; a browser tells of no shorter tasks. Work without one counts as that. */
export const LONG_TASK = 50
/** Milliseconds after which whoever asked for something else notices. */
export const NOTICED = 100

/** Milliseconds. */
export interface Watched {
  readonly longestTask: number
  readonly silence: number
}

export interface WatchedPage {
  readonly page: Page
  /** until everything the page asked for has come and been shown */
  settled(): Promise<void>
  during(work: () => Promise<void>): Promise<Watched>
  close(): Promise<void>
}

/** A fresh service and a fresh page. */
export async function openWatchedPage(dataFolder: string): Promise<WatchedPage> {
  const browser = await launchChromium()
  const host: ChildProcess = spawn(process.execPath, [builtHost, '--data', dataFolder, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  await context.addInitScript(noteLongTasks)
  const page = await context.newPage()
  const settled = settling(page)
  await page.goto(await printedAddress(host))
  return {
    page,
    settled,
    during: async (work) => {
      await page.evaluate(() => Object.assign(window, { longTasks: [] }))
      const silence = await silenceDuring(page, work)
      const told = await page.evaluate(() => Reflect.get(window, 'longTasks') as number[])
      return { longestTask: Math.max(LONG_TASK, ...told), silence }
    },
    close: async () => {
      await browser.close()
      host.kill()
    },
  }
}

/** Runs in the page, before anything of it. */
function noteLongTasks(): void {
  Object.assign(window, { longTasks: [] })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      (Reflect.get(window, 'longTasks') as number[]).push(duration)
  }).observe({ type: 'longtask', buffered: true })
}

function settling(page: Page): () => Promise<void> {
  let pending = 0
  const answered = () => {
    pending -= 1
  }
  page.on('request', () => {
    pending += 1
  })
  page.on('requestfinished', answered)
  page.on('requestfailed', answered)
  return async () => {
    for (let quiet = 0; quiet < 5; quiet = pending === 0 ? quiet + 1 : 0)
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve))),
      )
  }
}
