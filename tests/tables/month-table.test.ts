// A month's figures in a bureau's own layout, from a file to the journal.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FormFolder, formFolder } from '../forms/example-forms.ts'
import { answered, applyTable, monthInput, openTable, previewTable } from './own-table.ts'
import { KEYAN_JULY, writeTable } from './sample-tables.ts'

let forms: FormFolder
const opened: FormFolder[] = []
beforeAll(async () => {
  forms = await example()
})
afterAll(() => {
  for (const each of opened) each.remove()
})

async function example(): Promise<FormFolder> {
  const made = await formFolder()
  opened.push(made)
  return made
}

const keyanJuly = { month: '2020-07', department: 'keyan' }
const reading = (indicator: string, month = '2020-07') =>
  forms.state().readings.get(indicator)?.get(month)?.cells.get('')?.latest.body

test('what is understood is a change, everything else is listed with its place and the reason', async () => {
  const file = await writeTable(join(forms.folder, 'a.xlsx'), KEYAN_JULY)
  const { changes, unread, matched, locked } = await previewTable(forms, file, keyanJuly)
  expect(
    changes.map(({ indicator, measure, field, to, cell }) => [indicator ?? measure, field, to, cell]),
  ).toEqual([
    ['i7', 'value', 3, 'G5'],
    ['i7', 'note', '含2家预审', 'K5'],
    ['i8', 'value', 2, 'G8'],
    ['i9', 'state', 'not-yet-published', 'H10'],
    ['p2m1', 'progress', '已新建3家，正在组织第二批申报', 'J11'],
    ['p2m2', 'progress', '办法已报审', 'J12'],
  ])
  expect(changes.filter(({ isDoubtful }) => isDoubtful).map(({ near }) => near)).toEqual([
    '完善企业创新激励政策',
  ])
  expect(unread.map(({ cell, reason }) => [cell, reason])).toEqual([
    ['G6', '不是能用的数，请只填数字，例如 18 或 2.5'],
    ['H6', '同一行的另一个数没有读懂或写了状态，这一格也没有读入'],
    ['A7:H7', '合计、小计由系统计算，没有读入'],
    ['F9', '和要点里的目标不一致，没有读入；要调整目标请到“工作要点”'],
    ['G9', '表里的单位是“万元”，要点里是“亿元”，请换算后再导入'],
    ['H9', '表里的单位是“万元”，要点里是“亿元”，请换算后再导入'],
    ['A13:I13', '“新增国家高新技术企业”由高新处填报，不在这次导入的范围内'],
    ['A14:I14', '要点里没有这个名称的指标或举措，请核对名称'],
    ['A15:G15', '合计、小计由系统计算，没有读入'],
    ['A16', '表格下方的说明，没有读入'],
    ['I5:I9', '完成率由系统计算，没有读入'],
  ])
  expect([matched, locked]).toEqual([7, []])
})

test('recorded once; the same file again changes nothing', async () => {
  const file = await writeTable(join(forms.folder, 'b.xlsx'), KEYAN_JULY)
  expect(await applyTable(forms, file, keyanJuly)).toMatchObject({ value: { applied: 5 } })
  expect(reading('i7')).toMatchObject({ state: 'number', value: '3', note: '含2家预审' })
  expect(reading('i9')).toMatchObject({ state: 'not-yet-published', value: null })
  const again = await previewTable(forms, file, keyanJuly)
  expect(again.changes.map(({ cell }) => cell)).toEqual(['J12'])
  const entries = forms.state().newestTime
  expect(await applyTable(forms, file, keyanJuly)).toMatchObject({ value: { applied: 0 } })
  expect(forms.state().newestTime).toBe(entries)
})

test('a table of the whole bureau goes to its departments, all of them or none', async () => {
  const bureau = await example()
  const rows = [
    ['指标', '1-7月累计', '备注'],
    ['新增国家高新技术企业', 27, null],
    ['新建市级以上企业研发机构', 21, null],
    ['举办各种对接活动', 20, null],
  ]
  const file = await writeTable(join(bureau.folder, 'c.xlsx'), { name: '汇总', rows })
  const preview = await previewTable(bureau, file, { month: '2020-07' })
  expect(preview.changes.map(({ department, to, problem }) => [department, to, problem === null])).toEqual([
    ['gaoxin', 5, true],
    ['keyan', 4, true],
    ['quyu', -3, false],
  ])
  expect(preview.changes[0]?.remarks).toEqual(['按本年累计27减去上月累计22得出'])
  const before = bureau.state().newestTime
  expect(await applyTable(bureau, file, { month: '2020-07' })).toMatchObject({
    rejection: { code: 'negative-needs-note' },
  })
  expect(bureau.state().newestTime).toBe(before)
  rows[3] = ['举办各种对接活动', 20, '核减3场重复统计']
  await writeTable(file, { name: '汇总', rows })
  expect(await applyTable(bureau, file, { month: '2020-07' })).toMatchObject({ value: { applied: 4 } })
})

test('an accepted month wants a reason, and becomes a correction', async () => {
  const file = await writeTable(join(forms.folder, 'd.xlsx'), {
    name: '6月',
    rows: [['2020年6月进展'], ['指标', '6月'], ['新建市级以上企业研发机构', 6]],
  })
  const june = { month: '2020-06', department: 'keyan' }
  expect((await previewTable(forms, file, june)).locked).toEqual(['科研处'])
  expect(await applyTable(forms, file, june)).toMatchObject({ rejection: { code: 'month-locked' } })
  expect(await applyTable(forms, file, { ...june, reason: '补报名单' })).toMatchObject({
    value: { applied: 1 },
  })
  expect(forms.state().submissions.get('2020-06/keyan')?.state).toBe('correcting')
  const other = await previewTable(forms, file, { month: '2020-08', department: 'keyan' })
  expect(other.notices).toEqual(['表题写的是2020年6月，现在导入的是2020年8月，请核对是不是拿错了表。'])
})

test('a figure that changed since the preview, and another file, are asked about again', async () => {
  const rows = [
    ['指标', '8月'],
    ['新建市级以上企业研发机构', 2],
  ]
  const august = { month: '2020-08', department: 'keyan' }
  const file = await writeTable(join(forms.folder, 'e.xlsx'), { name: '表', rows })
  const { changes, fileHash } = await previewTable(forms, file, august)
  const accepted = changes.map(({ sheet, cell, basis }) => ({ sheet, cell, basis }))
  const input = { ...(await monthInput(forms, file, august)), fileHash, accepted }
  await forms.ask('entry.record', { sheets: [{ ...august, readings: [{ indicator: 'i7', value: 9 }] }] })
  expect(await forms.ask('table.apply', input, { givenFile: file })).toMatchObject({
    rejection: { code: 'form-changes-moved' },
  })
  rows[1] = ['新建市级以上企业研发机构', 3]
  await writeTable(file, { name: '表', rows })
  expect(await forms.ask('table.apply', input, { givenFile: file })).toMatchObject({
    rejection: { code: 'form-file-changed' },
  })
  expect(reading('i7', '2020-08')).toMatchObject({ value: '9' })
})

test('confirmed columns are proposed the next month, and a damaged memory is none', async () => {
  const own = await example()
  const heads = (month: number) => ['事项', `${month}月上报数`, '核定数', '情况']
  const table = (month: number) => ({
    name: `${month}月`,
    rows: [heads(month), ['新建市级以上企业研发机构', 3, 2, '已核']],
  })
  const july = await openTable(own, await writeTable(join(own.folder, '7.xlsx'), table(7)))
  expect([july.rememberedAt, july.columns.map(({ meaning }) => meaning)]).toEqual([
    null,
    ['measure', 'value', 'ignored', 'progress'],
  ])
  const meanings = ['measure', 'ignored', 'value', 'note'] as const
  const { fingerprint } = july
  const kept = await own.ask('table.keepColumns', { purpose: 'month', fingerprint, meanings: [...meanings] })
  expect(kept).toMatchObject({ value: { kept: 1 } })
  const august = await writeTable(join(own.folder, '8.xlsx'), table(8))
  const again = await openTable(own, august)
  expect([again.rememberedAt === null, again.columns.map(({ meaning }) => meaning)]).toEqual([
    false,
    [...meanings],
  ])
  expect(again.columns[0]?.reason).toBe('沿用上次确认的')
  writeFileSync(join(own.data, '导入栏目.json'), '[{"fingerprint": 1')
  expect((await openTable(own, august)).rememberedAt).toBeNull()
  expect(
    await own.ask('table.keepColumns', { purpose: 'month', fingerprint, meanings: [...meanings] }),
  ).toMatchObject({ value: { kept: 1 } })
})

test.each([
  [
    'two columns for one thing',
    { 指标: 'value' },
    'table-column-twice',
    '有两列都读作“本月数”，请只留一列，另一列改为不读入。',
  ],
  [
    'no name',
    { 指标: 'ignored' },
    'table-name-column-missing',
    '还没有指明哪一列是名称，请给一列选“指标名称”或“举措（任务、事项）”。',
  ],
  [
    'nothing to read',
    { '8月': 'ignored' },
    'table-nothing-to-read',
    '除名称以外没有一列要读入，请给要读入的列选好栏目。',
  ],
] as const)('%s is refused', async (_, columns, code, message) => {
  const rows = [
    ['指标', '8月'],
    ['新建市级以上企业研发机构', 2],
  ]
  const file = await writeTable(join(forms.folder, 'f.xlsx'), { name: '表', rows })
  const input = await monthInput(forms, file, { month: '2020-08', columns })
  expect(await forms.ask('table.preview', input, { givenFile: file })).toMatchObject({
    rejection: { code, message },
  })
})

test('columns and sheets that are not in the file are refused', async () => {
  const rows = [
    ['指标', '8月'],
    ['新建市级以上企业研发机构', 2],
  ]
  const file = await writeTable(join(forms.folder, 'g.xlsx'), { name: '表', rows })
  const input = await monthInput(forms, file, { month: '2020-08' })
  const columns = [...input.columns, { column: 9, meaning: 'note' as const }]
  expect(await forms.ask('table.preview', { ...input, columns }, { givenFile: file })).toMatchObject({
    rejection: { code: 'table-columns-moved' },
  })
  expect(await forms.ask('table.preview', { ...input, sheet: '别的' }, { givenFile: file })).toMatchObject({
    rejection: { code: 'table-sheet-missing', message: '文件里没有工作表“别的”，请重新选择工作表。' },
  })
})

test.each([
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'workbook-old-format'],
  ['a list of values with commas', Buffer.from('指标,本月\n甲,1\n'), 'workbook-not-xlsx'],
])('%s is refused in words', async (_, bytes, code) => {
  const file = join(forms.folder, 'h.xlsx')
  writeFileSync(file, bytes)
  expect(await forms.ask('table.open', { purpose: 'month' }, { givenFile: file })).toMatchObject({
    rejection: { code, message: expect.stringContaining('另存为 .xlsx') },
  })
})

test('a clerk takes figures for the own department alone, a leader none', async () => {
  const file = await writeTable(join(forms.folder, 'i.xlsx'), KEYAN_JULY)
  const input = await monthInput(forms, file, { month: '2020-07' })
  const as = { actor: '王敏', givenFile: file }
  expect(await forms.ask('table.preview', input, as)).toMatchObject({ rejection: { code: 'not-permitted' } })
  expect(await forms.ask('table.preview', { ...input, department: 'gaoxin' }, as)).toMatchObject({
    rejection: { code: 'not-permitted' },
  })
  answered(await forms.ask('table.preview', { ...input, department: 'keyan' }, as))
  expect(await forms.ask('table.open', { purpose: 'plan' }, as)).toMatchObject({
    rejection: { code: 'not-permitted' },
  })
  const meanings: ['measure'] = ['measure']
  expect(
    await forms.ask('table.keepColumns', { purpose: 'plan', fingerprint: 'x', meanings }, as),
  ).toMatchObject({ rejection: { code: 'not-permitted' } })
})
