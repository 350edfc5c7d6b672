// The same texts in a bureau's own table: read, recorded and handed out again with the same characters.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tidyText } from '../../src/core/forms/cell-words.ts'
import { aMeasure, aPlan } from '../../src/core/testing/builders.ts'
import { shielded, unshielded } from '../../src/core/values/csv-text.ts'
import { cleanText, escapeCoded } from '../../src/excel/cell-content.ts'
import { type FormFolder, formFolder } from '../forms/example-forms.ts'
import { applyTable, previewTable } from '../tables/own-table.ts'
import { writeTable } from '../tables/sample-tables.ts'
import { FORMULA_LEADS } from './formula-leads.ts'

const PLACE = { month: '2020-06', department: 'gaoxin' }
/** As a cell holds it: blanks at both ends are nobody's words. */
const TEXTS = FORMULA_LEADS.filter((text) => tidyText(cleanText(text)) !== null)

let forms: FormFolder
let file: string
beforeAll(async () => {
  forms = await formFolder(
    aPlan({ measures: TEXTS.map((_, at) => aMeasure({ id: `m${at}`, name: `第${at + 1}项举措` })) }),
  )
  file = await writeTable(join(forms.folder, 'own.xlsx'), {
    name: '进展',
    rows: [
      ['举措', '工作进展', '存在问题'],
      ...TEXTS.map((text, at) => {
        const stored = escapeCoded(cleanText(text))
        return [`第${at + 1}项举措`, stored, stored]
      }),
    ],
  })
})
afterAll(() => forms.remove())

test('every text is a change with the same characters, and is recorded so', async () => {
  const { changes, unread } = await previewTable(forms, file, PLACE)
  expect(unread).toEqual([])
  const told = new Map(changes.map(({ measure, field, to }) => [`${measure} ${field}`, to]))
  TEXTS.forEach((text, at) => {
    const wanted = tidyText(cleanText(text))
    expect([at, told.get(`m${at} progress`), told.get(`m${at} problems`)]).toEqual([at, wanted, wanted])
  })
  expect(await applyTable(forms, file, PLACE)).toMatchObject({ value: { applied: TEXTS.length * 2 } })
  const { measures } = forms.state()
  TEXTS.forEach((text, at) => {
    expect(measures.get(`m${at}`)?.get(PLACE.month)?.latest.body.progress).toBe(tidyText(cleanText(text)))
  })
  expect((await previewTable(forms, file, PLACE)).changes).toEqual([])
})

test('the form that goes out the next month shows them, and comes back without a change', async () => {
  const form = await forms.formFile('gaoxin', '2020-07')
  expect((await forms.preview(form)).changes).toEqual([])
})

test('as comma-separated text no line begins like a formula, and every text comes back', () => {
  for (const text of FORMULA_LEADS) {
    for (const line of shielded(text).split(/\r\n|\r|\n/)) expect(line).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
    expect(unshielded(shielded(text))).toBe(text)
  }
})
