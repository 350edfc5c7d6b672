// The calls of 导入自有表格: a bureau's own table opened, its columns confirmed, a month's figures or a plan taken from it.
import { z } from 'zod'
import type { FormChange, UnreadCell } from '../core/forms/form-change.ts'
import type { PlaceToCheck } from '../core/journal/journal-entry.ts'
import type { AnnualPlan, DepartmentId } from '../core/plan/annual-plan.ts'
import { COLUMN_MEANINGS } from '../core/tables/column-meanings.ts'
import type { SheetChoice } from '../core/tables/open-table.ts'
import type { ProposedColumn } from '../core/tables/proposed-column.ts'
import type { TableTitle } from '../core/tables/table-title.ts'
import type { ReportingMonth } from '../core/values/reporting-month.ts'
import { reads, writes } from './call.ts'
import { acceptedChange, type FormApplied, givenWorkbook } from './form-calls.ts'
import type { SavedDraft } from './plan-views.ts'
import * as s from './schemas.ts'

/** A column of the table, with what it probably is. */
export interface TableColumn extends ProposedColumn {
  /** A, B, … */
  readonly letter: string
  /** what stands in its first cells */
  readonly samples: readonly string[]
}

/** A table before its columns are confirmed. */
export interface OpenedTable {
  /** SHA-256 of the file */
  readonly fileHash: string
  readonly sheet: string
  readonly sheets: readonly SheetChoice[]
  /** rows of the headings, from 1 */
  readonly headings: { readonly from: number; readonly to: number }
  readonly columns: readonly TableColumn[]
  /** the same for the same headings; under it the confirmed columns are remembered */
  readonly fingerprint: string
  /** when these columns were last confirmed on this PC, UTC ISO; null = never */
  readonly rememberedAt: string | null
  readonly above: TableTitle
  /** of a plan made of the table: the year above it, else the one after the bureau's plan, else this one */
  readonly planYear: number
  /** its title */
  readonly planTitle: string
}

export interface TableFormChange extends FormChange {
  readonly department: DepartmentId
  /** as the table calls the item, where that is only near to its name in the plan */
  readonly near: string | null
  /** somebody should look before it is taken: never chosen by itself */
  readonly isDoubtful: boolean
}

export interface TablePreview {
  readonly fileHash: string
  readonly month: ReportingMonth
  /** rows that are about an item of the plan */
  readonly matched: number
  readonly changes: readonly TableFormChange[]
  readonly unread: readonly UnreadCell[]
  /** sentences about the table as a whole */
  readonly notices: readonly string[]
  /** names of departments whose month is submitted or accepted: applying needs a reason and makes it a correction */
  readonly locked: readonly string[]
}

export interface TablePlanPreview {
  readonly fileHash: string
  readonly plan: AnnualPlan
  readonly toCheck: readonly PlaceToCheck[]
  readonly unread: readonly UnreadCell[]
}

const purpose = z.enum(['month', 'plan'])
const sheetName = z.string().max(200)
const meaning = z.enum(COLUMN_MEANINGS)
const columns = z
  .array(z.strictObject({ column: z.int().min(1).max(16_384), meaning }))
  .min(1)
  .max(512)

const monthTable = {
  ...givenWorkbook,
  sheet: sheetName,
  columns,
  month: s.month,
  /** null = every department of the bureau */
  department: s.itemId.nullish(),
}
const planTable = {
  ...givenWorkbook,
  sheet: sheetName,
  columns,
  title: z.string().trim().min(1).max(500),
  year: z.int().min(1900).max(2999),
}

export const tableCalls = {
  /** 导入自有表格, first start: the table's columns, proposed by their headings or as they were confirmed before */
  'table.open': reads<OpenedTable>()(
    z.strictObject({
      ...givenWorkbook,
      purpose,
      sheet: sheetName.nullish(),
      /** the month that figures are brought in for: of columns for several months, this one's is read */
      month: s.month.nullish(),
    }),
  ),
  /** 导入自有表格: the confirmed columns, remembered on this PC for tables with the same headings */
  'table.keepColumns': writes<{ readonly kept: number }>()(
    z.strictObject({ purpose, fingerprint: z.string().max(64), meanings: z.array(meaning).min(1).max(512) }),
  ),
  /** 本月填报: what the table would change */
  'table.preview': reads<TablePreview>()(z.strictObject(monthTable)),
  /** 本月填报: records the accepted changes, all or none */
  'table.apply': writes<FormApplied>()(
    z.strictObject({
      ...monthTable,
      fileHash: z.string().max(64),
      accepted: z.array(acceptedChange).max(100_000),
      reason: s.reason.nullish(),
    }),
  ),
  /** 工作要点, first start: the plan that the table would make, with what is uncertain in it */
  'table.previewPlan': reads<TablePlanPreview>()(z.strictObject(planTable)),
  /** 工作要点: makes the draft; it is never put in force by itself */
  'table.draftPlan': writes<SavedDraft>()(z.strictObject({ ...planTable, fileHash: z.string().max(64) })),
} as const
