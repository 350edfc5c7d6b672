// A plan with every way of counting, for random histories.
import type { AnnualPlan } from '../../src/core/plan/annual-plan.ts'

const target = (year: number, committed: number, baseline: number | null = null) =>
  ({ year, comparator: 'at-least', committed, baseline }) as const

export function planOfEveryMode(milestoneDue = '2020-05'): AnnualPlan {
  const years = [2020, 2021]
  return {
    title: '2020年全市科技工作要点',
    years: { from: 2020, to: 2021 },
    departments: [
      { id: 'a', name: '甲处', kind: 'department' },
      { id: 'b', name: '乙处', kind: 'department' },
      {
        id: 'l',
        name: '各县区',
        kind: 'group',
        members: [
          { id: 'x', name: '甲县', kind: 'county' },
          { id: 'y', name: '乙县', kind: 'county' },
        ],
      },
    ],
    programmes: [
      {
        id: 'p1',
        name: '培育行动',
        lead: 'a',
        measures: [
          { id: 'm1', name: '培育', milestones: [{ id: 's1', name: '名单', due: milestoneDue }] },
          { id: 'm2', name: '服务', lead: 'b' },
        ],
      },
      {
        id: 'p2',
        name: '平台行动',
        lead: 'b',
        measures: [{ id: 'm3', name: '建设', from: '2020-03', until: '2020-11' }],
      },
    ],
    indicators: [
      {
        id: 'flow',
        name: '新增',
        unit: '家',
        mode: 'monthly-flow',
        programme: 'p1',
        key: true,
        byLocality: true,
        targets: years.map((year) => target(year, 24)),
      },
      {
        id: 'total',
        name: '交易额',
        unit: '亿元',
        mode: 'running-total',
        programme: 'p1',
        lead: 'b',
        targets: years.map((year) => target(year, 12)),
      },
      {
        id: 'stock',
        name: '存量',
        unit: '家',
        mode: 'stock',
        programme: 'p2',
        key: true,
        targets: years.map((year) => target(year, 30, 10)),
      },
      {
        id: 'ratio',
        name: '占比',
        unit: '%',
        mode: 'ratio',
        carriedBy: 'p2',
        lead: 'a',
        key: true,
        targets: [{ year: 2020, comparator: 'at-most', committed: 4 }],
      },
      {
        id: 'yearly',
        name: '总量',
        unit: '亿元',
        mode: 'yearly',
        programme: 'p2',
        dueMonth: 10,
        targets: [target(2020, 5)],
      },
    ],
  }
}
