// 处室填报表: out as a workbook, and back in – first what it would change, then what of that was accepted.

import type { ParsedInput } from '../../contract/api.ts'
import type { SavedFile } from '../../contract/call.ts'
import type { FormApplied, FormPreview } from '../../contract/form-calls.ts'
import { permit } from '../../core/decide/permissions.ts'
import { checkPlace } from '../../core/decide/record.ts'
import { checksum } from '../../core/forms/checksum.ts'
import { compareForm } from '../../core/forms/compare-form.ts'
import { changeOf, type FoundChange } from '../../core/forms/form-change.ts'
import { type FormPlace, formItemsInSteps } from '../../core/forms/form-items.ts'
import { FORM_VERSION } from '../../core/forms/form-meta.ts'
import { openReturnedForm, type ReturnedForm } from '../../core/forms/form-sheets.ts'
import { whereabouts } from '../../core/forms/form-whereabouts.ts'
import { canonicalJson } from '../../core/journal/canonical-json.ts'
import type { Person } from '../../core/journal/journal-entry.ts'
import { isHandedIn } from '../../core/measuring/status.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import type { PlanIndex } from '../../core/plan/annual-plan.ts'
import { entryForm, ownTexts } from '../../core/reports/entry-form.ts'
import { type BureauState, planOf } from '../../core/state/bureau-state.ts'
import { submissionStatus } from '../../core/state/submission-status.ts'
import type { Steps } from '../../core/steps.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'
import { placeToFill } from '../place-to-fill.ts'
import { wholly } from '../turn.ts'
import { problemsOf, recordAccepted, recordOf } from '../workbook-changes.ts'

/** Writes the form into the folder of exports. */
export async function exportForm(
  context: CallContext,
  input: ParsedInput<'form.export'>,
): Promise<Outcome<SavedFile>> {
  const place = placeToFill(context, input)
  if (!place.ok) return place
  const form = entryForm({ state: context.state, ...place.value })
  if (form.sheets.length === 0) {
    const department = place.value.plan.departmentsById.get(place.value.department)?.name ?? ''
    return reject('nothing-to-report', { department, month: monthTitle(place.value.month) })
  }
  const bytes = await context.ports.forms.write(form)
  const { place: where } = context.ports.exports.save(form.fileName, bytes)
  return accept({ fileName: form.fileName, place: where })
}

/** Lists what accepting the form would change, and everything in it that could not be taken. */
export async function previewForm(
  context: CallContext,
  input: ParsedInput<'form.preview'>,
): Promise<Outcome<FormPreview>> {
  const opened = await openForm(context, input)
  if (!opened.ok) return opened
  return context.inTurns((state) => previewOpened(context, { state, input, opened: opened.value }))
}

function* previewOpened(context: CallContext, facts: Facts): Steps<Outcome<FormPreview>> {
  const { state, opened } = facts
  const compared = yield* compareReturned(context, facts)
  if (!compared.ok) return compared
  const { place, plan, actor, changes, unread } = compared.value
  const submission = submissionStatus(state, place.department, place.month)
  const problems = yield* problemsOf({ state, place, actor }, changes)
  return accept({
    fileHash: opened.fileHash,
    department: place.department,
    month: place.month,
    changes: changes.map((change) => changeOf(change, problems.get(change.item) ?? null)),
    unread,
    notices: notices(opened.form, plan),
    isLocked: isHandedIn(submission.state),
  })
}

/** Records the accepted changes, all or none, if file and journal are still what the preview showed. */
export async function applyForm(
  context: CallContext,
  input: ParsedInput<'form.apply'>,
): Promise<Outcome<FormApplied>> {
  const opened = await openForm(context, input)
  if (!opened.ok) return opened
  return context.inTurns((state) => applyOpened(context, { state, input, opened: opened.value }))
}

function* applyOpened(
  context: CallContext,
  facts: Facts & { readonly input: ParsedInput<'form.apply'> },
): Steps<Outcome<FormApplied>> {
  const { state, input, opened } = facts
  const compared = yield* compareReturned(context, facts)
  if (!compared.ok) return compared
  const { place, changes } = compared.value
  const shown = { fileHash: opened.fileHash, changes }
  return yield* recordAccepted(context, state, { shown, input }, (taken) => [
    recordOf(state, place, taken, input.reason ?? null),
  ])
}

interface OpenedForm {
  readonly form: ReturnedForm
  readonly fileHash: string
}

/** What is asked about the form, and the state that it is compared with. */
interface Facts {
  readonly state: BureauState
  readonly input: Pick<ParsedInput<'form.preview'>, 'department' | 'month'>
  readonly opened: OpenedForm
}

interface Compared {
  readonly place: FormPlace
  readonly plan: PlanIndex
  readonly actor: Person
  readonly changes: readonly FoundChange[]
  readonly unread: FormPreview['unread']
}

async function openForm(
  context: CallContext,
  input: Pick<ParsedInput<'form.preview'>, 'file'>,
): Promise<Outcome<OpenedForm>> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const path = context.ports.givenFile
  if (input.file == null && path === null) return reject('workbook-not-opened', { reason: '没有选文件' })
  const source = input.file == null ? { path: path ?? '' } : { base64: input.file }
  const workbook = await context.ports.reader.read(source)
  if (!workbook.ok) return workbook
  const form = await wholly(openReturnedForm(workbook.value))
  return form.ok ? accept({ form: form.value, fileHash: workbook.value.fileHash }) : form
}

function* compareReturned(
  context: CallContext,
  { state, input, opened: { form } }: Facts,
): Steps<Outcome<Compared>> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const found = placeOf(planOf(state), form, input)
  if (!found.ok) return found
  const { plan, department, month } = found.value
  const permitted = permit(plan, actor.value, 'fill', department)
  if (!permitted.ok) return permitted
  const place = { department, month }
  const items = yield* formItemsInSteps(state, plan, place)
  const own = ownTexts({ state, plan, ...place }, items)
  const compared = yield* compareForm(form, items, [...own, ...(form.meta?.texts ?? [])])
  return accept({ place, plan, actor: actor.value, ...compared })
}

/** Whose form it is, and that it is the one that was asked for. */
function placeOf(
  bureauPlan: PlanIndex,
  form: ReturnedForm,
  wanted: { readonly department?: string | null | undefined; readonly month?: string | null | undefined },
): ReturnType<typeof checkPlace> {
  if (form.meta !== null && (form.meta.version ?? Number.POSITIVE_INFINITY) > FORM_VERSION)
    return reject('form-from-newer-version')
  const told = whereabouts(form)
  const month = told.month ?? wanted.month ?? null
  const byName = bureauPlan.plan.departments.find(({ name }) => name === told.departmentName)?.id
  const department = told.department ?? byName ?? wanted.department ?? null
  if (month === null || department === null) return reject('form-unidentified')
  const place = checkPlace(bureauPlan, { department, month })
  if (!place.ok) return place
  const isElsewhere =
    (wanted.department != null && wanted.department !== department) ||
    (wanted.month != null && wanted.month !== month)
  if (!isElsewhere) return place
  const name = (id: string) => bureauPlan.departmentsById.get(id)?.name ?? id
  return reject('form-elsewhere', {
    found: `${name(department)}${monthTitle(month)}`,
    wanted: `${name(wanted.department ?? department)}${monthTitle(wanted.month ?? month)}`,
  })
}

function notices({ meta }: ReturnedForm, plan: PlanIndex): string[] {
  if (meta === null) return ['文件里没有导出时的记录（可能被删除），只能和台账里现在的内容对照，请逐条核对。']
  return [
    ...(meta.planChecksum === checksum(canonicalJson(plan.plan))
      ? []
      : ['这份填报表是按以前的要点导出的，指标和目标可能已有调整，请逐条核对。']),
    ...(meta.isAltered ? ['文件里导出时的记录被改过，只能和台账里现在的内容对照，请逐条核对。'] : []),
  ]
}
