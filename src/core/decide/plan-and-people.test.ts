import { describe, expect, it } from 'vitest'
import type { Person } from '../journal/journal-entry.ts'
import type { Outcome } from '../outcome.ts'
import { aMeasure, anIndicator, aPlan, aTarget, StateBuilder } from '../testing/builders.ts'
import { decidePerson, decidePlan, decideTargetRevision } from './plan-and-people.ts'
import type { Decision } from './record-sheet.ts'

const clerk: Person = { name: '王敏', department: 'gaoxin', role: 'clerk' }
const other: Person = { name: '赵刚', department: 'keyan', role: 'clerk' }
const office: Person = { name: '李强', department: null, role: 'office' }

const outcome = (decided: Outcome<Decision>) =>
  decided.ok
    ? decided.value.drafts.map((draft) => draft.kind).join(' ')
    : `${decided.rejection.code} ${decided.rejection.message}`

const plan = aPlan()

const FIRST_COMMITTED = 'indicators[0].targets[0].committed'

describe('plan and people', () => {
  it('refuses a plan with an item nobody leads', () => {
    const decided = decidePlan(aPlan({ indicators: [anIndicator({ programme: null, lead: null })] }), {
      isExample: false,
      bureauName: null,
    })
    expect(decided.ok || decided.rejection).toMatchObject({
      code: 'plan-lead-missing',
      details: [{ place: 'indicators[0].lead' }],
    })
  })

  it.each([
    [aPlan({ indicators: [anIndicator(), anIndicator()] }), 'indicators[1].id'],
    [aPlan({ indicators: [anIndicator({ lead: 'nobody' })] }), 'indicators[0].lead'],
    [aPlan({ indicators: [anIndicator({ lead: 'localities' })] }), 'indicators[0].lead'],
    [aPlan({ indicators: [anIndicator({ programme: 'p9' })] }), 'indicators[0].programme'],
    [aPlan({ indicators: [anIndicator({ curve: [0.5, 0.4, 1] })] }), 'indicators[0].curve'],
    [aPlan({ indicators: [anIndicator({ mode: 'yearly' })] }), 'indicators[0].dueMonth'],
    [
      aPlan({ indicators: [anIndicator({ targets: [aTarget({ year: 2030 })] })] }),
      'indicators[0].targets[0].year',
    ],
    [aPlan({ indicators: [anIndicator({ targets: [aTarget({ committed: 1e15 })] })] }), FIRST_COMMITTED],
    [aPlan({ indicators: [anIndicator({ targets: [aTarget({ committed: 1e-30 })] })] }), FIRST_COMMITTED],
    [
      aPlan({ indicators: [anIndicator({ targets: [aTarget({ committed: 100, stretch: 99.5 })] })] }),
      'indicators[0].targets[0].stretch',
    ],
    [
      aPlan({
        indicators: [
          anIndicator({ targets: [aTarget({ comparator: 'at-most', committed: 5, stretch: 6 })] }),
        ],
      }),
      'indicators[0].targets[0].stretch',
    ],
    [
      aPlan({ measures: [aMeasure({ milestones: [{ id: 's', name: '办法', due: '2020-6' }] })] }),
      'programmes[0].measures[0].milestones[0].due',
    ],
    [aPlan({ years: { from: 2021, to: 2020 } }), 'years'],
    [aPlan({ bands: { green: 0.8, yellow: 0.9 } }), 'bands'],
    [aPlan({ indicators: [anIndicator({ id: 'a/b' })] }), 'indicators[0].id'],
    [aPlan({ indicators: [anIndicator({ id: 'i1\ud800' })] }), 'indicators[0].id'],
  ])('names the place of what is wrong (%#)', (wrong, place) => {
    const decided = decidePlan(wrong, { isExample: false, bureauName: null })
    expect(decided.ok ? [] : decided.rejection.details.map((detail) => detail.place)).toContain(place)
  })

  it('lets only the office add people, each name once', () => {
    const { state, plan: index } = new StateBuilder(plan).append(
      [{ kind: 'person-added', subject: 'person/王敏', basis: null, body: clerk }],
      '2020-01-03',
    )
    expect(outcome(decidePerson(state, index, other, office))).toBe('person-added')
    expect(outcome(decidePerson(state, index, other, clerk))).toContain('not-permitted')
    expect(outcome(decidePerson(state, index, clerk, office))).toBe(
      'person-exists 已经有名为“王敏”的人员，同名的请加上处室以示区别。',
    )
    expect(outcome(decidePerson(state, index, { ...other, name: '王敏\u200b' }, office))).toBe(
      'person-name-odd 姓名“王敏\u200b”里有看不见的字符，请重新输入姓名。',
    )
    expect(outcome(decidePerson(state, index, { ...other, department: 'zzz' }, office))).toContain(
      'unknown-department',
    )
  })

  it('revises a target with a reason, keeping what is not mentioned', () => {
    const { state, plan: index } = new StateBuilder(plan)
    const revision = { indicator: 'i1', committed: 80, from: '2020-07', reason: '政策调整' }
    expect(outcome(decideTargetRevision(state, index, revision, office))).toBe('target-revised')
    expect(outcome(decideTargetRevision(state, index, { ...revision, reason: '' }, office))).toContain(
      'reason-missing',
    )
    expect(outcome(decideTargetRevision(state, index, { ...revision, committed: '八十' }, office))).toContain(
      'number-not-understood',
    )
    expect(outcome(decideTargetRevision(state, index, revision, clerk))).toContain('not-permitted')
  })
})
