import { describe, expect, test } from 'vitest'
import { printed, rowNamed, sheetOf, table } from './testing/read-report.ts'

describe('指标进度', () => {
  const block = table(sheetOf('指标进度'))

  test('has the columns of the printed table', () => {
    expect(block.columns.map(({ title }) => title)).toEqual([
      '序号',
      '行动',
      '指标',
      '单位',
      '年度目标\n(确保)',
      '力争',
      '本月',
      '本年累计',
      '全年完成率',
      '序时应达',
      '完成序时',
      '状态',
      '责任处室',
      '说明',
    ])
  })

  test.each([
    [
      '新增国家高企',
      { month: '61', actual: '61', completion: '61.0%', expected: '50', pace: '122.0%', light: '● 正常' },
    ],
    [
      '技术合同登记额',
      {
        committed: '40.00',
        actual: '18.00',
        completion: '45.0%',
        expected: '20.00',
        pace: '90.0%',
        light: '▲ 滞后',
        remark: '剩余6个月月均需3.67亿元；一季度申报推迟',
      },
    ],
    ['苏科贷', { actual: '0.3', completion: '30.0%', pace: '60.0%', light: '■ 严重滞后' }],
    ['攻关项目', { month: '未填', actual: '—', completion: '—', pace: '—', light: '○ 未填报' }],
    ['培训企业家', { month: '无进展', actual: '0', completion: '0.0%', pace: '0.0%' }],
    ['没有目标的指标', { committed: '—', actual: '7', completion: '—', light: '○ 无目标' }],
    ['不适用的指标', { month: '不适用', light: '○ 不适用' }],
    ['尚未统计的指标', { month: '尚未统计', light: '○ 尚未统计' }],
    ['全社会研发投入', { month: '—', expected: '—', light: '○ 未到考核期' }],
    ['差一点的指标', { completion: '50.0%', pace: '99.96%', light: '▲ 滞后' }],
  ])('%s', (name, expected) => {
    expect(printed(rowNamed(block, name))).toMatchObject(expected)
  })

  test.each([
    ['新增国家高企', '{actual}/{committed}', '{actual}/{expected}'],
    ['有效高企累计数', '{actual}/{stretch}', '{actual}/{expected}'],
    [
      '科研失信案件数',
      'IF({actual}<={committed},1,{committed}/{actual})',
      'IF({actual}<={expected},1,{expected}/{actual})',
    ],
    ['市级孵化器数', '({actual}-17)/({committed}-17)', '({actual}-17)/({expected}-17)'],
    ['成果转化项目', '({actual}-3)/({committed}-3)', '{completion}/0.35'],
    ['攻关项目', undefined, undefined],
  ])('%s can be followed on its row', (name, completion, pace) => {
    const { cells } = rowNamed(block, name)
    expect([cells.completion?.formula, cells.pace?.formula]).toEqual([completion, pace])
  })

  test('no figure is a value of null, never a 0 or a dash', () => {
    const { cells } = rowNamed(block, '攻关项目')
    expect([cells.actual?.value, cells.completion?.value, cells.pace?.value]).toEqual([null, null, null])
  })

  test('programmes are merged, the main targets as a group of their own', () => {
    const keys = block.rows.map(({ cells }) => cells.programme?.value)
    expect([...new Set(keys)]).toEqual(['主要目标', '企业培育行动', '平台建设行动'])
    expect(block.rows.every(({ cells }) => cells.programme?.mergeKey !== undefined)).toBe(true)
  })
})

describe('举措进展', () => {
  const sheet = sheetOf('举措进展')

  test.each([
    ['强化培育', { status: '已完成', progress: '全部完成', overdue: '—', light: '★ 已完成' }],
    ['完善机制', { overdue: '出台管理办法（应于4月完成）', light: '■ 严重滞后' }],
    ['扩大对接', { overdue: '签约（应于6月完成）', light: '▲ 滞后' }],
    ['建设平台', { status: '受阻需协调', problems: '用地指标不足', light: '▲ 滞后' }],
    ['绩效评估', { status: '未填', progress: '—', light: '○ 未填报' }],
    ['长远规划', { status: '未启动', light: '○ 未到考核期' }],
  ])('%s', (name, expected) => {
    expect(printed(rowNamed(table(sheet), name))).toMatchObject(expected)
  })

  test('a programme without measures is explained', () => {
    expect(sheet.notes.join('')).toContain('“没有举措的行动”未列举措')
  })
})

describe('滞后事项', () => {
  const sheet = sheetOf('滞后事项')

  test('red before yellow, the slowest first, measures after figures', () => {
    expect(table(sheet).rows.map(({ cells }) => cells.name?.value)).toEqual([
      '培训企业家',
      '成果转化项目',
      '苏科贷贷款总额',
      '科研失信案件数',
      '完善机制',
      '有效高企累计数',
      '技术合同登记额',
      '差一点的指标',
      '扩大对接',
      '建设平台',
    ])
  })

  test('reason, next step, what it takes and why', () => {
    expect(printed(rowNamed(table(sheet), '完善机制'))).toMatchObject({
      reason: '部门意见不一',
      nextSteps: '再次会商',
    })
    expect(printed(rowNamed(table(sheet), '技术合同登记额'))).toMatchObject({
      reason: '一季度申报推迟',
      needed: '剩余6个月月均需3.67亿元',
      why: '截至6月累计18亿元，序时应达20亿元，完成序时90.0%，低于100%、不低于85%，故为黄',
    })
  })

  test('unreported items are named below, so that a short list is no good month', () => {
    expect(sheet.notes.join('')).toContain('另有2项未填报，未列入本表：攻关项目、绩效评估。')
  })
})

describe('报送情况', () => {
  test('state, civil time, on time or late, times returned', () => {
    const rows = table(sheetOf('报送情况')).rows.map(printed)
    expect(rows).toMatchObject([
      {
        department: '高新处',
        state: '已审核',
        submittedAt: '2020-06-24 18:05',
        onTime: '按时',
        returned: '1',
        filled: '13',
        expected: '14',
      },
      {
        department: '科研处',
        state: '已审核',
        submittedAt: '2020-06-27 08:00',
        onTime: '逾期',
        returned: '0',
        fillRate: '85.7%',
      },
      { no: '合计', state: '报送率100.0%', onTime: '按时1', filled: '19', expected: '21', fillRate: '90.5%' },
    ])
  })

  test('both rates stand in the summary', () => {
    expect(sheetOf('报送情况').summary).toBe('应报送2个处室，报送率100.0%，填实率90.5%。')
  })
})
