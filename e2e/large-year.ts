// A year that takes the export some seconds: indicators that are each broken down by a hundred localities.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Preparation } from './prepared-stores.ts'

const LOCALITIES = 100
const count = (many: number) => Array.from({ length: many }, (_, at) => at)

const planOf = (indicators: number) => ({
  title: '2020年全省科技工作要点',
  years: { from: 2020, to: 2020 },
  departments: [
    { id: 'a', name: '高新处', kind: 'department' },
    {
      id: 'localities',
      name: '各县区、园区',
      kind: 'group',
      members: count(LOCALITIES).map((at) => ({ id: `x${at}`, name: `第${at + 1}县`, kind: 'county' })),
    },
  ],
  programmes: [{ id: 'p1', name: '培育行动', lead: 'a', participating: ['localities'] }],
  indicators: count(indicators).map((at) => ({
    id: `i${at}`,
    name: `第${at + 1}项指标`,
    unit: '家',
    mode: 'monthly-flow',
    programme: 'p1',
    byLocality: true,
    targets: [{ year: 2020, comparator: 'at-least', committed: 2_000 }],
  })),
})

const sheetsOf = (indicators: number) =>
  count(12).map((month) => ({
    month: `2020-${String(month + 1).padStart(2, '0')}`,
    department: 'a',
    readings: count(indicators * LOCALITIES).map((at) => ({
      indicator: `i${Math.floor(at / LOCALITIES)}`,
      locality: `x${at % LOCALITIES}`,
      value: (at % 7) + 1,
    })),
  }))

/** 1,200 figures for an indicator. */
export const largeYear = (indicators: number): Preparation => ({
  name: `large-year-of-${indicators}`,
  commands: (folder) => {
    const planFile = join(folder, 'plan.json')
    const recordFile = join(folder, 'record.json')
    writeFileSync(planFile, JSON.stringify(planOf(indicators)))
    writeFileSync(recordFile, JSON.stringify(sheetsOf(indicators)))
    return [
      ['init', '--plan', planFile],
      ['record', '--file', recordFile],
    ]
  },
})

/** The same year with one more figure of December. */
export const withDecember = (
  year: Preparation,
  figure: { readonly indicator: string; readonly locality: string; readonly value: number },
): Preparation => ({
  name: `${year.name}-and-december`,
  commands: (folder) => {
    const file = join(folder, 'figure.json')
    writeFileSync(file, JSON.stringify([{ month: '2020-12', department: 'a', readings: [figure] }]))
    return [...year.commands(folder), ['record', '--file', file]]
  },
})
