// Accepted changes → what is recorded: each item once, its other cells as the journal has them.
import type { MeasureInput, ReadingInput } from '../decide/record-sheet.ts'
import type { IndicatorReading, MeasureStatus, ReadingState } from '../journal/journal-entry.ts'
import type { FoundChange } from './form-change.ts'
import type { FormField } from './form-fields.ts'
import { type FieldValue, type FormItem, milestoneIds } from './form-items.ts'

export interface RecordedItems {
  readonly readings: readonly ReadingInput[]
  readonly measures: readonly MeasureInput[]
}

/** `readingOf`: the journal's newest reading of an item's cell, for what the form does not show. */
export function recordedItems(
  changes: readonly FoundChange[],
  readingOf: (item: FormItem) => IndicatorReading | undefined,
): RecordedItems {
  const readings: ReadingInput[] = []
  const measures: MeasureInput[] = []
  for (const [item, own] of byItem(changes)) {
    const changed = new Map(own.map(({ field, value }) => [field, value]))
    if (item.measure !== null) measures.push(measureInput(item, item.measure, changed))
    else readings.push(readingInput(item, changed, readingOf(item)))
  }
  return { readings, measures }
}

export function byItem(changes: readonly FoundChange[]): Map<FormItem, FoundChange[]> {
  const groups = new Map<FormItem, FoundChange[]>()
  for (const change of changes) groups.set(change.item, [...(groups.get(change.item) ?? []), change])
  return groups
}

function readingInput(
  item: FormItem,
  changed: ReadonlyMap<FormField, FieldValue>,
  before: IndicatorReading | undefined,
): ReadingInput {
  const now = (field: FormField): FieldValue =>
    changed.has(field) ? (changed.get(field) ?? null) : (item.stored[field] ?? null)
  const value = now('value')
  const numerator = now('numerator')
  const denominator = now('denominator')
  const hasNumber = value !== null || numerator !== null || denominator !== null
  const state = now('state') as ReadingState | null
  return {
    indicator: item.indicator ?? '',
    locality: item.locality,
    value,
    numerator,
    denominator,
    state: state ?? (hasNumber ? null : 'blank'),
    note: now('note'),
    unitNote: numerator === null && denominator === null ? null : (before?.unitNote ?? null),
    basis: item.basis,
  }
}

function measureInput(
  item: FormItem,
  measure: string,
  changed: ReadonlyMap<FormField, FieldValue>,
): MeasureInput {
  const text = (field: FormField) => (changed.has(field) ? { [field]: changed.get(field) ?? null } : {})
  return {
    measure,
    basis: item.basis,
    ...(changed.has('status') ? { status: (changed.get('status') ?? null) as MeasureStatus | null } : {}),
    ...text('progress'),
    ...text('problems'),
    ...text('nextSteps'),
    ...(changed.has('milestonesDone')
      ? { milestonesDone: milestoneIds(changed.get('milestonesDone') ?? null) }
      : {}),
  }
}
