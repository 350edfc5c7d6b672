// The columns of 本月填报, in the order of the bureau's own form.
import type { entry as words } from '../words/entry.ts'

export const GRID_COLUMNS = [
  { key: 'indicator', isNumber: false },
  { key: 'unit', isNumber: false },
  { key: 'target', isNumber: true },
  { key: 'previous', isNumber: true },
  { key: 'figure', isNumber: true },
  { key: 'state', isNumber: false },
  { key: 'actual', isNumber: true },
  { key: 'completion', isNumber: true },
  { key: 'pace', isNumber: true },
  { key: 'light', isNumber: false },
  { key: 'note', isNumber: false },
] as const satisfies readonly { readonly key: keyof typeof words.columns; readonly isNumber: boolean }[]

export const COLUMN_COUNT = GRID_COLUMNS.length
