import { describe, expect, it } from 'vitest'
import type { Person } from '../journal/journal-entry.ts'
import type { Outcome } from '../outcome.ts'
import { aMeasure, anIndicator, aPlan, aReading, aReport, StateBuilder } from '../testing/builders.ts'
import { decideRecord } from './record.ts'
import type { Decision } from './record-sheet.ts'
import { decideAccept, decideSendBack, decideSubmit } from './submission.ts'

const clerk: Person = { name: '王敏', department: 'gaoxin', role: 'clerk' }
const other: Person = { name: '赵刚', department: 'keyan', role: 'clerk' }
const head: Person = { name: '孙处', department: 'gaoxin', role: 'head' }
const office: Person = { name: '李强', department: null, role: 'office' }

const outcome = (decided: Outcome<Decision>) =>
  decided.ok
    ? decided.value.drafts.map((draft) => draft.kind).join(' ')
    : `${decided.rejection.code} ${decided.rejection.message}`

const RECORDED = 'indicator-reading-recorded'

describe('the submission’s life', () => {
  const small = aPlan({ measures: [aMeasure()] })
  const filled = () =>
    new StateBuilder(small)
      .read('2020-06-20', aReading('2020-06', 3))
      .report('2020-06-20', aReport('2020-06', { status: 'under-way' }))
  const place = { department: 'gaoxin', month: '2020-06' }

  it('goes through with localities blank, saying which', () => {
    const byLocality = aPlan({ indicators: [anIndicator({ byLocality: true })] })
    const builder = new StateBuilder(byLocality).read(
      '2020-06-20',
      aReading('2020-06', 3, { locality: 'lianshui' }),
    )
    const decided = decideSubmit(builder.state, builder.plan, place, clerk)
    expect(decided.ok && decided.value).toMatchObject({
      drafts: [{ kind: 'submission-submitted' }],
      warnings: [
        {
          indicator: 'i1',
          code: 'localities-blank',
          message:
            '“新增高企”还有1个县区园区没有填（盱眙县），合计里没有它们的数；没有进展的请选“本月无进展”。',
        },
      ],
    })
  })

  it('is refused while a cell is blank, naming each', () => {
    const { state, plan: index } = new StateBuilder(small)
    const decided = decideSubmit(state, index, place, clerk)
    expect(decided.ok || decided.rejection).toMatchObject({
      code: 'cells-blank',
      message: '还有2项没有填，不能报送，请先补填：新增高企、强化培育。',
      details: [
        { place: 'i1', message: '“新增高企”未填' },
        { place: 'p1m1', message: '“强化培育”未填' },
      ],
    })
  })

  it('walks through submit, return, submit, accept', () => {
    const builder = filled()
    const { state, plan: index } = builder
    expect(outcome(decideAccept(state, index, place, office))).toBe(
      'not-submitted 高新处2020年6月还没有报送，不能审核，请等处室报送后再办。',
    )
    expect(outcome(decideSubmit(state, index, place, clerk))).toBe('submission-submitted')
    builder.submit('2020-06-21', '2020-06')
    expect(outcome(decideSubmit(state, index, place, clerk))).toBe(
      'not-submittable 高新处2020年6月已报送，不能再报送，如需修改请写明更正原因。',
    )
    expect(outcome(decideSendBack(state, index, { ...place, reason: ' ' }, office))).toBe(
      'reason-missing 退回必须写明原因，请补写。',
    )
    expect(outcome(decideSendBack(state, index, { ...place, reason: '名单不符' }, clerk))).toContain(
      'not-permitted',
    )
    expect(outcome(decideSendBack(state, index, { ...place, reason: '名单不符' }, head))).toBe(
      'submission-returned',
    )
    builder.sendBack('2020-06-22', '2020-06')
    expect(outcome(decideSubmit(state, index, place, clerk))).toBe('submission-submitted')
    builder.submit('2020-06-23', '2020-06')
    expect(outcome(decideAccept(state, index, place, clerk))).toContain('not-permitted')
    expect(outcome(decideAccept(state, index, place, office))).toBe('submission-accepted')
    builder.accept('2020-06-24', '2020-06')
    expect(outcome(decideAccept(state, index, place, office))).toContain('already-accepted')
    expect(outcome(decideSendBack(state, index, { ...place, reason: '再看' }, office))).toContain(
      'already-accepted',
    )
  })

  it('locks a submitted month; a reason makes the change a correction', () => {
    const builder = filled().submit('2020-06-21', '2020-06')
    const sheet = { ...place, readings: [{ indicator: 'i1', value: 4 }] }
    expect(outcome(decideRecord(builder.state, builder.plan, sheet, clerk))).toBe(
      'month-locked 高新处2020年6月已报送，数据已锁定，如需修改请写明更正原因。',
    )
    expect(outcome(decideRecord(builder.state, builder.plan, { ...sheet, reason: '漏报1家' }, clerk))).toBe(
      `correction-opened ${RECORDED}`,
    )
  })

  it('does not let a department without cells report', () => {
    const { state, plan: index } = new StateBuilder(small)
    expect(outcome(decideSubmit(state, index, { department: 'keyan', month: '2020-06' }, other))).toBe(
      'nothing-to-report 科研处在2020年6月没有要填报的内容，不用报送，请核对处室和月份。',
    )
  })
})
