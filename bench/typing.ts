// 本月填报 with 200 rows: from a key to the frame that shows it, beside an empty input in the same page.
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { alternate, type Benchmark } from './benchmark.ts'
import { launchChromium, printedAddress } from './chromium-page.ts'
import { withTempFolder } from './temp-folder.ts'

const ROWS = 200
const KEYS = 60
const ROUNDS = 3
const builtHost = join(import.meta.dirname, '../out/main/browser-host.js')

export const typing: Benchmark = {
  name: 'typing',
  about:
    'p95 from a key in 本月填报 with 200 indicators to the frame after it ÷ the same for an empty input in that page',
  unit: 'ms',
  goal: null,
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
        await page.evaluate(() => {
          const plain = document.createElement('input')
          plain.id = 'plain'
          document.body.append(plain)
        })
        return await alternate(
          {
            ours: async (round) => {
              await cells.nth(20 + round * 10).focus()
              return p95Of(page)
            },
            peer: async () => {
              await page.locator('#plain').focus()
              return p95Of(page)
            },
          },
          ROUNDS,
        )
      } finally {
        await browser.close()
        host.kill()
      }
    }),
}

/** Types digits, Enter after every third, and answers the 95th percentile of key → next frame painted. */
async function p95Of(page: Page): Promise<number> {
  await page.evaluate(() => {
    const waits: number[] = []
    Object.assign(window, { waits })
    const measure = () => {
      const began = performance.now()
      // A frame's callback runs before it is drawn, a message posted from it after.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => waits.push(performance.now() - began)
        port2.postMessage(null)
      })
    }
    document.addEventListener('keydown', measure, { capture: true })
    Object.assign(window, { stopMeasuring: () => document.removeEventListener('keydown', measure, true) })
  })
  for (let key = 1; key <= KEYS; key += 1)
    await page.keyboard.press(key % 4 === 0 ? 'Enter' : String(key % 9))
  await page.waitForFunction((keys) => (Reflect.get(window, 'waits') as number[]).length === keys, KEYS)
  const waits = await page.evaluate(() => {
    ;(Reflect.get(window, 'stopMeasuring') as () => void)()
    return Reflect.get(window, 'waits') as number[]
  })
  return waits.sort((a, b) => a - b)[Math.floor(KEYS * 0.95)] ?? Number.NaN
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
