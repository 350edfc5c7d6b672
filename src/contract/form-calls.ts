// The calls of 处室填报表: out as a workbook, and back in.
import { z } from 'zod'
import type { FormChange, UnreadCell } from '../core/forms/form-change.ts'
import type { DepartmentId } from '../core/plan/annual-plan.ts'
import type { ReportingMonth } from '../core/values/reporting-month.ts'
import { reads, type SavedFile, type Warnings, writes } from './call.ts'
import * as s from './schemas.ts'

/** What a fill-in form that came back would change. */
export interface FormPreview {
  /** SHA-256 of the file; applying asks for it again */
  readonly fileHash: string
  readonly department: DepartmentId
  readonly month: ReportingMonth
  readonly changes: readonly FormChange[]
  readonly unread: readonly UnreadCell[]
  /** sentences about the file as a whole */
  readonly notices: readonly string[]
  /** submitted or accepted: applying needs a reason and makes it a correction */
  readonly isLocked: boolean
}

export interface FormApplied extends Warnings {
  /** cells recorded */
  readonly applied: number
}

/** Bytes of a form that a page may hand over; a call carries 10 MB of JSON. */
export const MAX_FORM_BYTES = 7 * 1024 * 1024
const MAX_FORM_TEXT = Math.ceil(MAX_FORM_BYTES / 3) * 4

/** a workbook's bytes in base64; absent: the file named on the command line */
export const givenWorkbook = { file: z.string().max(MAX_FORM_TEXT).nullish() }

/** a form, and where it is expected to belong */
const returnedForm = {
  ...givenWorkbook,
  department: s.itemId.nullish(),
  month: s.month.nullish(),
}

/** one cell of a previewed workbook; `basis` is what the preview said */
export const acceptedChange = z.strictObject({
  sheet: z.string().max(200),
  cell: z.string().max(20),
  basis: z.string().max(64).nullable(),
})

export const formCalls = {
  /** 本月填报: the department's form, to be filled in Excel or WPS */
  'form.export': reads<SavedFile>()(s.departmentMonth),
  /** 导入填报表: what the form would change */
  'form.preview': reads<FormPreview>()(z.strictObject(returnedForm)),
  /** 导入填报表: records the accepted changes, all or none */
  'form.apply': writes<FormApplied>()(
    z.strictObject({
      ...returnedForm,
      fileHash: z.string().max(64),
      accepted: z.array(acceptedChange).max(100_000),
      reason: s.reason.nullish(),
    }),
  ),
} as const
