// The office rewrites the draft, is told what nobody can trace, and freezes its own words with the issue.
import { expect, test } from './fixtures.ts'

test('通报文字: drafted, rewritten, kept over a reload, given out as Word, frozen', async ({ app }) => {
  await app.openExample()
  await app.chooseMonth('2020年6月')
  await app.goTo('例会通报')
  await app.bulletin.openSheet('通报文字')
  const { text } = app.bulletin
  await expect(text.area).toHaveValue(/一、总体情况[\s\S]*四、下步工作要求/)
  const draft = await text.area.inputValue()

  await text.area.fill(`${draft.replace('各处室：', '各处室、直属单位：')}\n另有87家企业受益。`)
  await expect(text.region).toContainText('有改动还没有保存')
  await app.page.reload()
  await app.goTo('例会通报')
  await app.bulletin.openSheet('通报文字')
  await expect(text.area).toHaveValue(/另有87家企业受益。$/)

  await text.save.click()
  await expect(text.region).toContainText('本期通报用改后的文字')
  await expect(text.region).toContainText('下列数字在拟稿中没有，请核对出处：87')
  await expect(app.bulletin.paper).toContainText('各处室、直属单位：')
  await text.wordDraft.click()
  await expect(app.page.getByText('（征求意见稿）.docx')).toBeVisible()

  await app.bulletin.exportNew()
  await expect(app.bulletin.exported).toContainText('已导出')
  await expect(text.region).toContainText('本期已冻结，文字不能再改。')
  await expect(text.area).not.toBeEditable()
  await expect(text.area).toHaveValue(/另有87家企业受益。$/)
})
