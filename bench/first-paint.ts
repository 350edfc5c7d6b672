// The built renderer over the browser host: from asking for the page to the first content on the screen, beside an
// empty page from a plain server. Each load has an empty cache; no goal, the figure is only reported.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from '@playwright/test'
import { alternate, type Benchmark, median, UnavailableError } from './benchmark.ts'
import { withTempFolder } from './temp-folder.ts'

const LOADS = 3
const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const builtHost = join(import.meta.dirname, '../out/main/browser-host.js')

export const firstPaint: Benchmark = {
  name: 'first-paint',
  about:
    'first contentful paint of the built renderer over the browser host ÷ that of an empty page, Chromium, empty cache',
  unit: 'ms',
  goal: null,
  run: () =>
    withTempFolder(async (dataFolder) => {
      const browser = await launch()
      const host = spawn(process.execPath, [builtHost, '--data', dataFolder, '--no-open'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const empty = createServer((_, response) =>
        response.setHeader('content-type', 'text/html').end('<!doctype html><p>空白页</p>'),
      )
      try {
        const address = await printedAddress(host)
        const signedIn = await signIn(browser, address)
        await once(empty.listen(0, '127.0.0.1'), 'listening')
        const emptyAddress = `http://127.0.0.1:${(empty.address() as AddressInfo).port}/`
        const loads = async (url: string, options: BrowserContextOptions) => {
          const paints: number[] = []
          for (let load = 0; load < LOADS; load += 1) paints.push(await paintOf(browser, url, options))
          return median(paints)
        }
        return await alternate({
          ours: () => loads(new URL('/', address).href, { storageState: signedIn }),
          peer: () => loads(emptyAddress, {}),
        })
      } finally {
        await browser.close()
        empty.close()
        host.kill()
      }
    }),
}

async function launch(): Promise<Browser> {
  const { chromium } = await import('@playwright/test')
  const found = process.env.YAODIAN_CHROMIUM ?? (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined)
  // Root may not use Chromium's sandbox.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  try {
    return await chromium.launch({ args, ...(found === undefined ? {} : { executablePath: found }) })
  } catch (error) {
    throw new UnavailableError('这台机器上没有 Chromium', { cause: error })
  }
}

/** The address works once; what it is exchanged for serves all loads. */
async function signIn(
  browser: Browser,
  address: string,
): Promise<Exclude<BrowserContextOptions['storageState'], undefined>> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button').first().waitFor()
  const state = await context.storageState()
  await context.close()
  return state
}

async function paintOf(browser: Browser, url: string, options: BrowserContextOptions): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    ...options,
  })
  try {
    const page = await context.newPage()
    await page.goto(url)
    const paint = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    )
    return Number(await paint.jsonValue())
  } finally {
    await context.close()
  }
}

function printedAddress(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    host.stdout?.on('data', (words: Buffer) => {
      said += words.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(said)
      if (address !== null) resolve(address[0])
    })
    host.once('exit', () => reject(new Error('the browser host ended before it was reached')))
  })
}
