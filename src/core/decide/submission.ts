// The submission's life (报送): draft → submitted → (returned → submitted)* → accepted; a correction reopens it.

import { type EntryDraft, type Person, subjectOf } from '../journal/journal-entry.ts'
import type { SubmissionState } from '../measuring/status.ts'
import { isHandedIn } from '../measuring/status.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import type { PlanIndex } from '../plan/annual-plan.ts'
import type { BureauState } from '../state/bureau-state.ts'
import { expectedCells, type PartlyFilled, partlyFilled } from '../state/submission-status.ts'
import { monthTitle } from '../values/reporting-month.ts'
import { type Act, permit } from './permissions.ts'
import { checkPlace, STATE_NAMES } from './record.ts'
import type { Decision, ReadingWarning } from './record-sheet.ts'

export interface SubmissionCommand {
  readonly department: string
  readonly month: string
}

interface Opened {
  readonly department: string
  readonly month: string
  readonly current: SubmissionState
  readonly names: { readonly department: string; readonly month: string; readonly state: string }
  readonly subject: string
  readonly basis: string | null
}

/** Settles where the submission stands and whether this person may act on it. */
function open(
  state: BureauState,
  bureauPlan: PlanIndex,
  command: SubmissionCommand,
  by: { readonly actor: Person; readonly act: Act },
): Outcome<Opened> {
  const place = checkPlace(bureauPlan, command)
  if (!place.ok) return place
  const { department, month, plan } = place.value
  const permitted = permit(plan, by.actor, by.act, department)
  if (!permitted.ok) return permitted
  const record = state.submissions.get(`${month}/${department}`)
  const current = record?.state ?? 'none'
  return accept({
    department,
    month,
    current,
    names: {
      department: plan.departmentsById.get(department)?.name ?? department,
      month: monthTitle(month),
      state: STATE_NAMES[current],
    },
    subject: subjectOf.submission(month, department),
    basis: record?.events.at(-1)?.origin.entry ?? null,
  })
}

const one = (draft: EntryDraft): Outcome<Decision> => accept({ drafts: [draft], warnings: [] })

/** 报送: refused while a cell is blank, with the list of them. */
export function decideSubmit(
  state: BureauState,
  plan: PlanIndex,
  command: SubmissionCommand,
  actor: Person,
): Outcome<Decision> {
  const opened = open(state, plan, command, { actor, act: 'fill' })
  if (!opened.ok) return opened
  const { department, month, current, names, subject, basis } = opened.value
  if (isHandedIn(current)) return reject('not-submittable', names)
  const cells = expectedCells(state, department, month)
  if (cells.length === 0) return reject('nothing-to-report', names)
  const blank = cells.filter((cell) => !cell.isFilled)
  if (blank.length > 0) {
    return reject(
      'cells-blank',
      { count: blank.length, names: blank.map((cell) => cell.name).join('、') },
      blank.map((cell) => ({ place: cell.id, message: `“${cell.name}”未填` })),
    )
  }
  const draft: EntryDraft = { kind: 'submission-submitted', subject, basis, body: { department, month } }
  return accept({ drafts: [draft], warnings: partlyFilled(cells).map(localitiesBlank) })
}

/** 合计 takes a 县区园区 that says nothing for nothing: whoever reports should know which. */
const localitiesBlank = ({ id, name, localities }: PartlyFilled): ReadingWarning => ({
  indicator: id,
  code: 'localities-blank',
  message: `“${name}”还有${localities.length}个县区园区没有填（${localities.join('、')}），合计里没有它们的数；没有进展的请选“本月无进展”。`,
})

/** 退回: always with a reason. */
export function decideSendBack(
  state: BureauState,
  plan: PlanIndex,
  command: SubmissionCommand & { readonly reason: string },
  actor: Person,
): Outcome<Decision> {
  const opened = open(state, plan, command, { actor, act: 'review' })
  if (!opened.ok) return opened
  const { department, month, current, names, subject, basis } = opened.value
  if (command.reason.trim() === '') return reject('reason-missing', { action: '退回' })
  if (current === 'accepted') return reject('already-accepted', names)
  if (current !== 'submitted') return reject('not-submitted', { ...names, action: '退回' })
  return one({
    kind: 'submission-returned',
    subject,
    basis,
    body: { department, month, reason: command.reason.trim() },
  })
}

/** 审核通过: locks the figures. */
export function decideAccept(
  state: BureauState,
  plan: PlanIndex,
  command: SubmissionCommand,
  actor: Person,
): Outcome<Decision> {
  const opened = open(state, plan, command, { actor, act: 'review' })
  if (!opened.ok) return opened
  const { department, month, current, names, subject, basis } = opened.value
  if (current === 'accepted') return reject('already-accepted', names)
  if (current !== 'submitted') return reject('not-submitted', { ...names, action: '审核' })
  return one({ kind: 'submission-accepted', subject, basis, body: { department, month } })
}
