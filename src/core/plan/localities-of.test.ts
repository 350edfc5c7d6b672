import { expect, it } from 'vitest'
import { anIndicator, aPlan } from '../testing/builders.ts'
import { type Department, type Indicator, indexPlan } from './annual-plan.ts'
import { localitiesOf } from './localities-of.ts'

const group = (id: string, ...members: string[]): Department => ({
  id,
  name: id,
  kind: 'group',
  members: members.map((member) => ({ id: member, name: member, kind: 'county' as const })),
})

const namesFor = (indicator: Partial<Indicator>) => {
  const plan = indexPlan(
    aPlan({
      departments: [
        group('counties', 'a', 'b'),
        group('parks', 'b', 'c'),
        { id: 'gaoxin', name: '高新处', kind: 'department' },
      ],
      indicators: [anIndicator({ id: 'i1', byLocality: true, ...indicator })],
    }),
  )
  const planned = plan.indicatorsById.get('i1')
  return planned === undefined ? [] : localitiesOf(plan, planned).map(({ id }) => id)
}

it('takes the members of the groups that take part, of all groups where none does', () => {
  expect(namesFor({ participating: ['parks', 'gaoxin'] })).toEqual(['b', 'c'])
  expect(namesFor({ participating: ['gaoxin'] })).toEqual(['a', 'b', 'c'])
  expect(namesFor({ byLocality: false })).toEqual([])
})
