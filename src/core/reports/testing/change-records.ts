// 变更记录 of a June issue over a small plan, with what was known at the issue before it.
import { aMeasure, anIndicator, aPlan, type StateBuilder } from '../../testing/builders.ts'
import type { ReportSheet } from '../report-table.ts'
import { juneInput } from './june-issue.ts'
import { printed, sheetOf, table } from './read-report.ts'

export const CHANGED_PLAN = aPlan({
  indicators: [
    anIndicator({ id: 'i1', name: '新增高企', unit: '家' }),
    anIndicator({ id: 'i2', name: '登记额', unit: '亿元', programme: 'p1' }),
  ],
  measures: [
    aMeasure({
      id: 'm1',
      name: '强化培育',
      milestones: [{ id: 's1', name: '出台办法', due: '2020-06' }],
    }),
  ],
})

/** A June issue; what was known when `builder` had `known` entries counts as the issue before, about May. */
export function changeRecord(builder: StateBuilder, known: number | null): ReportSheet {
  return sheetOf('变更记录', juneInput(builder, known))
}

export const printedRows = (sheet: ReportSheet, block = 0) => table(sheet, block).rows.map(printed)
