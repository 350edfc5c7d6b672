// A page over a host of its own that is watched: how long its longest task was, and how long the service answered
// nobody, while something was done.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { launchChromium, printedAddress } from './chromium-page.ts'
import { longestTaskDuring } from './longest-task.ts'
import { silenceDuring } from './service-silence.ts'

const builtHost = join(import.meta.dirname, '../out/main/browser-host.js')

/** Milliseconds from which browsers call a task long. */
export const LONG_TASK = 50
/** Milliseconds after which whoever asked for something else notices. */
export const NOTICED = 100

/** Milliseconds of processor time: what else the machine is busy with is nobody's fault here. */
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
  const page = await context.newPage()
  const settled = settling(page)
  await page.goto(await printedAddress(host))
  return {
    page,
    settled,
    during: async (work) => {
      let silence = 0
      const longestTask = await longestTaskDuring(browser, page, async () => {
        silence = await silenceDuring(page, host, work)
      })
      return { longestTask, silence }
    },
    close: async () => {
      await browser.close()
      host.kill()
    },
  }
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
