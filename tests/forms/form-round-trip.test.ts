// Any department, any month of the example: the form goes out, is edited as people do, comes back – and says exactly
// those edits. The seed of a failing run stands in its message; YAODIAN_SEED runs it again.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../../campaigns/seeded-random.ts'
import type { FormChange } from '../../src/core/forms/form-change.ts'
import { milestoneIds } from '../../src/core/forms/form-items.ts'
import { planOf } from '../../src/core/state/bureau-state.ts'
import { areSecondReadersDeclaredAbsent } from '../excel/second-readers.ts'
import { editWithLibreOffice } from './edit-with-libreoffice.ts'
import {
  editWithOpenpyxl,
  type FileEdit,
  type LayoutEdit,
  saveThroughLibreOffice,
} from './edit-with-openpyxl.ts'
import { type FormFolder, formFolder } from './example-forms.ts'
import { certainEdits, type RandomEdit, randomEdits } from './random-edits.ts'

const MONTHS = Array.from({ length: 12 }, (_, at) => `2020-${String(at + 1).padStart(2, '0')}`)
const LAYOUTS: readonly (readonly LayoutEdit[])[] = [
  [],
  ['shuffle'],
  ['add-column'],
  ['swap-columns', 'hide-rows'],
  ['delete-ids'],
  ['shuffle', 'delete-ids', 'swap-columns'],
  ['rename-sheets', 'shuffle'],
  ['shuffle', 'add-column', 'hide-rows'],
]
const FILES = 24
const RESAVED = 6
/** Every so many files hold what people type again and again, each time in another layout. */
const CERTAIN_EVERY = 5
/** The example is filled in up to June. */
const UNFILLED = 6

const seed = Number(process.env.YAODIAN_SEED ?? Date.now() % 1_000_000)
const random = seededRandom(seed)
const pick = <Value>(list: readonly Value[]): Value => {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

let forms: FormFolder
beforeAll(async () => {
  forms = await formFolder()
})
afterAll(() => forms.remove())

/** A change as "where, what, to" – and the same of an edit. */
const toldChange = ({ indicator, locality, measure, field, to, cell }: FormChange) =>
  JSON.stringify([indicator ?? measure, locality ?? null, field, to, cell])
const toldEdit = ({ item, field, means }: RandomEdit, cell: string) => {
  const value = means ?? null
  const to =
    field === 'milestonesDone'
      ? milestoneIds(value)
      : ['value', 'numerator', 'denominator'].includes(field) && value !== null
        ? Number(value)
        : value
  return JSON.stringify([item.indicator ?? item.measure, item.locality, field, to, cell])
}

interface Plan {
  readonly edit: FileEdit
  readonly edits: readonly RandomEdit[]
}

async function randomPlans(name: string, count: number): Promise<Plan[]> {
  const plans: Plan[] = []
  const departments = planOf(forms.state()).plan.departments.filter(({ kind }) => kind === 'department')
  for (let index = 0; index < count; index += 1) {
    const isCertain = index % CERTAIN_EVERY === 0
    // Where nothing stands yet, every one of the certain edits is a change.
    const month = pick(isCertain ? MONTHS.slice(UNFILLED) : MONTHS)
    const asked = departments.filter(({ id }) => forms.items(id, month).length > 0)
    const department = isCertain ? 'gaoxin' : pick(asked).id
    const from = await forms.formFile(department, month)
    const items = forms.items(department, month)
    const edits = isCertain ? certainEdits(items) : randomEdits(items, 1 + Math.floor(random() * 6), random)
    const to = join(forms.folder, `${name}-${index}.xlsx`)
    const cells = edits.map(({ sheet, key, heading, value, format }) => ({
      ...{ sheet, key, heading, value },
      ...(format === undefined ? {} : { format }),
    }))
    const layout = LAYOUTS[index % LAYOUTS.length] ?? []
    plans.push({ edit: { from, to, seed: seed + index, cells, layout }, edits })
  }
  return plans
}

/** The file, edited as planned at these places, says exactly the edits. */
async function checkFile(file: string, { edit, edits }: Plan, places: readonly string[]): Promise<void> {
  const about = `seed ${seed}, ${edit.layout.join('+')}, ${file}`
  const told = edits.map((each, at) => ({ ...each, place: places[at] ?? '' }))
  const understood = told.filter(({ means }) => means !== undefined)
  const { changes, unread, notices } = await forms.preview(file)
  expect([about, changes.map(toldChange).sort()]).toEqual([
    about,
    understood.map((each) => toldEdit(each, each.place)).sort(),
  ])
  const listed = unread.filter(({ reason, text }) => text !== '处内分工' && !reason.includes('没有这一栏'))
  expect([about, listed.map(({ cell }) => cell).sort()]).toEqual([
    about,
    told
      .filter((each) => !understood.includes(each))
      .map(({ place }) => place)
      .sort(),
  ])
  expect([about, notices]).toEqual([about, []])
}

const editsOf = (plans: readonly Plan[]) => plans.map(({ edit }) => edit)

test.skipIf(areSecondReadersDeclaredAbsent)(
  `what was edited comes back, and nothing else @workbook-eyes (seed ${seed})`,
  async () => {
    const plans = await randomPlans('edited', FILES)
    const places = editWithOpenpyxl(forms.folder, editsOf(plans))
    const resaved = saveThroughLibreOffice(
      forms.folder,
      plans.slice(0, RESAVED).map(({ edit }) => edit.to),
    )
    for (const [index, plan] of plans.entries())
      for (const file of [plan.edit.to, ...resaved.slice(index, index + 1)])
        await checkFile(file, plan, places[index] ?? [])
  },
  300_000,
)

test.skipIf(areSecondReadersDeclaredAbsent)(
  `what was edited in LibreOffice comes back, and nothing else @workbook-eyes (seed ${seed})`,
  async () => {
    const plans = await randomPlans('office', FILES)
    const places = editWithLibreOffice(forms.folder, editsOf(plans))
    for (const [index, plan] of plans.entries()) await checkFile(plan.edit.to, plan, places[index] ?? [])
  },
  300_000,
)
