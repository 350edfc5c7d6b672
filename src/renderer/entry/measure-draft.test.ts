import { describe, expect, it } from 'vitest'
import type { EntryMeasureRow } from '../../contract/api.ts'
import type { MeasureReport } from '../../core/journal/journal-entry.ts'
import { hasPreviousToUse, measureInput, measureTexts, withPrevious } from './measure-draft.ts'

function aReport(part: Partial<MeasureReport>): MeasureReport {
  return {
    month: '2020-06',
    measure: 'm1',
    status: null,
    progress: null,
    problems: null,
    nextSteps: null,
    milestonesDone: [],
    evidence: [],
    ...part,
  }
}

function aRow(part: Partial<EntryMeasureRow>): EntryMeasureRow {
  return {
    id: 'm1',
    programme: 'p1',
    report: null,
    basis: null,
    previous: null,
    milestonesDoneEarlier: [],
    isExpected: true,
    isFilled: false,
    status: {
      id: 'm1',
      status: null,
      light: 'grey',
      label: '未填报',
      overdueMilestones: [],
      why: '',
      progress: null,
      problems: null,
      nextSteps: null,
      isCorrectionPending: false,
    },
    ...part,
  }
}

describe('a measure being written', () => {
  it('sends only what differs from the store', () => {
    const row = aRow({ report: aReport({ status: 'under-way', progress: '已启动' }) })
    expect(measureInput(row, { basis: 'e1', status: 'under-way', progress: '已完成摸底' })).toEqual({
      measure: 'm1',
      basis: 'e1',
      progress: '已完成摸底',
    })
  })

  it('sends nothing when nothing differs', () => {
    const row = aRow({ report: aReport({ status: 'done', progress: '完成', milestonesDone: ['a', 'b'] }) })
    expect(measureInput(row, { basis: null, progress: '完成 ', milestonesDone: ['b', 'a'] })).toBeNull()
  })

  it('sends an emptied text as empty, which clears it', () => {
    const row = aRow({ report: aReport({ problems: '资金未定' }) })
    expect(measureInput(row, { basis: null, problems: '' })).toEqual({
      measure: 'm1',
      basis: null,
      problems: '',
    })
  })
})

describe('沿用上月', () => {
  const previous = aReport({
    month: '2020-05',
    status: 'under-way',
    progress: '上月进展',
    nextSteps: '上月下一步',
  })

  it('fills what is empty and keeps what is written', () => {
    const row = aRow({ previous })
    const draft = withPrevious(row, { basis: null, progress: '本月新进展' })
    expect(measureTexts(null, draft)).toMatchObject({
      status: 'under-way',
      progress: '本月新进展',
      problems: '',
      nextSteps: '上月下一步',
    })
  })

  it('is offered only while it would change something', () => {
    expect(hasPreviousToUse(aRow({ previous }), null)).toBe(true)
    expect(hasPreviousToUse(aRow({ previous: null }), null)).toBe(false)
    const written = aRow({
      previous,
      report: aReport({ status: 'done', progress: 'a', problems: 'b', nextSteps: 'c' }),
    })
    expect(hasPreviousToUse(written, null)).toBe(false)
  })
})
