import { describe, expect, it } from 'vitest'
import { indexPlan } from '../plan/annual-plan.ts'
import { obstaclesOf } from '../plan/plan-tree.ts'
import { atOnce } from '../steps.ts'
import { anIndicator, aPlan } from '../testing/builders.ts'
import { draftPlanFromTable } from './draft-plan.ts'
import { openTable } from './open-table.ts'
import { proposeColumns } from './propose-columns.ts'
import { planTitle, tableTitle } from './table-title.ts'
import { bookOf, type SheetOptions, sheetOf, type Typed } from './testing/sheet-of.ts'

const KNOWN = indexPlan(
  aPlan({
    indicators: [
      anIndicator({ name: '新增国家高新技术企业' }),
      anIndicator({ id: 'i2', name: '有效高企累计数', mode: 'stock' }),
    ],
  }),
)

function draft(rows: readonly (readonly Typed[])[], options: SheetOptions & { year?: number } = {}) {
  const book = bookOf(sheetOf(rows, options))
  const opened = atOnce(openTable(book, null))
  if (!opened.ok) throw new Error(opened.rejection.message)
  const { table } = opened.value
  const columns = proposeColumns(table.grid, table.headings, {
    purpose: 'plan',
    remembered: null,
    month: null,
  })
  const year = options.year ?? 2021
  const made = draftPlanFromTable(book, table, columns, {
    title: planTitle(tableTitle(table), year),
    year,
    known: KNOWN,
  })
  if (!made.ok) throw new Error(made.rejection.message)
  const { plan, toCheck, unread } = made.value
  return { plan, checks: toCheck.map(({ message }) => message), unread, index: indexPlan(plan) }
}

const HEAD = [
  '序号',
  '重点行动',
  '工作任务',
  '计量单位',
  '年度目标',
  '牵头处室',
  '配合单位',
  '完成时限',
  '备注',
]
const ROWS: readonly (readonly Typed[])[] = [
  ['2021年全市科技工作要点任务分解表'],
  HEAD,
  [1, '一、主要目标', '新增国家高新技术企业', '家', '≥120家', '高新处', '各县区、园区', '年底', null],
  [2, null, '高新技术产业产值占比', '%', '确保23%、力争25%', '规划处', null, '年底', null],
  [3, '二、培育行动', '建立培育库', null, null, '高新处', '科研处', '6月底', null],
  [4, null, '有效高企累计数', '家', '由500家发展到560家', '高新处', null, null, '滚动统计'],
  [5, null, '开展申报培训', null, '4场以上', '高新处', null, '三季度末', null],
  ['小计', null, null, null, null, null, null, null, null],
  [6, '三、研发行动', '技术合同登记额', '亿元', '力争40亿元', '科研处、规划处', null, null, null],
  [7, null, '完善激励机制', null, '制订办法', '科研处', null, '尽快', null],
  [8, '四、保障措施', '加强组织领导', null, null, '办公室', null, null, null],
]
const MERGES = ['A1:I1', 'B3:B4', 'B5:B7', 'B9:B10']

describe('draftPlanFromTable', () => {
  const { plan, checks, unread, index } = draft(ROWS, { merges: MERGES })

  it('takes title, year and blocks of work, ids going on where the names do', () => {
    expect([plan.title, plan.years]).toEqual(['2021年全市科技工作要点', { from: 2021, to: 2021 }])
    expect(plan.programmes.map(({ id, name, lead }) => [id, name, lead])).toEqual([
      ['p1', '培育行动', 'gaoxin'],
      ['p2021-1', '研发行动', 'keyan'],
    ])
    expect(plan.safeguards).toEqual([{ id: 's2021-1', name: '加强组织领导', departments: ['unit2'] }])
  })

  it('takes figures with target, unit, mode and units; known ones keep what they are', () => {
    const told = plan.indicators.map(({ id, name, unit, mode, programme, lead, targets }) => {
      const [target] = targets ?? []
      return [id, name, unit, mode, programme, lead, target?.committed, target?.stretch, target?.baseline]
    })
    expect(told).toEqual([
      ['i1', '新增国家高新技术企业', '家', 'monthly-flow', null, 'gaoxin', 120, null, null],
      ['i2021-1', '高新技术产业产值占比', '%', 'ratio', null, 'unit1', 23, 25, null],
      ['i2', '有效高企累计数', '家', 'stock', 'p1', 'gaoxin', 560, null, 500],
      ['i2021-2', '开展申报培训', '场', 'monthly-flow', 'p1', 'gaoxin', 4, null, null],
      ['i2021-3', '技术合同登记额', '亿元', 'monthly-flow', 'p2021-1', 'keyan', null, 40, null],
    ])
    expect(plan.indicators[2]?.note).toBe('滚动统计')
  })

  it('takes tasks with their months', () => {
    expect(plan.programmes.map(({ measures }) => measures)).toMatchObject([
      [{ name: '建立培育库', participating: ['keyan'], milestones: [{ due: '2021-06' }] }],
      [{ name: '完善激励机制', note: '目标：制订办法', milestones: [] }],
    ])
  })

  it('lists what is not certain, and what it left', () => {
    expect(checks).toEqual([
      '“规划处”不在现有处室里，已作为新的单位列入，请核对名称（高新技术产业产值占比，表一 第4行）',
      '列了2个单位，按列在最前的“科研处”拟定牵头，请核对（技术合同登记额，表一 第9行）',
      '“完善激励机制”：完成时限“尽快”没有读懂，请补上节点月份（表一 第10行）',
      '“办公室”不在现有处室里，已作为新的单位列入，请核对名称（加强组织领导，表一 第11行）',
    ])
    expect(unread.map(({ cell, reason }) => [cell, reason])).toEqual([
      ['A8', '合计、小计由系统计算，没有读入'],
    ])
    expect(obstaclesOf(index)).toEqual([])
  })
})

describe('a table with a column for tasks and one for figures', () => {
  it('makes both of one row', () => {
    const { plan } = draft(
      [
        ['重点任务', '工作举措', '考核指标', '单位', '目标值', '责任处室'],
        ['培育行动', '建立培育库', '新增国家高新技术企业', '家', 120, '高新处'],
        [null, null, '有效高企累计数', '家', 560, '高新处'],
        [null, '组织培训', null, null, null, '高新处'],
      ],
      { merges: ['A2:A4', 'B2:B3'] },
    )
    expect(plan.programmes.map(({ measures }) => measures?.map(({ name }) => name))).toEqual([
      ['建立培育库', '组织培训'],
    ])
    expect(plan.indicators.map(({ name }) => name)).toEqual(['新增国家高新技术企业', '有效高企累计数'])
  })
})

it('what cannot be told is left open and said', () => {
  const { plan, checks, index } = draft([
    ['指标', '年度目标', '责任单位'],
    ['进一步提升效率', '比上年提高3个名次', '各县区'],
    ['孵化器数', '100家、5个', null],
    ['落实奖补', null, null],
    ['新增孵化器5家以上', null, '高新处'],
  ])
  expect(plan.indicators.map(({ name, targets }) => [name, targets?.length])).toEqual([
    ['进一步提升效率', 0],
    ['孵化器数', 0],
    ['新增孵化器', 1],
  ])
  expect(checks.join('\n')).toContain('B3“100家、5个”：一格里有两个目标，请分成两行')
  expect(checks.join('\n')).toContain('目标是从名称里读出的')
  expect(obstaclesOf(index).map(({ message }) => message)).toContain('“孵化器数”没有牵头处室')
})

it.each([
  ['2021年全市科技工作要点任务分解表', '2021年全市科技工作要点', 2021],
  ['附件1：《2022年科技创新工作计划》（征求意见稿）', '附件1：2022年科技创新工作计划', 2022],
])('%s', (above, title, year) => {
  const opened = atOnce(openTable(bookOf(sheetOf([[above], ['指标', '目标'], ['甲', 1]])), null))
  if (!opened.ok) throw new Error('unreachable')
  const told = tableTitle(opened.value.table)
  expect([planTitle(told, 2020), told.year]).toEqual([title, year])
})

it('a target that says where it began is a level', () => {
  const { plan, checks } = draft([
    ['指标', '单位', '年度目标', '牵头处室'],
    ['省级科技创新平台', '家', '由17家发展到23家', '高新处'],
  ])
  expect(plan.indicators.map(({ mode }) => mode)).toEqual(['stock'])
  expect(checks).toEqual(['“省级科技创新平台”：累计方式按“存量”拟定，请核对（表一 第2行）'])
})
