// A ledger begins with the bureau's own table of tasks and targets, checked column by column and place by place.
import { expect, test } from './fixtures.ts'
import { ownWorkbookOf } from './own-workbook.ts'
import { OwnTablePage } from './pages/own-table-page.ts'

const HEADINGS = ['序号', '重点行动', '工作任务', '计量单位', '年度目标', '牵头处室', '配合单位', '完成时限']
const BOOK = (lead: string | null) =>
  ownWorkbookOf({
    封面: [['2021年全市科技工作要点任务分解']],
    上年: [
      ['2020年任务分解表'],
      HEADINGS,
      [1, '平台建设行动', '建设平台', null, null, '科研处', null, '12月底'],
    ],
    任务分解: [
      ['2021年全市科技工作要点任务分解表'],
      HEADINGS,
      [1, '主要目标', '新增国家高新技术企业', '家', '≥120家', '高新处', '各县区、园区', '12月底'],
      [2, '企业研发促进行动', '建设企业研发机构培育库', null, null, '科研处', '高新处', '6月底'],
      [3, '企业研发促进行动', '开展研发统计培训', null, '4场以上', lead, null, '尽快'],
    ],
  })

test('the sheet chosen, what is uncertain looked at, and the ledger begun', async ({ app }) => {
  const { firstStart } = app
  const table = new OwnTablePage(app.page)
  await firstStart.choosePlanTable('任务分解.xlsx', BOOK(null))
  await table.chooseSheet('上年')
  await expect(table.dialog.getByRole('spinbutton', { name: '年度' })).toHaveValue('2020')
  await table.chooseSheet('任务分解')
  await expect(table.dialog.getByRole('spinbutton', { name: '年度' })).toHaveValue('2021')
  await table.confirmColumns()
  await expect(table.dialog).toContainText('文件里有3张工作表，现在读的是“任务分解”')
  await expect(table.dialog.getByRole('alert')).toContainText('开展研发统计培训')
  const take = table.dialog.getByRole('button', { name: '采用这份要点' })
  await expect(take).toBeDisabled()
  await table.dialog.getByRole('button', { name: '关闭' }).last().click()

  await firstStart.choosePlanTable('任务分解.xlsx', BOOK('科研处'))
  await table.confirmColumns()
  await expect(table.dialog).toContainText('完成时限“尽快”没有读懂')
  await expect(take).toBeDisabled()
  await table.dialog.getByRole('checkbox', { name: /都已核对/ }).check()
  await take.click()
  await expect(app.page.getByRole('main')).toContainText('2021年全市科技工作要点（1个行动，2项指标）')
  await firstStart.begin({ name: '陈静', role: '办公室' })
  await app.goTo('工作要点')
  await expect(app.page.getByRole('main')).toContainText('建设企业研发机构培育库')
})
