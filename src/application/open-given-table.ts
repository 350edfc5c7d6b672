// The workbook that a call names, read in a process of its own, as a table with its columns.
import type { ReadWorkbook } from '../core/forms/read-workbook.ts'
import { accept, type Outcome, reject } from '../core/outcome.ts'
import type { TablePurpose } from '../core/tables/column-meanings.ts'
import { checkColumns, type OpenedWorkbook, type OpenTable, openTable } from '../core/tables/open-table.ts'
import type { AssignedColumn } from '../core/tables/propose-columns.ts'
import type { CallContext } from './call-context.ts'
import { wholly } from './turn.ts'

export interface GivenTable extends OpenedWorkbook {
  readonly workbook: ReadWorkbook
}

/** `sheet` null = the one whose headings say most. */
export async function openGivenTable(
  context: CallContext,
  input: { readonly file?: string | null | undefined; readonly sheet?: string | null | undefined },
): Promise<Outcome<GivenTable>> {
  const path = context.ports.givenFile
  if (input.file == null && path === null) return reject('workbook-not-opened', { reason: '没有选文件' })
  const source = input.file == null ? { path: path ?? '' } : { base64: input.file }
  const workbook = await context.ports.reader.read(source)
  if (!workbook.ok) return workbook
  const opened = await wholly(openTable(workbook.value, input.sheet ?? null))
  return opened.ok ? accept({ ...opened.value, workbook: workbook.value }) : opened
}

export interface ConfirmedTable {
  readonly workbook: ReadWorkbook
  readonly table: OpenTable
}

/** With the columns as somebody confirmed them. */
export async function openConfirmedTable(
  context: CallContext,
  input: {
    readonly file?: string | null | undefined
    readonly sheet: string
    readonly columns: readonly AssignedColumn[]
  },
  purpose: TablePurpose,
): Promise<Outcome<ConfirmedTable>> {
  const given = await openGivenTable(context, input)
  if (!given.ok) return given
  const { table, workbook } = given.value
  const checked = checkColumns(table, input.columns, purpose)
  return checked.ok ? accept({ workbook, table }) : checked
}
