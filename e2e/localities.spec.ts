// An indicator broken down by 县区园区: typed or pasted below it, summed or combined above it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { putOnClipboard } from './keyboard.ts'

const plan = {
  title: '2026年全市科技工作要点',
  years: { from: 2026, to: 2026 },
  departments: [
    { id: 'g', name: '高新处', kind: 'department' },
    {
      id: 'all',
      name: '各县区、园区',
      kind: 'group',
      members: [
        { id: 'x', name: '清江浦区', kind: 'district' },
        { id: 'y', name: '涟水县', kind: 'county' },
        { id: 'z', name: '高新区', kind: 'park' },
      ],
    },
  ],
  programmes: [{ id: 'p', name: '高企培育行动', lead: 'g', participating: ['all'], measures: [] }],
  indicators: [
    {
      id: 'i',
      name: '新增高企',
      unit: '家',
      mode: 'monthly-flow',
      programme: 'p',
      byLocality: true,
      targets: [{ year: 2026, comparator: 'at-least', committed: 100 }],
    },
    {
      id: 'r',
      name: '高新产值占比',
      unit: '%',
      mode: 'ratio',
      programme: 'p',
      byLocality: true,
      decimals: 1,
    },
  ],
}

test('typed and pasted localities are summed, ratios combined by their parts', async ({
  app,
  dataFolder,
}) => {
  const file = join(dataFolder, '要点.json')
  writeFileSync(file, JSON.stringify(plan))
  await app.firstStart.choosePlanFile(file)
  await app.firstStart.begin({ name: '李强', role: '办公室', bureau: '某市科学技术局' })
  await app.goTo('本月填报')
  await app.chooseMonth('2026年3月')
  const { entry, page } = app
  await entry.openLocalities('新增高企')
  await entry.figure('新增高企·清江浦区').fill('3')
  // the sum stands above before anything is saved
  await expect(entry.row('新增高企')).toContainText('3.0%')
  await entry.figure('新增高企·清江浦区').press('Enter')
  await putOnClipboard(page, { text: '4\r\n本月无进展' })
  await expect(entry.figure('新增高企·涟水县')).toBeFocused()
  await page.keyboard.press('Control+v')
  await expect(entry.figure('新增高企', '家')).toHaveValue('7')
  await expect(entry.figure('新增高企', '家')).not.toBeEditable()
  await expect(entry.state('新增高企·高新区')).toHaveText('本月无进展')

  await entry.openLocalities('高新产值占比')
  await entry.fill('高新产值占比·清江浦区', '10/100')
  await entry.fill('高新产值占比·涟水县', '90／100')
  await expect(entry.figure('高新产值占比', '%')).toHaveValue('50')
  await entry.fill('高新产值占比·高新区', '300/800')
  await expect(entry.figure('高新产值占比', '%')).toHaveValue('40')
  await expect(app.saved).toHaveText(/已保存/)
  await entry.fill('高新产值占比·高新区', '37')
  await expect(entry.alerts).toContainText('要填分子和分母')
  await entry.figure('高新产值占比·高新区').press('Escape')
  await expect(entry.figure('高新产值占比', '%')).toHaveValue('40')
  await page.keyboard.press('Control+z')
  await expect(entry.figure('高新产值占比', '%')).toHaveValue('50')
  await app.reload()
  await expect(entry.figure('新增高企·清江浦区')).toHaveValue('3')
  await expect(entry.figure('高新产值占比·涟水县')).toHaveValue('90/100')
})

test('which 县区园区 are still blank is said before 报送, and blank ones take files too', async ({
  app,
  dataFolder,
}) => {
  const file = join(dataFolder, '要点.json')
  writeFileSync(file, JSON.stringify({ ...plan, indicators: plan.indicators.slice(0, 1) }))
  await app.firstStart.choosePlanFile(file)
  await app.firstStart.begin({ name: '李强', role: '办公室', bureau: '某市科学技术局' })
  await app.goTo('本月填报')
  await app.chooseMonth('2026年3月')
  const { entry } = app
  await entry.figure('新增高企').focus()
  await entry.addEvidence('新增高企', [{ name: '申报名单.xlsx', mimeType: '', buffer: Buffer.from('甲') }])
  await expect(entry.evidence('新增高企').first()).toContainText('申报名单.xlsx')
  await expect(entry.missing).toHaveText(/还有1项未填/)

  await entry.openLocalities('新增高企')
  await entry.fill('新增高企·清江浦区', '3')
  await entry.addEvidence('新增高企·涟水县', [{ name: '涟水.pdf', mimeType: '', buffer: Buffer.from('乙') }])
  await expect(entry.evidence('新增高企·涟水县')).toContainText('涟水.pdf')
  await entry.submit()
  await expect(entry.partlyDialog).toContainText('新增高企：涟水县、高新区')
  await entry.partlyDialog.getByRole('button', { name: '返回补填' }).click()
  await entry.choose('新增高企·涟水县', '本月无进展')
  await entry.fill('新增高企·高新区', '2')
  await expect(entry.evidence('新增高企·涟水县')).toContainText('涟水.pdf')
  await entry.submit()
  await expect(entry.notices).toContainText('等办公室审核')
})
