// Each story has its own data folder and its own host. Anything the page says to the console as an error fails it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type OpenApp, openInBrowser, openInWindow } from './hosts.ts'
import { App } from './pages/app.ts'
import { type Preparation, PreparedStores } from './prepared-stores.ts'

export interface StoryOptions {
  readonly host: 'browser' | 'window'
  /** the store that the application opens; null: a folder with nothing in it */
  readonly before: Preparation | null
}

interface Story {
  readonly dataFolder: string
  /** opens the application; only for a story that does something to the data folder before */
  readonly open: () => Promise<App>
  readonly app: App
}

interface OfWorker {
  readonly prepared: PreparedStores
}

/** Tens of thousands of figures, on a slow machine that does other things as well. Not the story's own time. */
const PREPARING = 300_000

export const test = base.extend<StoryOptions & Story, OfWorker>({
  host: ['browser', { option: true }],
  before: [null, { option: true }],
  prepared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
    async ({}, use) => {
      const stores = new PreparedStores()
      await use(stores)
      stores.remove()
    },
    { scope: 'worker' },
  ],
  dataFolder: [
    async ({ before, prepared }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'yaodian-story-'))
      if (before !== null) await prepared.copyTo(folder, before)
      await use(folder)
      rmSync(folder, { recursive: true, force: true })
    },
    { timeout: PREPARING },
  ],
  open: async ({ host, browser, viewport, dataFolder }, use) => {
    const size = viewport ?? { width: 1366, height: 768 }
    const opened: OpenApp[] = []
    const complaints: string[] = []
    await use(async () => {
      const app =
        host === 'window' ? await openInWindow(dataFolder) : await openInBrowser(browser, dataFolder, size)
      opened.push(app)
      listenForComplaints(app.page, complaints)
      return new App(app.page)
    })
    for (const app of opened) await app.close()
    expect(complaints).toEqual([])
  },
  app: async ({ open }, use) => use(await open()),
})

function listenForComplaints(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
}

/** Notes what is wrong and lets the story go on to the next screen; the story fails at its end. */
export const softly = expect.configure({ soft: true })

export { expect }
