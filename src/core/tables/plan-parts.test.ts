// What the cells of a plan's table say: targets, dates, units.
import { describe, expect, it } from 'vitest'
import type { CellKind } from '../forms/read-workbook.ts'
import { readDue } from './read-due.ts'
import { readTargetCell, readTargetText, targetInName } from './read-target.ts'
import { unitNames } from './unit-names.ts'

describe('readTargetText', () => {
  const parts = (text: string, unit = '') => {
    const reading = readTargetText(text, unit)
    if (!reading.isRead) return 'unread'
    const { target } = reading
    if (target === null) return null
    const { comparator, committed, stretch, baseline, unit: own } = target
    return [comparator === 'at-most' ? '≤' : '≥', committed, stretch, baseline, own]
  }

  it.each<[string, unknown]>([
    ['100', ['≥', '100', null, null, null]],
    ['１００家', ['≥', '100', null, null, '家']],
    ['≥100家', ['≥', '100', null, null, '家']],
    ['100家以上', ['≥', '100', null, null, '家']],
    ['不低于0.45%', ['≥', '0.45', null, null, '%']],
    ['达到2％', ['≥', '2', null, null, '%']],
    ['1,500万元', ['≥', '1500', null, null, '万元']],
    ['200人次以上', ['≥', '200', null, null, '人次']],
    ['确保23%、力争25%', ['≥', '23', '25', null, '%']],
    ['确保达到23%，力争达到25%', ['≥', '23', '25', null, '%']],
    ['确保23%力争25%', ['≥', '23', '25', null, '%']],
    ['力争40亿元', ['≥', null, '40', null, '亿元']],
    ['由17家发展到23家', ['≥', '23', null, '17', '家']],
    ['从17增加到23家以上', ['≥', '23', null, '17', '家']],
    ['由12%降至10%', ['≤', '10', null, '12', '%']],
    ['控制在5%以内', ['≤', '5', null, null, '%']],
    ['不超过3起', ['≤', '3', null, null, '起']],
    ['≤3', ['≤', '3', null, null, null]],
    ['3-5个', ['≥', '3', '5', null, '个']],
    ['新增100家', ['≥', '100', null, null, '家']],
    ['约100家', ['≥', '100', null, null, '家']],
    ['年均增长12%', ['≥', '12', null, null, '%']],
    ['—', null],
    ['', null],
    ['进一步提高', 'unread'],
    ['高企100家，孵化器5家', 'unread'],
    ['100家、5个', 'unread'],
  ])('%s → %j', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })

  it('says what to look at', () => {
    const doubts = (text: string, unit = '') => {
      const reading = readTargetText(text, unit)
      return reading.isRead ? reading.target?.doubts : reading.reason
    }
    expect(doubts('约100家')).toEqual(['目标是约数'])
    expect(doubts('年均增长12%')).toEqual(['目标是增长幅度，不是要达到的数'])
    expect(doubts('40亿元', '万元')).toEqual(['目标里的单位“亿元”和单位栏“万元”不一致'])
    expect(doubts('3-5个')).toEqual(['目标是一个范围，低的作确保、高的作力争'])
    expect(doubts('进一步提高')).toContain('请写成')
  })
})

it.each<[CellKind, string, unknown]>([
  ['number', '100', ['100', null]],
  ['percent', '0.235', ['23.5', '%']],
  ['date', '2020-06-01', 'unread'],
])('a target cell of kind %s', (kind, text, expected) => {
  const reading = readTargetCell({ row: 1, column: 1, kind, text, isFormula: false }, '')
  expect(reading.isRead ? [reading.target?.committed, reading.target?.unit] : 'unread').toEqual(expected)
})

it.each<[string, unknown]>([
  ['新增国家高新技术企业100家以上', ['新增国家高新技术企业', '100', '家']],
  ['技术合同登记额力争40亿元', ['技术合同登记额', null, '亿元']],
  ['落实科技改革20条', null],
  ['推进5G', null],
  ['强化高企培育', null],
])('%s: a target in the words themselves', (text, expected) => {
  const found = targetInName(text)
  expect(found === null ? null : [found.name, found.target.committed, found.target.unit]).toEqual(expected)
})

describe('readDue', () => {
  const due = (text: string, kind: CellKind = 'text') => {
    const reading = readDue({ row: 1, column: 1, kind, text, isFormula: false }, 2020)
    return reading.isRead ? reading.due : 'unread'
  }
  it.each<[string, string | null]>([
    ['6月底', '2020-06'],
    ['６月底前', '2020-06'],
    ['2020年12月', '2020-12'],
    ['2020年12月31日', '2020-12'],
    ['2020.9', '2020-09'],
    ['2021-03-31', '2021-03'],
    ['12月31日前', '2020-12'],
    ['第二季度', '2020-06'],
    ['三季度末', '2020-09'],
    ['上半年', '2020-06'],
    ['年底', '2020-12'],
    ['年底前完成', '2020-12'],
    ['2020年底', '2020-12'],
    ['长期', null],
    ['全年', null],
    ['尽快', 'unread'],
    ['13月', 'unread'],
  ])('%s → %s', (text, expected) => {
    expect(due(text)).toBe(expected)
  })
  it('a date is its month', () => {
    expect(due('2020-06-30', 'date')).toBe('2020-06')
  })
})

it.each<[string, readonly string[]]>([
  ['高新处', ['高新处']],
  ['高新处、农社处，各县区、园区', ['高新处', '农社处', '各县区、园区*']],
  ['高新处、各县区、园区', ['高新处', '各县区、园区*']],
  ['市财政局；各县（市、区）', ['市财政局', '各县（市、区）*']],
  ['牵头单位：规划处 法规处', ['规划处法规处']],
  ['区域处\n办 公 室', ['区域处', '办公室']],
  ['—', []],
])('%s → %j', (text, names) => {
  expect(unitNames(text).map(({ name, isGroup }) => `${name}${isGroup ? '*' : ''}`)).toEqual(names)
})
