import { describe, expect, it } from 'vitest'
import type { Person } from '../journal/journal-entry.ts'
import type { Outcome } from '../outcome.ts'
import type { PlanChange } from '../plan/plan-change.ts'
import { measureMonth } from '../state/measure-month.ts'
import { anIndicator, aPlan, aReading, aTarget, StateBuilder } from '../testing/builders.ts'
import { decideAmendment } from './amend-plan.ts'
import { decideTargetRevision } from './plan-and-people.ts'
import type { Decision } from './record-sheet.ts'
import { decideWithdrawal } from './withdraw-amendment.ts'

const office: Person = { name: '李强', department: null, role: 'office' }
const clerk: Person = { name: '王敏', department: 'gaoxin', role: 'clerk' }
const start = () => new StateBuilder(aPlan({ years: { from: 2020, to: 2020 } }))

function add(builder: StateBuilder, decided: Outcome<Decision>, at: string): string {
  if (!decided.ok) throw new Error(decided.rejection.message)
  builder.append(decided.value.drafts, at, '李强')
  return builder.entries.at(-1)?.id ?? ''
}

const amend = (builder: StateBuilder, change: PlanChange, from = '2020-06', at = '2020-05-01') =>
  add(
    builder,
    decideAmendment(builder.state, builder.plan, { from, reason: '调整', changes: [change] }, office),
    at,
  )
const revise = (builder: StateBuilder, committed: number, from = '2020-06') =>
  add(
    builder,
    decideTargetRevision(
      builder.state,
      builder.plan,
      { indicator: 'i1', committed, from, reason: '市里调整' },
      office,
    ),
    '2020-05-01',
  )
const withdraw = (builder: StateBuilder, entry: string, reason = '录错指标', actor = office) =>
  decideWithdrawal(builder.state, builder.plan, { entry, reason }, actor)
const refusal = (decided: Outcome<Decision>) => (decided.ok ? 'accepted' : decided.rejection.message)
const standing = (builder: StateBuilder, month = '2020-08') =>
  JSON.stringify(measureMonth(builder.state, month, 'latest'))

describe('taking an amendment back', () => {
  it('leaves the plan as it was without it, and both entries in the history', () => {
    const builder = start().read('2020-05-20', aReading('2020-05', 30))
    const before = standing(builder)
    const entry = revise(builder, 80)
    expect(standing(builder)).not.toBe(before)
    add(builder, withdraw(builder, entry), '2020-06-02')
    expect(standing(builder)).toBe(before)
    expect(builder.state.plans[0]?.events).toMatchObject([
      { entry, withdrawn: { reason: '录错指标', author: '李强' } },
    ])
    expect(builder.entries.map(({ kind }) => kind)).toContain('target-revised')
  })

  it('brings the revision before it back', () => {
    const builder = start()
    revise(builder, 80)
    const second = revise(builder, 60)
    add(builder, withdraw(builder, second), '2020-06-02')
    expect(builder.plan.at('2020-06').indicatorsById.get('i1')?.indicator.targets).toContainEqual(
      expect.objectContaining({ committed: 80, from: '2020-06' }),
    )
  })

  it('gives dropped items and merged units back', () => {
    const builder = start()
    const dropped = amend(builder, { kind: 'item-dropped', item: 'indicator', id: 'i1' })
    const merged = amend(builder, { kind: 'unit-merged', unit: 'keyan', into: 'gaoxin' })
    for (const entry of [dropped, merged]) add(builder, withdraw(builder, entry), '2020-05-02')
    const { indicatorsById, departmentsById, successors } = builder.plan.at('2020-08')
    expect(indicatorsById.get('i1')?.indicator.until).toBeUndefined()
    expect(departmentsById.get('keyan')?.mergedInto).toBeUndefined()
    expect(successors.size).toBe(0)
  })

  it('is refused where a reported month would ask something else', () => {
    const added = anIndicator({ id: 'i2', name: '入库', targets: [aTarget({ committed: 10 })] })
    const builder = start()
    const entry = amend(builder, { kind: 'indicator-added', indicator: added })
    builder.read('2020-06-20', aReading('2020-06', 1), aReading('2020-06', 1, { indicator: 'i2' }))
    builder.submit('2020-06-21', '2020-06')
    expect(refusal(withdraw(builder, entry))).toBe(
      '2020年6月高新处已经报送，这条调整不能撤回，请从2020年7月起另作一次调整。',
    )
  })

  it('is refused while a later amendment rests on it', () => {
    const builder = start()
    const programme = { id: 'p2', name: '新行动', lead: 'gaoxin' }
    const first = amend(builder, { kind: 'programme-added', programme })
    amend(builder, { kind: 'indicator-added', indicator: anIndicator({ id: 'i3', programme: 'p2' }) })
    expect(refusal(withdraw(builder, first))).toContain('请先撤回后来的调整')
  })

  it('is refused while somebody belongs to a unit that would be gone', () => {
    const builder = start()
    const unit = { id: 'unit1', name: '合作处', kind: 'department' as const }
    const entry = amend(builder, { kind: 'unit-added', unit })
    builder.append(
      [
        {
          kind: 'person-added',
          subject: 'person/周洋',
          basis: null,
          body: { name: '周洋', department: 'unit1', role: 'clerk' },
        },
      ],
      '2020-05-03',
      '李强',
    )
    expect(refusal(withdraw(builder, entry))).toBe(
      '撤回后处室“合作处”不再存在，周洋还在这个处室，请先在设置里调整人员。',
    )
  })

  it('wants a reason, the office, and an amendment that still holds', () => {
    const builder = start()
    const entry = revise(builder, 80)
    expect(refusal(withdraw(builder, entry, ' '))).toBe('撤回调整必须写明原因，请补写。')
    expect(refusal(withdraw(builder, entry, '录错', clerk))).toContain('不能办理办公室的事项')
    add(builder, withdraw(builder, entry), '2020-05-02')
    expect(refusal(withdraw(builder, entry))).toBe('没有这条调整，可能已经撤回，请刷新后核对。')
    expect(refusal(withdraw(builder, 'e0'))).toBe('没有这条调整，可能已经撤回，请刷新后核对。')
  })
})
