// Every screen over a province's year, opened one after the other: the longest task of the page, and meanwhile how
// long the service answers nobody else.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Benchmark, ROUNDS, type Rounds } from './benchmark.ts'
import { launchChromium, printedAddress } from './chromium-page.ts'
import { provinceStore } from './province-store.ts'
import { silenceDuring } from './service-silence.ts'
import { withTempFolder } from './temp-folder.ts'

const builtHost = join(import.meta.dirname, '../out/main/browser-host.js')

/** Milliseconds; a browser tells of no shorter tasks. A screen without one counts as that. */
const LONG_TASK = 50
/** Milliseconds after which whoever asked for something else notices. */
const NOTICED = 100

const toTab = (name: string) => (page: Page) => page.getByRole('link', { name }).click()

/** In the order of opening: the first finds a service that has read nothing yet. */
const SCREENS = {
  overview: (page: Page) => page.getByRole('button').last().click(),
  programme: (page: Page) => page.locator('.row-opener').first().click(),
  indicator: (page: Page) => page.locator('.drawer-item').first().click(),
  'as-of': (page: Page) =>
    page.evaluate(() => {
      window.location.hash = '#/overview?asOf=2020-01-03'
    }),
  entry: toTab('本月填报'),
  submissions: toTab('报送'),
  bulletin: toTab('例会通报'),
  plan: toTab('工作要点'),
} as const satisfies Readonly<Record<string, (page: Page) => Promise<void>>>

type Screen = keyof typeof SCREENS
interface Visit {
  /** milliseconds */
  readonly longestTask: number
  readonly silence: number
}

let visits: Promise<readonly Readonly<Record<Screen, Visit>>[]> | null = null
/** One visit of all screens serves all figures. */
const allVisits = () => {
  visits ??= withTempFolder(async (folder) => {
    provinceStore(folder).close()
    const rounds: Record<Screen, Visit>[] = []
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await visitAll(folder))
    return rounds
  })
  return visits
}

const figureOf = (screen: Screen, what: keyof Visit, limit: number) => ({
  unit: 'ms' as const,
  goal: null,
  limit,
  run: async (): Promise<Rounds> =>
    (await allVisits()).map((visit) => ({ ours: visit[screen][what], peer: limit })),
})

const screens = Object.keys(SCREENS) as Screen[]

export const pageLongTasks: readonly Benchmark[] = [
  ...screens.map((screen) => ({
    name: `page-long-tasks-${screen}`,
    about: `the page's longest task while ${screen} opens over a year of 100 localities × 60 indicators × 12 months ÷ ${LONG_TASK} ms, below which browsers tell of none`,
    ...figureOf(screen, 'longestTask', LONG_TASK),
  })),
  ...screens.map((screen) => ({
    name: `page-long-tasks-${screen}-silence`,
    about: `the longest wait of somebody who asks for session.read again and again while ${screen} opens ÷ ${NOTICED} ms`,
    ...figureOf(screen, 'silence', NOTICED),
  })),
]

/** A fresh service and a fresh page. */
async function visitAll(dataFolder: string): Promise<Record<Screen, Visit>> {
  const browser = await launchChromium()
  const host: ChildProcess = spawn(process.execPath, [builtHost, '--data', dataFolder, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    await context.addInitScript(noteLongTasks)
    const page = await context.newPage()
    const settled = settling(page)
    await page.goto(await printedAddress(host))
    await page.getByRole('radio').first().check()
    const visited: [Screen, Visit][] = []
    for (const screen of screens) {
      await page.evaluate(() => Object.assign(window, { longTasks: [] }))
      const silence = await silenceDuring(page, async () => {
        await SCREENS[screen](page)
        await settled()
      })
      const told = await page.evaluate(() => Reflect.get(window, 'longTasks') as number[])
      visited.push([screen, { longestTask: Math.max(LONG_TASK, ...told), silence }])
    }
    return Object.fromEntries(visited) as Record<Screen, Visit>
  } finally {
    await browser.close()
    host.kill()
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

/** Answers a wait until everything the page asked for has come and been shown. */
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
