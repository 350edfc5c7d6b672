// The example's data folder, its forms as files, and what the product says of a file that came back.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallInput, CallName, CallOutput } from '../../src/contract/api.ts'
import { type FormItem, formItems } from '../../src/core/forms/form-items.ts'
import type { AnnualPlan } from '../../src/core/plan/annual-plan.ts'
import type { BureauState } from '../../src/core/state/bureau-state.ts'
import { planOf } from '../../src/core/state/bureau-state.ts'
import { composeService, type ServiceOptions } from '../../src/main/compose-service.ts'
import { exportFile } from '../../src/main/export-folder.ts'
import { storeFolder } from '../../src/storage/open-store.ts'

type Ask = <Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options?: Pick<ServiceOptions, 'givenFile' | 'exports'> & { readonly actor?: string },
) => Promise<
  { ok: true; value: CallOutput<Name> } | { ok: false; rejection: { code: string; message: string } }
>

export interface FormFolder {
  readonly folder: string
  /** the data folder */
  readonly data: string
  /** asks as the office unless said otherwise */
  readonly ask: Ask
  state(): BureauState
  items(department: string, month: string): FormItem[]
  /** writes the department's form to a file of its own and answers its place */
  formFile(department: string, month: string, name?: string): Promise<string>
  preview(file: string): Promise<CallOutput<'form.preview'>>
  apply(file: string, reason?: string): Promise<CallOutput<'form.apply'>>
  remove(): void
}

export const OFFICE = '陈静'

/** The shipped example, half a year filled in; or a new store with a plan of the test's own. */
export async function formFolder(plan?: AnnualPlan): Promise<FormFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-forms-'))
  const data = join(folder, 'data')
  const first = composeService({ dataFolder: data, mode: 'command', exampleFolder: data })
  const made =
    plan === undefined
      ? await first.ask('store.openExample', {}, { actor: null })
      : await first.ask(
          'store.create',
          { planText: JSON.stringify(plan), person: { name: OFFICE, role: 'office' } },
          { actor: null },
        )
  first.close()
  if (!made.ok) throw new Error(made.rejection.message)
  const ask: Ask = async (name, input, { actor = OFFICE, ...options } = {}) => {
    const service = composeService({ dataFolder: data, mode: 'command', ...options })
    try {
      return await service.ask(name, input, { actor })
    } finally {
      service.close()
    }
  }
  const taken = <Value>(
    answer: { ok: true; value: Value } | { ok: false; rejection: { message: string } },
  ) => {
    if (!answer.ok) throw new Error(answer.rejection.message)
    return answer.value
  }
  const preview = async (file: string) => taken(await ask('form.preview', {}, { givenFile: file }))
  const state = () => {
    const journal = storeFolder(data, { owner: 'command' }).open('read')
    try {
      return journal.state()
    } finally {
      journal.close()
    }
  }
  return {
    folder,
    data,
    ask,
    state,
    items: (department, month) => {
      const now = state()
      return formItems(now, planOf(now).at(month), { department, month })
    },
    formFile: async (department, month, name = `${department}-${month}`) => {
      const file = join(folder, `${name}.xlsx`)
      taken(await ask('form.export', { department, month }, { exports: exportFile(file) }))
      return file
    },
    preview,
    apply: async (file, reason) => {
      const { changes, fileHash } = await preview(file)
      const accepted = changes.map(({ sheet, cell, basis }) => ({ sheet, cell, basis }))
      return taken(
        await ask('form.apply', { fileHash, accepted, reason: reason ?? null }, { givenFile: file }),
      )
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export function bytesOf(file: string): Buffer {
  return readFileSync(file)
}
