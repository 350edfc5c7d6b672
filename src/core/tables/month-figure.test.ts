import { describe, expect, it } from 'vitest'
import { aReading, StateBuilder } from '../testing/builders.ts'
import { filled, PLAN, readExample as read } from './testing/example-table.ts'
import { formula, percent, type Typed } from './testing/sheet-of.ts'

const HEAD = ['序号', '指标', '单位', '年度目标', '本月完成', '本年累计', '备注']

describe('a month’s number', () => {
  it('is taken where the year so far agrees with it', () => {
    const found = read([HEAD, [1, '新增国家高新技术企业', '家', 100, 12, formula(62), '含3家预审']])
    expect(found.told).toEqual([
      ['i1', 'value', 12, 'E2'],
      ['i1', 'note', '含3家预审', 'G2'],
    ])
    expect(found.left).toEqual([])
  })

  it('lists a total that does not agree, and takes the month', () => {
    const found = read([HEAD, [1, '新增国家高新技术企业', '家', 100, 12, 65, null]])
    expect(found.told).toEqual([['i1', 'value', 12, 'E2']])
    expect(found.left).toEqual([['F2', '和台账对不上：上月累计50加本月数12是62，表里的累计没有读入，请核对']])
  })

  it('is worked out from the year so far where the table has nothing else, and says how', () => {
    const found = read([
      ['指标', '本年累计'],
      ['新增国家高新技术企业', 62],
    ])
    expect(found.told).toEqual([['i1', 'value', 12, 'B2']])
    expect(found.changes[0]).toMatchObject({
      remarks: ['按本年累计62减去上月累计50得出'],
      isDoubtful: false,
    })
  })

  it('is doubtful where earlier months are blank: the whole difference would fall into this one', () => {
    const builder = new StateBuilder(PLAN).read('2020-02-25T10:00', aReading('2020-02', 10))
    const found = read(
      [
        ['指标', '本年累计'],
        ['新增国家高新技术企业', 62],
      ],
      { builder },
    )
    expect(found.changes[0]).toMatchObject({
      value: '52',
      isDoubtful: true,
      remarks: ['按本年累计62减去上月累计10得出', '前面有4个月台账里没有数，请核对'],
    })
  })

  it.each<[string, Typed, Typed, unknown, string | null]>([
    ['a running total is the year so far', null, 20.5, 20.5, null],
    ['a running total from the month', 2.5, null, 20.5, null],
    ['a running total whose month agrees', 2.5, 20.5, 20.5, null],
    ['a running total whose month does not', 3, 20.5, 20.5, 'E2'],
  ])('%s', (_, month, total, to, left) => {
    const found = read([HEAD, [1, '技术合同登记额', '亿元', null, month, total, null]])
    expect(found.told.map(([, , value]) => value)).toEqual([to])
    expect(found.left.map(([cell]) => cell)).toEqual(left === null ? [] : [left])
  })

  it('of a level is how much there is now, in whichever column it stands', () => {
    expect(read([HEAD, [1, '有效高企累计数', '家', null, null, 480, null]]).told).toEqual([
      ['i3', 'value', 480, 'F2'],
    ])
    expect(read([HEAD, [1, '有效高企累计数', '家', null, 480, null, null]]).told).toEqual([
      ['i3', 'value', 480, 'E2'],
    ])
    const both = read([HEAD, [1, '有效高企累计数', '家', null, 5, 480, null]])
    expect([both.told, both.left]).toEqual([
      [['i3', 'value', 480, 'F2']],
      [['E2', '这个指标填的是到月底的数，用了“本年累计”一栏，本月数没有读入']],
    ])
  })

  it.each<[string, Typed, unknown]>([
    ['新增国家高新技术企业', '１２家', 12],
    ['新增国家高新技术企业', '12 家', 12],
    ['新增国家高新技术企业', 0, 0],
    ['新增国家高新技术企业', '约30%', undefined],
    ['新增国家高新技术企业', '12万家', undefined],
    ['新增国家高新技术企业', { text: '2020-06-12', kind: 'date' }, undefined],
    ['新增国家高新技术企业', { text: '#REF!', kind: 'error' }, undefined],
    ['新增国家高新技术企业', '—', undefined],
    ['高新技术产业产值占比', percent(0.235), 23.5],
    ['高新技术产业产值占比', '23.5％', 23.5],
    ['技术合同登记额', '2000万元', undefined],
    ['新增国家高新技术企业', '尚未统计', 'not-yet-published'],
    ['新增国家高新技术企业', '暂无进展', 'no-progress'],
  ])('%s: %j → %j', (name, typed, to) => {
    const found = read([
      ['指标', '本月'],
      [name, typed],
    ])
    const [change] = found.told
    expect([change?.[2], found.left.length]).toEqual([to, to === undefined ? 1 : 0])
  })

  it('in another magnitude than the plan’s is not taken: by its row, its heading, its name or the sheet', () => {
    const reason = '表里的单位是“万元”，要点里是“亿元”，请换算后再导入'
    const byRow = read([HEAD, [1, '技术合同登记额', '万元', null, null, 205000, null]])
    const byHeading = read([
      ['指标', '累计（万元）'],
      ['技术合同登记额', 205000],
    ])
    const byName = read([
      ['指标', '累计'],
      ['技术合同登记额（万元）', 205000],
    ])
    const bySheet = read([['单位：万元'], ['指标', '累计'], ['技术合同登记额', 205000]])
    for (const found of [byRow, byHeading, byName, bySheet])
      expect([found.told, found.left.map(([, said]) => said)]).toEqual([[], [reason]])
    expect(read([HEAD, [1, '新增国家高新技术企业', '个', null, 3, null, null]]).left).toEqual([])
  })

  it('takes the place of a state, and a state that of a number', () => {
    const stated = filled().read('2020-06-20T10:00', aReading('2020-06', 'not-yet-published'))
    const [number] = read(
      [
        ['指标', '本月'],
        ['新增国家高新技术企业', 3],
      ],
      { builder: stated },
    ).changes
    expect([number?.item.stored.state, number?.remarks]).toEqual([null, ['台账里现在是“尚未统计”']])
    const numbered = filled().read('2020-06-20T10:00', aReading('2020-06', 4))
    const [state] = read(
      [
        ['指标', '本月'],
        ['新增国家高新技术企业', '尚未统计'],
      ],
      {
        builder: numbered,
      },
    ).changes
    expect([state?.field, state?.item.stored.value]).toEqual(['state', null])
  })

  it('that the journal holds already is no change, blank is none either', () => {
    const builder = filled().read(
      '2020-06-20T10:00',
      aReading('2020-06', 12, { note: '已核' }),
      aReading('2020-06', [47, 200], { indicator: 'i4' }),
    )
    const found = read(
      [
        HEAD,
        [1, '新增国家高新技术企业', '家', 100, 12, 62, null],
        [2, '高新技术产业产值占比', '%', '确保23%、力争25%', 23.5, null, null],
      ],
      { builder },
    )
    expect([found.told, found.left]).toEqual([[], []])
  })
})
