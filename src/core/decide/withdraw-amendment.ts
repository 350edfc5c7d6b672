// 撤回调整: an amendment or a revised target that was entered by mistake is taken back, and stays in the history.

import { type EntryId, type Person, subjectOf } from '../journal/journal-entry.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import type { PlanIndex } from '../plan/annual-plan.ts'
import { type PlanEvent, timelineOf, withWithdrawal } from '../plan/plan-timeline.ts'
import type { BureauState } from '../state/bureau-state.ts'
import { checkOpen, editionProblems } from './amend-plan.ts'
import { permit } from './permissions.ts'
import type { Decision } from './record-sheet.ts'

/**
 * Refused where a reported or frozen month would ask something else, as the amendment itself would be, and while
 * later amendments or people rest on it. A target may be taken back for such months, as it may be revised for them.
 */
export function decideWithdrawal(
  state: BureauState,
  plan: PlanIndex,
  input: { readonly entry: EntryId; readonly reason: string },
  actor: Person,
): Outcome<Decision> {
  const permitted = permit(plan, actor, 'manage', null)
  if (!permitted.ok) return permitted
  const event = wholeEvent(state, input.entry)
  if (event === null) return reject('amendment-missing')
  const reason = input.reason.trim()
  if (reason === '') return reject('reason-missing', { action: '撤回调整' })
  const plans = withWithdrawal(state.plans, input.entry, { reason, writtenAt: 0, author: actor.name })
  const after = timelineOf(plans) ?? plan
  const { from } = event.what.body
  const problems = editionProblems(plans, from)
  const first = problems[0]
  if (first !== undefined)
    return reject('amendment-built-upon', { count: problems.length, reason: first.message }, problems)
  const stranded = [...state.people.values()].find(
    ({ department }) => department !== null && !after.everyUnit.has(department),
  )
  if (stranded !== undefined) {
    const unit = plan.everyUnit.get(stranded.department ?? '')?.name ?? ''
    return reject('amendment-has-people', { unit, name: stranded.name })
  }
  if (event.what.kind === 'amended') {
    const facts = { before: plan, after, amendment: event.what.body }
    const open = checkOpen(state, facts, 'withdrawal-too-late')
    if (!open.ok) return open
  }
  const subject = subjectOf.withdrawal(input.entry)
  return accept({
    drafts: [
      { kind: 'amendment-withdrawn', subject, basis: input.entry, body: { entry: input.entry, reason } },
    ],
    warnings: [],
  })
}

/** The event with all its changes: plans that only its units concern know no more of it. */
function wholeEvent({ plans }: BureauState, entry: EntryId): PlanEvent | null {
  const size = ({ what }: PlanEvent) => (what.kind === 'amended' ? what.body.changes.length : 1)
  const events = plans
    .flatMap((plan) => plan.events)
    .filter((event) => event.entry === entry && event.withdrawn === undefined)
    .sort((a, b) => size(b) - size(a))
  return events[0] ?? null
}
