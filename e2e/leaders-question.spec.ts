// A leader asks why: from the year in one look to the single entry, its author and its acceptance; then what was known
// on another day, and what changed since the last meeting.
import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { countPointing } from './keyboard.ts'
import { seriousFaults } from './serious-faults.ts'

test.beforeEach(async ({ app }) => {
  await app.openExample()
  await app.actAs('吴建华')
  await app.chooseMonth('2020年6月')
})

test('why 技术合同登记额 lags, who said so and on what paper: four clicks from 总览', async ({
  app,
  dataFolder,
}) => {
  const { entry, overview, page } = app
  // What the clerk handed in with June, after the office had accepted it.
  await app.actAs('王敏')
  await app.goTo('本月填报')
  await app.chooseMonth('2020年6月')
  await entry.correct('补附6月登记清单')
  await entry.figure('技术合同登记额').focus()
  await entry.addEvidence('技术合同登记额', [
    { name: '6月技术合同登记清单.xlsx', mimeType: '', buffer: Buffer.from('清单') },
  ])
  await expect(entry.evidence('技术合同登记额').first()).toContainText('6月技术合同登记清单.xlsx')
  await entry.submit()
  await expect(entry.notices).toContainText('由王敏报送')
  await app.actAs('陈静')
  await app.goTo('报送')
  await (await app.submissions.review('科研处', '2020年6月')).accept()
  await app.actAs('吴建华')
  await expect(overview.heading).toBeVisible()

  const clicks = await countPointing(page)
  await overview.openProgramme('科技服务品牌打造行动')
  await overview.openItem('技术合同登记额 ')
  await overview.openMonth(6)
  const [newest, first] = [overview.entriesOf(6).nth(0), overview.entriesOf(6).nth(1)]
  await expect(newest).toContainText('3.15')
  await expect(newest).toContainText('更正原因：补附6月登记清单')
  await expect(newest).toContainText(/王敏 .*填报，陈静 .*审核通过/)
  await expect(newest).toContainText('台账编号')
  await expect(first).not.toContainText('6月技术合同登记清单.xlsx')
  await newest.getByRole('button', { name: '6月技术合同登记清单.xlsx' }).click()
  expect(await clicks()).toBeLessThanOrEqual(4)
  const opened = page.getByText(/已交给电脑上的程序打开“6月技术合同登记清单.xlsx”/)
  await expect(opened).toBeVisible()
  const place = ((await opened.textContent()) ?? '').split('文件存在 ')[1] ?? ''
  expect(place.startsWith(dataFolder)).toBe(true)
  expect(readFileSync(place, 'utf8')).toBe('清单')
  expect(await seriousFaults(app)).toEqual([])
})

test('a corrected month shows both entries, and where the year leads', async ({ app }) => {
  const { overview } = app
  await overview.openProgramme('科技服务品牌打造行动')
  await expect(overview.drawer).toContainText('灯取最要紧的一项“重大科技成果转化项目”：截至6月累计4项')
  await overview.openItem('技术合同登记额 ')
  await expect(overview.drawer).toContainText('按已报6个月的最低、中位、最高月度数推算，年底约27.6—45.6亿元')
  await overview.openMonth(4)
  await expect(overview.entriesOf(4)).toHaveCount(2)
  const [corrected, first] = [overview.entriesOf(4).nth(0), overview.entriesOf(4).nth(1)]
  await expect(corrected).toContainText('2.75')
  await expect(corrected).toContainText('更正原因：4月下旬登记的3份技术合同共0.30亿元')
  await expect(corrected).toContainText(/王敏 .*填报，陈静 .*审核通过/)
  await expect(first).toContainText('2.45')
  await expect(first).toContainText('后来已更正')
  expect(await seriousFaults(app)).toEqual([])
})

test('a measure opens its reports month by month', async ({ app }) => {
  await app.overview.openProgramme('科技金融体系完善行动')
  await app.overview.openItem('探索设立“淮科贷”')
  await expect(app.overview.monthRow(6)).toContainText('受阻需协调')
  await app.overview.openMonth(6)
  await expect(app.overview.entriesOf(6)).toContainText('张倩')
  await expect(app.overview.entriesOf(6)).toContainText('下一步')
})

test('截至某日: April as it stood before the correction, and back', async ({ app }) => {
  const { overview } = app
  await overview.lookBackTo('2020-05-11')
  await expect(overview.programmeRow('科技服务品牌打造行动')).toContainText('未填报')
  await app.chooseMonth('2020年4月')
  await expect(overview.lookingBack).toContainText('截至2020年5月11日所知')
  await overview.openProgramme('科技服务品牌打造行动')
  await overview.openItem('技术合同登记额 ')
  await expect(overview.drawer).toContainText('截至4月累计11.55亿元')
  await overview.openMonth(4)
  await expect(overview.entriesOf(4)).toHaveCount(1)
  expect(await seriousFaults(app)).toEqual([])
  await overview.closeDrawer()
  await overview.backToNow()
  await overview.openProgramme('科技服务品牌打造行动')
  await overview.openItem('技术合同登记额 ')
  await expect(overview.drawer).toContainText('截至4月累计11.85亿元')
})

test('before there was a plan: a sentence, and a way back', async ({ app }) => {
  await app.overview.lookBackTo('2019-12-31')
  await expect(app.page.getByRole('alert')).toContainText('请改选要点启用之后的日期')
  await app.overview.backToNow()
  await expect(app.overview.programmes.getByRole('row')).toHaveCount(10)
})

test('与上期相比 says what to talk about, and opens it', async ({ app }) => {
  const { comparison, drawer } = app.overview
  await expect(comparison).toContainText('对比2020年5月')
  const lines = comparison.getByRole('listitem')
  await expect(lines.first()).toContainText(
    '强化产业技术协同创新联盟建设 由绿转黄：节点“出台联盟绩效考评办法”（6月）到期未完成',
  )
  await expect(comparison).toContainText('培训科技型企业家 本期未填报')
  await lines.first().getByRole('button').click()
  await expect(drawer).toContainText('强化产业技术协同创新联盟建设')
  await app.overview.closeDrawer()
  await app.chooseMonth('2020年5月')
  await expect(comparison).toContainText('技术合同登记额 4月更正：2.45→2.75亿元')
})

test('by department: who stands where, over the months', async ({ app }) => {
  // the rates are made of the departments' reports, and lead to them
  await app.page.getByRole('button', { name: /^报送率 / }).click()
  await expect(app.overview.departments.getByRole('row').filter({ hasText: '法规处' })).toContainText('未报')
  await expect(app.overview.heat.getByRole('button', { name: '法规处，2月，严重滞后' })).toBeVisible()
  expect(await seriousFaults(app)).toEqual([])
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)
})

test('the chart, the table behind it and the files say the same; the library comes with the first chart', async ({
  app,
}) => {
  const { overview } = app
  const fetched: string[] = []
  app.page.on('request', (request) => fetched.push(request.url()))
  const hasLibrary = () => fetched.some((url) => url.includes('echarts'))
  await overview.openProgramme('科技服务品牌打造行动')
  await expect(overview.drawer.getByRole('list')).toBeVisible()
  expect(hasLibrary()).toBe(false)
  await overview.openItem('技术合同登记额 ')
  await overview.chart.drawing.waitFor()
  expect(hasLibrary()).toBe(true)
  const pointed = [0, 5, 11].map((place) => ({ place, count: 12 }))
  const said: string[] = []
  for (const { place, count } of pointed) said.push(await overview.chart.pointAt(place, count))
  const picture = readFileSync(await overview.chart.save('导出图片'))
  expect([...picture.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG')
  expect(picture.length).toBeGreaterThan(10_000)

  await overview.chart.showTable()
  const [heading = [], ...rows] = await overview.chart.rows()
  expect(heading).toEqual([
    '月份',
    '实际累计',
    '序时应达',
    '达到目标所需',
    '推算最高',
    '推算中位',
    '推算最低',
  ])
  for (const [at, { place }] of pointed.entries()) {
    const row = rows[place] ?? []
    const pairs = heading.slice(1).flatMap((name, column) => [name, row[column + 1] ?? ''])
    expect(said[at]?.split(/\s+/)).toEqual([row[0], ...pairs])
  }
  expect(await seriousFaults(app)).toEqual([])

  const data = readFileSync(await overview.chart.save('导出数据'), 'utf8')
  const lines = data.replace('\ufeff', '').trimEnd().split('\r\n')
  expect(lines[0]).toBe(heading.map((name) => `"${name}"`).join(','))
  expect(lines[6]).toBe('"6月",18,20,18,18,18,18')
  expect(lines.slice(1).map((line) => line.split(',')[1] || '—')).toEqual(rows.map((row) => row[1]))
})

test('the tables of 总览 and its heat map are given out as data, named by what they show', async ({
  app,
}) => {
  const { overview } = app
  const [heading = '', first = ''] = csvLines(await overview.saveData('各项行动'))
  expect(heading).toBe(
    '"行动","牵头","已完成","正常","滞后","严重滞后","未评","最要紧的一项","完成序时","灯"',
  )
  expect(first).toMatch(/^"1 .+","高新处",\d+,\d+,\d+,\d+,\d+,".+","[\d.]+%","(正常|滞后|严重滞后|已完成)"$/)
  await overview.showProvisional()
  const place = await overview.saveData('逐月')
  expect(place).toMatch(/行动逐月 2020年6月 含未审核的数[^/]*\.csv$/)
  const months = csvLines(place)
  expect(months).toHaveLength(10)
  expect(months[0]).toBe(`"行动",${Array.from({ length: 12 }, (_, at) => `"${at + 1}月"`).join(',')}`)
  expect(months[7]).toMatch(/^"科技服务品牌打造行动",("[^"]+",){6},,,,,$/)
  await overview.showBy('按处室')
  expect(csvLines(await overview.saveData('各处室'))[0]).toContain('"处室","本月报送"')
})

test('one printed page holds programmes, departments and what changed', async ({ app }) => {
  await expect(app.overview.comparison.getByRole('listitem').first()).toBeVisible()
  // A4 across, less 8 mm on each side, at 96 dots to the inch.
  const paper = { width: 1062, height: 733 }
  await app.page.setViewportSize(paper)
  await app.page.emulateMedia({ media: 'print' })
  await expect(app.overview.departments).toBeVisible()
  await expect(app.page.getByRole('button', { name: '打印一页' })).toBeHidden()
  const height = () => app.page.getByRole('main').evaluate((main) => main.scrollHeight)
  await expect.poll(height).toBeLessThanOrEqual(paper.height)
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)
})

function csvLines(place: string): string[] {
  return readFileSync(place, 'utf8').replace('\ufeff', '').trimEnd().split('\r\n')
}
