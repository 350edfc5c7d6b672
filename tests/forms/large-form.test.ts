// A province's department: sixty figures of a hundred localities each, six thousand rows out and back in.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provincePlan } from '../../bench/sample-entries.ts'
import { type FormFolder, formFolder } from './example-forms.ts'
import { editForm } from './returned-form.ts'

let forms: FormFolder
beforeAll(async () => {
  forms = await formFolder(provincePlan())
})
afterAll(() => forms.remove())

test('comes back whole: what was filled in is a change, and nothing is left unread', async () => {
  const file = await forms.formFile('a', '2020-06')
  const localities = forms.items('a', '2020-06').filter(({ locality }) => locality !== null)
  expect(localities).toHaveLength(6000)
  expect(await forms.preview(file)).toMatchObject({ changes: [], unread: [], notices: [] })
  await editForm(file, (form) => {
    const column = form.column(form.indicators, '本月数')
    form.indicators.eachRow((row, number) => {
      if (number > 4) row.getCell(column).value = number
    })
  })
  const { changes, unread } = await forms.preview(file)
  const filled = new Set(changes.map(({ indicator, locality }) => `${indicator}/${locality ?? ''}`))
  expect(localities.filter(({ indicator, locality }) => !filled.has(`${indicator}/${locality}`))).toEqual([])
  expect(unread).toEqual([])
})
