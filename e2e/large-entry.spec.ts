// 本月填报 with hundreds of 县区园区: each indicator brings its own when it is opened, and nothing typed there is lost.
import { expect, test } from './fixtures.ts'
import { largeYear, withDecember } from './large-year.ts'

test.use({ before: largeYear(4) })

test('县区园区 of a large page are opened, typed, undone and found again', async ({ app }) => {
  await app.enterAsFirst()
  await app.goTo('本月填报')
  const { entry } = app
  const opener = (indicator: string) =>
    entry.row(indicator).getByRole('button', { name: '县区园区（已填100个，共100个）' })
  await expect(entry.figure('第1项指标', '家')).toHaveValue('395')
  await expect(entry.figure('第1项指标·第100县')).toBeHidden()
  // the months are there for a folded indicator, too
  await entry.figure('第4项指标', '家').focus()
  await entry.panel.getByRole('button', { name: '查看逐月情况' }).click()
  await expect(entry.panel.getByRole('row').filter({ hasText: '12月' })).toContainText('办公室')
  await opener('第1项指标').click()
  await expect(entry.figure('第1项指标·第100县')).toHaveValue('2')
  await entry.fill('第1项指标·第100县', '5')
  await expect(entry.figure('第1项指标', '家')).toHaveValue('398')
  await opener('第2项指标').click()
  // typed, and the window goes before it is saved
  await entry.figure('第2项指标·第1县').fill('77')

  // on paper it is said which of them are there with their sum alone
  await app.page.emulateMedia({ media: 'print' })
  await expect(app.page.getByText('下列指标只印合计：第3项指标。')).toBeVisible()
  await app.page.emulateMedia({ media: 'screen' })

  await app.reload()
  await expect(entry.figure('第1项指标·第100县')).toHaveValue('5')
  await expect(entry.figure('第2项指标·第1县')).toHaveValue('77')
  await expect(entry.notices).toContainText('找回了上次没来得及保存的1项')
  await expect(entry.figure('第3项指标·第1县')).toBeHidden()
  await entry.undoButton.click()
  await expect(entry.figure('第1项指标', '家')).toHaveValue('395')
})

test.describe('doubtful figures nobody has looked at', () => {
  // more than ten times what 第100县 has in other months
  test.use({ before: withDecember(largeYear(4), { indicator: 'i2', locality: 'x99', value: 70 }) })

  test('are told by name before 报送, one click away', async ({ app }) => {
    await app.enterAsFirst()
    await app.goTo('本月填报')
    const { entry, page } = app
    const name = '第3项指标·第100县'
    await expect(entry.figure(name)).toBeHidden()
    await entry.submit()
    await expect(entry.notices).toContainText('有1项的数需要写一句说明')
    await entry.notices.getByRole('button', { name }).click()
    await expect(entry.note(name)).toBeFocused()
    await expect(entry.grid).toContainText('是以往月均6家的5倍以上')
    // closed again by the clerk, it is still one click away
    await entry.row('第3项指标').getByRole('button', { name: '收起县区园区' }).click()
    await expect(entry.note(name)).toBeHidden()
    await entry.notices.getByRole('button', { name }).click()
    await expect(entry.note(name)).toBeFocused()
    await page.keyboard.type('年底集中认定，名单已核')
    await page.keyboard.press('Enter')
    await expect(entry.notices).not.toContainText('需要写一句说明')
    await entry.submit()
    await expect(page.getByText('2020年12月已报送，等办公室审核。').first()).toBeVisible()
  })
})
