// Refusals say what to do next, change nothing, and keep what was typed.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openExampleJuly } from './example-july.ts'
import { expect, test } from './fixtures.ts'

test('blank cells refuse a 报送 with a list that jumps', async ({ app }) => {
  await openExampleJuly(app)
  await app.entry.submit()
  await expect(app.entry.alerts).toContainText('不能报送')
  await app.entry.blankCell('重大科技成果转化项目').click()
  await expect(app.entry.figure('重大科技成果转化项目')).toBeFocused()
  await app.entry.blankCell('加快新型研发机构建设').click()
  await expect(app.entry.state('加快新型研发机构建设')).toBeFocused()
  await app.entry.missing.click()
  await expect(app.entry.figure('新建市级企业工程技术研究中心')).toBeFocused()
})

test('text in a figure is refused in words and stays in the cell', async ({ app }) => {
  await app.openExample()
  await app.actAs('孙浩')
  await app.chooseMonth('2020年6月')
  await app.entry.fill('培训科技型企业家', '约20人')
  await expect(app.entry.alerts).toContainText('“约20人”不是能用的数')
  await expect(app.entry.figure('培训科技型企业家')).toHaveValue('约20人')
  await expect(app.saved).toContainText('没有保存')
  await app.entry.fill('培训科技型企业家', '3万')
  await expect(app.entry.alerts).toContainText('填的单位是“万”')
  await app.entry.figure('培训科技型企业家').press('Escape')
  await expect(app.entry.figure('培训科技型企业家')).toHaveValue('')
  await expect(app.entry.alerts).toHaveCount(0)
})

test('a negative figure asks for its reason and is saved with it', async ({ app }) => {
  await app.openExample()
  await app.actAs('孙浩')
  await app.chooseMonth('2020年6月')
  await app.entry.fill('培训科技型企业家', '-2')
  await expect(app.entry.alerts).toContainText('请在说明里写明原因')
  await app.entry.note('培训科技型企业家').fill('核减重复登记2人次')
  await app.entry.note('培训科技型企业家').blur()
  await expect(app.saved).toHaveText(/已保存/)
  await expect(app.entry.row('培训科技型企业家')).toContainText('110')
})

test('what was typed and not saved comes back after the page was closed', async ({ app }) => {
  await app.openExample()
  await app.actAs('孙浩')
  await app.chooseMonth('2020年6月')
  await app.entry.figure('培训科技型企业家').fill('2')
  await app.entry.figure('培训科技型企业家').pressSequentially('6')
  await app.reload()
  await expect(app.entry.notices).toContainText('找回了上次没来得及保存的1项')
  await expect(app.entry.figure('培训科技型企业家')).toHaveValue('26')
  await app.entry.figure('培训科技型企业家').press('Enter')
  await expect(app.saved).toHaveText(/已保存/)
  await app.reload()
  await expect(app.entry.figure('培训科技型企业家')).toHaveValue('26')
  await expect(app.entry.notices).not.toContainText('找回')
})

test('a plan file cut in half is refused and what was typed stays', async ({ app, dataFolder }) => {
  const file = join(dataFolder, '半份要点.json')
  writeFileSync(file, '{"title": "2021年全市科技工作要点", "years": {"from": 2021,')
  await app.firstStart.choosePlanFile(file)
  await app.firstStart.begin({ name: '李强', role: '办公室', bureau: '某市科学技术局' })
  await expect(app.firstStart.said.last()).toContainText('不是完整的 JSON 文件')
  await expect(app.firstStart.name).toHaveValue('李强')
  await expect(app.firstStart.bureau).toHaveValue('某市科学技术局')
})

test('a plan file in the old Chinese encoding is refused, not read as rubbish', async ({
  app,
  dataFolder,
}) => {
  const file = join(dataFolder, '要点.json')
  // {"title":"要点"} in GBK
  writeFileSync(file, Buffer.from('{"title":"\xd2\xaa\xb5\xe3"}', 'latin1'))
  await app.firstStart.choosePlanFile(file)
  await expect(app.firstStart.said).toContainText('不是 UTF-8 编码')
  await app.firstStart.begin({ name: '李强', role: '办公室' })
  await expect(app.firstStart.heading).toBeVisible()
})

test('a plan file that contradicts itself is refused with every place', async ({ app, dataFolder }) => {
  const file = join(dataFolder, '要点.json')
  const plan = {
    title: '2021年全市科技工作要点',
    years: { from: 2021, to: 2021 },
    departments: [{ id: 'a', name: '高新处', kind: 'department' }],
    programmes: [],
    indicators: [
      { id: 'i1', name: '新增高企', unit: '家', mode: 'monthly-flow', lead: 'nobody', targets: [] },
      { id: 'i1', name: '有效高企', unit: '家', mode: 'sometimes', lead: 'a', targets: [] },
    ],
  }
  writeFileSync(file, JSON.stringify(plan))
  await app.firstStart.choosePlanFile(file)
  await app.firstStart.begin({ name: '李强', role: '办公室' })
  await expect(app.firstStart.said.last()).toContainText('具体位置')
  await expect(app.firstStart.heading).toBeVisible()
})
