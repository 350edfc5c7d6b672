// 从表格导入要点: a bureau's own table of tasks and targets becomes a draft, to be checked and put in force by people.
import type { ParsedInput } from '../../contract/api.ts'
import type { SavedDraft } from '../../contract/plan-views.ts'
import type { TablePlanPreview } from '../../contract/table-calls.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import { draftPlanFromTable, type TableDraft } from '../../core/tables/draft-plan.ts'
import type { CallContext } from '../call-context.ts'
import { openConfirmedTable } from '../open-given-table.ts'
import { saveDraft } from './plan-draft-calls.ts'
import { knownToTable } from './table-calls.ts'

export async function previewTablePlan(
  context: CallContext,
  input: ParsedInput<'table.previewPlan'>,
): Promise<Outcome<TablePlanPreview>> {
  return readTablePlan(context, input)
}

export async function draftTablePlan(
  context: CallContext,
  input: ParsedInput<'table.draftPlan'>,
): Promise<Outcome<SavedDraft>> {
  const read = await readTablePlan(context, input)
  if (!read.ok) return read
  const { fileHash, plan, toCheck } = read.value
  if (fileHash !== input.fileHash) return reject('form-file-changed')
  return saveDraft(context, { draft: null, plan, toCheck })
}

async function readTablePlan(
  context: CallContext,
  input: ParsedInput<'table.previewPlan'>,
): Promise<Outcome<TableDraft & { readonly fileHash: string }>> {
  const known = knownToTable(context, 'plan')
  if (!known.ok) return known
  const confirmed = await openConfirmedTable(context, input, 'plan')
  if (!confirmed.ok) return confirmed
  const { workbook, table } = confirmed.value
  const { title, year } = input
  const drafted = draftPlanFromTable(workbook, table, input.columns, { title, year, known: known.value })
  return drafted.ok ? accept({ ...drafted.value, fileHash: workbook.fileHash }) : drafted
}
