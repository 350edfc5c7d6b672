// Each story has its own data folder and its own host. Anything the page says to the console as an error fails it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { command, openInBrowser, openInWindow } from './hosts.ts'
import { App } from './pages/app.ts'

export interface StoryOptions {
  readonly host: 'browser' | 'window'
  /** command lines that fill the data folder before the application opens it */
  readonly before: readonly (readonly string[])[]
}

interface Story {
  readonly dataFolder: string
  readonly app: App
}

export const test = base.extend<StoryOptions & Story>({
  host: ['browser', { option: true }],
  before: [[], { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-story-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  app: async ({ host, browser, viewport, dataFolder, before }, use) => {
    for (const words of before) await command(dataFolder, ...words)
    const size = viewport ?? { width: 1366, height: 768 }
    const opened =
      host === 'window' ? await openInWindow(dataFolder) : await openInBrowser(browser, dataFolder, size)
    const complaints = listenForComplaints(opened.page)
    await use(new App(opened.page))
    await opened.close()
    expect(complaints).toEqual([])
  },
})

function listenForComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return complaints
}

export { expect }
