import { describe, expect, it } from 'vitest'
import { aMeasure, anIndicator, aPlan } from '../testing/builders.ts'
import { indexPlan } from './annual-plan.ts'
import { freeItemId, itemAt, obstaclesOf, planTree } from './plan-tree.ts'

const plan = aPlan({
  measures: [
    aMeasure({ lead: 'keyan', until: '2020-05' }),
    aMeasure({ id: 'p1m2', name: '服务', from: '2020-08' }),
  ],
  indicators: [
    anIndicator({ lead: null }),
    anIndicator({ id: 'i2', name: '总量', programme: null, lead: null, participating: null }),
  ],
  safeguards: [{ id: 's1', name: '考核', departments: ['gaoxin'] }],
})

describe('the plan as a tree', () => {
  const tree = planTree(indexPlan(plan), '2020-06')

  it('marks what is inherited, and what is overridden', () => {
    const [programme] = tree.programmes
    expect(programme?.indicators.map(({ lead, isLeadInherited }) => [lead, isLeadInherited])).toEqual([
      ['gaoxin', true],
    ])
    expect(
      programme?.measures.map(({ lead, isLeadInherited, isParticipatingInherited }) => [
        lead,
        isLeadInherited,
        isParticipatingInherited,
      ]),
    ).toEqual([
      ['keyan', false, true],
      ['gaoxin', true, true],
    ])
    expect(tree.headline.map(({ lead, isLeadInherited }) => [lead, isLeadInherited])).toEqual([[null, false]])
  })

  it('says what counts in the month', () => {
    expect(tree.programmes[0]?.measures.map(({ phase }) => phase)).toEqual(['ended', 'to-come'])
    expect(planTree(indexPlan(plan), null).programmes[0]?.measures[0]?.phase).toBe('in-force')
  })

  it('names the item of every obstacle', () => {
    expect(obstaclesOf(indexPlan(plan)).map(({ kind, id, message }) => [kind, id, message])).toEqual([
      ['indicator', 'i2', '“总量”没有牵头处室'],
    ])
    expect(itemAt(plan, 'programmes[0].measures[1].milestones[0].due')).toEqual({
      kind: 'measure',
      id: 'p1m2',
    })
    expect(itemAt(plan, 'safeguards[0].departments[3]')).toEqual({ kind: 'safeguard', id: 's1' })
    expect(itemAt(plan, 'years')).toEqual({ kind: null, id: null })
  })

  it('finds ids nobody has', () => {
    expect(freeItemId(plan, 'indicator')).toBe('i2020to2021-1')
    expect(freeItemId(plan, 'measure', 'p1')).toBe('p1m2020to2021-1')
    expect(freeItemId(plan, 'programme')).toBe('p2020to2021-1')
    expect(freeItemId(plan, 'safeguard')).toBe('s2020to2021-1')
  })
})
