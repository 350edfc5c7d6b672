import { describe, expect, it } from 'vitest'
import type { Person } from '../journal/journal-entry.ts'
import type { Outcome } from '../outcome.ts'
import { StateBuilder } from '../testing/builders.ts'
import { decideLeaving, decidePersonChange } from './people.ts'
import type { Decision } from './record-sheet.ts'

const office: Person = { name: '李强', department: null, role: 'office' }
const clerk: Person = { name: '王敏', department: 'gaoxin', role: 'clerk' }

function bureau(...people: Person[]): StateBuilder {
  return new StateBuilder().append(
    people.map((body) => ({ kind: 'person-added', subject: `person/${body.name}`, basis: null, body })),
    '2020-01-03',
    '李强',
  )
}

const outcome = (decided: Outcome<Decision>) =>
  decided.ok
    ? decided.value.drafts.map((draft) => draft.kind).join(' ')
    : `${decided.rejection.code} ${decided.rejection.message}`

describe('people', () => {
  it('move to another unit; the last of the office stays one', () => {
    const { state, plan } = bureau(office, clerk)
    expect(outcome(decidePersonChange(state, plan, { ...clerk, department: 'keyan' }, office))).toBe(
      'person-changed',
    )
    expect(outcome(decidePersonChange(state, plan, { ...clerk, department: null }, office))).toContain(
      'unknown-department',
    )
    expect(outcome(decidePersonChange(state, plan, { ...office, role: 'leader' }, office))).toBe(
      'last-office “李强”是唯一的办公室人员，请先添加或指定另一位办公室人员。',
    )
    expect(outcome(decidePersonChange(state, plan, clerk, clerk))).toContain('not-permitted')
  })

  it('leave, and a new name takes over with the same unit and role', () => {
    const builder = bureau(office, clerk)
    const decided = decideLeaving(builder.state, builder.plan, { name: '王敏', successor: '钱进' }, office)
    expect(outcome(decided)).toBe('person-added person-left')
    if (decided.ok) builder.append(decided.value.drafts, '2020-05-06', '李强')
    expect(builder.state.people.get('钱进')).toMatchObject({ department: 'gaoxin', role: 'clerk' })
    expect(builder.state.people.has('王敏')).toBe(false)
    expect(builder.state.formerPeople.get('王敏')).toMatchObject({ successor: '钱进' })
  })

  it('may come back under their name', () => {
    const builder = bureau(office, clerk).append(
      [
        { kind: 'person-left', subject: 'person/王敏', basis: null, body: { name: '王敏', successor: null } },
        { kind: 'person-added', subject: 'person/王敏', basis: null, body: clerk },
      ],
      '2020-06-01',
    )
    expect([...builder.state.formerPeople.keys()]).toEqual([])
    expect(builder.state.people.get('王敏')).toEqual(clerk)
  })

  it.each([
    [{ name: '赵六', successor: null }, 'unknown-person'],
    [
      { name: '王敏', successor: '王敏' },
      'successor-is-self “王敏”不能把工作移交给自己，请选择另一位接手人。',
    ],
    [{ name: '李强', successor: null }, 'last-office'],
    [{ name: '李强', successor: '王敏' }, 'last-office'],
    [{ name: '李强', successor: '新人' }, 'person-added person-left'],
  ])('%j', (leaving, expected) => {
    const { state, plan } = bureau(office, clerk)
    expect(outcome(decideLeaving(state, plan, leaving, office))).toContain(expected)
  })
})
