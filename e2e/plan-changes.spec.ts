// The year's plan changes on the way: what was reported, measured and printed before stays as it was.
import { expect, test } from './fixtures.ts'
import type { App } from './pages/app.ts'
import { seriousFaults } from './serious-faults.ts'

async function openPlan(app: App): Promise<void> {
  await app.openExample()
  await app.goTo('工作要点')
  await expect(app.plan.heading).toBeVisible()
}

test('a target revised in June leaves May and its frozen issue as they were', async ({ app }) => {
  await app.openExample()
  await app.chooseMonth('2020年5月')
  await app.goTo('例会通报')
  await app.bulletin.openSheet('指标进度')
  const row = app.bulletin.paper.getByRole('row').filter({ hasText: '举办各种对接活动' })
  const inMay = await row.innerText()
  expect(inMay).toContain('50')
  await app.bulletin.exportNew()
  await expect(app.bulletin.exported).toContainText('已导出')

  await app.goTo('工作要点')
  await app.chooseMonth('2020年6月')
  await app.plan.revise('举办各种对接活动', '80', {
    from: '2020年6月',
    reason: '市委常委会要求加大对接力度',
    documentNumber: '淮科发〔2020〕31号',
  })
  await expect(app.plan.row('举办各种对接活动')).toContainText('≥80场')
  await expect(app.plan.side.getByRole('row').filter({ hasText: '年初' })).toContainText('≥50场')
  await expect(app.plan.side.getByRole('row').filter({ hasText: '现行' })).toContainText('淮科发〔2020〕31号')
  await expect(app.plan.history).toContainText('的目标由50场调整为80场')

  await app.chooseMonth('2020年5月')
  await expect(app.plan.row('举办各种对接活动')).toContainText('≥50场')
  await app.goTo('例会通报')
  await app.bulletin.openSheet('指标进度')
  await expect.poll(() => row.innerText()).toBe(inMay)
  await app.chooseMonth('2020年6月')
  await app.bulletin.openSheet('指标进度')
  await expect(row).toContainText('80')
})

test('a measure added in July is asked for from July on', async ({ app }) => {
  await openPlan(app)
  const name = '建设淮安科技大市场线上平台'
  await app.plan.addMeasure(
    '科技服务品牌打造行动',
    { name, lead: '法规处' },
    { from: '2020年7月', reason: '年中新增任务' },
  )
  await expect(app.plan.history).toContainText(`增加举措“${name}”`)
  await app.goTo('本月填报')
  await app.chooseDepartment('法规处')
  await expect(app.page.getByRole('main')).not.toContainText(name)
  await app.chooseMonth('2020年7月')
  await expect(app.page.getByRole('main')).toContainText(name)
})

test('a unit renamed in July keeps its old name for the months before', async ({ app }) => {
  await app.openExample()
  await app.goTo('设置')
  await expect(app.settings.heading).toBeVisible()
  await app.settings.renameUnit('高新处', '高新技术处', { from: '2020年7月', reason: '机构调整' })
  await expect(app.settings.card('处室')).not.toContainText('高新技术处')
  await app.chooseMonth('2020年7月')
  await expect(app.settings.card('处室')).toContainText('高新技术处')
  await app.goTo('总览')
  await app.overview.showBy('按处室')
  await expect(app.overview.departments).toContainText('高新技术处')
  await app.chooseMonth('2020年6月')
  await app.overview.showBy('按处室')
  await expect(app.overview.departments).toContainText('高新处')
  await expect(app.overview.departments).not.toContainText('高新技术处')
})

test('启用 is refused while anything is unassigned, and says where', async ({ app }) => {
  await openPlan(app)
  await app.plan.importFile('2021.json', {
    title: '2021年全市科技工作要点',
    years: { from: 2021, to: 2021 },
    departments: [{ id: 'gaoxin', name: '高新处', kind: 'department' }],
    programmes: [
      { id: 'p1', name: '高企培育行动', lead: null, measures: [{ id: 'p1m1', name: '强化培育' }] },
    ],
    indicators: [{ id: 'i90', name: '新增瞪羚企业', unit: '家', programme: null, mode: 'monthly-flow' }],
  })
  await expect(app.plan.obstacles).toContainText('还有2处没有办妥')
  const dialog = await app.plan.putInForce()
  await expect(dialog.getByRole('alert')).toContainText('还有2项没有明确牵头处室')
  await expect(dialog.getByRole('listitem')).toHaveText([/新增瞪羚企业/, /强化培育/])
  await dialog.getByRole('button', { name: '取消' }).click()

  await app.plan.obstacles.getByRole('button', { name: /新增瞪羚企业/ }).click()
  await expect(app.plan.side.getByRole('heading', { name: '新增瞪羚企业' })).toBeVisible()
  await app.plan.assignLead('新增瞪羚企业', '高新处')
  await app.plan.assignLead('高企培育行动', '高新处')
  await expect(app.plan.obstacles).toBeHidden()
  await expect(await app.plan.putInForce()).toBeHidden()
  await app.chooseMonth('2021年3月')
  await expect(app.plan.item('新增瞪羚企业')).toBeVisible()
  await app.chooseMonth('2020年6月')
  await expect(app.plan.item('技术合同登记额')).toBeVisible()
})

test('a clerk leaves and a new one takes over', async ({ app }) => {
  await app.openExample()
  await app.goTo('设置')
  await app.settings.handOver('孙浩', '钱进')
  await expect(app.settings.card('人员')).toContainText('由钱进接手')
  await app.actAs('钱进')
  await expect(app.entry.heading).toHaveText(/法规处/)
})

test('both pages owe people no serious fault, in large text as well', async ({ app }) => {
  await openPlan(app)
  await app.plan.select('技术合同登记额')
  expect(await seriousFaults(app)).toEqual([])
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)
  await app.plan.press('修改')
  expect(await seriousFaults(app)).toEqual([])
  await app.plan.search('没有这样的事项')
  await expect(app.page.getByText('没有找到')).toBeVisible()
  await app.goTo('设置')
  await expect(app.settings.heading).toBeVisible()
  expect(await seriousFaults(app)).toEqual([])
  await app.settings.card('显示').getByRole('switch', { name: /大字/ }).click()
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)
  await app.reload()
  await expect(app.page.locator('html')).toHaveClass(/large-text/)
  await app.goTo('工作要点')
  await expect(app.plan.heading).toBeVisible()
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)
})
