import { describe, expect, it } from 'vitest'
import { anIndicator, aPlan, aReading, StateBuilder } from '../testing/builders.ts'
import { decideRecord } from './record.ts'
import type { ReadingInput } from './record-sheet.ts'

const file = { path: `证据/${'a'.repeat(64)}-名单.pdf`, size: 3 }
const plan = aPlan({ indicators: [anIndicator()] })

/** The evidence of the entry that recording this over a figure with `before` writes; 'no key' where it has none. */
const written = (input: Partial<ReadingInput>, before?: readonly { path: string }[]) => {
  const builder = new StateBuilder(plan)
  const body = aReading('2020-06', 1, before === undefined ? {} : { evidence: before })
  builder.append(
    [{ kind: 'indicator-reading-recorded', subject: 'reading/2020-06/i1', basis: null, body }],
    '2020-06-20T09:00',
  )
  const decided = decideRecord(
    builder.state,
    builder.plan,
    { month: '2020-06', department: 'gaoxin', readings: [{ indicator: 'i1', value: 2, ...input }] },
    { name: '王敏', department: 'gaoxin', role: 'clerk' },
  )
  const decision = decided.ok ? decided.value.drafts[0]?.body : undefined
  return decision !== undefined && 'evidence' in decision ? decision.evidence : 'no key'
}

describe('evidence of a figure', () => {
  it('is added, stays when the figure changes, and goes when it is taken out', () => {
    expect(written({ evidence: [file] })).toEqual([file])
    expect(written({}, [file])).toEqual([file])
    expect(written({ evidence: [] }, [file])).toBe('no key')
    expect(written({ evidence: null }, [file])).toBe('no key')
  })

  it('is no part of an entry without any, so that entries are written as they always were', () => {
    expect(written({})).toBe('no key')
  })

  it('names each file once', () => {
    expect(written({ evidence: [file, { ...file }, { path: '会议纪要.docx' }] })).toEqual([
      file,
      { path: '会议纪要.docx' },
    ])
  })
})
