// What a cell of the form shows for a value of the journal.
import { NO_FIGURE } from '../reports/cell-text.ts'
import { type FormField, STATE_WORDS, STATUS_WORDS } from './form-fields.ts'
import { type FieldValue, type FormItem, milestoneIds } from './form-items.ts'

export { NO_FIGURE }

/** Fields whose cells hold numbers. */
export const FIGURE_FIELDS: ReadonlySet<FormField> = new Set(['value', 'numerator', 'denominator'])

/** Between the names of milestones in one cell. */
const MILESTONE_SEPARATOR = '；'

/** A number for a figure, words for everything else; null for an empty cell. */
export function shownValue(item: FormItem, field: FormField, value: FieldValue): string | number | null {
  if (value === null) return null
  if (FIGURE_FIELDS.has(field)) return Number(value)
  if (field === 'state') return STATE_WORDS[value as keyof typeof STATE_WORDS] ?? value
  if (field === 'status') return STATUS_WORDS[value as keyof typeof STATUS_WORDS] ?? value
  if (field !== 'milestonesDone') return value
  const ids = new Set(milestoneIds(value))
  return item.milestones
    .filter(({ id }) => ids.has(id))
    .map(({ name }) => name)
    .join(MILESTONE_SEPARATOR)
}

/** A figure as a spreadsheet keeps it: fifteen significant digits. */
export function sheetFigure(text: string): string {
  return String(Number(Number(text).toPrecision(15)))
}

/** Two values of one field that a cell could not show apart. */
export function isSameValue(field: FormField, a: FieldValue, b: FieldValue): boolean {
  return comparable(field, a) === comparable(field, b)
}

function comparable(field: FormField, value: FieldValue): FieldValue {
  if (value === null) return null
  if (FIGURE_FIELDS.has(field)) return sheetFigure(value)
  return tidyText(value)
}

/** Words of a cell without what nobody sees: blanks at the ends, kinds of line ends. Null where nothing is left. */
export function tidyText(text: string): FieldValue {
  const tidy = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+(?=\n|$)/g, '')
    .trim()
  return tidy === '' ? null : tidy
}
