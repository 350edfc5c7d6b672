// A browser for what is measured in the page, and the address a browser host prints.
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { UnavailableError } from './benchmark.ts'

const SYSTEM_CHROMIUM = '/usr/bin/chromium'

export async function launchChromium(): Promise<Browser> {
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

export function printedAddress(host: ChildProcess): Promise<string> {
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
