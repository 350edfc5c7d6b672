// 季度小计 and 上半年: what the months of a part of the year added, behind the twelve months.
import type { MeasuredIndicator } from '../../measuring/measure-indicator.ts'
import { toNumber, ZERO } from '../../values/exact.ts'
import { monthOf, type ReportingMonth } from '../../values/reporting-month.ts'
import { figureShape } from '../number-shape.ts'
import { BARE, DASH } from '../report-cells.ts'
import type { ReportCell, ReportColumn } from '../report-table.ts'
import { isSame } from './same-double.ts'
import type { YearContext } from './year-context.ts'
import { monthKey } from './year-months.ts'

/** 1…12 */
const PARTS = [
  { key: 'q1', title: '一季度', first: 1, last: 3 },
  { key: 'q2', title: '二季度', first: 4, last: 6 },
  { key: 'q3', title: '三季度', first: 7, last: 9 },
  { key: 'q4', title: '四季度', first: 10, last: 12 },
  { key: 'h1', title: '上半年', first: 1, last: 6 },
] as const

type Part = (typeof PARTS)[number]

/** Behind the months and not among them, so that a sum over months never takes in a part. */
export const PART_COLUMNS: readonly ReportColumn[] = PARTS.map(({ key, title }) => ({
  key,
  title,
  width: 4.6,
  align: 'center',
}))

/** Levels do not add up. */
export const NO_PARTS: Readonly<Record<string, ReportCell>> = Object.fromEntries(
  PARTS.map(({ key }) => [key, BARE]),
)

interface AmountYear {
  readonly context: YearContext
  readonly results: ReadonlyMap<ReportingMonth, MeasuredIndicator>
  readonly decimals: number
  readonly id: string
}

/** One cell beside an item's two rows. `amounts`: its months; a part that has not begun stays empty. */
export function partCells(
  amounts: Readonly<Record<string, ReportCell>>,
  year: AmountYear,
): Record<string, ReportCell> {
  return Object.fromEntries(
    PARTS.map((part) => [part.key, { ...partCell(part, amounts, year), mergeKey: year.id }]),
  )
}

function partCell(
  { first, last }: Part,
  amounts: Readonly<Record<string, ReportCell>>,
  { context, results, decimals, id }: AmountYear,
): ReportCell {
  const months = Array.from({ length: last - first + 1 }, (_, at) => monthOf(context.input.year, first + at))
  if (!months.some((month) => context.months.includes(month))) return BARE
  let total = ZERO
  let reckoned = 0
  let count = 0
  for (const month of months) {
    const amount = results.get(month)?.monthAmount ?? null
    const shown = amounts[monthKey(month)]?.value
    if (amount === null || typeof shown !== 'number') continue
    total = total.add(amount)
    reckoned += shown
    count += 1
  }
  if (count === 0) return DASH
  const value = toNumber(total)
  const row = `${id}/amount`
  return {
    value,
    shape: figureShape(value, decimals),
    ...(isSame(reckoned, value) ? { formula: `SUM({m${first}@${row}}:{m${last}@${row}})` } : {}),
  }
}

/** For the lower of the two rows: where a page ends between them, the cell is written once more. */
export function withoutFormulas(cells: Readonly<Record<string, ReportCell>>): Record<string, ReportCell> {
  return Object.fromEntries(
    Object.entries(cells).map(([key, { formula: _, ...cell }]): [string, ReportCell] => [key, cell]),
  )
}
