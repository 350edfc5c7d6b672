// A plan of two departments, half a year of it filled in, and a table of one's own read against it.

import { changeOf } from '../../forms/form-change.ts'
import { formItems } from '../../forms/form-items.ts'
import type { AnnualPlan } from '../../plan/annual-plan.ts'
import { atOnce } from '../../steps.ts'
import { aMeasure, anIndicator, aPlan, aReading, aTarget, StateBuilder } from '../../testing/builders.ts'
import type { ColumnMeaning } from '../column-meanings.ts'
import { indicatorFacts } from '../earlier-totals.ts'
import { openTable } from '../open-table.ts'
import { proposeColumns } from '../propose-columns.ts'
import { readMonthTable } from '../read-month-table.ts'
import { bookOf, type SheetOptions, sheetOf, type Typed } from './sheet-of.ts'

export const PLAN = aPlan({
  programmes: [
    {
      id: 'p1',
      name: '培育行动',
      lead: 'gaoxin',
      measures: [aMeasure({ name: '强化高新技术企业培育' }), aMeasure({ id: 'p1m2', name: '提高申报质量' })],
    },
    { id: 'p2', name: '研发行动', lead: 'keyan', measures: [aMeasure({ id: 'p2m1', name: '完善激励机制' })] },
  ],
  indicators: [
    anIndicator({ name: '新增国家高新技术企业' }),
    anIndicator({ id: 'i2', name: '技术合同登记额', unit: '亿元', mode: 'running-total' }),
    anIndicator({ id: 'i3', name: '有效高企累计数', unit: '家', mode: 'stock' }),
    anIndicator({
      id: 'i4',
      name: '高新技术产业产值占比',
      unit: '%',
      mode: 'ratio',
      targets: [aTarget({ committed: 23, stretch: 25 })],
    }),
    anIndicator({ id: 'i5', name: '新建研发机构', programme: 'p2', lead: 'keyan' }),
  ],
})

/** January to May filled in for the flow (10 a month) and the running total (18 by May). */
export function filled(plan: AnnualPlan = PLAN): StateBuilder {
  const builder = new StateBuilder(plan)
  for (const month of ['01', '02', '03', '04', '05'])
    builder.read(`2020-${month}-25T10:00`, aReading(`2020-${month}`, 10))
  return builder.read('2020-05-26T10:00', aReading('2020-05', 18, { indicator: 'i2' }))
}

export function readExample(
  rows: readonly (readonly Typed[])[],
  options: SheetOptions & { columns?: readonly ColumnMeaning[]; builder?: StateBuilder; all?: boolean } = {},
) {
  const { state, plan } = options.builder ?? filled()
  const book = bookOf(sheetOf(rows, options))
  const opened = atOnce(openTable(book, null))
  if (!opened.ok) throw new Error(opened.rejection.message)
  const { table } = opened.value
  const proposed = proposeColumns(table.grid, table.headings, {
    purpose: 'month',
    remembered: null,
    month: null,
  })
  const columns = proposed.map(({ column, meaning }, at) => ({
    column,
    meaning: options.columns?.[at] ?? meaning,
  }))
  const month = '2020-06'
  const own = formItems(state, plan, { department: 'gaoxin', month })
  const other = formItems(state, plan, { department: 'keyan', month })
  const steps = readMonthTable(book, table, columns, {
    items: options.all === true ? [...own, ...other] : own,
    foreign: options.all === true ? [] : other.map(({ name }) => ({ name, departmentName: '科研处' })),
    factsOf: (item) => indicatorFacts(state, plan, item, month),
    toldBy: (item) => ({
      targets: (plan.indicatorsById.get(item.indicator ?? '')?.indicator.targets ?? []).flatMap((target) =>
        [target.committed, target.stretch].filter((each) => each != null),
      ),
      lead: '高新处',
    }),
  })
  const result = atOnce(steps)
  return {
    ...result,
    told: result.changes.map((change) => {
      const { indicator, measure, field, to, cell } = changeOf(change, null)
      return [indicator ?? measure, field, to, cell]
    }),
    left: result.unread.map(({ cell, reason }) => [cell, reason]),
  }
}
