// A plan typed in a bureau's own table becomes a draft – never more than that by itself.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FormFolder, formFolder } from '../forms/example-forms.ts'
import { answered, openTable } from './own-table.ts'
import { PLAN_2021, writeTable } from './sample-tables.ts'

let forms: FormFolder
beforeAll(async () => {
  forms = await formFolder()
})
afterAll(() => forms.remove())

async function input(file: string) {
  const { sheet, columns, planTitle, above } = await openTable(forms, file, 'plan')
  return {
    ...{ sheet, title: planTitle, year: above.year ?? 0 },
    columns: columns.map(({ column, meaning }) => ({ column, meaning })),
  }
}

test('programmes, measures, figures and units; what is unclear keeps the draft from being put in force', async () => {
  const file = await writeTable(join(forms.folder, 'plan.xlsx'), PLAN_2021)
  const asked = await input(file)
  const preview = answered(await forms.ask('table.previewPlan', asked, { givenFile: file }))
  expect([preview.plan.title, preview.plan.years.from]).toEqual(['2021年全市科技工作要点', 2021])
  expect(preview.unread.map(({ cell }) => cell)).toEqual(['A9'])
  const before = forms.state().newestTime
  expect(forms.state().planDrafts.size).toBe(0)
  expect(forms.state().newestTime).toBe(before)

  const { draft } = answered(
    await forms.ask('table.draftPlan', { ...asked, fileHash: preview.fileHash }, { givenFile: file }),
  )
  const tree = answered(await forms.ask('plan.readTree', { draft }))
  expect(tree.plan.programmes.map(({ id, name }) => [id, name])).toEqual([
    ['p2', '企业研发促进行动'],
    ['p9', '科技金融体系完善行动'],
  ])
  expect(
    tree.plan.indicators.map(({ id, name, unit, targets }) => [id, name, unit, targets?.[0]]),
  ).toMatchObject([
    ['i3', '新增国家高新技术企业', '家', { committed: 120 }],
    ['i6', '高新技术产业产值占规模以上工业总产值比重', '%', { committed: 24, stretch: 26, baseline: 23.3 }],
    ['i2021-1', '省级以上科技创新平台', '家', { committed: 23, baseline: 17 }],
    ['i2021-2', '开展研发统计培训', '场', { committed: 4 }],
    ['i16', '“苏科贷”贷款总额', '亿元', { committed: null, stretch: 1.5 }],
  ])
  expect(tree.toCheck.map(({ message }) => message)).toEqual([
    '“省级以上科技创新平台”：累计方式按“存量”拟定，请核对（任务分解 第7行）',
    '列了2个单位，按列在最前的“科研处”拟定牵头，请核对（开展研发统计培训，任务分解 第8行）',
    '“市财政局”不在现有处室里，已作为新的单位列入，请核对名称（“苏科贷”贷款总额，任务分解 第10行）',
    '“探索知识产权质押”：完成时限“尽快”没有读懂，请补上节点月份（任务分解 第11行）',
  ])
  expect(tree.obstacles).toEqual([])
  expect(await forms.ask('plan.putInForce', { draft })).toMatchObject({
    rejection: { code: 'draft-to-check' },
  })
})

test('a table without one item, and a file that changed, are refused', async () => {
  const empty = await writeTable(join(forms.folder, 'empty.xlsx'), {
    name: '空',
    rows: [['工作任务', '牵头处室'], ['合计']],
  })
  const asked = await input(empty)
  expect(await forms.ask('table.previewPlan', { ...asked, year: 2021 }, { givenFile: empty })).toMatchObject({
    rejection: {
      code: 'table-plan-empty',
      message: '表里没有读到一项指标或举措，请核对栏目，或换一张工作表。',
    },
  })
  const file = await writeTable(join(forms.folder, 'plan.xlsx'), PLAN_2021)
  const changed = { ...(await input(file)), fileHash: 'x' }
  expect(await forms.ask('table.draftPlan', changed, { givenFile: file })).toMatchObject({
    rejection: { code: 'form-file-changed' },
  })
})
