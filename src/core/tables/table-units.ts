// Units of a bureau's own table against the plan's: another magnitude is never converted silently.
import { folded } from '../forms/form-fields.ts'
import { isUnit } from './column-meanings.ts'
import type { TableHeadings } from './find-headings.ts'
import type { TableGrid } from './table-grid.ts'

const MAGNITUDE = /[万亿千百]|元|%|‰|百分点/

/** Why a number in `written` cannot stand for one in `unit`; null where it can. 家 and 个 count the same things. */
export function unitProblem(written: string, unit: string): string | null {
  const [told, wanted] = [folded(written), folded(unit)]
  if (told === '' || told === wanted) return null
  if (!MAGNITUDE.test(told) && !MAGNITUDE.test(wanted)) return null
  if (`${told}元` === wanted || told === `${wanted}元`) return null
  return `表里的单位是“${written.trim()}”，要点里是“${unit}”，请换算后再导入`
}

/** 单位：万元, above the table: for everything that is money. */
export function sheetUnit(grid: TableGrid, headings: TableHeadings): string | null {
  for (const { row, cells } of grid.rows) {
    if (row >= headings.top) return null
    for (const { text } of cells.values()) {
      const unit = /^(?:计量|金额)?单位:(.{1,6})$/.exec(folded(text))?.[1]
      if (unit !== undefined && isUnit(unit)) return unit
    }
  }
  return null
}

/** The unit that counts for one cell: the row's own, its heading's, and for money the sheet's. */
export function cellUnit(
  unit: string,
  told: { readonly row: string; readonly heading: string | null; readonly sheet: string | null },
): string {
  if (told.row !== '') return told.row
  if (told.heading !== null) return told.heading
  return told.sheet?.includes('元') === true && unit.includes('元') ? told.sheet : ''
}
