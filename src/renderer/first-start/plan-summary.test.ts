import { describe, expect, it } from 'vitest'
import { summarisePlan } from './plan-summary.ts'

describe('summarisePlan', () => {
  it('names the plan and offers its departments without the groups', () => {
    const plan = {
      title: '2021年要点',
      programmes: [{}, {}],
      indicators: [{}],
      departments: [
        { id: 'a', name: '高新处', kind: 'department' },
        { id: 'l', name: '各县区', kind: 'group' },
        { id: 3 },
      ],
    }
    expect(summarisePlan(JSON.stringify(plan))).toEqual({
      title: '2021年要点',
      programmes: 2,
      indicators: 1,
      departments: [{ id: 'a', name: '高新处' }],
    })
  })

  it.each(['', '{"title": "2021', '[1]x', '3', 'null'])('answers null for %s', (text) => {
    expect(summarisePlan(text)).toBeNull()
  })

  it('survives a file of another kind', () => {
    expect(summarisePlan('{"departments": {"a": 1}}')).toEqual({
      title: '',
      programmes: 0,
      indicators: 0,
      departments: [],
    })
  })
})
