import { describe, expect, it } from 'vitest'
import { aMeasure, anIndicator, aPlan } from '../testing/builders.ts'
import { withOwnIds } from './own-ids.ts'

const plan = aPlan({
  years: { from: 2021, to: 2025 },
  measures: [aMeasure({ lead: 'keyan' })],
  indicators: [anIndicator({ carriedBy: 'p1' }), anIndicator({ id: 'own', name: '专利', programme: null })],
  safeguards: [{ id: 's1', name: '保障', departments: ['keyan'] }],
})

describe('ids of a plan that is to stand beside others', () => {
  it('stay where nobody else uses them', () => {
    const same = withOwnIds(plan, { items: new Set(['i7']), units: plan.departments })
    expect(same.indicators.map(({ id }) => id)).toEqual(['i1', 'own'])
    expect(same.programmes[0]).toMatchObject({ id: 'p1', lead: 'gaoxin' })
  })

  it('change where they are taken, and everything that names them follows', () => {
    const own = withOwnIds(plan, { items: new Set(['i1', 'i1-2021to2025', 'p1', 's1']), units: [] })
    expect(own.indicators.map(({ id, programme, carriedBy }) => [id, programme, carriedBy])).toEqual([
      ['i1-2021to2025-2', 'p1-2021to2025', 'p1-2021to2025'],
      ['own', null, null],
    ])
    expect(own.programmes[0]?.id).toBe('p1-2021to2025')
    expect(own.safeguards?.[0]?.id).toBe('s1-2021to2025')
  })

  it('of units are the bureau’s, by name, a former one included', () => {
    const units = [
      { id: 'd7', name: '科研与成果处' },
      { id: 'd7', name: '科研处' },
      { id: 'gaoxin', name: '机关党委' },
    ]
    const own = withOwnIds(plan, { items: new Set(), units })
    expect(own.departments.map(({ id, name }) => `${name} ${id}`)).toEqual([
      '高新处 unit1',
      '科研处 d7',
      '各县区、园区 localities',
    ])
    expect(own.programmes[0]?.lead).toBe('unit1')
    expect(own.programmes[0]?.measures?.[0]?.lead).toBe('d7')
    expect(own.safeguards?.[0]?.departments).toEqual(['d7'])
  })
})
