// The part of the contract's story about 工作要点 and 设置: amendments, drafts, units and people. June is frozen.

const ok = 'ok'
const order = { from: '2020-07', reason: '机构调整', documentNumber: '科发〔2020〕8号' }
const early = { ...order, from: '2020-06' }
const added = { kind: 'measure-added', programme: 'p1', measure: { id: 'p1m99', name: '新增举措' } }

const nextYear = {
  title: '2021年要点',
  years: { from: 2021, to: 2021 },
  departments: [{ id: 'keyan', name: '科研处', kind: 'department' }],
  programmes: [],
  indicators: [{ id: 'n1', name: '新指标', unit: '家', mode: 'monthly-flow' }],
}
const assigned = { ...nextYear, indicators: [{ ...nextYear.indicators[0], lead: 'keyan' }] }

/** A plan that shows the annual plan's 技术合同登记额. */
const taking = (unit: string) =>
  JSON.stringify({
    title: '中期规划',
    years: { from: 2019, to: 2021 },
    departments: [{ id: 'keyan', name: '科研处', kind: 'department' }],
    indicators: [
      { id: 'g1', name: '登记额', unit, lead: 'keyan', mode: 'yearly', dueMonth: 12, sameAs: 'i14' },
    ],
  })

const steps: readonly (readonly [string, string, unknown, string])[] = [
  ['the plans', 'plan.list', {}, ok],
  ['the plans over the months', 'plan.timeline', {}, ok],
  ['the tree', 'plan.readTree', { month: '2020-06' }, ok],
  ['the tree of no month', 'plan.readTree', { month: '六月' }, 'invalid-month'],
  ['the tree of no draft', 'plan.readTree', { draft: 'nope' }, 'draft-missing'],
  ['an addition', 'plan.amend', { ...order, changes: [added] }, ok],
  ['the same again', 'plan.amend', { ...order, changes: [added] }, 'amendment-invalid'],
  ['no change at all', 'plan.amend', { ...order, changes: [] }, 'amendment-empty'],
  ['no reason', 'plan.amend', { ...order, reason: ' ', changes: [added] }, 'reason-missing'],
  ['a change nobody knows', 'plan.amend', { ...order, changes: [{ kind: 'plan-burnt' }] }, 'invalid-input'],
  [
    'another mode for figures that are there',
    'plan.amend',
    { ...order, changes: [{ kind: 'indicator-changed', id: 'i7', fields: { mode: 'stock' } }] },
    'invalid-input',
  ],
  [
    'an item that is not there',
    'plan.amend',
    { ...order, changes: [{ kind: 'item-dropped', item: 'measure', id: 'p9m9' }] },
    'plan-item-missing',
  ],
  [
    'a frozen month',
    'plan.amend',
    { ...early, changes: [{ kind: 'rules-changed', reportingDueDay: 20 }] },
    'amendment-too-early',
  ],
  ['nothing to take back', 'plan.withdraw', { entry: 'nope', reason: '录错' }, 'amendment-missing'],
  ['a unit more', 'units.add', { ...order, name: '成果处' }, ok],
  ['another name', 'units.rename', { ...order, unit: 'keyan', name: '科研与成果处' }, ok],
  ['a merger with itself', 'units.merge', { ...order, unit: 'keyan', to: 'keyan' }, 'unit-to-itself'],
  ['a merger', 'units.merge', { ...order, unit: 'nongshe', to: 'quyu' }, ok],
  [
    'a hand-over to a group',
    'units.handOver',
    { ...order, unit: 'gaoxin', to: 'localities' },
    'amendment-invalid',
  ],
  ['a hand-over', 'units.handOver', { ...order, unit: 'fagui', to: 'guihua' }, ok],
  ['a plan file that is none', 'plan.importDraft', { planText: '{' }, 'plan-file-unreadable'],
  ['a plan file', 'plan.importDraft', { planText: JSON.stringify(nextYear) }, ok],
  ['the draft as a tree', 'plan.readTree', { draft: 'draft-2021-1' }, ok],
  ['the draft in force', 'plan.putInForce', { draft: 'draft-2021-1' }, 'plan-lead-missing'],
  [
    'a doubt left in it',
    'plan.saveDraft',
    { draft: 'draft-2021-1', plan: assigned, toCheck: [{ place: 'n1', message: '请核对' }] },
    ok,
  ],
  ['the doubtful draft in force', 'plan.putInForce', { draft: 'draft-2021-1' }, 'draft-to-check'],
  [
    'the same year again',
    'plan.saveDraft',
    { draft: 'draft-2021-1', plan: { ...assigned, years: { from: 2020, to: 2021 } }, toCheck: [] },
    ok,
  ],
  ['two plans for a year', 'plan.putInForce', { draft: 'draft-2021-1' }, 'plan-years-taken'],
  [
    'another meaning for a figure',
    'plan.saveDraft',
    {
      draft: 'draft-2021-1',
      plan: { ...assigned, indicators: [{ ...assigned.indicators[0], id: 'i7', unit: '万个' }] },
    },
    ok,
  ],
  ['a figure redefined', 'plan.putInForce', { draft: 'draft-2021-1' }, 'indicator-redefined'],
  ['the draft thrown away', 'plan.discardDraft', { draft: 'draft-2021-1' }, ok],
  ['thrown away twice', 'plan.discardDraft', { draft: 'draft-2021-1' }, 'draft-missing'],
  ['next year', 'plan.rollOver', { year: 2020 }, ok],
  ['the year after no plan', 'plan.rollOver', { year: 1990 }, 'month-outside-plan'],
  [
    'a five-year plan',
    'plan.saveDraft',
    { plan: { ...assigned, title: '五年规划', years: { from: 2020, to: 2024 } } },
    ok,
  ],
  ['without a word about the other', 'plan.putInForce', { draft: 'draft-2020-1' }, 'plan-years-taken'],
  ['side by side', 'plan.putInForce', { draft: 'draft-2020-1', beside: true }, ok],
  ['both in one month', 'entry.read', { department: 'keyan', month: '2020-12' }, ok],
  ['the leading one', 'overview.read', { month: '2020-12' }, ok],
  [
    'a change of a plan that is not there',
    'plan.amend',
    { ...order, plan: 'nope', changes: [added] },
    'plan-not-there',
  ],
  ['a plan of its own for next year', 'plan.saveDraft', { plan: assigned }, ok],
  ['next year in force', 'plan.putInForce', { draft: 'draft-2021-3', beside: true }, ok],
  ['a month of it', 'entry.read', { department: 'keyan', month: '2021-02' }, ok],
  ['a month between no plans', 'entry.read', { department: 'keyan', month: '2025-01' }, 'month-outside-plan'],
  ['a plan file out', 'plan.export', { month: '2020-06' }, ok],
  ['a plan by its title', 'plan.find', { plan: '五年规划', month: '2020-12' }, ok],
  ['a plan nobody knows', 'plan.find', { plan: '十五五' }, 'plan-unknown'],
  ['a plan where it is not', 'plan.find', { plan: '五年规划', month: '2019-12' }, 'plan-not-there'],
  ['next year as a file', 'plan.exportNext', { year: 2020 }, ok],
  [
    'a figure of another unit taken over',
    'plan.add',
    { planText: taking('家'), beside: true },
    'taken-figure-unfit',
  ],
  ['a plan file cut in half', 'plan.add', { planText: taking('亿元').slice(0, 80) }, 'plan-file-unreadable'],
  ['without a word about the plans beside', 'plan.add', { planText: taking('亿元') }, 'plan-years-taken'],
  ['a plan that takes a figure over', 'plan.add', { planText: taking('亿元'), beside: true }, ok],
  ['the page that shows it', 'entry.read', { department: 'keyan', month: '2020-12' }, ok],
  [
    'the figure where it is taken from elsewhere',
    'entry.record',
    { sheets: [{ month: '2020-12', department: 'keyan', readings: [{ indicator: 'g1', value: 3 }] }] },
    'figure-taken-from-elsewhere',
  ],
  ['where it comes from', 'indicator.read', { indicator: 'g1', month: '2020-12' }, ok],
  ['a new place', 'people.change', { name: '李四', department: 'gaoxin', role: 'head' }, ok],
  ['a stranger', 'people.change', { name: '赵六', role: 'leader' }, 'unknown-person'],
  ['the last of the office', 'people.leave', { name: '张三' }, 'last-office'],
  ['a hand-over to oneself', 'people.leave', { name: '李四', successor: '李四' }, 'successor-is-self'],
  ['a clerk who leaves', 'people.leave', { name: '李四', successor: '周七' }, ok],
  ['those who left', 'people.former', {}, ok],
  ['acting as one who left', 'session.actAs', { name: '李四' }, 'unknown-person'],
]

export const contractPlanSteps = steps.map(([what, name, input, expected]) => ({
  what,
  name,
  input,
  expected,
}))
