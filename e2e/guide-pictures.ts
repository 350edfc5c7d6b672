// npm run guide:pictures – takes the pictures of the user guide from the built application and its example.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { atRest } from './at-rest.ts'
import { chromiumOptions } from './chromium.ts'
import { openInBrowser } from './hosts.ts'
import { App } from './pages/app.ts'

const pictures = join(import.meta.dirname, '../docs/guide/pictures')
const viewport = { width: 1366, height: 768 }

const browser = await chromium.launch(chromiumOptions())
const dataFolder = mkdtempSync(join(tmpdir(), 'yaodian-guide-'))
mkdirSync(pictures, { recursive: true })
const { page, close } = await openInBrowser(browser, dataFolder, viewport)
try {
  await takeAll(new App(page), page)
} finally {
  await close()
  await browser.close()
  rmSync(dataFolder, { recursive: true, force: true })
}

async function takeAll(app: App, shown: Page): Promise<void> {
  // Half-faded pictures and a blinking cursor would make every run differ.
  await shown.emulateMedia({ reducedMotion: 'reduce' })
  const take = async (name: string) => {
    await shown.mouse.move(0, 0)
    await shown.evaluate(() => document.fonts.ready.then(() => undefined))
    await atRest(shown)
    await shown.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled', caret: 'hide' })
    console.log(`${name}.png`)
  }
  await app.firstStart.heading.waitFor()
  await take('first-start')

  await app.openExample()
  await app.chooseMonth('2020年6月')
  await app.overview.heading.waitFor()
  await take('overview')

  await app.overview.openProgramme('科技服务品牌打造行动')
  await app.overview.openItem('技术合同登记额 ')
  await app.overview.chart.drawing.waitFor()
  await app.overview.openMonth(4)
  await app.overview.entriesOf(4).first().waitFor()
  await take('leaders-question')
  await app.overview.closeDrawer()

  await app.goTo('工作要点')
  await app.plan.select('技术合同登记额')
  await app.plan.press('调整目标')
  await take('plan')

  await app.goTo('设置')
  await app.settings.heading.waitFor()
  await take('settings')

  await app.goTo('报送')
  await app.submissions.chase.waitFor()
  await take('submissions')

  await app.goTo('例会通报')
  await app.bulletin.paper.waitFor()
  await take('bulletin')

  await app.actAs('王敏')
  await app.chooseMonth('2020年7月')
  await app.entry.fill('新建市级企业工程技术研究中心', '4')
  await app.entry.figure('技术合同登记额').fill('4.6')
  await app.entry.panel.getByText('序时应达').waitFor()
  await take('monthly-entry')
}
