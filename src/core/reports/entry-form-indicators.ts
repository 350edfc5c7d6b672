// The sheet 指标填报.

import { FIGURE_FIELDS, NO_FIGURE, shownValue } from '../forms/cell-words.ts'
import { FIELD_TITLES, fieldsOf, ITEM_TITLES } from '../forms/form-fields.ts'
import { type FormItem, rowReadings } from '../forms/form-items.ts'
import { accumulateMonths, carriesOver } from '../measuring/accumulate.ts'
import type { AccumulationMode, Indicator, PlanIndex } from '../plan/annual-plan.ts'
import { targetInForce } from '../plan/annual-plan.ts'
import { toNumber } from '../values/exact.ts'
import { monthNumber, previousMonth } from '../values/reporting-month.ts'
import type { EntryFormCell, EntryFormColumn, EntryFormInput, EntryFormRow } from './entry-form-table.ts'
import { figureShape } from './number-shape.ts'

/** How a figure is to be filled in, beside the name of its mode. */
export const MODE_WORDS: Readonly<Record<AccumulationMode, string>> = {
  'monthly-flow': '当月发生',
  'running-total': '累计填报',
  stock: '存量',
  ratio: '比率',
  yearly: '年度统计',
}

/** Those that the items' indicators are counted in. */
export function modeNames(plan: PlanIndex, items: readonly FormItem[]): Set<string> {
  const ids = new Set(items.map(({ indicator }) => indicator ?? ''))
  const modes = [...ids].flatMap((id) => plan.indicatorsById.get(id)?.indicator.mode ?? [])
  return new Set(modes.map((mode) => MODE_WORDS[mode]))
}

const ENTRY_WIDTHS: Readonly<Record<string, number>> = {
  value: 7.5,
  numerator: 7.5,
  denominator: 7.5,
  state: 6.5,
  note: 16,
}

/** Columns for numerator and denominator stand there only where a ratio is reported. */
export function indicatorColumns(items: readonly FormItem[]): EntryFormColumn[] {
  const hasParts = items.some(({ open }) => open.includes('numerator'))
  const fields = fieldsOf('indicators').filter(
    (field) => hasParts || (field !== 'numerator' && field !== 'denominator'),
  )
  return [
    { key: 'number', title: ITEM_TITLES.number, width: 3, align: 'center' },
    { key: 'programme', title: ITEM_TITLES.programme, width: 9, align: 'left', wrap: true },
    { key: 'name', title: ITEM_TITLES.indicator, width: 16, align: 'left', wrap: true },
    { key: 'unit', title: ITEM_TITLES.unit, width: 3.5, align: 'center' },
    { key: 'mode', title: ITEM_TITLES.mode, width: 5, align: 'center' },
    { key: 'target', title: ITEM_TITLES.target, width: 7, align: 'center', wrap: true },
    { key: 'previous', title: ITEM_TITLES.previousTotal, width: 6, align: 'right' },
    ...fields.map(
      (field): EntryFormColumn => ({
        key: field,
        title: FIELD_TITLES.indicators[field] ?? '',
        width: ENTRY_WIDTHS[field] ?? 8,
        align: FIGURE_FIELDS.has(field) ? 'right' : field === 'state' ? 'center' : 'left',
        wrap: field === 'note',
        field,
      }),
    ),
    { key: 'id', title: ITEM_TITLES.id, width: 8, align: 'left', isHidden: true },
  ]
}

export function indicatorRow(input: EntryFormInput, item: FormItem): EntryFormRow {
  const indicator = input.plan.indicatorsById.get(item.indicator ?? '')?.indicator
  if (indicator === undefined) throw new Error(`no indicator ${item.indicator}`)
  const isLocality = item.locality !== null
  return {
    key: item.key,
    cells: {
      number: { value: item.number },
      programme: { value: item.programme },
      name: { value: item.name },
      unit: { value: item.unit },
      mode: { value: MODE_WORDS[indicator.mode] },
      target: { value: isLocality ? NO_FIGURE : targetWords(indicator, input.month) },
      previous: previousTotal(input, indicator, item),
      ...entryCells(item, indicator.decimals ?? 0),
      id: { value: item.key },
    },
  }
}

function entryCells(item: FormItem, decimals: number): Record<string, EntryFormCell> {
  const open = new Set(item.open)
  return Object.fromEntries(
    fieldsOf('indicators').map((field) => {
      const value = shownValue(item, field, item.stored[field] ?? null)
      const shape = typeof value === 'number' ? { shape: figureShape(value, decimals) } : {}
      return [field, { value, ...shape, isOpen: open.has(field) }]
    }),
  )
}

/** ≥30 · ≥23，力争25 · 力争40 · ≤4 */
function targetWords(indicator: Indicator, month: string): string {
  const target = targetInForce(indicator, month)
  if (target === null) return NO_FIGURE
  const mark = { 'at-least': '≥', 'at-most': '≤', exactly: '' }[target.comparator]
  const parts = [
    ...(target.committed == null ? [] : [`${mark}${target.committed}`]),
    ...(target.stretch == null ? [] : [`力争${target.stretch}`]),
  ]
  return parts.length === 0 ? NO_FIGURE : parts.join('，')
}

/** The year's total, or the level, at the end of the month before. */
function previousTotal(
  { state, month }: EntryFormInput,
  indicator: Indicator,
  item: FormItem,
): EntryFormCell {
  if (monthNumber(month) === 1 && !carriesOver(indicator.mode)) return { value: NO_FIGURE }
  const [before] = accumulateMonths(indicator, rowReadings(state, item), [previousMonth(month)])
  const actual = before?.actual ?? null
  if (actual === null) return { value: NO_FIGURE }
  const value = toNumber(actual)
  return { value, shape: figureShape(value, indicator.decimals ?? 0) }
}
