// Every screen over a province's year, opened one after the other: the longest task of the page, and meanwhile how
// long the service answers nobody else.
import type { Page } from '@playwright/test'
import { type Benchmark, ROUNDS, type Rounds } from './benchmark.ts'
import { provinceStore } from './province-store.ts'
import { withTempFolder } from './temp-folder.ts'
import { LONG_TASK, NOTICED, openWatchedPage, type Watched } from './watched-page.ts'

const toTab = (name: string) => (page: Page) => page.getByRole('link', { name }).click()

interface ScreenVisit {
  readonly open: (page: Page) => Promise<void>
  /** what is there once it is open */
  readonly shown: string
}

/** In the order of opening: the first finds a service that has read nothing yet. */
const SCREENS = {
  overview: { open: (page) => page.getByRole('button').last().click(), shown: '.row-opener' },
  programme: { open: (page) => page.locator('.row-opener').first().click(), shown: '.drawer-item' },
  indicator: { open: (page) => page.locator('.drawer-item').first().click(), shown: 'figure canvas' },
  'as-of': {
    open: (page) =>
      page.evaluate(() => {
        window.location.hash = '#/overview?asOf=2020-01-03'
      }),
    shown: '.row-opener',
  },
  entry: { open: toTab('本月填报'), shown: '.entry-row' },
  localities: { open: (page) => page.locator('.parts-toggle').first().click(), shown: '[data-row="i1@x99"]' },
  submissions: { open: toTab('报送'), shown: '.matrix' },
  bulletin: { open: toTab('例会通报'), shown: '.paper-table' },
  plan: { open: toTab('工作要点'), shown: '.plan-tree' },
} as const satisfies Readonly<Record<string, ScreenVisit>>

type Screen = keyof typeof SCREENS
let visits: Promise<readonly Readonly<Record<Screen, Watched>>[]> | null = null
/** One visit of all screens serves all figures. */
const allVisits = () => {
  visits ??= withTempFolder(async (folder) => {
    provinceStore(folder).close()
    const rounds: Record<Screen, Watched>[] = []
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await visitAll(folder))
    return rounds
  })
  return visits
}

const figureOf = (screen: Screen, what: keyof Watched, limit: number) => ({
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
    about: `the page's longest task while ${screen} opens over a year of 100 localities × 60 indicators × 12 months ÷ ${LONG_TASK} ms, in processor time`,
    ...figureOf(screen, 'longestTask', LONG_TASK),
  })),
  ...screens.map((screen) => ({
    name: `page-long-tasks-${screen}-silence`,
    about: `how long somebody waits at most who asks for session.read again and again while ${screen} opens ÷ ${NOTICED} ms, in processor time`,
    ...figureOf(screen, 'silence', NOTICED),
  })),
]

async function visitAll(dataFolder: string): Promise<Record<Screen, Watched>> {
  const watched = await openWatchedPage(dataFolder)
  try {
    await watched.page.getByRole('radio').first().check()
    const visited: [Screen, Watched][] = []
    for (const screen of screens)
      visited.push([
        screen,
        await watched.during(async () => {
          await SCREENS[screen].open(watched.page)
          await watched.page.locator(SCREENS[screen].shown).first().waitFor()
          await watched.settled()
        }),
      ])
    return Object.fromEntries(visited) as Record<Screen, Watched>
  } finally {
    await watched.close()
  }
}
