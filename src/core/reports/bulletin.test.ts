import { describe, expect, test } from 'vitest'
import { bulletinReport } from './bulletin.ts'
import { comparedInput } from './testing/compared-bulletin.ts'
import { printed, rowNamed, sheetOf, table } from './testing/read-report.ts'
import {
  largeInput,
  nothingInput,
  sampleInput,
  textInput,
  untouchedInput,
} from './testing/sample-bulletins.ts'

describe('the lines around the tables', () => {
  test('name plan, month, issue, share of the year and units', () => {
    const sheet = sheetOf('总览')
    expect(sheet.title).toBe('2020年全市科技工作要点六月份进展情况通报')
    expect(sheet.lead).toEqual({
      left: '填报单位：市科学技术局办公室',
      middle: '第6期 · 截至2020年6月30日 · 序时进度50.0%',
      right: '单位：项、%',
    })
  })

  test('the date is the civil date of the bureau, not of UTC', () => {
    expect(sheetOf('总览').signOff).toEqual([
      '填报人：李强',
      '审核人：',
      '负责人：',
      '填报日期：2020年7月2日',
    ])
  })

  test('made-up and provisional figures are said so in every title', () => {
    const input = sampleInput({ isExample: true })
    const report = bulletinReport({ ...input, status: { ...input.status, provisional: true } })
    expect(report.sheets.every(({ title }) => title.endsWith('（含未审核数）（示例数据）'))).toBe(true)
    expect(report.fileName).toBe('2020年6月例会通报第6期（示例数据）.xlsx')
  })

  test('a plan over several years gets the year in its title', () => {
    const input = sampleInput()
    const plan = {
      ...input.plan,
      plan: { ...input.plan.plan, title: '创新行动计划', years: { from: 2020, to: 2022 } },
    }
    expect(sheetOf('总览', { ...input, plan }).title).toBe('创新行动计划2020年六月份进展情况通报')
  })

  test('sentences of our own carry full-width punctuation only', () => {
    const lines = bulletinReport(sampleInput()).sheets.flatMap(({ summary, notes, blocks }) => [
      summary ?? '',
      ...notes,
      ...blocks.flatMap(({ rows }) => rows.map((row) => printed(row).why ?? '')),
    ])
    expect(lines.filter((line) => /[,;:()]/.test(line))).toEqual([])
  })
})

describe('总览', () => {
  test('headline targets stand above the programmes', () => {
    expect(sheetOf('总览').blocks.map(({ title }) => title)).toEqual(['一、主要目标', '二、各行动进展'])
  })

  test.each([
    [
      '高新技术产业',
      {
        committed: '23',
        stretch: '25',
        actual: '24',
        completion: '104.3%',
        remark: '已达确保目标，距力争目标差1个百分点',
        light: '★ 已完成',
      },
    ],
    [
      '有效高企累计数',
      {
        committed: '—',
        stretch: '500',
        actual: '446',
        completion: '89.2%',
        remark: '距力争目标差54家',
        light: '▲ 滞后',
      },
    ],
    // Before its due month nothing is expected of a yearly figure: a dash, never 0.0%.
    [
      '全社会研发投入',
      { committed: '2', actual: '—', share: '—', completion: '—', pace: '—', light: '○ 未到考核期' },
    ],
    ['科研失信案件数', { committed: '≤4', actual: '3', completion: '100.0%', light: '■ 严重滞后' }],
  ])('headline target %s', (name, expected) => {
    expect(printed(rowNamed(table(sheetOf('总览'), 0), name))).toMatchObject(expected)
  })

  test('a programme shows its counts and its worst item', () => {
    const row = printed(rowNamed(table(sheetOf('总览')), '企业培育行动'))
    expect(row).toMatchObject({
      blue: '3',
      red: '4',
      worst: '培训企业家 0/100人次',
      completion: '0.0%',
      light: '■ 严重滞后',
    })
  })

  test('the total adds the rows up, live and stored alike', () => {
    const block = table(sheetOf('总览'))
    const total = block.rows.at(-1)
    for (const key of ['total', 'blue', 'green', 'yellow', 'red', 'grey']) {
      const sum = block.rows.slice(0, -1).reduce((all, row) => all + Number(row.cells[key]?.value), 0)
      expect(total?.cells[key]).toMatchObject({ value: sum, formula: `SUM({${key}:first}:{${key}:last})` })
    }
  })

  test('targets that no programme counts are mentioned', () => {
    expect(sheetOf('总览').notes.join('')).toContain('有3项主要目标未归入行动，不计入合计。')
  })

  test('the columns of the upper table fit the grid of the lower one', () => {
    const [upper, lower] = sheetOf('总览').blocks
    const taken = upper?.columns.reduce((sum, { gridSpan }) => sum + (gridSpan ?? 1), 0)
    expect(taken).toBe(lower?.columns.length)
  })
})

describe('edges', () => {
  test.each([
    ['nothing reported', untouchedInput()],
    ['nothing planned', nothingInput()],
    ['200 rows', largeInput(200)],
    ['after another issue', comparedInput()],
    ['long texts', textInput('受疫情影响，'.repeat(1000))],
  ])('%s makes all sheets without an empty table cell', (_name, input) => {
    const { sheets } = bulletinReport(input)
    expect(sheets.map(({ name }) => name)).toEqual([
      '总览',
      '指标进度',
      '举措进展',
      '滞后事项',
      '报送情况',
      '督办',
      '与上期对比',
      '变更记录',
      '通报文字',
    ])
    const texts = sheets.flatMap(({ blocks }) =>
      blocks.flatMap(({ rows }) => rows.flatMap((row) => Object.values(printed(row)))),
    )
    expect(texts.filter((text) => /undefined|NaN|null/.test(text))).toEqual([])
  })

  test('the same input gives the same tables', () => {
    expect(bulletinReport(sampleInput())).toEqual(bulletinReport(sampleInput()))
  })
})
