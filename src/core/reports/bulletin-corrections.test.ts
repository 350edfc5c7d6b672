import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aReading, aReport, StateBuilder } from '../testing/builders.ts'
import { CHANGED_PLAN, changeRecord, printedRows } from './testing/change-records.ts'
import { comparedInput } from './testing/compared-bulletin.ts'
import { JUNE, MAY } from './testing/june-issue.ts'
import { printed, sheetOf, table } from './testing/read-report.ts'

/** May reported and accepted: i1 = 41, measure under way. */
function acceptedMay(): StateBuilder {
  return new StateBuilder(CHANGED_PLAN)
    .read('2020-05-20T09:00', aReading(MAY, 41, { indicator: 'i1' }))
    .report('2020-05-20T09:00', aReport(MAY, { measure: 'm1', status: 'under-way', progress: '摸底' }))
    .submit('2020-05-22T09:00', MAY)
    .accept('2020-05-25T09:00', MAY)
}

describe('corrections', () => {
  const input = comparedInput()

  test('old and new figure, reason, who and when, who accepted it', () => {
    expect(table(sheetOf('变更记录', input), 0).rows.map(printed)).toMatchObject([
      {
        no: '1',
        name: '新增国家高企（家）',
        month: '5月',
        before: '41',
        after: '39',
        reason: '重复统计2家',
        acceptance: '李强 2020-06-03',
        author: '王敏',
        date: '2020-06-03',
      },
      {
        name: '强化培育',
        before: '推进中；问题：（空）；下一步：（空）',
        after: '受阻需协调；问题：缺经费；下一步：请示',
        reason: '重复统计2家',
      },
    ])
  })

  test('each accepted step stands by itself, also of the month the issue is about; typing in between does not', () => {
    const builder = acceptedMay()
    const known = builder.entries.length
    builder
      .correct('2020-06-01T09:00', MAY, '重复2家')
      .read('2020-06-01T09:10', aReading(MAY, 40, { indicator: 'i1' }))
      .read('2020-06-01T09:20', aReading(MAY, 39, { indicator: 'i1' }))
      .submit('2020-06-01T10:00', MAY)
      .accept('2020-06-01T11:00', MAY)
      .correct('2020-06-05T09:00', MAY, '又核出1家')
      .read('2020-06-05T09:10', aReading(MAY, 38, { indicator: 'i1' }))
      .submit('2020-06-05T10:00', MAY)
      .accept('2020-06-05T11:00', MAY)
      .read('2020-06-20T09:00', aReading(JUNE, 7, { indicator: 'i1' }))
      .submit('2020-06-22T09:00', JUNE)
      .accept('2020-06-23T09:00', JUNE)
      .correct('2020-06-24T09:00', JUNE, '笔误')
      .read('2020-06-24T09:10', aReading(JUNE, 8, { indicator: 'i1' }))
      .submit('2020-06-24T10:00', JUNE)
      .accept('2020-06-24T11:00', JUNE)
    expect(printedRows(changeRecord(builder, known))).toMatchObject([
      { month: '5月', before: '41', after: '39', reason: '重复2家', date: '2020-06-01' },
      { month: '5月', before: '39', after: '38', reason: '又核出1家', date: '2020-06-05' },
      { month: '6月', before: '7', after: '8', reason: '笔误', date: '2020-06-24' },
    ])
    // A first issue has no issue before, but corrections all the same.
    expect(printedRows(changeRecord(builder, null))).toHaveLength(3)
  })

  test('words count as well: notes, texts, milestones, evidence; long ones are quoted in part', () => {
    const builder = acceptedMay()
    const known = builder.entries.length
    const long = '长'.repeat(80)
    builder
      .correct('2020-06-01T09:00', MAY, '补说明')
      .read(
        '2020-06-01T09:10',
        aReading(MAY, 41, { indicator: 'i1', note: '含1家迁入', evidence: [{ path: '证据/ab/名单.pdf' }] }),
      )
      .report(
        '2020-06-01T09:20',
        aReport(MAY, {
          measure: 'm1',
          status: 'under-way',
          progress: long,
          milestonesDone: ['s1'],
        }),
      )
      .submit('2020-06-01T10:00', MAY)
      .accept('2020-06-01T11:00', MAY)
    expect(printedRows(changeRecord(builder, known))).toMatchObject([
      {
        before: '说明：（空）；佐证材料：（空）',
        after: '说明：含1家迁入；佐证材料：名单.pdf',
      },
      {
        before: '进展：摸底；已完成节点：（空）',
        after: `进展：${'长'.repeat(60)}…（共80字）；已完成节点：出台办法`,
      },
    ])
  })

  test('a figure that the issue before did not have was filled in late', () => {
    const builder = acceptedMay()
    const known = builder.entries.length
    builder
      .correct('2020-06-01T09:00', MAY, '漏报')
      .read('2020-06-01T09:10', aReading(MAY, 3, { indicator: 'i2' }))
      .submit('2020-06-01T10:00', MAY)
      .accept('2020-06-01T11:00', MAY)
    expect(printedRows(changeRecord(builder, known))).toMatchObject([
      {
        name: '登记额（亿元）',
        before: '未报',
        after: '3',
        reason: '漏报',
        acceptance: '李强 2020-06-01',
      },
    ])
  })

  test('one that waits for acceptance is named below the tables and is no row', () => {
    const builder = acceptedMay()
    const known = builder.entries.length
    builder
      .correct('2020-06-01T09:00', MAY, '重复2家')
      .read('2020-06-01T09:10', aReading(MAY, 39, { indicator: 'i1' }))
    const sheet = changeRecord(builder, known)
    expect(printedRows(sheet)).toEqual([])
    expect(sheet.notes.join('')).toContain('更正待审核、未列入本表：高新处5月。')
  })

  test('every accepted change is listed once, in whichever issue comes next', () => {
    const seed = Number(process.env.YAODIAN_SEED ?? Date.now() % 1_000_000)
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean()), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(steps, fc.nat(), (values, cut) => {
        const builder = acceptedMay()
        const ends = [builder.entries.length]
        let accepted = 41
        const told: [string, string][] = []
        const due: [string, string][][] = []
        values.forEach(([value, isAccepted], index) => {
          const minute = String(index * 4).padStart(2, '0')
          builder
            .correct(`2020-06-02T10:${minute}`, MAY, '核对')
            .read(`2020-06-02T10:${minute}`, aReading(MAY, value, { indicator: 'i1' }))
          if (isAccepted) {
            builder.accept(`2020-06-02T10:${minute}`, MAY)
            if (value !== accepted) told.push([String(accepted), String(value)])
            accepted = value
          }
          ends.push(builder.entries.length)
          due.push([...told])
        })
        const at = cut % ends.length
        const before = at === 0 ? 0 : (due[at - 1]?.length ?? 0)
        const listed = printedRows(changeRecord(builder, ends[at] ?? 0)).map((row) => [row.before, row.after])
        expect(listed).toEqual(told.slice(before))
      }),
      { seed, numRuns: 60 },
    )
  })
})
