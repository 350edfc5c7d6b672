import { describe, expect, test } from 'vitest'
import type { PlanChange } from '../plan/plan-change.ts'
import { anIndicator, aPlan, aTarget, StateBuilder } from '../testing/builders.ts'
import { CHANGED_PLAN, changeRecord, printedRows } from './testing/change-records.ts'
import { comparedInput } from './testing/compared-bulletin.ts'
import { JUNE, MAY } from './testing/june-issue.ts'
import { printed, sheetOf, table } from './testing/read-report.ts'

describe('targets and plan', () => {
  const input = comparedInput()
  const sheet = sheetOf('变更记录', input)

  test('a target: old and new, 文号, reason, month; items that came and went', () => {
    expect(table(sheet, 1).rows.map(printed)).toMatchObject([
      {
        name: '技术合同登记额年度目标',
        month: '6月',
        before: '40亿元',
        after: '36亿元',
        reason: '省里下调年度任务',
        document: '淮科〔2020〕18号',
        author: '李强',
        date: '2020-06-02',
      },
      {
        name: '指标“没有目标的指标”',
        before: '列入',
        after: '停用，截至5月',
        reason: '机构调整',
        document: '—',
      },
      { name: '举措“新增的举措”', before: '—', after: '新列入' },
    ])
  })

  test('counts what is new, and says so where there is nothing', () => {
    expect(sheet.summary).toBe('第5期（5月）以来更正、补报2处，要点调整3项。')
    const first = sheetOf('变更记录')
    expect(first.summary).toBe('本期为首期：本年度以来更正、补报0处，要点调整0项。')
    expect(first.blocks.map(({ rows: each, emptyText }) => [each.length, emptyText])).toEqual([
      [0, '没有更正和补报'],
      [0, '目标和要点没有调整'],
    ])
  })

  test('amendments of later months are not yet part of an issue', () => {
    const may = sheetOf('变更记录', { ...input, month: MAY, earlier: null })
    expect(table(may, 1).rows).toEqual([])
  })

  /** Amendments by the month they hold from and when they were written; the issue before knew the first `known`. */
  function amended(known: number, ...amendments: (readonly [from: string, at: string, PlanChange])[]) {
    const builder = new StateBuilder(CHANGED_PLAN)
    const start = builder.entries.length
    for (const [from, at, change] of amendments)
      builder.append(
        [
          {
            kind: 'plan-amended',
            subject: 'amendment/2020',
            basis: null,
            body: { from, reason: '调整', documentNumber: null, changes: [change] },
          },
        ],
        at,
      )
    return changeRecord(builder, start + known)
  }

  test('what the issue before has listed stands apart; what it could not list yet is new', () => {
    const named = (name: string): PlanChange => ({ kind: 'unit-renamed', unit: 'gaoxin', name })
    const made = amended(
      2,
      ['2020-03', '2020-03-01T09:00', named('高新一处')],
      // known to May's issue, but to hold from June only
      ['2020-06', '2020-05-20T09:00', named('高新二处')],
      ['2020-06', '2020-06-02T09:00', named('高新三处')],
    )
    expect(made.blocks.map(({ title }) => title)).toEqual([
      '一、数据和举措的更正、补报',
      '二、目标和要点的调整',
      '三、此前本年度的调整',
    ])
    expect(printedRows(made, 1)).toMatchObject([
      { before: '高新一处', after: '高新二处' },
      { before: '高新二处', after: '高新三处' },
    ])
    expect(printedRows(made, 2)).toMatchObject([{ before: '高新处', after: '高新一处', month: '3月' }])
    expect(made.summary).toBe('第5期（5月）以来更正、补报0处，要点调整2项；此前本年度要点调整1项。')
  })

  test.each([
    [
      { kind: 'indicator-changed', id: 'i2', fields: { name: '合同额', lead: 'keyan' } },
      [
        ['指标“登记额”名称', '登记额', '合同额'],
        ['指标“登记额”牵头处室', '高新处', '科研处'],
      ],
    ],
    [
      {
        kind: 'indicator-changed',
        id: 'i2',
        fields: {
          curve: [0, 0, 0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1],
          dueMonth: 14,
          decimals: 2,
          key: false,
          byLocality: true,
          carriedBy: 'p1',
        },
      },
      [
        [
          '指标“登记额”序时计划',
          '按月均分',
          '1—12月累计0%、0%、0%、0%、0%、50%、50%、50%、50%、50%、50%、100%',
        ],
        ['指标“登记额”考核月份', '未定', '次年2月'],
        ['指标“登记额”小数位数', '0位', '2位'],
        ['指标“登记额”重点标记', '重点', '一般'],
        ['指标“登记额”县区分解', '不分解', '分解到县区园区'],
        ['指标“登记额”归口行动', '不归口', CHANGED_PLAN.programmes[0]?.name],
      ],
    ],
    [
      {
        kind: 'measure-changed',
        id: 'm1',
        fields: { milestones: [{ id: 's1', name: '出台办法', due: '2020-09' }], participating: ['keyan'] },
      },
      [
        ['举措“强化培育”节点', '出台办法（2020年6月）', '出台办法（2020年9月）'],
        ['举措“强化培育”参与处室', '随所在行动', '科研处'],
      ],
    ],
    [
      {
        kind: 'indicator-split',
        id: 'i2',
        into: [anIndicator({ id: 'a', name: '甲' }), anIndicator({ id: 'b', name: '乙' })],
      },
      [['指标“登记额”', '一项', '拆分为“甲”、“乙”']],
    ],
    [
      {
        kind: 'indicator-added',
        indicator: anIndicator({ id: 'n', name: '新指标', targets: [aTarget({ committed: 5 })] }),
      },
      [['指标“新指标”', '—', '新列入，年度目标≥5家']],
    ],
    [
      { kind: 'rules-changed', bands: { green: 0.95, yellow: 0.85 }, reportingDueDay: 20 },
      [
        ['绿灯界线', '100%', '95%'],
        ['报送截止日', '每月25日', '每月20日'],
      ],
    ],
    [{ kind: 'unit-merged', unit: 'gaoxin', into: 'keyan' }, [['处室“高新处”', '单设', '并入“科研处”']]],
    [{ kind: 'unit-handed-over', unit: 'gaoxin', to: 'keyan' }, [['“高新处”牵头的事项', '高新处', '科研处']]],
  ] as [PlanChange, string[][]][])('from what to what (%#)', (change, lines) => {
    const made = amended(0, [JUNE, '2020-06-02T09:00', change])
    expect(printedRows(made, 1).map(({ name, before, after }) => [name, before, after])).toEqual(lines)
  })

  test('a target that the plan itself revised from a month on is listed too', () => {
    const revised = aPlan({
      indicators: [
        anIndicator({
          name: '新增高企',
          targets: [
            aTarget({ committed: 100 }),
            aTarget({ committed: 80, from: JUNE, reason: '省里下调', documentNumber: '淮科〔2020〕9号' }),
          ],
        }),
      ],
    })
    expect(printedRows(changeRecord(new StateBuilder(revised), 1), 1)).toMatchObject([
      {
        name: '新增高企年度目标',
        before: '100家',
        after: '80家',
        month: '6月',
        reason: '省里下调',
        document: '淮科〔2020〕9号',
        author: '—',
      },
    ])
  })
})
