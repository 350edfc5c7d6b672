// What every page owes its people: no serious accessibility fault, no sideways scrolling, words when it is empty.
import { openExampleJuly } from './example-july.ts'
import { expect, test } from './fixtures.ts'
import { seriousFaults } from './serious-faults.ts'

test('the first start', async ({ app }) => {
  await expect(app.firstStart.heading).toBeVisible()
  expect(await seriousFaults(app)).toEqual([])
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)
})

test('every page of the office', async ({ app }) => {
  await app.openExample()
  await app.chooseMonth('2020年6月')
  await expect(app.overview.heading).toBeVisible()
  expect(await seriousFaults(app)).toEqual([])
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)

  await app.overview.openProgramme('科技服务品牌打造行动')
  await expect(app.overview.drawer.getByRole('list')).toBeVisible()
  expect(await seriousFaults(app)).toEqual([])
  await app.page.keyboard.press('Escape')
  await expect(app.overview.drawer).toBeHidden()

  await app.goTo('本月填报')
  await expect(app.entry.grid).toBeVisible()
  expect(await seriousFaults(app)).toEqual([])
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)

  await app.goTo('报送')
  await expect(app.submissions.heading).toBeVisible()
  expect(await seriousFaults(app)).toEqual([])
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)

  await app.goTo('例会通报')
  for (const sheet of ['指标进度', '举措进展', '滞后事项', '报送情况', '总览']) {
    await app.bulletin.openSheet(sheet)
    await expect(app.bulletin.paper).toBeVisible()
    await expect.poll(() => app.sidewaysOverflow()).toBe(0)
  }
  expect(await seriousFaults(app)).toEqual([])
})

test('the clerk’s page while filling in', async ({ app }) => {
  await openExampleJuly(app)
  await app.entry.fill('技术合同登记额', '约3')
  await app.entry.figure('技术合同登记额').focus()
  await app.entry.submit()
  await expect(app.entry.notices).toContainText('还没有保存')
  expect(await seriousFaults(app)).toEqual([])
  await expect.poll(() => app.sidewaysOverflow()).toBe(0)
})

test('a leader sees the overview and nothing to edit', async ({ app }) => {
  await app.openExample()
  await app.actAs('吴建华')
  await expect(app.page.getByRole('navigation', { name: '页面' }).getByRole('link')).toHaveText(['总览'])
})
