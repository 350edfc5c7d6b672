import { describe, expect, test } from 'vitest'
import { anIndicator, aPlan, aReading, aTarget, StateBuilder } from '../testing/builders.ts'
import { gatheredLocalities, gatheredText } from './gathered-localities.ts'
import { printedRows } from './testing/change-records.ts'
import { juneInput, MAY } from './testing/june-issue.ts'
import { printed, sheetOf, table } from './testing/read-report.ts'

const PLACES = 100
const places = Array.from({ length: PLACES }, (_, at) => ({
  id: `x${at}`,
  name: `第${at + 1}县`,
  kind: 'county' as const,
}))
const plan = (() => {
  const made = aPlan({
    indicators: [
      anIndicator({ id: 'i1', name: '新增高企', byLocality: true, targets: [aTarget({ committed: 900 })] }),
    ],
  })
  const departments = made.departments.map((each) =>
    each.kind === 'group' ? { ...each, members: places } : each,
  )
  return { ...made, departments }
})()
const figures = (month: string, of: readonly { readonly id: string }[], more = 0) =>
  of.map(({ id }, at) => aReading(month, at + 1 + more, { indicator: 'i1', locality: id }))

/** What was known at May's issue, and a June issue after it. */
const sheets = (builder: StateBuilder, known: number, name: string) =>
  sheetOf(name, juneInput(builder, known))

describe('a hundred 县区园区 in one step', () => {
  const late = new StateBuilder(plan)
  const known = late.entries.length
  late
    .read(
      '2020-06-02',
      ...figures(MAY, places.slice(1)),
      aReading(MAY, 'no-progress', { indicator: 'i1', locality: 'x0' }),
    )
    .submit('2020-06-02', MAY)
    .accept('2020-06-03', MAY)

  test('filled in late, they are one line of 变更记录 and one of 与上期对比', () => {
    expect(printedRows(sheets(late, known, '变更记录'))).toMatchObject([
      { name: '新增高企（家）（100个县区园区）', before: '未报', after: '99个合计4950、本月无进展1个' },
    ])
    const lines = table(sheets(late, known, '与上期对比')).rows.map(printed)
    expect(lines.filter(({ change }) => change === '补报')).toMatchObject([{ text: '5月100个县区园区补报' }])
  })

  test('corrected, they are one line with both sums and the reason; a few stand one by one', () => {
    const corrected = (count: number) => {
      const builder = new StateBuilder(plan)
        .read('2020-05-20', ...figures(MAY, places))
        .submit('2020-05-21', MAY)
        .accept('2020-05-22', MAY)
      const before = builder.entries.length
      builder
        .correct('2020-06-01', MAY, '口径调整')
        .read('2020-06-01T09:10', ...figures(MAY, places.slice(0, count), 10))
        .submit('2020-06-02', MAY)
        .accept('2020-06-03', MAY)
      return { builder, before }
    }
    const many = corrected(6)
    expect(printedRows(sheets(many.builder, many.before, '变更记录'))).toMatchObject([
      { name: '新增高企（家）（6个县区园区）', before: '6个合计21', after: '6个合计81', reason: '口径调整' },
    ])
    const few = corrected(5)
    expect(printedRows(sheets(few.builder, few.before, '变更记录'))).toHaveLength(5)
    const rows = table(sheets(few.builder, few.before, '与上期对比')).rows
    expect(new Set(rows.flatMap(({ id }) => id ?? [])).size).toBe(
      rows.filter(({ id }) => id !== undefined).length,
    )
  })
})

describe('gathering', () => {
  test('keeps the order, and what stands by itself', () => {
    const step = (key: string, locality: string | null) => ({ key, locality })
    const many = Array.from({ length: 6 }, (_, at) => step('a', `x${at}`))
    const steps = [step('a', null), ...many.slice(0, 3), step('b', 'x1'), ...many.slice(3), step('a', null)]
    const gathered = gatheredLocalities(steps, ({ key }) => key)
    expect(gathered.map((group) => group.length)).toEqual([1, 6, 1, 1])
    expect(gathered.flat()).toHaveLength(steps.length)
  })

  test('ratios are not added up, and states are counted', () => {
    const ratio = [
      aReading(MAY, 20, { numerator: '1', denominator: '5', value: null }),
      aReading(MAY, 'not-applicable'),
      aReading(MAY, 'not-applicable'),
    ]
    expect(gatheredText(ratio, 'ratio')).toBe('1个填了数、不适用2个')
    expect(gatheredText([aReading(MAY, 0.1), aReading(MAY, 0.2)], 'stock')).toBe('2个合计0.3')
  })
})
