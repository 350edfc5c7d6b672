import { describe, expect, it } from 'vitest'
import { anIndicator, aPlan, aReading, StateBuilder } from '../testing/builders.ts'
import { doubtfulFigures } from './doubtful-figures.ts'
import { unexplainedDoubts } from './unexplained-doubts.ts'

const place = { department: 'gaoxin', month: '2020-06' }
const byCounty = aPlan({
  indicators: [
    anIndicator({ byLocality: true }),
    anIndicator({ id: 'i2', name: '研发机构' }),
    anIndicator({ id: 'i3', name: '别的处室的', lead: 'keyan' }),
  ],
})

/** Two usual months of 2 in every place, then June as given. */
function juneWith(...readings: Parameters<StateBuilder['read']>[1][]) {
  const usual = ['2020-04', '2020-05'].flatMap((month) => [
    ...['lianshui', 'xuyi'].map((locality) => aReading(month, 2, { locality })),
    aReading(month, 2, { indicator: 'i2' }),
    aReading(month, 2, { indicator: 'i3' }),
  ])
  return new StateBuilder(byCounty).read('2020-06-20T09:00', ...usual, ...readings).state
}

describe('figures that want a line before 报送', () => {
  it('are found in each place by its own months, in the order asked about', () => {
    const state = juneWith(
      aReading('2020-06', 3, { locality: 'lianshui' }),
      aReading('2020-06', 30, { locality: 'xuyi' }),
      aReading('2020-06', 30, { indicator: 'i2' }),
    )
    expect(doubtfulFigures(state, place, ['i2', 'i1'])).toEqual([
      { indicator: 'i2', locality: null },
      { indicator: 'i1', locality: 'xuyi' },
    ])
  })

  it('are none once they are explained, hold no number, or belong to another department', () => {
    const state = juneWith(
      aReading('2020-06', 30, { locality: 'xuyi', note: '集中认定' }),
      aReading('2020-06', 'no-progress', { locality: 'lianshui' }),
      aReading('2020-06', 30, { indicator: 'i3' }),
    )
    expect(doubtfulFigures(state, place, ['i1', 'i2', 'i3', 'i9'])).toEqual([])
    expect(doubtfulFigures(state, { ...place, department: 'keyan' }, ['i3'])).toEqual([
      { indicator: 'i3', locality: null },
    ])
  })

  it('an explanation answers for all that is doubtful about a figure', () => {
    const facts = { indicator: anIndicator(), month: '2020-06', readings: new Map() }
    const figure = aReading('2020-06', 2_000_000)
    expect(unexplainedDoubts(facts, figure).map(({ code }) => code)).toEqual(['above-year-target'])
    expect(unexplainedDoubts(facts, { ...figure, note: '两年合并统计' })).toEqual([])
    expect(unexplainedDoubts(facts, null)).toEqual([])
  })
})
