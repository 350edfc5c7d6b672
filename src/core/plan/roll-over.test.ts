import { describe, expect, it } from 'vitest'
import { aMeasure, anIndicator, aPlan, aTarget } from '../testing/builders.ts'
import { planProblems } from './check-plan.ts'
import { rollOver } from './roll-over.ts'

const plan = aPlan({
  years: { from: 2020, to: 2020 },
  documentNumber: '科发〔2020〕1号',
  departments: [
    { id: 'gaoxin', name: '高新处', kind: 'department' },
    { id: 'old', name: '旧处', kind: 'department', until: '2020-06', mergedInto: 'gaoxin' },
  ],
  programmes: [
    {
      id: 'p1',
      name: '培育行动',
      lead: 'gaoxin',
      measures: [
        aMeasure({ milestones: [{ id: 's1', name: '名单', due: '2020-06' }], from: '2020-03' }),
        aMeasure({ id: 'gone', until: '2020-05' }),
      ],
    },
    { id: 'p2', name: '止步行动', lead: 'gaoxin', until: '2020-08' },
  ],
  indicators: [
    anIndicator({
      targets: [aTarget(), aTarget({ from: '2020-06', committed: 80, reason: '调整' })],
    }),
    anIndicator({
      id: 'i2',
      name: '存量',
      mode: 'stock',
      programme: null,
      carriedBy: 'p2',
      targets: [aTarget({ committed: 500, baseline: 400 })],
    }),
    anIndicator({ id: 'i3', programme: 'p2' }),
  ],
})

describe('next year’s plan', () => {
  const { plan: next, toCheck } = rollOver(plan, '2020-12', {
    levels: new Map([['i2', 512]]),
    done: new Set(['p1m1', 'gone']),
  })

  it('is a plan of the next year without contradictions', () => {
    expect(next).toMatchObject({
      title: '2021年全市科技工作要点',
      years: { from: 2021, to: 2021 },
      documentNumber: null,
    })
    expect(planProblems(next)).toEqual([])
  })

  it('leaves out what ended, and the dates of this year', () => {
    expect(next.departments.map(({ id }) => id)).toEqual(['gaoxin'])
    expect(next.programmes.map(({ id, measures }) => [id, measures?.map((each) => each.id)])).toEqual([
      ['p1', ['p1m1']],
    ])
    expect(next.programmes[0]?.measures?.[0]).not.toHaveProperty('from')
    expect(next.programmes[0]?.measures?.[0]?.milestones?.[0]?.due).toBe('2021-06')
    expect(next.indicators.map(({ id, carriedBy }) => [id, carriedBy])).toEqual([
      ['i1', null],
      ['i2', null],
    ])
  })

  it('takes over the last targets, with the level of December as the new baseline', () => {
    expect(next.indicators.map(({ targets }) => targets)).toEqual([
      [{ year: 2021, comparator: 'at-least', committed: 80, stretch: null, baseline: null }],
      [{ year: 2021, comparator: 'at-least', committed: 500, stretch: null, baseline: 512 }],
    ])
  })

  it('marks all that was only taken over', () => {
    expect(toCheck.map(({ place }) => place)).toEqual(['i1', 'i2', 'p1m1'])
    expect(toCheck.at(-1)?.message).toBe(
      '“强化培育”上年已完成，新的一年重新填报，不再列入的请删去；节点沿用上年月份，请核对',
    )
  })

  it('adds the year to a title that names none', () => {
    expect(
      rollOver({ ...plan, title: '创新行动' }, '2020-12', { levels: new Map(), done: new Set() }).plan.title,
    ).toBe('创新行动（2021年）')
  })
})
