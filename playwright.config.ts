import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumOptions } from './e2e/chromium.ts'
import type { StoryOptions } from './e2e/fixtures.ts'

/** Written last by the runtime's own installer; without it the window cannot be started here. */
const hasElectron = existsSync(join(import.meta.dirname, 'node_modules/electron/path.txt'))

export default defineConfig<StoryOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  reporter: [['line'], ['json', { outputFile: 'test-results/report.json' }]],
  // Each story has its own data folder, host and browser; most of its time it waits for one of them.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Dozens of steps, each with a limit of its own below: this one only ends a story that would never end.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    // A fifth of the time; `npm run e2e -- NAME --trace on` records one.
    trace: 'off',
    launchOptions: chromiumOptions(),
  },
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    // The same stories in the real window, where its runtime is installed.
    ...(hasElectron ? [{ name: 'window', use: { host: 'window' as const } }] : []),
  ],
})
