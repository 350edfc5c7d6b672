// Starts the built application from outside: the browser host with a page, or the real window.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, _electron as electron, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '..')
const out = join(root, 'out/main')

export interface OpenApp {
  readonly page: Page
  readonly close: () => Promise<void>
}

/** The browser host by itself, with the address that opens it once. */
export async function startHost(dataFolder: string): Promise<{ address: string; process: ChildProcess }> {
  const host = spawn(process.execPath, [join(out, 'browser-host.js'), '--data', dataFolder, '--no-open'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { address: await printedAddress(host), process: host }
}

/** A page of its own session over a fresh browser host; `viewport` and locale as the config says. */
export async function openInBrowser(
  browser: Browser,
  dataFolder: string,
  viewport: { width: number; height: number },
): Promise<OpenApp> {
  const host = spawn(process.execPath, [join(out, 'browser-host.js'), '--data', dataFolder, '--no-open'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const address = await printedAddress(host)
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    const page = await context.newPage()
    await page.goto(address)
    return {
      page,
      close: async () => {
        await context.close()
        await stopped(host)
      },
    }
  } catch (error) {
    // No page, nobody to close it.
    await stopped(host)
    throw error
  }
}

export async function openInWindow(dataFolder: string): Promise<OpenApp> {
  const executable = readFileSync(join(root, 'node_modules/electron/path.txt'), 'utf8').trim()
  const app = await electron.launch({
    executablePath: join(root, 'node_modules/electron/dist', executable),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, '--data', dataFolder],
    timeout: 90_000,
  })
  return { page: await app.firstWindow({ timeout: 90_000 }), close: () => app.close() }
}

/** A command of the built command line, to prepare a data folder before the application opens it. */
export async function command(dataFolder: string, ...words: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [join(out, 'cli.js'), ...words, '--data', dataFolder])
}

function printedAddress(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (words: Buffer) => {
      said += words.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(said)
      if (address !== null) resolve(address[0])
    }
    host.stdout?.on('data', hear)
    host.stderr?.on('data', hear)
    host.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${said}`)))
  })
}

/** Ends it, in good order or as a crash would. */
export function stopped(process: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    if (process.exitCode !== null || process.signalCode !== null) return resolve()
    process.once('exit', () => resolve())
    process.kill(signal)
  })
}
