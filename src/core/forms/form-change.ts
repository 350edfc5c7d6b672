// What a form that came back says: changes to accept one by one, and everything that could not be taken.
import type { EntryId } from '../journal/journal-entry.ts'
import { FIGURE_FIELDS } from './cell-words.ts'
import type { FormField } from './form-fields.ts'
import { type FieldValue, type FormItem, milestoneIds } from './form-items.ts'

/** A number, words, a state's or status's name in the journal, ids of milestones; null is an empty cell. */
export type ShownValue = number | string | readonly string[] | null

export interface FormChange {
  readonly indicator?: string
  readonly measure?: string
  readonly locality?: string
  readonly field: FormField
  /** what the journal holds */
  readonly from: ShownValue
  readonly to: ShownValue
  readonly sheet: string
  readonly cell: string
  /** the item as people call it */
  readonly name: string
  /** entry that `from` stands in; null for none */
  readonly basis: EntryId | null
  /** what to know before accepting it */
  readonly remarks: readonly string[]
  /** why the rules would refuse it; null when they would not */
  readonly problem: string | null
}

export interface UnreadCell {
  readonly sheet: string
  /** address, a range for many cells, or empty where the cell itself is missing */
  readonly cell: string
  readonly text: string
  readonly reason: string
}

/** A change together with what applying it needs. */
export interface FoundChange {
  readonly item: FormItem
  readonly field: FormField
  readonly value: FieldValue
  readonly sheet: string
  readonly cell: string
  readonly remarks: readonly string[]
}

export function changeOf(found: FoundChange, problem: string | null): FormChange {
  const { item, field, value, sheet, cell, remarks } = found
  return {
    ...(item.indicator === null ? {} : { indicator: item.indicator }),
    ...(item.measure === null ? {} : { measure: item.measure }),
    ...(item.locality === null ? {} : { locality: item.locality }),
    field,
    from: shown(field, item.stored[field] ?? null),
    to: shown(field, value),
    sheet,
    cell,
    name: item.name,
    basis: item.basis,
    remarks,
    problem,
  }
}

function shown(field: FormField, value: FieldValue): ShownValue {
  if (field === 'milestonesDone') return milestoneIds(value)
  return value !== null && FIGURE_FIELDS.has(field) ? Number(value) : value
}
