// An amendment entered by mistake is taken back: the plan is as it was, and the history keeps both.
import { expect, test } from './fixtures.ts'

const ITEM = '举办各种对接活动'

test('a target revised by mistake is taken back, with the reason', async ({ app }) => {
  await app.openExample()
  await app.goTo('工作要点')
  await app.chooseMonth('2020年6月')
  await app.plan.revise(ITEM, '500', { from: '2020年6月', reason: '常务会议调整' })
  await expect(app.plan.row(ITEM)).toContainText('≥500场')
  await expect(await app.plan.withdraw('由50场调整为500场', '多输了一个零')).toBeHidden()
  await expect(app.plan.row(ITEM)).toContainText('≥50场')
  const line = app.plan.amendment('由50场调整为500场')
  await expect(line).toContainText('已撤回')
  await expect(line).toContainText('多输了一个零')
  await expect(line.getByRole('button', { name: /^撤回/ })).toHaveCount(0)
})

test('what a frozen issue already rests on is not taken back, and the way out is said', async ({ app }) => {
  await app.openExample()
  await app.goTo('工作要点')
  await app.plan.select(ITEM)
  await app.plan.press('停用')
  await app.plan.fillOrder(app.plan.side, { from: '2020年7月', reason: '并入其他工作' })
  await app.plan.press('保存调整')
  await expect(app.plan.amendment(`停用指标“${ITEM}”`)).toBeVisible()
  await app.chooseMonth('2020年7月')
  await app.goTo('例会通报')
  await app.bulletin.exportNew()
  await expect(app.bulletin.exported).toContainText('已导出')
  await app.goTo('工作要点')
  const dialog = await app.plan.withdraw(`停用指标“${ITEM}”`, '仍要做')
  await expect(dialog.getByRole('alert')).toContainText(
    '2020年7月通报已经冻结，这条调整不能撤回，请从2020年8月起另作一次调整。',
  )
})
