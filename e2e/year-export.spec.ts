// 全年台账 from 总览: followed while it is written, and found where the page says.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { largeYear } from './large-year.ts'

test('the year’s workbook is written while one goes on working', async ({ app, dataFolder }) => {
  await app.openExample()
  await app.goTo('总览')
  const { overview } = app
  await overview.exportYear()
  await expect(overview.yearExport).toContainText('已导出：2020年全年台账（示例数据）.xlsx')
  await expect(overview.yearExport.getByRole('button', { name: '打开所在文件夹' })).toBeVisible()
  expect(readdirSync(join(dataFolder, '导出'))).toEqual(['2020年全年台账（示例数据）.xlsx'])
})

test('one that ended while nobody looked is told to whoever comes back, once', async ({
  app,
  dataFolder,
}) => {
  await app.openExample()
  await app.goTo('总览')
  const { overview } = app
  await overview.exportYear()
  await app.goTo('报送')
  const file = join(dataFolder, '导出', '2020年全年台账（示例数据）.xlsx')
  await expect.poll(() => existsSync(file)).toBe(true)
  await app.goTo('总览')
  await expect(overview.yearExport).toContainText('已导出：2020年全年台账（示例数据）.xlsx')
  await app.page.reload()
  await overview.heading.waitFor()
  await expect(overview.yearExport).toBeHidden()
})

test.describe('a large year', () => {
  test.use({ before: largeYear(60) })

  test('says how far it is, and is cancelled without a trace', async ({ app, dataFolder }) => {
    await app.enterAsFirst()
    await app.goTo('总览')
    const { overview } = app
    await overview.showProvisional()
    await overview.exportYear()
    await expect(overview.yearExport.getByRole('progressbar')).toBeVisible()
    await expect(overview.yearExport).toContainText(/正在读取|正在整理|已写/)
    await overview.yearExport.getByRole('button', { name: '取消导出' }).click()
    await expect(overview.yearExport).toHaveText('已取消导出，没有留下文件。')
    expect(readdirSync(join(dataFolder, '导出'))).toEqual([])
  })

  test('is found again by whoever comes back to the page, or opens the window anew', async ({
    app,
    dataFolder,
  }) => {
    await app.enterAsFirst()
    await app.goTo('总览')
    const { overview } = app
    await overview.showProvisional()
    await overview.exportYear()
    const stillRuns = async () => {
      await expect(overview.yearExport.getByRole('progressbar')).toBeVisible()
      await expect(overview.yearExport.getByRole('button', { name: '取消导出' })).toBeVisible()
    }
    await stillRuns()
    await app.goTo('报送')
    await expect(overview.yearExport).toBeHidden()
    await app.goTo('总览')
    await stillRuns()
    await app.page.reload()
    await stillRuns()
    await overview.yearExport.getByRole('button', { name: '取消导出' }).click()
    await expect(overview.yearExport).toHaveText('已取消导出，没有留下文件。')
    expect(readdirSync(join(dataFolder, '导出'))).toEqual([])
  })
})
