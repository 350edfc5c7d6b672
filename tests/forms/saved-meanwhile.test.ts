// A long form is read and recorded in turns. Whatever a colleague saves in the middle is answered then and there, and
// neither of the two overwrites what the other has not seen.
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { provincePlan } from '../../bench/sample-entries.ts'
import type { FormPreview } from '../../src/contract/form-calls.ts'
import { composeService, type Service } from '../../src/main/compose-service.ts'
import type { HelperProcess } from '../../src/main/helpers/helper-process.ts'
import { startInNode } from '../../src/main/helpers/node-helpers.ts'
import { BUILT_FOLDER } from '../hosts/built-folder.ts'
import { bytesOf, type FormFolder, formFolder, OFFICE } from './example-forms.ts'
import { editForm } from './returned-form.ts'

const MONTH = '2020-06'
const place = { department: 'a', month: MONTH }
const session = { actor: OFFICE }
/** The form fills in these; the colleague's other figure is of an indicator that it leaves alone. */
const FILLED = 8

let forms: FormFolder
let form: { readonly file: string; readonly department: string; readonly month: string }
beforeAll(async () => {
  const plan = provincePlan()
  forms = await formFolder({ ...plan, indicators: plan.indicators.slice(0, FILLED + 1) })
  const file = await editForm(await forms.formFile('a', MONTH), (edited) => {
    const column = edited.column(edited.indicators, '本月数')
    edited.indicators.eachRow((row, number) => {
      const at = number - 5
      const isLocality = at % 101 !== 0
      if (at >= 0 && isLocality && at < FILLED * 101) row.getCell(column).value = number
    })
  })
  form = { file: bytesOf(file).toString('base64'), ...place }
})
afterAll(() => forms.remove())

/** What the colleague does as soon as the service has the workbook's content, and which call was answered first. */
let meanwhile: (() => Promise<void>) | null = null
let answered: string[] = []
let service: Service

beforeEach(() => {
  service?.close()
  answered = []
  meanwhile = null
  service = composeService({
    dataFolder: forms.data,
    mode: 'window',
    startHelper: (name) => {
      const helper = startInNode(name, join(BUILT_FOLDER, `main/${name}.js`))
      return name === 'workbook-reader' ? tellingOthers(helper) : helper
    },
  })
})
afterAll(() => service.close())

/** Hands the reader's answer on, and has the colleague act in the next turn of the event loop. */
function tellingOthers(helper: HelperProcess): HelperProcess {
  return {
    ...helper,
    on: (event: 'message' | 'exit', listener: (message: unknown) => void) =>
      event === 'exit'
        ? helper.on('exit', () => listener(undefined))
        : helper.on('message', (message) => {
            if (meanwhile !== null) setImmediate(meanwhile)
            listener(message)
          }),
  }
}

async function ask(name: string, input: unknown): Promise<unknown> {
  const answer = await service.call(name, input, session)
  answered.push(name)
  return answer.ok ? answer.value : answer.rejection.code
}

async function preview(): Promise<FormPreview> {
  return (await ask('form.preview', form)) as FormPreview
}

/** Applies all of the form; the colleague acts in the middle of it. */
async function applyWhile(act: () => Promise<void>): Promise<unknown> {
  const { changes, fileHash } = await preview()
  const accepted = changes.map(({ sheet, cell, basis }) => ({ sheet, cell, basis }))
  answered = []
  let acted = Promise.resolve()
  meanwhile = () => {
    acted = act()
    return acted
  }
  const applied = await ask('form.apply', { ...form, fileHash, accepted })
  await acted
  return applied
}

const save = (indicator: string, value: number) => async () => {
  const readings = [{ indicator, locality: 'x7', value, basis: await basisOf(indicator) }]
  expect(await ask('entry.record', { sheets: [{ ...place, readings }] })).toEqual({ warnings: [] })
}

interface Localities {
  readonly indicators: readonly {
    readonly id: string
    readonly localities: readonly { locality: string; basis: string | null; reading: { value: string } }[]
  }[]
}

async function cellOf(indicator: string) {
  const page = (await service.call('entry.read', place, session)) as { readonly value: Localities }
  const row = page.value.indicators.find(({ id }) => id === indicator)
  return row?.localities.find(({ locality }) => locality === 'x7')
}
const basisOf = async (indicator: string) => (await cellOf(indicator))?.basis ?? null

async function entries(): Promise<number> {
  const report = (await ask('journal.verify', {})) as { readonly ok: boolean; readonly entries: number }
  expect(report.ok).toBe(true)
  return report.entries
}

test('a colleague who saves a figure of the form is answered first, and the form is refused whole', async () => {
  const before = await entries()
  expect(await applyWhile(save('i1', 321))).toBe('form-changes-moved')
  expect(answered).toEqual(['entry.record', 'form.apply'])
  expect(await entries()).toBe(before + 1)
  expect((await cellOf('i1'))?.reading.value).toBe('321')
})

test('a preview shows what a colleague saved while it was made', async () => {
  let acted = Promise.resolve()
  meanwhile = () => {
    acted = save('i1', 322)()
    return acted
  }
  const { changes } = await preview()
  await acted
  expect(answered).toEqual(['entry.record', 'form.preview'])
  const own = changes.find(({ indicator, locality }) => indicator === 'i1' && locality === 'x7')
  expect(own).toMatchObject({
    from: 322,
    basis: await basisOf('i1'),
    remarks: ['导出填报表以后，台账里的这一项改过'],
  })
})

test('a month that a colleague closes meanwhile is not filled in any more', async () => {
  const readings = Array.from({ length: FILLED }, (_, at) => ({
    indicator: `i${at + 2}`,
    state: 'no-progress',
  }))
  expect(await ask('entry.record', { sheets: [{ ...place, readings }] })).toMatchObject({ warnings: [] })
  const before = await entries()
  const close = async () => {
    expect(await ask('submission.submit', place)).toHaveProperty('warnings')
  }
  expect(await applyWhile(close)).toBe('month-locked')
  expect(answered).toEqual(['submission.submit', 'form.apply'])
  expect(await entries()).toBe(before + 1)
  expect(await ask('submission.sendBack', { ...place, reason: '核对' })).toMatchObject({})
})

test('a colleague’s other figure and all of the form are there in the end', async () => {
  const before = await entries()
  expect(await applyWhile(save(`i${FILLED + 1}`, 5))).toMatchObject({ applied: FILLED * 100 })
  expect(answered).toEqual(['entry.record', 'form.apply'])
  expect(await entries()).toBe(before + FILLED * 100 + 1)
  expect((await cellOf(`i${FILLED + 1}`))?.reading.value).toBe('5')
  expect((await preview()).changes).toEqual([])
})
