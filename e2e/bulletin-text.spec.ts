// The office rewrites the draft, is told what nobody can trace, and freezes its own words with the issue.
import { expect, test } from './fixtures.ts'
import { seriousFaults } from './serious-faults.ts'

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

  // Figures accepted after the editing: the words stay, and what moved is named.
  await app.actAs('孙浩')
  await app.goTo('本月填报')
  await app.entry.fill('培训科技型企业家', '20')
  await expect(app.entry.missing).toBeHidden()
  await app.entry.submit()
  await expect(app.entry.notices).toContainText('由孙浩报送')
  await app.actAs('陈静')
  await app.goTo('报送')
  await (await app.submissions.review('法规处', '2020年6月')).accept()
  await app.goTo('例会通报')
  await app.bulletin.openSheet('通报文字')
  await expect(text.region).toContainText('修改之后数据有变化。变了的数：')
  await expect(text.region).toContainText('报送率 75.0%→100.0%')
  await expect(text.region).toContainText('“尚未报送1个处室：法规处”')
  await expect(text.area).toHaveValue(/另有87家企业受益。$/)

  await app.bulletin.exportNew()
  await expect(app.bulletin.exported).toContainText('已导出')
  await expect(text.region).toContainText('本期已冻结，文字不能再改。')
  await expect(text.area).not.toBeEditable()
  await expect(text.area).toHaveValue(/另有87家企业受益。$/)
})

test('逐数核对: each number of the text opens the cell it comes from', async ({ app }) => {
  await app.openExample()
  await app.chooseMonth('2020年6月')
  await app.goTo('例会通报')
  await app.bulletin.openSheet('通报文字')
  const { text } = app.bulletin
  await text.traceNumbers()
  await text.number('97.3%').click()
  await expect(text.traced).toContainText('填实率 97.3%，出自报送情况“填实率”栏')
  expect(await seriousFaults(app)).toEqual([])
  await text.showIn('报送情况').click()
  await expect(app.bulletin.marked).toHaveText('97.3%')
  await expect(app.bulletin.marked).toBeInViewport()

  await app.bulletin.openSheet('通报文字')
  await text.area.fill('通报\n各处室：\n报送率75.0%，惠及87家企业。')
  await text.save.click()
  await text.number('75.0%').click()
  await expect(text.traced).toContainText('报送率 75.0%，出自报送情况“报送状态”栏')
  await text.number('87').click()
  await expect(text.traced).toContainText('“87”在各表里没有，请核对出处')
})
