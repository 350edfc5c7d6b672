// What an indicator's cell would hold besides a new number or state: one takes the place of the other.

import { isSameValue, sheetFigure } from '../forms/cell-words.ts'
import type { FormField } from '../forms/form-fields.ts'
import type { FormItem } from '../forms/form-items.ts'
import { exact } from '../values/exact.ts'

/** A number takes the place of a state and of a fraction's parts, a state that of a number. */
export function settledItem(item: FormItem, field: 'value' | 'state', to: string): FormItem {
  if (isStored(item, field, to)) return item
  const cleared = field === 'value' ? { state: null } : { value: null }
  return { ...item, stored: { ...item.stored, ...cleared, numerator: null, denominator: null } }
}

/** The journal holds that already; a percentage perhaps as its parts. */
export function isStored(item: FormItem, field: FormField, value: string): boolean {
  const { numerator, denominator } = item.stored
  if (field !== 'value' || numerator == null || denominator == null)
    return isSameValue(field, value, item.stored[field] ?? null)
  const parts = exact(denominator)
  if (parts.equals(0)) return false
  const share = exact(numerator)
    .div(parts)
    .mul(item.unit === '%' ? 100 : 1)
  return sheetFigure(String(share.valueOf())) === sheetFigure(value)
}
