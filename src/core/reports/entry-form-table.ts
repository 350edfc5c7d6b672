// A fill-in form as sheets of cells. No Excel in it: the writer and the tests read this.

import type { FormField, FormSheetKey } from '../forms/form-fields.ts'
import type { FormPlace } from '../forms/form-items.ts'
import type { FormMeta } from '../forms/form-meta.ts'
import type { PlanIndex } from '../plan/annual-plan.ts'
import type { BureauState } from '../state/bureau-state.ts'
import type { HorizontalAlign, NumberShape, ReportSheet } from './report-table.ts'

export interface EntryFormInput extends FormPlace {
  readonly state: BureauState
  /** the plan of the month */
  readonly plan: PlanIndex
}

export interface EntryFormColumn {
  readonly key: string
  readonly title: string
  /** in Chinese characters of the body font */
  readonly width: number
  readonly align: HorizontalAlign
  readonly wrap?: boolean
  /** filled in by the department */
  readonly field?: FormField
  readonly isHidden?: boolean
}

export interface EntryFormCell {
  readonly value: string | number | null
  readonly shape?: NumberShape
  /** may be filled in */
  readonly isOpen?: boolean
}

export interface EntryFormRow {
  readonly key: string
  readonly cells: Readonly<Record<string, EntryFormCell>>
}

/** A sheet without its rows. */
export interface FormSheetFrame {
  readonly key: FormSheetKey
  readonly name: string
  readonly title: string
  readonly lead: readonly [string, string, string]
  /** one line above the table */
  readonly hint: string
  readonly columns: readonly EntryFormColumn[]
  /** how many rows it has */
  readonly count: number
  /** points every row takes at least: room to write */
  readonly rowHeight: number
}

export interface EntryFormSheet extends FormSheetFrame {
  readonly rows: readonly EntryFormRow[]
}

/** 处室填报表 */
export interface EntryForm {
  readonly title: string
  readonly fileName: string
  /** UTC ISO time in the file's properties: fixed, so that the same content gives the same bytes */
  readonly madeAt: string
  readonly author: string
  readonly guide: ReportSheet
  readonly sheets: readonly EntryFormSheet[]
  readonly meta: FormMeta
}
