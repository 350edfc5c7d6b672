// 本月填报 with 200 rows: from a key to the picture that shows it, beside a bare input on an empty page.
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { alternate, type Benchmark } from './benchmark.ts'
import { launchChromium, printedAddress } from './chromium-page.ts'
import { withTempFolder } from './temp-folder.ts'

const ROWS = 200
const KEYS = 60
/** Milliseconds; the Event Timing API tells of no shorter ones, and rounds to eight. */
const SHORTEST_TOLD = 16
const builtHost = join(import.meta.dirname, '../out/main/browser-host.js')

export const typing: Benchmark = {
  name: 'typing',
  about:
    'p95 from a key in 本月填报 with 200 indicators to the picture that shows it (Event Timing) ÷ the same for a bare input on an empty page',
  unit: 'ms',
  goal: null,
  limit: 50,
  run: () =>
    withTempFolder(async (folder) => {
      const planFile = join(folder, 'plan.json')
      writeFileSync(planFile, JSON.stringify(planOf(ROWS)))
      const browser = await launchChromium()
      const host: ChildProcess = spawn(
        process.execPath,
        [builtHost, '--data', join(folder, 'data'), '--no-open'],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      )
      try {
        const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
        const page = await context.newPage()
        await page.goto(await printedAddress(host))
        await beginWith(page, planFile)
        const cells = page.getByRole('textbox', { name: /本月数/ })
        await cells.nth(ROWS - 1).waitFor()
        const bare = await context.newPage()
        await bare.setContent('<!doctype html><title>空白页</title><input>')
        return await alternate({
          ours: async (round) => {
            await page.bringToFront()
            await cells.nth(20 + round * 20).focus()
            return p95Of(page)
          },
          peer: async () => {
            await bare.bringToFront()
            await bare.locator('input').focus()
            return p95Of(bare)
          },
        })
      } finally {
        await browser.close()
        host.kill()
      }
    }),
}

/**
 * Types digits, Enter after every third, and answers the 95th percentile, in milliseconds, from the key's own time
 * to the presentation of the next frame: waiting, scripts, style, layout, painting and drawing are all in it.
 * A key that the browser does not tell of took less than 16 ms and counts as that.
 */
async function p95Of(page: Page): Promise<number> {
  await page.evaluate(() => {
    const told: number[] = []
    const keys = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') told.push(duration)
    })
    keys.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    Object.assign(window, { keys, told })
  })
  for (let key = 1; key <= KEYS; key += 1)
    await page.keyboard.press(key % 4 === 0 ? 'Enter' : String(key % 9))
  const told = await page.evaluate(async () => {
    // The last keys are told of once their frames have been shown.
    for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame)
    await new Promise((resolve) => requestIdleCallback(resolve))
    ;(Reflect.get(window, 'keys') as PerformanceObserver).disconnect()
    return Reflect.get(window, 'told') as number[]
  })
  const untold = Math.max(0, KEYS - told.length)
  const waits = [...Array.from({ length: untold }, () => SHORTEST_TOLD), ...told.sort((a, b) => a - b)]
  return waits[Math.floor(KEYS * 0.95)] ?? Number.NaN
}

async function beginWith(page: Page, planFile: string): Promise<void> {
  await page.getByRole('radio', { name: /选择要点文件/ }).check()
  await page.locator('input[type=file]').setInputFiles(planFile)
  await page.getByLabel('姓名').fill('李强')
  await page.getByRole('radio', { name: /^办公室/ }).check()
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByRole('link', { name: '本月填报' }).click()
}

function planOf(rows: number) {
  return {
    title: '填报测试',
    years: { from: 2026, to: 2026 },
    departments: [{ id: 'd', name: '科研处', kind: 'department' }],
    programmes: [{ id: 'p', name: '行动', lead: 'd', participating: [], measures: [] }],
    indicators: Array.from({ length: rows }, (_, at) => ({
      id: `i${at}`,
      name: `第${at + 1}项指标`,
      unit: '个',
      mode: 'monthly-flow',
      programme: 'p',
      targets: [{ year: 2026, comparator: 'at-least', committed: 1000 }],
    })),
  }
}
