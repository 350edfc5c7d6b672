import type { SavedFile, Warnings } from '../../contract/api.ts'
import type { AmendmentLine, FoundPlan, PlanTreeView } from '../../contract/plan-views.ts'
import { type AmendmentInput, decideAmendment } from '../../core/decide/amend-plan.ts'
import { decideTargetRevision, type TargetRevision } from '../../core/decide/plan-and-people.ts'
import { checkMonth } from '../../core/decide/record.ts'
import { decideWithdrawal } from '../../core/decide/withdraw-amendment.ts'
import type { SubmissionState } from '../../core/measuring/status.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import { type AnnualPlan, indexPlan, type PlanIndex } from '../../core/plan/annual-plan.ts'
import type { PlanChange } from '../../core/plan/plan-change.ts'
import { planNamed } from '../../core/plan/plan-named.ts'
import type { PlanEvent, PlanInForce } from '../../core/plan/plan-timeline.ts'
import { obstaclesOf, planTree } from '../../core/plan/plan-tree.ts'
import { changeLine, revisionLine } from '../../core/reports/change-words.ts'
import { isoOf } from '../../core/values/civil-time.ts'
import { monthOf, nextMonth, previousMonth, type ReportingMonth } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'

/** The leading plan as it stands in the end. */
export function readPlan({ plan }: CallContext): Outcome<AnnualPlan> {
  return accept((plan.parts[0] ?? plan).plan)
}

/** One of the plans in force, by its id or its title. */
export function findPlan(
  { plans }: CallContext,
  { plan, month }: { readonly plan: string; readonly month?: string | null | undefined },
): Outcome<FoundPlan> {
  const found = planNamed(plans, plan, month ?? null)
  if (!found.ok) return found
  const { id, plan: own } = found.value
  return accept({ id, title: own.title, lastMonth: monthOf(own.years.to, 12) })
}

/** Everything a page needs to know the plan of any month. */
export function readTimeline(context: CallContext): Outcome<readonly PlanInForce[]> {
  return accept(context.journal.outline().plans)
}

interface TreeQuestion {
  readonly month?: string | null | undefined
  /** one of the plans that cover the month; the leading one where none is named */
  readonly plan?: string | null | undefined
  readonly draft?: string | null | undefined
}

/** The plan as it stands for a month (the newest plan's last month where none is named), or a draft. */
export function readTree(context: CallContext, question: TreeQuestion): Outcome<PlanTreeView> {
  const { state } = context
  if (question.draft != null) {
    const draft = state.planDrafts.get(question.draft)
    if (draft === undefined) return reject('draft-missing')
    const index = indexPlan(draft.plan)
    return accept({
      plan: draft.plan,
      planId: null,
      month: null,
      tree: planTree(index, null),
      obstacles: obstaclesOf(index),
      toCheck: draft.toCheck,
      amendments: [],
      opensFrom: null,
      suggestedFrom: null,
    })
  }
  const month = checkMonth(context.plan, question.month ?? monthOf(context.plan.plan.years.to, 12))
  if (!month.ok) return month
  const { parts } = context.plan.at(month.value)
  const index = parts.find(({ id }) => id === question.plan) ?? parts[0] ?? context.plan.at(month.value)
  return accept({
    plan: index.plan,
    planId: index.id,
    month: month.value,
    tree: planTree(index, month.value),
    obstacles: [],
    toCheck: [],
    amendments: amendmentLines(context, index),
    ...beginnings(context, index),
  })
}

function amendmentLines(context: CallContext, { id }: PlanIndex): AmendmentLine[] {
  const plan = context.state.plans.find((each) => each.id === id)
  return (plan?.events ?? []).map((event) => amendmentLine(context, event)).reverse()
}

function amendmentLine({ plan }: CallContext, event: PlanEvent): AmendmentLine {
  const { entry, writtenAt, author, what, withdrawn } = event
  const { from, reason, documentNumber } = what.body
  const before = plan.at(previousMonth(from))
  const first = plan.covers(previousMonth(from)) ? before : plan.at(from)
  return {
    entry,
    withdrawn:
      withdrawn === undefined
        ? null
        : { time: isoOf(withdrawn.writtenAt), author: withdrawn.author, reason: withdrawn.reason },
    time: isoOf(writtenAt),
    author,
    from,
    reason,
    documentNumber,
    lines:
      what.kind === 'target-revised'
        ? [revisionLine(what.body, first)]
        : what.body.changes.map((change) => changeLine(change, first, from)),
  }
}

const REPORTED: readonly SubmissionState[] = ['submitted', 'accepted', 'correcting']

/** From which month the plan may be amended, and from which it usually is. */
function beginnings(
  { state }: CallContext,
  { plan: { years } }: PlanIndex,
): Pick<PlanTreeView, 'opensFrom' | 'suggestedFrom'> {
  const first = monthOf(years.from, 1)
  const after = (months: readonly ReportingMonth[], earliest: ReportingMonth) => {
    const last = [...months].sort().at(-1)
    return last === undefined || nextMonth(last) < earliest ? earliest : nextMonth(last)
  }
  const opensFrom = after([...state.bulletins.keys()], first)
  const reported = [...state.submissions.values()]
    .filter((record) => REPORTED.includes(record.state))
    .map((record) => record.month)
  return { opensFrom, suggestedFrom: after(reported, opensFrom) }
}

export function reviseTarget(context: CallContext, revision: TargetRevision): Outcome<Warnings> {
  return context.administer((actor) => decideTargetRevision(context.state, context.plan, revision, actor))
}

/** 调整要点: items, rules and units alike. */
export function amendPlan(context: CallContext, input: AmendmentInput): Outcome<Warnings> {
  return context.administer((actor) => decideAmendment(context.state, context.plan, input, actor))
}

/** 撤回调整 */
export function withdrawAmendment(
  context: CallContext,
  input: { readonly entry: string; readonly reason: string },
): Outcome<Warnings> {
  return context.administer((actor) => decideWithdrawal(context.state, context.plan, input, actor))
}

/** One change of the bureau's units. */
export function amendUnits(
  context: CallContext,
  input: Omit<AmendmentInput, 'changes'>,
  change: PlanChange,
): Outcome<Warnings> {
  const { from, reason, documentNumber } = input
  return amendPlan(context, { from, reason, documentNumber, changes: [change] })
}

/** 导出要点文件: the plan as it stands for a month, or a draft, in the format of the plan file. */
export function exportPlan(context: CallContext, question: TreeQuestion): Outcome<SavedFile> {
  const view = readTree(context, question)
  if (!view.ok) return view
  return accept(savePlanFile(context, view.value.plan))
}

export function savePlanFile(context: CallContext, plan: AnnualPlan): SavedFile {
  const fileName = `${plan.title.replace(/[\\/:*?"<>|《》\s]/g, '').slice(0, 60)}.json`
  const bytes = new TextEncoder().encode(`${JSON.stringify(plan, null, 2)}\n`)
  return { fileName, ...context.ports.exports.save(fileName, bytes) }
}
