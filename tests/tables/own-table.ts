// A table of a bureau's own against the example's data folder: opened, confirmed, previewed, applied.
import type { CallInput, CallOutput } from '../../src/contract/api.ts'
import type { ColumnMeaning } from '../../src/core/tables/column-meanings.ts'
import type { FormFolder } from '../forms/example-forms.ts'

type Purpose = 'month' | 'plan'

export function answered<Value>(
  answer: { ok: true; value: Value } | { ok: false; rejection: { message: string } },
): Value {
  if (!answer.ok) throw new Error(answer.rejection.message)
  return answer.value
}

export async function openTable(
  forms: FormFolder,
  file: string,
  purpose: Purpose = 'month',
  month: string | null = null,
): Promise<CallOutput<'table.open'>> {
  return answered(await forms.ask('table.open', { purpose, month }, { givenFile: file }))
}

export interface Place {
  readonly month: string
  readonly department?: string
  /** heading → what it is read as, in place of the proposal */
  readonly columns?: Readonly<Record<string, ColumnMeaning>>
}

export async function monthInput(
  forms: FormFolder,
  file: string,
  { columns = {}, ...place }: Place,
): Promise<CallInput<'table.preview'>> {
  const opened = await openTable(forms, file, 'month', place.month)
  return {
    ...place,
    sheet: opened.sheet,
    columns: opened.columns.map(({ column, heading, meaning }) => ({
      column,
      meaning: columns[heading] ?? meaning,
    })),
  }
}

export async function previewTable(
  forms: FormFolder,
  file: string,
  place: Place,
): Promise<CallOutput<'table.preview'>> {
  return answered(await forms.ask('table.preview', await monthInput(forms, file, place), { givenFile: file }))
}

/** Accepts every change but the doubtful ones. */
export async function applyTable(
  forms: FormFolder,
  file: string,
  place: Place & { readonly reason?: string },
) {
  const { reason, ...rest } = place
  const { changes, fileHash } = await previewTable(forms, file, rest)
  const accepted = changes
    .filter(({ isDoubtful }) => !isDoubtful)
    .map(({ sheet, cell, basis }) => ({ sheet, cell, basis }))
  const input = { ...(await monthInput(forms, file, rest)), fileHash, accepted, reason: reason ?? null }
  return forms.ask('table.apply', input, { givenFile: file })
}
