// 总览 of a province's year goes on answering while its charts are still on their way.
import { expect, test } from './fixtures.ts'
import { hold } from './held-calls.ts'
import { largeYear } from './large-year.ts'

const CHARTS = /\/assets\/echarts[^/]*\.js$/

test.use({ before: largeYear(60) })

test('总览 of a large year answers clicks while a chart loads', async ({ app, host }) => {
  await app.enterAsFirst()
  await app.goTo('总览')
  const { overview, page } = app
  // What draws charts comes as a file of its own; it is kept back for as long as the clicks take.
  const charts = await hold(page, CHARTS)
  await overview.showProvisional()
  // counted, but none of them is marked as a key indicator
  await expect(overview.programmeRow('培育行动')).toContainText('没有重点指标')
  await overview.openProgramme('培育行动')
  await overview.openItem('第1项指标')
  // The window loads its own files past the network.
  if (host === 'browser') await expect.poll(charts.isAsked).toBe(true)
  await expect(overview.monthRow(12)).toBeVisible()
  await overview.openMonth(12)
  // a hundred 县区园区 each have their entry: half of them come at once
  await expect(overview.entriesOf(12)).toHaveCount(50)
  await expect(overview.drawer).toContainText('还有50条没有列出。')
  await overview.moreEntries.click()
  await expect(overview.entriesOf(12)).toHaveCount(100)
  await expect(overview.moreEntries).toBeHidden()
  await overview.closeDrawer()
  await overview.showBy('按处室')
  await expect(overview.heat).toContainText('高新处')
  charts.letGo()
  await overview.showBy('按行动')
  await overview.openProgramme('培育行动')
  await overview.openItem('第2项指标')
  await expect(overview.chart.drawing).toBeVisible()
})
