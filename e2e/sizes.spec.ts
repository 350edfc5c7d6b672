// Every screen on the bureau's usual display (1366×768), as it comes, enlarged by the system to 125 % and 150 %, and in
// 大字: no page scrolls sideways, and nobody meets a serious accessibility fault. At 150 % grids may scroll inside
// themselves.
import { expect, softly, test } from './fixtures.ts'
import type { App } from './pages/app.ts'
import { OwnTablePage } from './pages/own-table-page.ts'
import { seriousFaults } from './serious-faults.ts'

/** Faults that a size can bring about show at the first and the last of them; looking for them takes time. */
const SIZES = [
  { name: '100 %', width: 1366, height: 768, isLargeText: false, isChecked: true },
  { name: '125 %', width: 1093, height: 614, isLargeText: false, isChecked: false },
  { name: '150 %', width: 911, height: 512, isLargeText: false, isChecked: false },
  { name: '大字 at 125 %', width: 1093, height: 614, isLargeText: true, isChecked: true },
  { name: '大字 at 150 %', width: 911, height: 512, isLargeText: true, isChecked: false },
]

/** Looks at what stands on the screen. */
type Look = (where: string) => Promise<void>

async function walk(app: App, look: Look): Promise<void> {
  await expect(app.firstStart.heading).toBeVisible()
  await look('第一次打开')
  await app.openExample()
  await app.chooseMonth('2020年6月')
  await expect(app.overview.heading).toBeVisible()
  await look('总览')
  await app.page.getByText('按处室', { exact: true }).click()
  await expect(app.overview.departments).toBeVisible()
  await look('总览，按处室')
  await app.overview.openHeadline('新增国家高新技术企业')
  await expect(app.overview.chart.drawing).toBeVisible()
  await look('一项的来历')
  await app.page.keyboard.press('Escape')
  await expect(app.overview.drawer).toBeHidden()
  await app.goTo('报送')
  await expect(app.submissions.heading).toBeVisible()
  await look('报送')
  await app.goTo('例会通报')
  await expect(app.bulletin.paper).toBeVisible()
  await look('例会通报')
  await app.bulletin.openSheet('通报文字')
  await expect(app.bulletin.text.area).toBeVisible()
  await look('通报文字')
  await app.goTo('工作要点')
  await expect(app.page.getByRole('main').getByRole('heading').first()).toBeVisible()
  await look('工作要点')
  await app.goTo('设置')
  await expect(app.page.getByRole('main').getByRole('heading').first()).toBeVisible()
  await look('设置')
  // The office chooses the department, and the line above the page is at its fullest.
  await app.goTo('本月填报')
  await expect(app.entry.grid).toBeVisible()
  await look('办公室的本月填报')
  await app.actAs('王敏')
  await app.goTo('本月填报')
  await app.chooseMonth('2020年7月')
  await app.entry.fill('技术合同登记额', '约3')
  await expect(app.entry.alerts.first()).toBeVisible()
  await look('本月填报')
  const table = new OwnTablePage(app.page)
  await table.open()
  await look('导入自有表格')
}

for (const { name, width, height, isLargeText, isChecked } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } })

    test('every screen fits, and serves everybody', async ({ app }) => {
      // looking for faults takes a second or more for each of a dozen screens
      if (isChecked) test.slow()
      if (isLargeText) {
        await app.page.evaluate(() => localStorage.setItem('yaodian/large-text', 'yes'))
        await app.reload()
      }
      await walk(app, async (where) => {
        await softly.poll(() => app.sidewaysOverflow(), `${where}: pixels too wide`).toBe(0)
        if (isChecked) softly(await seriousFaults(app), where).toEqual([])
      })
    })
  })
}
