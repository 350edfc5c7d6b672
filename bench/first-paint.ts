// The built renderer over the browser host: from asking for the page to the first content on the screen, beside an
// empty page from a plain server. Each load has an empty cache; no goal, the figure is only reported.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from '@playwright/test'
import { alternate, type Benchmark, median } from './benchmark.ts'
import { launchChromium, printedAddress } from './chromium-page.ts'
import { withTempFolder } from './temp-folder.ts'

const LOADS = 3
const builtHost = join(import.meta.dirname, '../out/main/browser-host.js')

export const firstPaint: Benchmark = {
  name: 'first-paint',
  about:
    'first contentful paint of the built renderer over the browser host ÷ that of an empty page, Chromium, empty cache',
  unit: 'ms',
  goal: null,
  run: () =>
    withTempFolder(async (dataFolder) => {
      const browser = await launchChromium()
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
