import { describe, expect, it } from 'vitest'
import { indexPlan } from '../../core/plan/annual-plan.ts'
import { planTree } from '../../core/plan/plan-tree.ts'
import { aMeasure, anIndicator, aPlan, aTarget } from '../../core/testing/builders.ts'
import { withItem, withoutItem } from './edit-draft.ts'
import { additionOf, changeOf, newValues, targetsOf, valuesOf } from './item-values.ts'
import { placeName } from './named-places.ts'
import { partsOf } from './split-parts.tsx'
import { treeRows } from './tree-rows.ts'

const plan = aPlan({
  measures: [aMeasure(), aMeasure({ id: 'p1m2', name: '服务企业', lead: 'keyan' })],
  indicators: [anIndicator({ lead: null }), anIndicator({ id: 'i2', name: '总量', programme: null })],
  safeguards: [{ id: 's1', name: '强化考核', departments: ['gaoxin'] }],
})
const tree = planTree(indexPlan(plan), null)
const years = [2020, 2021]

const indicatorNode = () => {
  const node = tree.programmes[0]?.indicators[0]
  if (node === undefined) throw new Error('unreachable')
  return node
}

describe('the side form', () => {
  it('amends only what was changed', () => {
    const before = valuesOf(indicatorNode(), 'p1', years)
    expect(changeOf(before, before)).toBeNull()
    expect(changeOf(before, { ...before, name: ' 新增高企 ', note: '  ' })).toBeNull()
    expect(changeOf(before, { ...before, lead: 'keyan', key: false })).toEqual({
      kind: 'indicator-changed',
      id: 'i1',
      fields: { lead: 'keyan', key: false },
    })
  })

  it('calls a safeguard’s units by their own name', () => {
    const [node] = tree.safeguards
    if (node === undefined) throw new Error('unreachable')
    const before = valuesOf(node, null, years)
    expect(changeOf(before, { ...before, participating: ['keyan'] })).toEqual({
      kind: 'safeguard-changed',
      id: 's1',
      fields: { departments: ['keyan'] },
    })
  })

  it('leaves a draft’s item as it was when nothing is changed', () => {
    const before = valuesOf(indicatorNode(), 'p1', years)
    const targets = targetsOf(before)
    if (targets === 'wrong') throw new Error('unreachable')
    const saved = withItem(plan, before, targets).indicators[0]
    expect(saved).toMatchObject({ ...anIndicator({ lead: null }), targets: [aTarget()] })
  })

  it('reads targets as people type them, and says when they are none', () => {
    const values = { ...newValues('indicator', { id: 'i9', programme: null, years }), unit: '亿元' }
    const typed = (committed: string) =>
      targetsOf({
        ...values,
        targets: values.targets.map((each, at) => (at === 0 ? { ...each, committed } : each)),
      })
    expect(typed('１，０００亿元')).toMatchObject([{ year: 2020, committed: 1000 }])
    expect(typed('')).toEqual([])
    expect(typed('约三十')).toBe('wrong')
    expect(additionOf({ ...values, name: '新指标' }, [])).toMatchObject({ kind: 'indicator-added' })
  })

  it('puts a new measure at the end of its programme, and takes it out again', () => {
    const values = { ...newValues('measure', { id: 'p1m3', programme: 'p1', years: [] }), name: '新举措' }
    const more = withItem(plan, values, [])
    expect(more.programmes[0]?.measures?.map(({ id }) => id)).toEqual(['p1m1', 'p1m2', 'p1m3'])
    expect(withoutItem(more, 'measure', 'p1m3').programmes).toEqual(
      plan.programmes.map((each) => ({ ...each, measures: each.measures ?? [] })),
    )
    expect(withoutItem(plan, 'programme', 'p1').indicators.map(({ id }) => id)).toEqual(['i2'])
  })

  it('splits a figure into parts due evenly from their month', () => {
    const parts = [
      { name: '甲', committed: '20' },
      { name: '乙', committed: '30家' },
    ]
    const change = partsOf(plan, indicatorNode(), parts, '2020-07')
    expect(change).toMatchObject({
      kind: 'indicator-split',
      into: [
        { id: 'i2020to2021-1', name: '甲', mode: 'monthly-flow', targets: [{ committed: 20 }] },
        { id: 'i2020to2021-2', name: '乙', targets: [{ committed: 30 }] },
      ],
    })
    expect(partsOf(plan, indicatorNode(), [{ name: ' ', committed: '' }], '2020-07')).toBe('请填写名称。')
  })
})

describe('the tree’s rows', () => {
  const search = (words: string) =>
    treeRows(tree, words, (node) => (node.lead === 'keyan' ? ['科研处'] : [])).map(({ key }) => key)

  it('keep headings above what is found', () => {
    expect(search('')).toEqual([
      'headline',
      'indicator/i2',
      'programme/p1',
      'indicator/i1',
      'measure/p1m1',
      'measure/p1m2',
      'safeguards',
      'safeguard/s1',
    ])
    expect(search('科研处')).toEqual(['programme/p1', 'measure/p1m2'])
    expect(search('培育行动')).toEqual(['programme/p1', 'indicator/i1', 'measure/p1m1', 'measure/p1m2'])
    expect(search('没有')).toEqual([])
  })

  it('name places in people’s words', () => {
    expect(placeName('programmes[3].measures[0].lead')).toBe('行动4举措1')
    expect(placeName('indicators[2].targets[0]')).toBe('指标3')
    expect(placeName('years')).toBe('years')
  })
})
