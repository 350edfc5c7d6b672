import { describe, expect, it } from 'vitest'
import type { SubmissionStatus } from '../../core/measuring/status.ts'
import { chaseLine, chaseText, isOwing } from './chase-text.ts'

function aSubmission(part: Partial<SubmissionStatus>): SubmissionStatus {
  return {
    department: 'gaoxin',
    month: '2020-06',
    state: 'none',
    submittedAt: null,
    submittedBy: null,
    onTime: null,
    timesReturned: 0,
    returnReason: null,
    correctionReason: null,
    acceptedAt: null,
    filled: 0,
    expected: 4,
    ...part,
  }
}

describe('who is chased', () => {
  it('is everyone who owes something and has not submitted', () => {
    expect(isOwing(aSubmission({ state: 'draft' }))).toBe(true)
    expect(isOwing(aSubmission({ state: 'correcting' }))).toBe(true)
    expect(isOwing(aSubmission({ state: 'submitted' }))).toBe(false)
    expect(isOwing(aSubmission({ expected: 0 }))).toBe(false)
  })
})

describe('the wording', () => {
  it('names the exact cells that are missing', () => {
    expect(
      chaseLine({ name: '高新处', submission: aSubmission({}), missing: ['新增高企', '有效高企'] }),
    ).toBe('高新处（未报）：还有2项未填——新增高企、有效高企。')
  })

  it('repeats the reason of a return', () => {
    const submission = aSubmission({ state: 'returned', returnReason: '名单不符' })
    expect(chaseLine({ name: '科研处', submission, missing: [] })).toBe(
      '科研处（退回）：退回待改，原因：名单不符。',
    )
  })

  it('says when only the button is missing', () => {
    expect(chaseLine({ name: '区域处', submission: aSubmission({ state: 'draft' }), missing: [] })).toBe(
      '区域处（草稿）：已填齐，还没有点“报送”。',
    )
  })

  it('is one message with a first line and a signature', () => {
    const text = chaseText('2020年6月', '6月25日', [
      { name: '区域处', submission: aSubmission({ state: 'draft' }), missing: [] },
    ])
    expect(text.split('\n')).toHaveLength(3)
  })
})
