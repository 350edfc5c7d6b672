import { describe, expect, it } from 'vitest'
import type { Indicator } from '../plan/annual-plan.ts'
import { anIndicator, aReading, aTarget, measured, type Shorthand } from '../testing/builders.ts'
import { toNumber } from '../values/exact.ts'
import { verdictText, whatItTakesText, whyText } from './wording.ts'

const nan = (value: Parameters<typeof toNumber>[0] | null) => (value === null ? null : toNumber(value))

/** month amount · actual · completion · share · expected · pace · light · label */
type Expected = readonly [
  number | null,
  number | null,
  number | null,
  number,
  number | null,
  number | null,
  string,
  string,
]
type Case = readonly [
  name: string,
  indicator: Partial<Indicator>,
  month: string,
  readings: Readonly<Record<string, Shorthand>>,
  expected: Expected,
]

const forty = { name: '技术合同登记额', unit: '亿元', targets: [aTarget({ committed: null, stretch: 40 })] }
const stock = { mode: 'stock' as const, targets: [aTarget({ committed: 500 })] }
const stockFrom = { mode: 'stock' as const, targets: [aTarget({ committed: 23, baseline: 17 })] }
const ratio = { mode: 'ratio' as const, unit: '%', targets: [aTarget({ committed: 23, stretch: 25 })] }
const yearly = { mode: 'yearly' as const, dueMonth: 6, unit: '%', targets: [aTarget({ committed: 2 })] }
const atMost = { targets: [aTarget({ comparator: 'at-most', committed: 12 })] }
const steps = [0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1]

// biome-ignore format: one case a line reads as a table
const cases: readonly Case[] = [
  // monthly-flow
  ['worked example', forty, '2020-06', { '2020-01': 4, '2020-03': 6, '2020-06': 8 }, [8, 18, 0.45, 0.5, 20, 0.9, 'yellow', '滞后']],
  ['a gap counts as nothing added', {}, '2020-03', { '2020-01': 10, '2020-03': 15 }, [15, 25, 0.25, 0.25, 25, 1, 'green', '正常']],
  ['0.1 + 0.2 is 0.3', {}, '2020-02', { '2020-01': 0.1, '2020-02': 0.2 }, [0.2, 0.3, 0.003, 1 / 6, 100 / 6, 0.018, 'red', '严重滞后']],
  ['10 of 120 in January is exactly on pace', { targets: [aTarget({ committed: 120 })] }, '2020-01', { '2020-01': 10 }, [10, 10, 1 / 12, 1 / 12, 10, 1, 'green', '正常']],
  ['exactly 85 % is yellow', {}, '2020-06', { '2020-06': 42.5 }, [42.5, 42.5, 0.425, 0.5, 50, 0.85, 'yellow', '滞后']],
  ['just below 85 % is red', {}, '2020-06', { '2020-06': 42.499 }, [42.499, 42.499, 0.42499, 0.5, 50, 0.84998, 'red', '严重滞后']],
  ['a negative correction', {}, '2020-02', { '2020-01': 20, '2020-02': -5 }, [-5, 15, 0.15, 1 / 6, 100 / 6, 0.9, 'yellow', '滞后']],
  ['blank keeps value and completion, not pace', {}, '2020-06', { '2020-05': 60 }, [null, 60, 0.6, 0.5, 50, null, 'grey', '未填报']],
  ['blank with nothing yet', {}, '2020-06', {}, [null, null, null, 0.5, 50, null, 'grey', '未填报']],
  ['a later month does not count yet', {}, '2020-02', { '2020-02': 20, '2020-03': 99 }, [20, 20, 0.2, 1 / 6, 100 / 6, 1.2, 'green', '正常']],
  ['no progress is judged with the value carried on', {}, '2020-06', { '2020-05': 50, '2020-06': 'no-progress' }, [0, 50, 0.5, 0.5, 50, 1, 'green', '正常']],
  ['no progress and nothing yet is 0', {}, '2020-01', { '2020-01': 'no-progress' }, [0, 0, 0, 1 / 12, 100 / 12, 0, 'red', '严重滞后']],
  ['not applicable', {}, '2020-06', { '2020-05': 50, '2020-06': 'not-applicable' }, [null, 50, 0.5, 0.5, 50, null, 'grey', '不适用']],
  ['not yet published', {}, '2020-06', { '2020-06': 'not-yet-published' }, [null, null, null, 0.5, 50, null, 'grey', '尚未统计']],
  ['0 is a number', {}, '2020-06', { '2020-06': 0 }, [0, 0, 0, 0.5, 50, 0, 'red', '严重滞后']],
  ['over-completion is not capped', {}, '2020-06', { '2020-06': 250 }, [250, 250, 2.5, 0.5, 50, 5, 'blue', '已完成']],
  ['a new year starts afresh', { targets: [aTarget({ year: 2021 })] }, '2021-01', { '2020-12': 90, '2021-01': 10 }, [10, 10, 0.1, 1 / 12, 100 / 12, 1.2, 'green', '正常']],
  ['no target', { targets: [] }, '2020-06', { '2020-06': 5 }, [5, 5, null, 0.5, null, null, 'grey', '无目标']],
  ['a target of another year is none', {}, '2021-06', { '2021-06': 5 }, [5, 5, null, 0.5, null, null, 'grey', '无目标']],
  ['a target of 0 is met by 0', { targets: [aTarget({ committed: 0 })] }, '2020-06', { '2020-06': 0 }, [0, 0, 1, 0.5, 0, 2, 'blue', '已完成']],
  ['a target of 0 is missed below it', { targets: [aTarget({ committed: 0 })] }, '2020-06', { '2020-06': -1 }, [-1, -1, 0, 0.5, 0, 0, 'red', '严重滞后']],
  ['baseline equal to the target, met', { ...stock, targets: [aTarget({ committed: 5, baseline: 5 })] }, '2020-06', { '2020-06': 5 }, [null, 5, 1, 0.5, 5, 2, 'blue', '已完成']],
  ['baseline equal to the target, missed', { ...stock, targets: [aTarget({ committed: 5, baseline: 5 })] }, '2020-06', { '2020-06': 4 }, [null, 4, 0, 0.5, 5, 0, 'red', '严重滞后']],
  ['exactly is judged like at least', { targets: [aTarget({ comparator: 'exactly' })] }, '2020-12', { '2020-12': 100 }, [100, 100, 1, 1, 100, 1, 'blue', '已完成']],
  // curves
  ['a step not yet due, nothing done', { curve: steps }, '2020-02', { '2020-02': 0 }, [0, 0, 0, 0, 0, null, 'grey', '未到考核期']],
  ['a step not yet due, something done', { curve: steps }, '2020-02', { '2020-02': 3 }, [3, 3, 0.03, 0, 0, null, 'green', '正常']],
  ['a step due', { curve: steps }, '2020-03', { '2020-03': 40 }, [40, 40, 0.4, 0.5, 50, 0.8, 'red', '严重滞后']],
  ['between steps nothing more is expected', { curve: steps }, '2020-08', { '2020-03': 50, '2020-08': 0 }, [0, 50, 0.5, 0.5, 50, 1, 'green', '正常']],
  // running-total
  ['latest total wins, the month is the difference', { mode: 'running-total' }, '2020-06', { '2020-03': 30, '2020-06': 50 }, [20, 50, 0.5, 0.5, 50, 1, 'green', '正常']],
  ['a fall', { mode: 'running-total' }, '2020-06', { '2020-05': 55, '2020-06': 50 }, [-5, 50, 0.5, 0.5, 50, 1, 'green', '正常']],
  ['no progress keeps the total', { mode: 'running-total' }, '2020-06', { '2020-05': 50, '2020-06': 'no-progress' }, [0, 50, 0.5, 0.5, 50, 1, 'green', '正常']],
  ['running total starts afresh in January', { mode: 'running-total', targets: [aTarget({ year: 2021 })] }, '2021-01', { '2020-12': 90, '2021-01': 10 }, [10, 10, 0.1, 1 / 12, 100 / 12, 1.2, 'green', '正常']],
  // stock
  ['stock without baseline wants the whole target', stock, '2020-06', { '2020-06': 446 }, [null, 446, 0.892, 1, 500, 0.892, 'yellow', '滞后']],
  ['stock with baseline follows the share', stockFrom, '2020-06', { '2020-06': 20 }, [null, 20, 0.5, 0.5, 20, 1, 'green', '正常']],
  ['stock below its baseline', stockFrom, '2020-06', { '2020-06': 14 }, [null, 14, -0.5, 0.5, 20, -1, 'red', '严重滞后']],
  ['stock carries over the year', { ...stock, targets: [aTarget({ year: 2021, committed: 500 })] }, '2021-01', { '2020-12': 480, '2021-01': 'no-progress' }, [null, 480, 0.96, 1, 500, 0.96, 'yellow', '滞后']],
  ['no progress of a stock with nothing yet is its baseline', stockFrom, '2020-06', { '2020-06': 'no-progress' }, [null, 17, 0, 0.5, 20, 0, 'red', '严重滞后']],
  ['no progress of a stock without baseline', stock, '2020-06', { '2020-06': 'no-progress' }, [null, null, null, 1, 500, null, 'grey', '尚未统计']],
  // ratio
  ['ratio by percentage', ratio, '2020-06', { '2020-06': 24 }, [null, 24, 24 / 23, 1, 23, 24 / 23, 'blue', '已完成']],
  ['ratio from parts', ratio, '2020-06', { '2020-06': [120.5, 512] }, [null, 23.53515625, 23.53515625 / 23, 1, 23, 23.53515625 / 23, 'blue', '已完成']],
  ['parts of a unit that is not % are not multiplied', { ...ratio, unit: '件/万人' }, '2020-06', { '2020-06': [46, 2] }, [null, 23, 1, 1, 23, 1, 'blue', '已完成']],
  // yearly
  ['yearly before its due month', yearly, '2020-05', {}, [null, null, null, 0, null, null, 'grey', '未到考核期']],
  ['yearly known early is not judged early', yearly, '2020-05', { '2020-04': 1 }, [null, 1, 0.5, 0, null, null, 'grey', '未到考核期']],
  ['yearly blank in its due month', yearly, '2020-06', {}, [null, null, null, 1, 2, null, 'grey', '未填报']],
  ['yearly in its due month', yearly, '2020-06', { '2020-06': 1.8 }, [null, 1.8, 0.9, 1, 2, 0.9, 'yellow', '滞后']],
  ['yearly is carried on', yearly, '2020-09', { '2020-06': 1.8 }, [null, 1.8, 0.9, 1, 2, 0.9, 'yellow', '滞后']],
  ['yearly due in the following year', { ...yearly, dueMonth: 14 }, '2020-12', { '2020-12': 3 }, [null, 3, 1.5, 0, null, null, 'grey', '未到考核期']],
  // at most
  ['at most, within the expected value', atMost, '2020-06', { '2020-06': 5 }, [5, 5, 1, 0.5, 6, 1, 'green', '正常']],
  ['at most, above the expected value', atMost, '2020-06', { '2020-06': 8 }, [8, 8, 1, 0.5, 6, 0.75, 'red', '严重滞后']],
  ['at most, above the target', atMost, '2020-12', { '2020-12': 16 }, [16, 16, 0.75, 1, 12, 0.75, 'red', '严重滞后']],
  ['at most is blue only in December', atMost, '2020-12', { '2020-12': 12 }, [12, 12, 1, 1, 12, 1, 'blue', '已完成']],
  ['at most 0 with something', { targets: [aTarget({ comparator: 'at-most', committed: 0 })] }, '2020-06', { '2020-06': 3 }, [3, 3, 0, 0.5, 0, 0, 'red', '严重滞后']],
  ['at most where no share is due', { ...atMost, curve: steps }, '2020-01', { '2020-01': 1 }, [1, 1, 1, 0, 0, 0, 'red', '严重滞后']],
  ['at most below zero', { mode: 'stock', targets: [aTarget({ comparator: 'at-most', committed: -2 })] }, '2020-06', { '2020-06': -1 }, [null, -1, 0.5, 1, -2, 0.5, 'red', '严重滞后']],
  ['at most with a baseline', { mode: 'stock', targets: [aTarget({ comparator: 'at-most', committed: 50, baseline: 100 })] }, '2020-06', { '2020-06': 80 }, [null, 80, 0.4, 0.5, 75, 0.9375, 'yellow', '滞后']],
]

describe('measureIndicator', () => {
  it.each(cases)(
    '%s',
    (_name, indicator, month, readings, [
      amount,
      actual,
      completion,
      share,
      expected,
      pace,
      light,
      label,
    ]) => {
      const { result } = measured(anIndicator(indicator), month, readings)
      expect({
        amount: nan(result.monthAmount),
        actual: nan(result.actual),
        completion: nan(result.completion),
        share: toNumber(result.share),
        expected: nan(result.expected),
        pace: nan(result.pace),
        light: result.light,
        label: result.label,
      }).toEqual({ amount, actual, completion, share, expected, pace, light, label })
    },
  )

  it('takes the target in force: a revision counts from its month on', () => {
    const indicator = anIndicator({
      targets: [aTarget({ committed: 100 }), aTarget({ committed: 60, from: '2020-07' })],
    })
    expect(
      toNumber(measured(indicator, '2020-06', { '2020-06': 30 }).result.completion ?? expect.fail()),
    ).toBe(0.3)
    expect(
      toNumber(
        measured(indicator, '2020-07', { '2020-06': 30, '2020-07': 0 }).result.completion ?? expect.fail(),
      ),
    ).toBe(0.5)
  })

  it('combines localities by their parts, never by averaging percentages', () => {
    const readings = [
      aReading('2020-06', [10, 100], { locality: 'lianshui' }),
      aReading('2020-06', [50, 100], { locality: 'xuyi' }),
      aReading('2020-05', [30, 100], { locality: 'lianshui' }),
    ]
    const { result } = measured(anIndicator({ ...ratio, byLocality: true }), '2020-06', readings)
    expect(nan(result.actual)).toBe(30)
    expect(result.byLocality.map((each) => [each.locality, nan(each.actual)])).toEqual([
      ['lianshui', 10],
      ['xuyi', 50],
    ])
  })

  it('adds up localities of flows, and the latest of each for totals and stocks', () => {
    const readings = [
      aReading('2020-01', 5, { locality: 'lianshui' }),
      aReading('2020-02', 7, { locality: 'xuyi' }),
      aReading('2020-02', 6, { locality: 'lianshui' }),
    ]
    expect(nan(measured(anIndicator({ byLocality: true }), '2020-02', readings).result.actual)).toBe(18)
    expect(
      nan(
        measured(anIndicator({ mode: 'running-total', byLocality: true }), '2020-02', readings).result.actual,
      ),
    ).toBe(13)
    expect(
      nan(
        measured(anIndicator({ mode: 'running-total', byLocality: true }), '2020-02', readings).result
          .monthAmount,
      ),
    ).toBe(8)
    expect(
      nan(measured(anIndicator({ mode: 'stock', byLocality: true }), '2020-02', readings).result.actual),
    ).toBe(13)
  })

  it.each([
    ['2020-06', { '2020-06': 18 }, 22 / 6],
    ['2020-06', { '2020-06': 50 }, 0],
    ['2020-12', { '2020-12': 18 }, null],
    ['2020-06', {}, null],
  ] as const)('needs per month at %s', (month, readings, needed) => {
    expect(nan(measured(anIndicator(forty), month, readings).result.neededPerMonth)).toBe(needed)
  })

  it('follows the bands of the plan', () => {
    expect(
      measured(anIndicator(), '2020-06', { '2020-06': 46 }, { green: 0.9, yellow: 0.6 }).result.light,
    ).toBe('green')
    expect(
      measured(anIndicator(), '2020-06', { '2020-06': 31 }, { green: 0.9, yellow: 0.6 }).result.light,
    ).toBe('yellow')
  })
})

describe('the sentence why', () => {
  const why = (
    indicator: Partial<Indicator>,
    month: string,
    readings: Readonly<Record<string, Shorthand>>,
  ) => {
    const { input, result } = measured(anIndicator(indicator), month, readings)
    return whyText(input, result)
  }

  // biome-ignore format: one case a line reads as a table
  const sentences = [
    [{ ...forty, targets: [aTarget({ committed: 40 })] }, '2020-06', { '2020-06': 18 }, '截至6月累计18亿元,序时应达20亿元,完成序时90.0%,低于100%、不低于85%,故为黄'],
    [forty, '2020-06', { '2020-06': 18 }, '截至6月累计18亿元,序时应达20亿元,完成序时90.0%,低于100%、不低于85%,故为黄(按力争目标40亿元衡量)'],
    [{}, '2020-06', { '2020-06': 61 }, '截至6月累计61家,序时应达50家,完成序时122.0%,不低于100%,故为绿'],
    [{}, '2020-06', { '2020-06': 49.98 }, '截至6月累计49.98家,序时应达50家,完成序时99.96%,低于100%、不低于85%,故为黄'],
    [{}, '2020-06', { '2020-06': 12 }, '截至6月累计12家,序时应达50家,完成序时24.0%,低于85%,故为红'],
    [{}, '2020-06', { '2020-06': 100 }, '截至6月累计100家,已达到年度目标100家,故为蓝'],
    [ratio, '2020-06', { '2020-06': 24 }, '截至6月为24%,已达确保目标,距力争目标差1个百分点,故为蓝'],
    [{}, '2020-06', { '2020-05': 15 }, '6月尚未填报,此前累计15家'],
    [yearly, '2020-05', {}, '年度统计数据6月起考核,目前未到考核期'],
    [yearly, '2020-06', { '2020-06': 1.8 }, '年度统计数为1.8%,序时应达2%,完成序时90.0%,低于100%、不低于85%,故为黄'],
    [atMost, '2020-06', { '2020-06': 8 }, '截至6月累计8家,序时不应超过6家,完成序时75.0%,低于85%,故为红'],
    [atMost, '2020-12', { '2020-12': 8 }, '截至12月累计8家,没有超过年度目标12家,故为蓝'],
    [{ targets: [] }, '2020-06', { '2020-06': 3 }, '本年度没有设定目标,截至6月累计3家,不评灯'],
    [{ curve: steps }, '2020-02', { '2020-02': 3 }, '截至2月累计3家,按计划截至2月没有进度要求,已提前起步,故为绿'],
  ] as const
  it.each(sentences)('%#', (indicator, month, readings, sentence) => {
    expect(why(indicator, month, readings)).toBe(sentence)
  })

  it.each([
    [24, '已达确保目标,距力争目标差1个百分点'],
    [22.5, '距确保目标差0.5个百分点'],
    [25, '已达力争目标'],
  ])('verdict at %d', (value, verdict) => {
    const { input, result } = measured(anIndicator(ratio), '2020-06', { '2020-06': value })
    expect(verdictText(input, result)).toBe(verdict)
  })

  it('says what it takes', () => {
    const { input, result } = measured(anIndicator(forty), '2020-06', { '2020-06': 18 })
    expect(whatItTakesText(input, result)).toBe('剩余6个月月均需3.67亿元')
    const counted = measured(anIndicator({ decimals: 0, targets: [aTarget({ committed: 5 })] }), '2020-06', {
      '2020-06': 2,
    })
    expect(whatItTakesText(counted.input, counted.result)).toBe('剩余6个月还需3家')
  })
})
