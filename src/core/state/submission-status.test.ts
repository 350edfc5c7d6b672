import { describe, expect, it } from 'vitest'
import {
  aMeasure,
  anIndicator,
  aPlan,
  aReading,
  aReport,
  aTarget,
  StateBuilder,
} from '../testing/builders.ts'
import { measureMonth } from './measure-month.ts'
import { expectedCells, partlyFilled, submissionStatus } from './submission-status.ts'

describe('expected cells', () => {
  const yearly = anIndicator({ id: 'y', mode: 'yearly', dueMonth: 6 })

  it('wants a yearly figure from its due month until it has a number', () => {
    const builder = new StateBuilder(aPlan({ indicators: [yearly] }))
    const expected = (month: string) =>
      expectedCells(builder.state, 'gaoxin', month).map((cell) => `${cell.id}${cell.isFilled ? '✓' : ''}`)
    expect(expected('2020-05')).toEqual([])
    expect(expected('2020-06')).toEqual(['y'])
    builder.read(
      '2020-07-20',
      aReading('2020-06', 'not-yet-published', { indicator: 'y' }),
      aReading('2020-07', 2, { indicator: 'y' }),
    )
    expect(expected('2020-06')).toEqual(['y✓'])
    expect(expected('2020-07')).toEqual(['y✓'])
    expect(expected('2020-08')).toEqual([])
  })

  it('wants problems and next steps of a blocked measure, and keeps a done one done', () => {
    const builder = new StateBuilder(aPlan({ indicators: [], measures: [aMeasure()] }))
    const filled = (month: string) =>
      expectedCells(builder.state, 'gaoxin', month).map((cell) => cell.isFilled)
    expect(filled('2020-03')).toEqual([false])
    builder.report('2020-03-20', aReport('2020-03', { status: 'blocked', problems: '资金' }))
    expect(filled('2020-03')).toEqual([false])
    builder.report(
      '2020-03-21',
      aReport('2020-03', { status: 'blocked', problems: '资金', nextSteps: '协调' }),
    )
    expect(filled('2020-03')).toEqual([true])
    builder.report('2020-04-21', aReport('2020-04', { status: 'done' }))
    expect(filled('2020-05')).toEqual([true])
  })

  it('names the localities that are still blank once one of them is filled in', () => {
    const builder = new StateBuilder(aPlan({ indicators: [anIndicator({ byLocality: true })] }))
    const partly = () => partlyFilled(expectedCells(builder.state, 'gaoxin', '2020-03'))
    expect(partly()).toEqual([])
    builder.read('2020-03-20', aReading('2020-03', 2, { locality: 'lianshui' }))
    expect(partly()).toEqual([{ id: 'i1', name: '新增高企', localities: ['盱眙县'] }])
    expect(expectedCells(builder.state, 'gaoxin', '2020-03')).toMatchObject([{ isFilled: true }])
    builder.read('2020-03-20', aReading('2020-03', 'no-progress', { locality: 'xuyi' }))
    expect(partly()).toEqual([])
  })

  it('has no blank localities where the whole was typed', () => {
    const builder = new StateBuilder(aPlan({ indicators: [anIndicator({ byLocality: true })] }))
    builder.read('2020-03-20', aReading('2020-03', 2))
    expect(partlyFilled(expectedCells(builder.state, 'gaoxin', '2020-03'))).toEqual([])
  })

  it('expects nothing of participants and groups', () => {
    const { state } = new StateBuilder()
    expect(expectedCells(state, 'keyan', '2020-03')).toEqual([])
    expect(measureMonth(state, '2020-03', 'accepted').submissions.map((each) => each.department)).toEqual([
      'gaoxin',
    ])
  })
})

describe('submission', () => {
  const filled = () => new StateBuilder().read('2020-06-20', aReading('2020-06', 60))
  const status = (builder: StateBuilder) => submissionStatus(builder.state, 'gaoxin', '2020-06')

  it('goes from none to draft to submitted, on time', () => {
    expect(status(new StateBuilder()).state).toBe('none')
    expect(status(filled()).state).toBe('draft')
    expect(status(filled().submit('2020-06-25T23:59:59', '2020-06'))).toMatchObject({
      state: 'submitted',
      onTime: true,
      submittedAt: '2020-06-25T15:59:59.000Z',
      filled: 1,
      expected: 1,
    })
  })

  it('is late from the first second of the next day', () => {
    expect(status(filled().submit('2020-06-26T00:00', '2020-06')).onTime).toBe(false)
  })

  it('counts returns, keeps the reason and judges the resubmission', () => {
    const builder = filled().submit('2020-06-21', '2020-06').sendBack('2020-06-22', '2020-06', '名单不符')
    expect(status(builder)).toMatchObject({ state: 'returned', timesReturned: 1, returnReason: '名单不符' })
    expect(status(builder.submit('2020-06-27', '2020-06'))).toMatchObject({
      state: 'submitted',
      onTime: false,
    })
  })

  it('does not turn late through a correction', () => {
    const builder = filled()
      .submit('2020-06-21', '2020-06')
      .accept('2020-06-22', '2020-06')
      .correct('2020-08-01', '2020-06')
    expect(status(builder)).toMatchObject({ state: 'correcting', onTime: true })
    expect(status(builder.submit('2020-08-02', '2020-06'))).toMatchObject({
      state: 'submitted',
      onTime: true,
    })
  })

  it('does not judge a due day before the plan was in force', () => {
    const builder = new StateBuilder(aPlan(), '2020-07-01')
      .read('2020-07-02', aReading('2020-06', 60))
      .submit('2020-07-02', '2020-06')
    expect(status(builder).onTime).toBeNull()
  })

  it('gives both rates', () => {
    const plan = aPlan({
      indicators: [
        anIndicator(),
        anIndicator({ id: 'i2', lead: 'keyan', programme: null }),
        anIndicator({ id: 'i3', lead: 'keyan', programme: null, targets: [aTarget()] }),
      ],
    })
    const builder = new StateBuilder(plan)
      .read('2020-06-20', aReading('2020-06', 60), aReading('2020-06', 1, { indicator: 'i2' }))
      .submit('2020-06-21', '2020-06')
    expect(measureMonth(builder.state, '2020-06', 'accepted')).toMatchObject({
      reportingRate: 0.5,
      fillRate: 2 / 3,
    })
  })

  it('follows a short month’s last day', () => {
    const builder = new StateBuilder(aPlan({ reportingDueDay: 31 }))
      .read('2020-02-20', aReading('2020-02', 60))
      .submit('2020-02-29T20:00', '2020-02')
    expect(submissionStatus(builder.state, 'gaoxin', '2020-02').onTime).toBe(true)
  })
})
