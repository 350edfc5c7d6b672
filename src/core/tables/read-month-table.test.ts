import { describe, expect, it } from 'vitest'
import { anIndicator, aPlan, aReport, StateBuilder } from '../testing/builders.ts'
import { filled, readExample as read } from './testing/example-table.ts'
import { percent } from './testing/sheet-of.ts'

describe('rows', () => {
  it('are found by name whatever stands around it; near names ask for a look', () => {
    const found = read([
      ['指标', '本月'],
      ['1.新增国家高新技术企业（家）', 3],
      ['（二）“技术合同”登记额', 20],
      ['③ 全市有效高企数', 480],
      ['完全无关的事', 1],
    ])
    expect(found.told).toEqual([
      ['i1', 'value', 3, 'B2'],
      ['i2', 'value', 38, 'B3'],
      ['i3', 'value', 480, 'B4'],
    ])
    expect(found.changes.map(({ near, isDoubtful }) => [near, isDoubtful])).toEqual([
      [null, false],
      [null, true],
      ['③ 全市有效高企数', true],
    ])
    expect(found.left).toEqual([['A5:B5', '要点里没有这个名称的指标或举措，请核对名称']])
  })

  it('that fit several items, or several rows of one, are left with the reason', () => {
    const twice = read([
      ['指标', '本月'],
      ['新增国家高新技术企业', 3],
      ['新增国家高新技术企业', 4],
    ])
    expect(twice.told).toEqual([])
    expect(twice.left.map(([, reason]) => reason)).toEqual(
      Array(2).fill('“新增国家高新技术企业”在表里有2行，不能确定用哪一行，请只留一行'),
    )
    const alike = aPlan({
      indicators: [
        anIndicator({ name: '省级企业技术中心' }),
        anIndicator({ id: 'i2', name: '市级企业技术中心' }),
      ],
    })
    expect(
      read(
        [
          ['指标', '本月'],
          ['企业技术中心', 3],
        ],
        { builder: new StateBuilder(alike) },
      ).left,
    ).toEqual([['A2:B2', '像“省级企业技术中心”，也像“市级企业技术中心”，不能确定是哪一项，请写全名称']])
  })

  it('of other departments are named as theirs, or taken where the whole bureau’s table comes in', () => {
    const rows = [
      ['指标', '本月'],
      ['新建研发机构', 3],
    ]
    expect(read(rows).left).toEqual([['A2:B2', '“新建研发机构”由科研处填报，不在这次导入的范围内']])
    expect(read(rows, { all: true }).told).toEqual([['i5', 'value', 3, 'B2']])
  })

  it('that are totals, notes, blocks or headings again are no items', () => {
    const found = read(
      [
        ['2020年6月重点指标完成情况'],
        ['填报单位：高新处', null, '2020年6月30日'],
        ['请于25日前报办公室'],
        ['序号', '指标', '本月', '完成率'],
        ['一、培育行动'],
        [1, '新增国家高新技术企业', 3, percent(0.5)],
        ['小计', null, 3, null],
        ['序号', '指标', '本月', '完成率'],
        [2, '有效高企累计数', 480, percent(0.96)],
        [null, null, 9, null],
        ['合计', null, 483, null],
        ['填报人：王敏', null, '审核人：李明'],
      ],
      { merges: ['A1:D1', 'A3:D3', 'A5:D5'] },
    )
    expect(found.told).toEqual([
      ['i1', 'value', 3, 'C6'],
      ['i3', 'value', 480, 'C9'],
    ])
    expect(found.left).toEqual([
      ['A3', '表格上方的文字，没有读入'],
      ['A7:C7', '合计、小计由系统计算，没有读入'],
      ['C10', '这一行没有名称，不能确定是哪一项，没有读入'],
      ['A11:C11', '合计、小计由系统计算，没有读入'],
      ['A12:C12', '表格下方的说明，没有读入'],
      ['D6:D9', '完成率由系统计算，没有读入'],
    ])
  })

  it('with a measure tell words; numbers beside it are left', () => {
    const found = read([
      ['工作任务', '本月', '状态', '进展情况', '存在问题', '下一步打算'],
      ['强化高新技术企业培育', null, '正常推进', '已办培训2场', null, '继续走访'],
      ['提高申报质量', 5, '差不多', '', null, null],
      ['新增国家高新技术企业', 3, '正常', '申报78家', '材料不齐', null],
    ])
    expect(found.told).toEqual([
      ['p1m1', 'status', 'under-way', 'C2'],
      ['p1m1', 'progress', '已办培训2场', 'D2'],
      ['p1m1', 'nextSteps', '继续走访', 'F2'],
      ['i1', 'value', 3, 'B4'],
      ['i1', 'note', '申报78家', 'D4'],
    ])
    expect(found.left).toEqual([
      ['B3', '举措没有“本月数”栏，没有读入'],
      ['C3', '只能是：未启动、推进中、已完成、受阻需协调'],
      ['C4', '指标的状态由系统按数计算，没有读入'],
      ['E4', '指标没有“问题”栏，这一格没有读入'],
    ])
  })

  it('with both names give the measure what is merged over its rows, the indicator what is its own', () => {
    const found = read(
      [
        ['工作举措', '指标', '本月', '进展情况'],
        ['强化高新技术企业培育', '新增国家高新技术企业', 3, '已办培训2场'],
        [null, '有效高企累计数', 480, null],
        ['提高申报质量', '技术合同登记额', 20, '已预审'],
      ],
      { merges: ['A2:A3', 'D2:D3'] },
    )
    expect(found.told).toEqual([
      ['i1', 'value', 3, 'C2'],
      ['p1m1', 'progress', '已办培训2场', 'D2'],
      ['i3', 'value', 480, 'C3'],
      ['i2', 'value', 38, 'C4'],
      ['p1m2', 'progress', '已预审', 'D4'],
    ])
    expect(found.left).toEqual([])
  })

  it('whose numbers are merged with other rows’ are left', () => {
    const found = read(
      [
        ['指标', '本月'],
        ['新增国家高新技术企业', 3],
        ['有效高企累计数', null],
      ],
      { merges: ['B2:B3'] },
    )
    expect([found.told, found.left.map(([cell]) => cell)]).toEqual([[], ['B2']])
  })
})

describe('columns', () => {
  it('that only repeat the plan are quiet while they agree with it', () => {
    const found = read([
      ['指标', '年度目标', '力争', '牵头处室', '配合单位', '本月'],
      ['新增国家高新技术企业', '≥100家', null, '高新处', '各县区', 3],
      ['高新技术产业产值占比', percent(0.24), percent(0.25), '规划处', '统计局', 23],
    ])
    expect(found.told).toHaveLength(2)
    expect(found.left).toEqual([
      ['B3', '和要点里的目标不一致，没有读入；要调整目标请到“工作要点”'],
      ['D3', '和要点里的牵头处室“高新处”不一致，没有读入'],
      ['E2:E3', '“配合单位”不在月度数里录入，没有读入'],
    ])
  })

  it('that somebody left out, and cells outside of the table, are listed once', () => {
    const found = read([
      ['指标', '本月', '上报数'],
      ['新增国家高新技术企业', 3, 4, '旁注'],
    ])
    expect(found.left).toEqual([
      ['C2', '“上报数”一列选的是不读入'],
      ['D2', '这一列没有标题，没有读入'],
    ])
  })

  it('mean what somebody chose', () => {
    const found = read(
      [
        ['指标', '本月', '上报数'],
        ['新增国家高新技术企业', 3, 4],
      ],
      {
        columns: ['indicator', 'ignored', 'value'],
      },
    )
    expect(found.told).toEqual([['i1', 'value', 4, 'C2']])
  })
})

it('a report’s words that stay the same are no change', () => {
  const builder = filled().report(
    '2020-06-20T10:00',
    aReport('2020-06', { status: 'under-way', progress: '已办培训2场' }),
  )
  const found = read(
    [
      ['任务', '状态', '进展'],
      ['强化高新技术企业培育', '推进中', '已办培训2场'],
    ],
    { builder },
  )
  expect([found.told, found.left]).toEqual([[], []])
})
