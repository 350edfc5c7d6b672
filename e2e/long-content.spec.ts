// Names of 60 characters and more, 200 rows, a narrative of 20,000 characters: everything stays readable and quick.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'

const longName =
  '深入推进以企业为主体、市场为导向、产学研用深度融合的区域技术创新体系建设并持续提升重点产业链关键核心环节自主可控水平专项任务'
const rows = 200

/** A plan of one department with many long-named indicators. */
function largePlanFile(): string {
  const programmes = Array.from({ length: 9 }, (_, at) => ({
    id: `p${at}`,
    name: `${longName}第${at + 1}行动`,
    lead: 'a',
    measures: [{ id: `p${at}m`, name: `${longName}举措${at + 1}` }],
  }))
  const indicators = Array.from({ length: rows }, (_, at) => ({
    id: `i${at}`,
    name: `${at + 1}号指标 ${longName}`,
    unit: '人次（折合标准）',
    programme: at < 9 ? null : `p${at % 9}`,
    lead: 'a',
    mode: 'monthly-flow',
    targets: [{ year: 2020, comparator: 'at-least', committed: 123456789.25, stretch: 987654321.5 }],
  }))
  const departments = [
    { id: 'a', name: '高新技术发展与产业化及科技型中小企业培育促进处', kind: 'department' },
  ]
  const file = join(mkdtempSync(join(tmpdir(), 'yaodian-plan-')), '要点.json')
  const title = `2020年全市${longName}工作要点`
  writeFileSync(
    file,
    JSON.stringify({ title, years: { from: 2020, to: 2020 }, departments, programmes, indicators }),
  )
  return file
}

test('long names, many rows and long texts stay inside the page', async ({ app }) => {
  await app.firstStart.choosePlanFile(largePlanFile())
  await app.firstStart.begin({ name: '李强', role: '办公室', bureau: '某市科学技术局' })
  await expect(app.overview.heading).toBeVisible()
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)

  await app.goTo('本月填报')
  await expect(app.entry.missing).toHaveText(new RegExp(`还有${rows + 9}项未填`))
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)

  // Rows out of sight are not painted, but they are there: for a reader's ear, for Tab and for searching the page.
  const last = app.entry.figure(`${rows}号指标 ${longName}`)
  const isPainted = () => last.evaluate((cell) => cell.checkVisibility({ contentVisibilityAuto: true }))
  await expect.poll(isPainted).toBe(false)
  await expect(app.entry.row(`${rows}号指标 ${longName}`)).toContainText('未填报')
  await last.focus()
  await expect(last).toBeInViewport()
  await expect.poll(isPainted).toBe(true)

  const first = app.entry.figure(`10号指标 ${longName}`)
  await first.fill('123,456,789.25')
  await first.press('Enter')
  await expect(app.saved).toHaveText(/已保存/)

  const words = app.entry.words(`${longName}举措1`, '本月进展')
  await words.fill('本月组织企业开展专项对接并逐项核实。'.repeat(1200).slice(0, 20_000))
  await words.blur()
  await expect(app.saved).toHaveText(/已保存/)
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)

  for (const tab of ['总览', '报送', '例会通报'] as const) {
    await app.goTo(tab)
    await expect(app.page.getByRole('main').getByRole('heading').first()).toBeVisible()
    await expect.poll(() => app.sidewaysOverflow()).toBe(0)
  }
})

test.describe('at 1366×768 and 125 %', () => {
  test.use({ viewport: { width: 1093, height: 614 } })

  test('no page scrolls sideways', async ({ app }) => {
    await app.openExample()
    await app.chooseMonth('2020年6月')
    for (const tab of ['本月填报', '报送', '例会通报', '总览'] as const) {
      await app.goTo(tab)
      await expect(app.page.getByRole('main').getByRole('heading').first()).toBeVisible()
      await expect.poll(() => app.sidewaysOverflow()).toBe(0)
    }
  })
})
