// Names of 40 characters, departments of 20 and thirteen programmes: no screen scrolls sideways at any usual size, and
// 总览 still prints on one page.
import { expect, softly, test } from './fixtures.ts'
import { DEPARTMENTS, INDICATORS, longNames, MEASURES, PROGRAMMES } from './long-names.ts'
import type { App } from './pages/app.ts'
import { seriousFaults } from './serious-faults.ts'

const [first = ''] = INDICATORS
const byLocality = INDICATORS[9] ?? ''

type Look = (where: string) => Promise<void>

async function walk(app: App, look: Look): Promise<void> {
  const { overview, page } = app
  await expect(overview.heading).toBeVisible()
  await look('总览')
  await overview.openHeadline(first)
  await expect(overview.chart.drawing).toBeVisible()
  await look('一项的来历')
  await overview.closeDrawer()
  await overview.openProgramme(PROGRAMMES[1] ?? '')
  await expect(overview.drawer.getByRole('list')).toBeVisible()
  await look('一项行动')
  await overview.closeDrawer()
  await overview.showBy('按处室')
  await expect(overview.departments).toContainText(DEPARTMENTS[3] ?? '')
  await look('总览，按处室')
  await app.goTo('报送')
  const review = await app.submissions.review(DEPARTMENTS[3] ?? '', '2020年6月')
  await expect(review.root.getByRole('table').first()).toBeVisible()
  await look('报送')
  await page.keyboard.press('Escape')
  await expect(review.root).toBeHidden()
  await app.goTo('例会通报')
  await expect(app.bulletin.paper).toBeVisible()
  await look('例会通报')
  await app.goTo('工作要点')
  await app.plan.select(byLocality)
  await app.plan.press('修改')
  await look('工作要点')
  await app.goTo('设置')
  await expect(app.settings.heading).toBeVisible()
  await look('设置')
  await app.goTo('本月填报')
  await app.chooseMonth('2020年7月')
  await app.chooseDepartment(DEPARTMENTS[1] ?? '')
  await app.entry.openLocalities(byLocality)
  await look('本月填报')
  await page.keyboard.press('F1')
  await expect(app.entry.panel).toBeVisible()
  await look('本月填报，说明')
}

test.use({ before: longNames })

for (const { name, width, height, isLargeText } of [
  { name: '100 %', width: 1366, height: 768, isLargeText: false },
  { name: '125 %', width: 1093, height: 614, isLargeText: false },
  { name: '大字 at 150 %', width: 911, height: 512, isLargeText: true },
]) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } })

    test('every screen holds long names', async ({ app }) => {
      if (isLargeText) {
        await app.page.evaluate(() => localStorage.setItem('yaodian/large-text', 'yes'))
        await app.reload()
      }
      await app.enterAsFirst()
      await app.chooseMonth('2020年6月')
      await walk(app, async (where) => {
        await softly.poll(() => app.sidewaysOverflow(), `${where}: pixels too wide`).toBe(0)
      })
      expect(await seriousFaults(app)).toEqual([])
    })
  })
}

test('thirteen programmes and what changed print on one page, with whole names', async ({ app }) => {
  await app.enterAsFirst()
  await app.chooseMonth('2020年6月')
  await app.goTo('总览')
  await expect(app.overview.comparison.getByRole('listitem').first()).toBeVisible()
  // A4 across, less 8 mm on each side, at 96 dots to the inch.
  const paper = { width: 1062, height: 733 }
  await app.page.setViewportSize(paper)
  await app.page.emulateMedia({ media: 'print' })
  await expect(app.overview.departments).toBeVisible()
  const height = () => app.page.getByRole('main').evaluate((main) => main.scrollHeight)
  await expect.poll(height).toBeLessThanOrEqual(paper.height)
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)
  const cut = await app.overview.programmes.evaluate((table) =>
    [...table.querySelectorAll('td *')]
      .filter(
        (each) => each.scrollHeight > each.clientHeight + 1 && getComputedStyle(each).overflow === 'hidden',
      )
      .map((each) => each.textContent),
  )
  expect(cut).toEqual([])
  await expect(app.overview.comparison).toContainText(MEASURES[1] ?? '')
})
