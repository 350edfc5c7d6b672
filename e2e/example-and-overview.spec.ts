// A leader's question answered in a few clicks: which programme, which item, why, and who said so.
import { expect, test } from './fixtures.ts'

test('打开示例, and from a light down to the entries behind it', async ({ app }) => {
  await app.openExample()
  await app.chooseMonth('2020年6月')
  await expect(app.overview.programmes.getByRole('row')).toHaveCount(10)
  await expect(app.overview.programmeRow('科技服务品牌打造行动')).toContainText('严重滞后')
  await app.overview.openProgramme('科技服务品牌打造行动')
  await app.overview.openItem('重大科技成果转化项目')
  await expect(app.overview.drawer).toContainText(
    '截至6月累计4项，序时应达5项，完成序时80.0%，低于85%，故为红。',
  )
  await expect(app.overview.drawer.getByRole('table')).toContainText('王敏')
})

test('the two-tier target says both verdicts', async ({ app }) => {
  await app.openExample()
  await app.chooseMonth('2020年6月')
  const headline = '高新技术产业产值占规模以上工业总产值比重'
  await expect(app.overview.headline(headline)).toContainText('已达确保目标，距力争目标差1.68个百分点')
  await expect(app.overview.headline('新增国家高新技术企业')).not.toContainText('确保')
  await app.overview.openHeadline(headline)
  await expect(app.overview.drawer).toContainText('已达确保目标，距力争目标差')
})

test('figures that are not accepted count only when asked for', async ({ app }) => {
  await app.openExample()
  await app.actAs('孙浩')
  await app.chooseMonth('2020年6月')
  await app.entry.fill('培训科技型企业家', '20')
  await expect(app.saved).toHaveText(/已保存/)
  await app.goTo('总览')
  await expect(app.overview.programmeRow('科技型企业家培养行动')).toContainText('未填报')
  await app.overview.showProvisional()
  await expect(app.overview.programmeRow('科技型企业家培养行动')).toContainText('132 / 200')
})

test('leaving the example leads back to one’s own first start', async ({ app }) => {
  await app.openExample()
  await app.page.getByRole('button', { name: '退出示例' }).click()
  await expect(app.firstStart.heading).toBeVisible()
})
