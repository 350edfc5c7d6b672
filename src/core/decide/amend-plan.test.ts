import { describe, expect, it } from 'vitest'
import type { Person } from '../journal/journal-entry.ts'
import { itemsOfDepartment } from '../measuring/standing.ts'
import type { PlanChange } from '../plan/plan-change.ts'
import { measureMonth } from '../state/measure-month.ts'
import { submissionStatus } from '../state/submission-status.ts'
import {
  aMeasure,
  anIndicator,
  aPlan,
  aReading,
  aReport,
  aTarget,
  StateBuilder,
} from '../testing/builders.ts'
import { decideAmendment } from './amend-plan.ts'
import { decideRecord } from './record.ts'

const office: Person = { name: '李强', department: null, role: 'office' }
const clerk: Person = { name: '王敏', department: 'gaoxin', role: 'clerk' }
const other: Person = { name: '赵刚', department: 'keyan', role: 'clerk' }

const plan = aPlan({
  years: { from: 2020, to: 2020 },
  measures: [aMeasure(), aMeasure({ id: 'p1m2', name: '服务企业' })],
  indicators: [anIndicator(), anIndicator({ id: 'i2', name: '入库', lead: null })],
})

function decide(builder: StateBuilder, changes: readonly PlanChange[], extra: object = {}, actor = office) {
  const input = { from: '2020-07', reason: '市政府调整', changes, ...extra }
  return decideAmendment(builder.state, builder.plan, input, actor)
}

function amended(builder: StateBuilder, changes: readonly PlanChange[], extra: object = {}): StateBuilder {
  const decided = decide(builder, changes, extra)
  if (!decided.ok) throw new Error(decided.rejection.message)
  return builder.append(decided.value.drafts, '2020-06-20', '李强')
}

const sentence = (decided: ReturnType<typeof decide>) =>
  decided.ok ? 'accepted' : `${decided.rejection.code} ${decided.rejection.message}`

const leadsOf = (builder: StateBuilder, department: string, month: string) => {
  const { indicators, measures } = itemsOfDepartment(builder.plan.at(month), department)
  return [...indicators.map(({ indicator }) => indicator.id), ...measures.map(({ measure }) => measure.id)]
}

const added = aMeasure({ id: 'p1m9', name: '新增举措', lead: 'keyan' })

describe('an amendment of the plan', () => {
  it('adds a measure from its month on, and asks for it from then', () => {
    const builder = amended(new StateBuilder(plan), [
      { kind: 'measure-added', programme: 'p1', measure: added },
    ])
    expect(submissionStatus(builder.state, 'keyan', '2020-06').expected).toBe(0)
    expect(submissionStatus(builder.state, 'keyan', '2020-07').expected).toBe(1)
    expect(measureMonth(builder.state, '2020-06', 'latest').measures.map(({ id }) => id)).not.toContain(
      'p1m9',
    )
  })

  it('hands an item over: earlier months stay with the unit that reported them', () => {
    const builder = amended(new StateBuilder(plan), [
      { kind: 'indicator-changed', id: 'i1', fields: { lead: 'keyan' } },
    ])
    expect(leadsOf(builder, 'gaoxin', '2020-06')).toEqual(['i1', 'i2', 'p1m1', 'p1m2'])
    expect(leadsOf(builder, 'gaoxin', '2020-07')).toEqual(['i2', 'p1m1', 'p1m2'])
    const sheet = (month: string) => ({
      month,
      department: 'gaoxin',
      readings: [{ indicator: 'i1', value: 3 }],
    })
    expect(decideRecord(builder.state, builder.plan, sheet('2020-06'), clerk).ok).toBe(true)
    const late = decideRecord(builder.state, builder.plan, sheet('2020-07'), clerk)
    expect(late.ok ? '' : late.rejection.code).toBe('not-your-indicator')
  })

  it('lets inherited items follow their programme, and named ones stay', () => {
    const builder = amended(new StateBuilder(plan), [
      { kind: 'programme-changed', id: 'p1', fields: { lead: 'keyan' } },
    ])
    expect(leadsOf(builder, 'keyan', '2020-07')).toEqual(['i2', 'p1m1', 'p1m2'])
    expect(leadsOf(builder, 'gaoxin', '2020-07')).toEqual(['i1'])
  })

  it('carries a figure on through a hand-over', () => {
    const builder = new StateBuilder(plan).read('2020-06-20', aReading('2020-06', 40))
    amended(builder, [{ kind: 'unit-handed-over', unit: 'gaoxin', to: 'keyan' }])
    builder.read('2020-07-20', aReading('2020-07', 5))
    const { indicators } = measureMonth(builder.state, '2020-07', 'latest')
    expect(indicators.find(({ id }) => id === 'i1')?.actual).toBe(45)
  })

  it('drops an item with the month before, and what began in the same month as if it had never been', () => {
    const builder = amended(new StateBuilder(plan), [{ kind: 'item-dropped', item: 'measure', id: 'p1m2' }])
    const measuresIn = (month: string) =>
      measureMonth(builder.state, month, 'latest').measures.map(({ id }) => id)
    expect([measuresIn('2020-06'), measuresIn('2020-07')]).toEqual([['p1m1', 'p1m2'], ['p1m1']])
    amended(builder, [{ kind: 'measure-added', programme: 'p1', measure: added }])
    amended(builder, [{ kind: 'item-dropped', item: 'measure', id: 'p1m9' }])
    expect(builder.plan.measuresById.has('p1m9')).toBe(false)
  })

  it('splits an indicator into parts that follow it in its place', () => {
    const part = (id: string) => anIndicator({ id, name: id, targets: [aTarget({ committed: 30 })] })
    const builder = amended(new StateBuilder(plan), [
      { kind: 'indicator-split', id: 'i1', into: [part('i1a'), part('i1b')] },
    ])
    const idsIn = (month: string) =>
      measureMonth(builder.state, month, 'latest').indicators.map(({ id }) => id)
    expect([idsIn('2020-06'), idsIn('2020-07')]).toEqual([
      ['i1', 'i2'],
      ['i1a', 'i1b', 'i2'],
    ])
    expect(builder.plan.indicatorsById.get('i1b')?.indicator).toMatchObject({
      from: '2020-07',
      splitFrom: 'i1',
    })
  })

  it('renames a unit from a month on, in every plan that is not over', () => {
    const next = aPlan({ title: '2021年', years: { from: 2021, to: 2021 }, indicators: [] })
    const builder = new StateBuilder(plan).append(
      [
        {
          kind: 'plan-put-in-force',
          subject: 'plan',
          basis: null,
          body: { plan: next, isExample: false, bureauName: null },
        },
      ],
      '2020-06-01',
    )
    amended(builder, [{ kind: 'unit-renamed', unit: 'gaoxin', name: '高新技术处' }])
    const nameIn = (month: string) => builder.plan.at(month).departmentsById.get('gaoxin')?.name
    expect([nameIn('2020-06'), nameIn('2020-07'), nameIn('2021-02')]).toEqual([
      '高新处',
      '高新技术处',
      '高新技术处',
    ])
  })

  it('merges a unit: its items, its people and its own old months go to the other', () => {
    const builder = amended(new StateBuilder(plan), [{ kind: 'unit-merged', unit: 'gaoxin', into: 'keyan' }])
    expect(leadsOf(builder, 'keyan', '2020-07')).toEqual(['i1', 'i2', 'p1m1', 'p1m2'])
    expect(leadsOf(builder, 'gaoxin', '2020-07')).toEqual([])
    const old = { month: '2020-06', department: 'gaoxin', readings: [{ indicator: 'i1', value: 3 }] }
    const now = { month: '2020-07', department: 'keyan', readings: [{ indicator: 'i1', value: 3 }] }
    for (const person of [clerk, other])
      for (const sheet of [old, now])
        expect(decideRecord(builder.state, builder.plan, sheet, person).ok).toBe(true)
  })

  it('lets a draft that was begun follow its cell to the new unit', () => {
    const builder = new StateBuilder(plan).read('2020-06-20', aReading('2020-07', 4))
    amended(builder, [{ kind: 'indicator-changed', id: 'i1', fields: { lead: 'keyan' } }])
    const states = ['gaoxin', 'keyan'].map((unit) => submissionStatus(builder.state, unit, '2020-07').state)
    expect(states).toEqual(['none', 'draft'])
  })

  it('changes bands and due day with a date', () => {
    const builder = new StateBuilder(plan).read('2020-06-20', aReading('2020-06', 30), aReading('2020-07', 5))
    amended(builder, [{ kind: 'rules-changed', bands: { green: 0.5, yellow: 0.4 }, reportingDueDay: 10 }])
    const lightIn = (month: string) => measureMonth(builder.state, month, 'latest').indicators[0]?.light
    expect([lightIn('2020-06'), lightIn('2020-07')]).toEqual(['red', 'green'])
    expect([builder.plan.at('2020-06').dueDay, builder.plan.at('2020-07').dueDay]).toEqual([25, 10])
  })

  it('does not count a due day against an item that was added after it', () => {
    const builder = new StateBuilder(plan)
    const decided = decide(
      builder,
      [{ kind: 'indicator-added', indicator: anIndicator({ id: 'i9', name: '追加', lead: 'keyan' }) }],
      { from: '2020-07' },
    )
    if (!decided.ok) throw new Error(decided.rejection.message)
    builder.append(decided.value.drafts, '2020-07-28', '李强')
    builder.read('2020-07-29', aReading('2020-07', 90, { indicator: 'i9' }), aReading('2020-07', 90))
    const labels = measureMonth(builder.state, '2020-07', 'latest').indicators.map(({ label }) => label)
    expect(labels).toEqual(['黄(已补)', '未填报', '正常'])
  })

  it('lets what begins later win over what was written later', () => {
    const builder = new StateBuilder(plan)
    amended(builder, [{ kind: 'unit-renamed', unit: 'gaoxin', name: '九月名' }], { from: '2020-09' })
    amended(builder, [{ kind: 'unit-renamed', unit: 'gaoxin', name: '七月名' }], { from: '2020-07' })
    const nameIn = (month: string) => builder.plan.at(month).departmentsById.get('gaoxin')?.name
    expect([nameIn('2020-06'), nameIn('2020-08'), nameIn('2020-09')]).toEqual(['高新处', '七月名', '九月名'])
  })
})

describe('an amendment is refused', () => {
  const rename: PlanChange = { kind: 'unit-renamed', unit: 'gaoxin', name: '高新技术处' }

  it.each([
    [[rename], { reason: ' ' }, 'reason-missing'],
    [[], {}, 'amendment-empty'],
    [[rename], { from: '2019-07' }, 'month-outside-plan'],
    [[rename], { from: '七月' }, 'invalid-month'],
    [[{ kind: 'measure-changed', id: 'p1m7', fields: {} }], {}, 'plan-item-missing'],
    [[{ kind: 'unit-merged', unit: 'gaoxin', into: 'zzz' }], {}, 'unknown-department'],
    [[{ kind: 'unit-merged', unit: 'gaoxin', into: 'gaoxin' }], {}, 'unit-to-itself'],
    [[{ kind: 'programme-changed', id: 'p1', fields: { lead: null } }], {}, 'amendment-invalid'],
    [[{ kind: 'indicator-changed', id: 'i1', fields: { curve: [1] } }], {}, 'amendment-invalid'],
    [[{ kind: 'unit-handed-over', unit: 'gaoxin', to: 'localities' }], {}, 'amendment-invalid'],
  ] as [PlanChange[], object, string][])('%#: %j', (changes, extra, code) => {
    expect(sentence(decide(new StateBuilder(plan), changes, extra))).toContain(code)
  })

  it('by anyone but the office', () => {
    expect(sentence(decide(new StateBuilder(plan), [rename], {}, clerk))).toContain('not-permitted')
  })

  it('where a unit has reported the month that would ask something else of it', () => {
    const builder = new StateBuilder(plan)
      .report('2020-07-20', aReport('2020-07'))
      .submit('2020-07-20', '2020-07')
    const handOver: PlanChange = { kind: 'indicator-changed', id: 'i1', fields: { lead: 'keyan' } }
    expect(sentence(decide(builder, [handOver]))).toBe(
      'amendment-too-early 2020年7月高新处已经报送，调整不能改动它，请改为从2020年8月起生效。',
    )
    expect(sentence(decide(builder, [handOver], { from: '2020-08' }))).toBe('accepted')
    expect(sentence(decide(builder, [rename]))).toBe('accepted')
  })

  it('where the due day of a reported month would move, with the month from which it may', () => {
    const builder = new StateBuilder(plan).submit('2020-07-20', '2020-07')
    const earlier: PlanChange = { kind: 'rules-changed', reportingDueDay: 5 }
    expect(sentence(decide(builder, [earlier]))).toBe(
      'amendment-too-early 2020年7月高新处已经报送，调整不能改动它，请改为从2020年8月起生效。',
    )
    expect(sentence(decide(builder, [earlier], { from: '2020-08' }))).toBe('accepted')
    expect(sentence(decide(builder, [{ kind: 'rules-changed', reportingDueDay: 25 }]))).toBe('accepted')
  })

  it('not where another plan says when the reported month is due', () => {
    const long = aPlan({
      title: '五年规划',
      years: { from: 2020, to: 2021 },
      programmes: [{ id: 'q1', name: '规划行动', lead: 'gaoxin' }],
      indicators: [anIndicator({ id: 'q2', name: '规划指标', programme: 'q1' })],
    })
    const body = { plan: long, isExample: false, bureauName: null }
    const builder = new StateBuilder(plan)
      .append([{ kind: 'plan-put-in-force', subject: 'plan', basis: null, body }], '2020-01-03')
      .submit('2020-07-20', '2020-07')
      .submit('2021-02-20', '2021-02')
    const ofLong = (from: string) => {
      const id = builder.plan.at('2020-07').parts.find((part) => part.plan.title === '五年规划')?.id
      return sentence(decide(builder, [{ kind: 'rules-changed', reportingDueDay: 5 }], { from, plan: id }))
    }
    // 2020 is due by the annual plan's day; in 2021 the long plan is alone
    expect(ofLong('2020-07')).toBe(
      'amendment-too-early 2021年2月高新处已经报送，调整不能改动它，请改为从2021年3月起生效。',
    )
    expect(ofLong('2021-03')).toBe('accepted')
    const alone = new StateBuilder(plan)
      .append([{ kind: 'plan-put-in-force', subject: 'plan', basis: null, body }], '2020-01-03')
      .submit('2020-07-20', '2020-07')
    const id = alone.plan.at('2020-07').parts.find((part) => part.plan.title === '五年规划')?.id
    expect(sentence(decide(alone, [{ kind: 'rules-changed', reportingDueDay: 5 }], { plan: id }))).toBe(
      'accepted',
    )
  })

  it('in the last month, once that is reported, with where to go instead', () => {
    const builder = new StateBuilder(plan).submit('2020-12-20', '2020-12')
    const earlier: PlanChange = { kind: 'rules-changed', reportingDueDay: 5 }
    expect(sentence(decide(builder, [earlier], { from: '2020-12' }))).toBe(
      'no-open-month-left 2020年12月高新处已经报送，此后要点已没有可以调整的月份，请在下一年的要点里改。',
    )
  })

  it('where the month is frozen in a bulletin', () => {
    const builder = new StateBuilder(plan).append(
      [
        {
          kind: 'bulletin-frozen',
          subject: 'bulletin/2020-08',
          basis: null,
          body: { month: '2020-08', issue: 8, heads: {} },
        },
      ],
      '2020-09-02',
    )
    expect(sentence(decide(builder, [rename]))).toBe(
      'amendment-too-early 2020年8月通报已经冻结，调整不能改动它，请改为从2020年9月起生效。',
    )
  })
})
