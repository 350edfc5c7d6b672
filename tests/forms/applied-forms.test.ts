// Changes that are accepted: recorded together, by the rules of every other entry, and once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMeasure, anIndicator, aPlan } from '../../src/core/testing/builders.ts'
import { type FormFolder, formFolder } from './example-forms.ts'
import { editForm } from './returned-form.ts'

let forms: FormFolder
const opened: FormFolder[] = []
beforeAll(async () => {
  forms = await example()
})
afterAll(() => {
  for (const each of opened) each.remove()
})

async function example(plan?: Parameters<typeof formFolder>[0]): Promise<FormFolder> {
  const made = await formFolder(plan)
  opened.push(made)
  return made
}

const ORGANS = '新建市级以上企业研发机构'
const PROJECTS = '重大科技成果转化项目'
const place = { department: 'keyan', month: '2020-07' }

async function newestReading(indicator: string, month = '2020-07') {
  return forms.state().readings.get(indicator)?.get(month)?.cells.get('')?.latest.body
}

test('recorded, then the same file again changes nothing', async () => {
  const file = await editForm(await forms.formFile('keyan', '2020-07', 'a'), (form) => {
    form.indicator(ORGANS).value = 3
    form.indicator(ORGANS, '本月说明').value = '含2家预审'
    form.indicator(PROJECTS, '本月状态').value = '尚未统计'
    form.measure('完善企业创新激励机制', '本月状态').value = '推进中'
    form.measure('完善企业创新激励机制', '本月进展').value = '已报审'
  })
  expect((await forms.apply(file)).applied).toBe(5)
  expect(await newestReading('i7')).toMatchObject({ state: 'number', value: '3', note: '含2家预审' })
  expect(await newestReading('i8')).toMatchObject({ state: 'not-yet-published', value: null })
  expect((await forms.preview(file)).changes).toEqual([])
  expect((await forms.apply(file)).applied).toBe(0)
})

test('what the journal learnt since the form went out is not undone by it', async () => {
  const file = await forms.formFile('keyan', '2020-07', 'b')
  await forms.ask('entry.record', { sheets: [{ ...place, readings: [{ indicator: 'i10', value: 7 }] }] })
  expect((await forms.preview(file)).changes).toEqual([])
  await editForm(file, (form) => {
    form.indicator('新建市级企业工程技术研究中心').value = 8
  })
  expect((await forms.preview(file)).changes).toMatchObject([
    { indicator: 'i10', from: 7, to: 8, remarks: ['导出填报表以后，台账里的这一项改过'] },
  ])
})

test('a figure changed between preview and acceptance is asked about again', async () => {
  const file = await editForm(await forms.formFile('keyan', '2020-07', 'c'), (form) => {
    form.indicator('技术合同登记额').value = 5
  })
  const { fileHash, changes } = await forms.preview(file)
  await forms.ask('entry.record', { sheets: [{ ...place, readings: [{ indicator: 'i14', value: 4 }] }] })
  const accepted = changes.map(({ sheet, cell, basis }) => ({ sheet, cell, basis }))
  expect(await forms.ask('form.apply', { fileHash, accepted }, { givenFile: file })).toMatchObject({
    rejection: { code: 'form-changes-moved' },
  })
  await editForm(file, (form) => {
    form.indicator('技术合同登记额').value = 6
  })
  expect(await forms.ask('form.apply', { fileHash, accepted: [] }, { givenFile: file })).toMatchObject({
    rejection: { code: 'form-file-changed' },
  })
  expect(await newestReading('i14')).toMatchObject({ value: '4' })
})

test('what the rules refuse is said before, and refuses all of it', async () => {
  const file = await editForm(await forms.formFile('keyan', '2020-07', 'd'), (form) => {
    form.indicator(ORGANS).value = -2
    form.indicator(ORGANS, '本月说明').value = null
    form.measure('高水平推进企业研发机构建设', '本月进展').value = '已完成摸底'
  })
  const { changes, fileHash } = await forms.preview(file)
  expect(changes.map(({ field, problem }) => [field, problem === null])).toEqual([
    ['value', false],
    ['note', false],
    ['progress', true],
  ])
  const before = forms.state().newestTime
  const accepted = changes.map(({ sheet, cell, basis }) => ({ sheet, cell, basis }))
  expect(await forms.ask('form.apply', { fileHash, accepted }, { givenFile: file })).toMatchObject({
    rejection: { code: 'negative-needs-note' },
  })
  expect(forms.state().newestTime).toBe(before)
  const without = accepted.filter((_, at) => changes[at]?.problem === null)
  expect(await forms.ask('form.apply', { fileHash, accepted: without }, { givenFile: file })).toMatchObject({
    value: { applied: 1 },
  })
})

test('a month that was accepted wants a reason, and becomes a correction', async () => {
  const file = await editForm(await forms.formFile('keyan', '2020-03', 'e'), (form) => {
    form.indicator(ORGANS).value = 40
  })
  const { isLocked, changes } = await forms.preview(file)
  expect([isLocked, changes]).toMatchObject([true, [{ to: 40, problem: null }]])
  await expect(forms.apply(file)).rejects.toThrow('请写明更正原因')
  expect((await forms.apply(file, '名单核对')).applied).toBe(1)
  expect(forms.state().submissions.get('2020-03/keyan')?.state).toBe('correcting')
})

const LOCAL = anIndicator({ name: '新增高企', byLocality: true })
const SHARE = anIndicator({ id: 'i2', name: '占比', unit: '%', mode: 'ratio', byLocality: true })

test('localities have rows of their own; a ratio’s take parts alone', async () => {
  const local = await example(aPlan({ indicators: [LOCAL, SHARE], measures: [aMeasure()] }))
  const file = await editForm(await local.formFile('gaoxin', '2020-06'), (form) => {
    form.indicator('新增高企（涟水县）').value = 2
    form.indicator('新增高企（盱眙县）').value = '３家'
    form.indicator('占比（涟水县）', '本月分子').value = 1
    form.indicator('占比（涟水县）', '本月分母').value = 8
    form.indicator('占比（盱眙县）').value = 12.5
  })
  const preview = await local.preview(file)
  expect(preview.changes.map(({ locality, field, to }) => [locality, field, to])).toEqual([
    ['lianshui', 'value', 2],
    ['xuyi', 'value', 3],
    ['lianshui', 'numerator', 1],
    ['lianshui', 'denominator', 8],
  ])
  expect(preview.unread).toMatchObject([{ text: '12.5', reason: '这一格不用填，没有读入' }])
  await local.apply(file)
  expect(
    (
      await local.preview(
        await editForm(file, (form) => {
          form.indicator('新增高企').value = 9
        }),
      )
    ).changes,
  ).toMatchObject([{ to: 9, problem: expect.stringContaining('本月已按县区园区填报') }])
})

test('an older plan’s form still fits what is left of it', async () => {
  const old = await example(aPlan({ indicators: [anIndicator(), anIndicator({ id: 'i2', name: '旧指标' })] }))
  const file = await editForm(await old.formFile('gaoxin', '2020-06'), (form) => {
    form.indicator('新增高企').value = 2
    form.indicator('旧指标').value = 3
  })
  const now = await example(aPlan({ title: '新的要点', indicators: [anIndicator()] }))
  const preview = await now.preview(file)
  expect([preview.changes, preview.unread, preview.notices]).toMatchObject([
    [{ indicator: 'i1', to: 2 }],
    [{ text: '3', reason: '要点里本月没有这一项，或不归本处室填报' }],
    [expect.stringContaining('以前的要点')],
  ])
})
