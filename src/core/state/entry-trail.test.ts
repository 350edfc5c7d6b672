import { describe, expect, it } from 'vitest'
import { aReading, StateBuilder } from '../testing/builders.ts'
import { traceEntries } from './entry-trail.ts'

const subject = 'reading/2020-04/i1'
const traces = (story: StateBuilder) =>
  traceEntries(
    story.entries.filter((entry) => entry.subject === subject),
    story.state.submissions.get('2020-04/gaoxin')?.events ?? [],
  ).map(({ trace }) => trace)

describe('the trace of a cell’s entries', () => {
  const accepted = () =>
    new StateBuilder()
      .read('2020-04-20', aReading('2020-04', 40))
      .read('2020-04-21', aReading('2020-04', 41))
      .submit('2020-04-22', '2020-04')
      .accept('2020-04-23T10:00', '2020-04')

  it('names the newest first, with who accepted what was accepted', () => {
    expect(traces(accepted())).toMatchObject([
      {
        author: '王敏',
        time: '2020-04-20T16:00:00.000Z',
        isNewest: true,
        acceptance: { author: '李强', time: '2020-04-23T02:00:00.000Z' },
        cause: null,
      },
      { isNewest: false, acceptance: null, cause: null },
    ])
  })

  it('a correction is the cause of what is written under it, and the earlier acceptance stays visible', () => {
    const story = accepted()
      .correct('2020-05-02', '2020-04', '漏计2家')
      .read('2020-05-03', aReading('2020-04', 43))
    expect(traces(story).map(({ cause, acceptance }) => [cause, acceptance?.time.slice(0, 10)])).toEqual([
      [{ kind: 'correction', reason: '漏计2家' }, undefined],
      [null, '2020-04-23'],
      [null, undefined],
    ])
  })

  it('returned within a correction, the correction stays the cause', () => {
    const story = accepted()
      .correct('2020-05-02', '2020-04', '漏计2家')
      .submit('2020-05-03', '2020-04')
      .sendBack('2020-05-04', '2020-04', '请附证明')
      .read('2020-05-05', aReading('2020-04', 43))
    expect(traces(story)[0]?.cause).toEqual({ kind: 'correction', reason: '漏计2家' })
  })

  it('a return is the cause before the first acceptance', () => {
    const story = new StateBuilder()
      .read('2020-04-20', aReading('2020-04', 40))
      .submit('2020-04-21', '2020-04')
      .sendBack('2020-04-22', '2020-04', '与登记系统不符')
      .read('2020-04-23', aReading('2020-04', 38))
    expect(traces(story).map(({ cause }) => cause)).toEqual([
      { kind: 'returned', reason: '与登记系统不符' },
      null,
    ])
  })

  it('after the next acceptance a new entry has no old cause', () => {
    const story = accepted()
      .correct('2020-05-02', '2020-04', '漏计2家')
      .read('2020-05-03', aReading('2020-04', 43))
      .submit('2020-05-04', '2020-04')
      .accept('2020-05-05', '2020-04')
      .read('2020-05-06', aReading('2020-04', 44))
    expect(traces(story)[0]?.cause).toBeNull()
  })
})
