import { describe, expect, it } from 'vitest'
import { aMeasure, anIndicator, aPlan, aReading, aReport, StateBuilder } from '../testing/builders.ts'
import { measureMonth } from './measure-month.ts'

const indicatorIn = (
  builder: StateBuilder,
  month: string,
  basis: 'accepted' | 'latest' = 'accepted',
  id = 'i1',
) => {
  const found = measureMonth(builder.state, month, basis).indicators.find((each) => each.id === id)
  return found ?? expect.fail()
}
const light = (builder: StateBuilder, month: string, basis: 'accepted' | 'latest' = 'accepted') => {
  const { light: colour, label } = indicatorIn(builder, month, basis)
  return `${colour} ${label}`
}

describe('accepted and provisional figures', () => {
  it('counts only accepted figures; what was never accepted is blank', () => {
    const builder = new StateBuilder()
      .read('2020-06-20', aReading('2020-06', 60))
      .submit('2020-06-21', '2020-06')
    expect(light(builder, '2020-06')).toBe('grey 未填报')
    expect(light(builder, '2020-06', 'latest')).toBe('green 正常')
    builder.accept('2020-06-22', '2020-06')
    expect(light(builder, '2020-06')).toBe('green 正常')
  })

  it('keeps the last accepted value while a correction waits, marked', () => {
    const builder = new StateBuilder()
      .read('2020-06-20', aReading('2020-06', 60))
      .submit('2020-06-21', '2020-06')
      .accept('2020-06-22', '2020-06')
    builder.correct('2020-07-01', '2020-06', '核减').read('2020-07-01', aReading('2020-06', 20))
    expect(indicatorIn(builder, '2020-06')).toMatchObject({
      actual: 60,
      light: 'green',
      isCorrectionPending: true,
    })
    expect(indicatorIn(builder, '2020-06', 'latest')).toMatchObject({ actual: 20, light: 'red' })
    builder.submit('2020-07-02', '2020-06').accept('2020-07-03', '2020-06')
    expect(indicatorIn(builder, '2020-06')).toMatchObject({
      actual: 20,
      light: 'red',
      isCorrectionPending: false,
    })
  })

  it('recalculates later months when an earlier one is corrected', () => {
    const builder = new StateBuilder().read('2020-02-20', aReading('2020-01', 5), aReading('2020-02', 5))
    builder.read('2020-02-21', aReading('2020-01', 12))
    expect(indicatorIn(builder, '2020-02', 'latest').actual).toBe(17)
  })
})

describe('黄(已补)', () => {
  it('shows a month whose first accepted reading was red and that a later entry lifted', () => {
    const builder = new StateBuilder()
      .read('2020-06-20', aReading('2020-06', 20))
      .submit('2020-06-21', '2020-06')
      .accept('2020-06-22', '2020-06')
    builder
      .correct('2020-07-01', '2020-06')
      .read('2020-07-01', aReading('2020-06', 60))
      .submit('2020-07-02', '2020-06')
      .accept('2020-07-03', '2020-06')
    expect(light(builder, '2020-06')).toBe('yellow 黄(已补)')
    expect(indicatorIn(builder, '2020-06').why).toBe(
      '截至6月累计60家,序时应达50家,完成序时120.0%,不低于100%,首次审核时(6月22日)为红,7月1日更正,故为黄(已补)',
    )
  })

  it('does not show it when only another month was corrected', () => {
    const builder = new StateBuilder()
      .read('2020-01-20', aReading('2020-01', 0))
      .submit('2020-01-21', '2020-01')
      .accept('2020-01-22', '2020-01')
      .read('2020-02-20', aReading('2020-02', 0))
      .submit('2020-02-21', '2020-02')
      .accept('2020-02-22', '2020-02')
    builder
      .correct('2020-03-01', '2020-01')
      .read('2020-03-01', aReading('2020-01', 60))
      .submit('2020-03-02', '2020-01')
      .accept('2020-03-03', '2020-01')
    expect(light(builder, '2020-01')).toBe('yellow 黄(已补)')
    expect(light(builder, '2020-02')).toBe('green 正常')
  })

  it('shows a month still blank after its due day and filled later', () => {
    const builder = new StateBuilder().read('2020-06-26', aReading('2020-06', 60))
    expect(light(builder, '2020-06', 'latest')).toBe('yellow 黄(已补)')
    expect(indicatorIn(builder, '2020-06', 'latest').why).toContain(
      '到期时(6月25日)未填报,6月26日补报,故为黄(已补)',
    )
  })

  it('goes on naming the day it was filled in, whatever is corrected later; emptied and filled again, the new one', () => {
    const builder = new StateBuilder()
      .read('2020-06-26', aReading('2020-06', 60))
      .read('2020-06-29', aReading('2020-06', 61))
    const why = () => indicatorIn(builder, '2020-06', 'latest').why
    expect(why()).toContain('到期时(6月25日)未填报,6月26日补报')
    builder.read('2020-06-30', aReading('2020-06', 'blank')).read('2021-01-04', aReading('2020-06', 62))
    expect(why()).toContain('到期时(6月25日)未填报,2021年1月4日补报')
  })

  it('stays red when the later figure is red', () => {
    expect(light(new StateBuilder().read('2020-06-26', aReading('2020-06', 1)), '2020-06', 'latest')).toBe(
      'red 严重滞后',
    )
  })

  it('is in time on the due day itself, civil time', () => {
    expect(
      light(new StateBuilder().read('2020-06-25T23:59', aReading('2020-06', 60)), '2020-06', 'latest'),
    ).toBe('green 正常')
  })

  it('counts only due days after the plan came into force here', () => {
    const builder = new StateBuilder(aPlan(), '2020-07-01T09:00').read('2020-07-02', aReading('2020-06', 60))
    expect(light(builder, '2020-06', 'latest')).toBe('green 正常')
  })

  it('does not punish a figure that was only changed after the due day', () => {
    const builder = new StateBuilder()
      .read('2020-06-24', aReading('2020-06', 40))
      .read('2020-06-28', aReading('2020-06', 60))
    expect(light(builder, '2020-06', 'latest')).toBe('green 正常')
  })
})

describe('measures', () => {
  const plan = aPlan({
    indicators: [],
    measures: [aMeasure({ milestones: [{ id: 's1', name: '出台办法', due: '2020-06' }] })],
  })
  it.each([
    ['2020-05', 'under-way', [], 'green 正常'],
    ['2020-06', 'under-way', [], 'yellow 滞后'],
    ['2020-07', 'under-way', [], 'red 严重滞后'],
    ['2020-07', 'under-way', ['s1'], 'green 正常'],
    ['2020-07', 'done', [], 'blue 已完成'],
    ['2020-05', 'blocked', [], 'yellow 滞后'],
    ['2020-07', 'blocked', [], 'red 严重滞后'],
    ['2020-05', 'not-started', [], 'grey 未到考核期'],
    ['2020-06', 'not-started', [], 'yellow 滞后'],
  ] as const)('%s %s %j → %s', (month, status, milestonesDone, expected) => {
    const builder = new StateBuilder(plan).report(`${month}-20`, aReport(month, { status, milestonesDone }))
    const [measure] = measureMonth(builder.state, month, 'latest').measures
    expect(`${measure?.light} ${measure?.label}`).toBe(expected)
  })

  it('keeps a measure done whatever a later month says', () => {
    const builder = new StateBuilder(plan)
      .report('2020-06-20', aReport('2020-06', { status: 'done' }))
      .report('2020-07-20', aReport('2020-07', { status: 'under-way' }))
    const lights = ['2020-06', '2020-07', '2020-08'].map(
      (month) => measureMonth(builder.state, month, 'latest').measures[0]?.light,
    )
    expect(lights).toEqual(['blue', 'blue', 'blue'])
  })

  it('lists overdue milestones of a blank measure', () => {
    const [measure] = measureMonth(new StateBuilder(plan).state, '2020-07', 'latest').measures
    expect(measure).toMatchObject({
      light: 'grey',
      label: '未填报',
      overdueMilestones: [{ id: 's1', due: '2020-06' }],
    })
  })
})

describe('standing of a programme', () => {
  const indicators = [
    anIndicator({ id: 'a', name: '甲' }),
    anIndicator({ id: 'b', name: '乙' }),
    anIndicator({ id: 'c', name: '丙', key: false }),
    anIndicator({ id: 'h', name: '总目标', programme: null, carriedBy: 'p1', lead: 'keyan' }),
  ]
  const build = (values: Record<string, number>, status: 'under-way' | 'blocked' = 'under-way') =>
    new StateBuilder(aPlan({ indicators, measures: [aMeasure()] }))
      .read(
        '2020-06-20',
        ...Object.entries(values).map(([indicator, value]) => aReading('2020-06', value, { indicator })),
      )
      .report('2020-06-20', aReport('2020-06', { status }))
  const standing = (builder: StateBuilder) =>
    measureMonth(builder.state, '2020-06', 'latest').programmes[0] ?? expect.fail()

  it('counts its own and the headline targets it carries', () => {
    expect(standing(build({ a: 60, b: 45, c: 10, h: 100 }))).toMatchObject({
      counts: { blue: 1, green: 2, yellow: 1, red: 1, grey: 0 },
      worst: { kind: 'indicator', id: 'b' },
      light: 'yellow',
      completion: 0.45,
      paceRatio: 0.9,
    })
  })

  it('names the lowest pace among equal lights, and plan order after that', () => {
    expect(standing(build({ a: 44, b: 43, c: 0, h: 46 })).worst).toEqual({ kind: 'indicator', id: 'b' })
    expect(standing(build({ a: 44, b: 44, c: 0, h: 44 })).worst).toEqual({ kind: 'indicator', id: 'a' })
  })

  it('prefers indicators to measures of the same light, and a worse measure to better indicators', () => {
    expect(standing(build({ a: 44, b: 60, c: 60, h: 60 }, 'blocked')).worst).toEqual({
      kind: 'indicator',
      id: 'a',
    })
    expect(standing(build({ a: 60, b: 60, c: 60, h: 60 }, 'blocked')).worst).toEqual({
      kind: 'measure',
      id: 'p1m1',
    })
  })

  it('puts 未填报 before green', () => {
    expect(standing(build({ a: 60, c: 60, h: 60 })).worst).toEqual({ kind: 'indicator', id: 'b' })
  })

  it('gives a department what it leads', () => {
    const { departments } = measureMonth(build({ a: 60, b: 60, c: 60, h: 10 }).state, '2020-06', 'latest')
    expect(departments.map((each) => [each.id, Object.values(each.counts).reduce((a, b) => a + b)])).toEqual([
      ['gaoxin', 4],
      ['keyan', 1],
    ])
  })
})
