import { describe, expect, it } from 'vitest'
import type { IndicatorReading } from '../journal/journal-entry.ts'
import type { ReadingsByMonth } from '../measuring/accumulate.ts'
import type { Indicator } from '../plan/annual-plan.ts'
import { anIndicator, aReading } from '../testing/builders.ts'
import { checkReading } from './check-reading.ts'
import type { ReadingInput } from './record-sheet.ts'

const contracts = anIndicator({
  id: 'i1',
  name: '技术合同登记额',
  unit: '亿元',
  mode: 'monthly-flow',
  targets: [{ year: 2020, comparator: 'at-least', committed: 40 }],
})

const filled = (figures: Readonly<Record<string, string>>, locality: string | null = null): ReadingsByMonth =>
  new Map(
    Object.entries(figures).map(([month, value]) => [
      month,
      new Map<string, IndicatorReading>([
        [locality ?? '', aReading(month, Number(value), { indicator: 'i1', locality })],
      ]),
    ]),
  )

const said = (indicator: Indicator, input: Partial<ReadingInput>, readings: ReadingsByMonth = new Map()) => {
  const checked = checkReading({ indicator, month: '2020-06', readings }, { indicator: 'i1', ...input })
  return checked.ok ? checked.value.warnings.map((warning) => warning.code).join(' ') : checked.rejection.code
}

describe('万 and 亿', () => {
  const usual = filled({ '2020-04': '3', '2020-05': '3' })
  type Case = readonly [string, string, ReadingsByMonth, string]
  // biome-ignore format: one case a line reads as a table
  const cases: readonly Case[] = [
    ['万元 typed for 亿元', '29500', usual, 'above-year-target unit-doubt'],
    ['元 typed for 亿元', '310000000', usual, 'above-year-target unit-doubt'],
    ['a ten-thousandth of the usual month', '0.0003', usual, 'unit-doubt'],
    ['twice the usual month', '6', usual, ''],
    ['six times the usual month', '18', usual, 'far-above-usual'],
    ['the year’s target in 万元', '400000', new Map(), 'above-year-target unit-doubt'],
    ['one tenth below that', '360000', new Map(), 'above-year-target'],
    ['a first month like any other', '3', new Map(), ''],
    ['one earlier month is no usual month', '0.0003', filled({ '2020-05': '3' }), ''],
  ]
  it.each(cases)('%s', (_, value, readings, codes) => {
    expect(said(contracts, { value }, readings)).toBe(codes)
  })

  it('compares a level with the one before', () => {
    const stock = anIndicator({ id: 'i1', mode: 'stock', unit: '家', targets: [] })
    expect(said(stock, { value: 5_010_000 }, filled({ '2020-05': '500' }))).toBe('unit-doubt')
    expect(said(stock, { value: 501 }, filled({ '2020-05': '500' }))).toBe('')
  })

  it('compares a ratio typed by its parts with the ratio before', () => {
    const share = anIndicator({ id: 'i1', mode: 'ratio', unit: '%', targets: [] })
    const before = filled({ '2020-05': '23' })
    expect(said(share, { numerator: 230_000, denominator: 100 }, before)).toBe('unit-doubt')
    expect(said(share, { numerator: 24, denominator: 100 }, before)).toBe('')
    const parts = aReading('2020-05', [115, 500], { indicator: 'i1' })
    const byParts: ReadingsByMonth = new Map([['2020-05', new Map([['', parts]])]])
    expect(said(share, { numerator: 118, denominator: 5_000_000 }, byParts)).toBe('unit-doubt')
    expect(said(share, { numerator: 1, denominator: 3 }, byParts)).toBe('')
  })

  it('says the unit and how far off the figure is', () => {
    const checked = checkReading(
      { indicator: contracts, month: '2020-06', readings: usual },
      { indicator: 'i1', value: '0.0003' },
    )
    expect(checked.ok && checked.value.warnings[0]?.message).toBe(
      '“技术合同登记额”填的0.0003亿元和以往或目标相差约1万倍，可能把单位弄错了，这项指标的单位是“亿元”，请核对。',
    )
  })
})

it('compares a locality with its own months', () => {
  const byLocality = { ...contracts, byLocality: true }
  const usual = filled({ '2020-04': '0.3', '2020-05': '0.3' }, 'lianshui')
  expect(said(byLocality, { locality: 'lianshui', value: 3 }, usual)).toBe('far-above-usual')
  expect(said(byLocality, { locality: 'xuyi', value: 3 }, usual)).toBe('')
})
