// Every process is killed while a cell is being typed: what was saved is there, and what was typed comes back.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { chromiumOptions } from './chromium.ts'
import { startHost, stopped } from './hosts.ts'
import { App } from './pages/app.ts'

const CONTRACTS = '技术合同登记额'
const RESULTS = '重大科技成果转化项目'

interface Opened {
  readonly app: App
  readonly page: Page
  readonly browser: Browser
  readonly processes: readonly ChildProcess[]
}

/** A host and a browser with a profile of its own, as a person has one: Playwright's forget theirs. */
async function openWith(profile: string, dataFolder: string): Promise<Opened> {
  const host = await startHost(dataFolder)
  const { executablePath = chromium.executablePath(), args } = chromiumOptions()
  const words = [...args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
  const child = spawn(executablePath, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  const browser = await chromium.connectOverCDP(await debuggingAddress(child))
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('a browser opens with a context')
  const page = await context.newPage()
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(host.address)
  return { app: new App(page), page, browser, processes: [child, host.process] }
}

function debuggingAddress(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    browser.stderr?.on('data', (words: Buffer) => {
      said += words.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    browser.once('exit', (code) => reject(new Error(`the browser ended with ${code}: ${said}`)))
  })
}

/** What the profile has taken of what was typed; the look waits for the writing before it. */
function kept(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const asked = indexedDB.open('yaodian')
        asked.onsuccess = () => {
          const keys = asked.result.transaction('remembered').objectStore('remembered').getAllKeys()
          keys.onsuccess = () => {
            asked.result.close()
            resolve(keys.result.join(' '))
          }
        }
      }),
  )
}

/** 王敏's July, in the example that the folder holds. */
async function openJuly({ app }: Opened): Promise<void> {
  await app.openExample()
  await app.actAs('王敏')
  await app.goTo('本月填报')
  await app.chooseMonth('2020年7月')
  await expect(app.entry.figure(RESULTS)).toBeVisible()
}

async function killed({ processes }: Opened): Promise<void> {
  for (const each of processes) await stopped(each, 'SIGKILL')
}

test('a kill of browser and host loses nothing that was typed', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'yaodian-story-'))
  const profile = mkdtempSync(join(tmpdir(), 'yaodian-profile-'))
  const first = await openWith(profile, dataFolder)
  await openJuly(first)
  await first.app.entry.fill(CONTRACTS, '3.5')
  await expect(first.app.saved).toHaveText(/已保存/)
  await first.app.entry.figure(RESULTS).pressSequentially('12')
  await expect.poll(() => kept(first.page)).toContain('draft/')
  await killed(first)

  const second = await openWith(profile, dataFolder)
  await openJuly(second)
  await expect(second.app.entry.notices).toContainText('找回了上次没来得及保存的1项')
  await expect(second.app.entry.figure(RESULTS)).toHaveValue('12')
  await expect(second.app.entry.figure(CONTRACTS)).toHaveValue('3.5')
  await second.app.entry.figure(RESULTS).press('Enter')
  await expect.poll(() => kept(second.page)).not.toContain('draft/')
  await killed(second)

  // Saved before the second kill, it is no draft any more.
  const third = await openWith(profile, dataFolder)
  await openJuly(third)
  await expect(third.app.entry.figure(RESULTS)).toHaveValue('12')
  await expect(third.app.entry.notices).not.toContainText('找回')
  await killed(third)
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})
