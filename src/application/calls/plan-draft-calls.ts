import type { Warnings } from '../../contract/api.ts'
import type { AddedPlan, NextYearFile, PlanListing, SavedDraft } from '../../contract/plan-views.ts'
import { permit } from '../../core/decide/permissions.ts'
import {
  decideAnotherPlan,
  decideDiscard,
  decideDraft,
  decidePutInForce,
} from '../../core/decide/plan-drafts.ts'
import { checkMonth } from '../../core/decide/record.ts'
import { epochOf } from '../../core/journal/hybrid-clock.ts'
import { type PlaceToCheck, subjectOf } from '../../core/journal/journal-entry.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import { type AnnualPlan, type IndicatorId, indexPlan } from '../../core/plan/annual-plan.ts'
import { obstaclesOf } from '../../core/plan/plan-tree.ts'
import { type RolledOver, rollOver } from '../../core/plan/roll-over.ts'
import { measureIndicatorMonths, measureStatusInState } from '../../core/state/measure-state.ts'
import { doYearsOverlap } from '../../core/state/plan-line.ts'
import { isoOf } from '../../core/values/civil-time.ts'
import { toNumber } from '../../core/values/exact.ts'
import { monthOf } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'
import { readPlanFile } from '../read-plan-file.ts'
import { savePlanFile } from './plan-calls.ts'

export function listPlans(context: CallContext): Outcome<PlanListing> {
  const { plans, planDrafts } = context.state
  return accept({
    inForce: plans.map(({ id, plan, inForceAt, events }) => ({
      id,
      title: plan.title,
      years: plan.years,
      inForceAt: isoOf(inForceAt),
      amendments: events.length,
    })),
    drafts: [...planDrafts.values()].map(({ id, plan, origin, toCheck }) => ({
      draft: id,
      title: plan.title,
      years: plan.years,
      savedAt: isoOf(epochOf(origin.time)),
      author: origin.author,
      beside: plans
        .filter((each) => doYearsOverlap(each.plan, plan))
        .map((each) => ({ title: each.plan.title, years: each.plan.years })),
      obstacles: obstaclesOf(indexPlan(plan)).length,
      toCheck: toCheck.length,
    })),
  })
}

export interface DraftToSave {
  readonly draft: string | null
  readonly plan: AnnualPlan
  readonly toCheck: readonly PlaceToCheck[]
}

export function saveDraft(context: CallContext, input: DraftToSave): Outcome<SavedDraft> {
  const draft = input.draft ?? freeDraft(context, input.plan)
  const saved = context.administer((actor) => decideDraft(context.state, { ...input, draft }, actor))
  if (!saved.ok) return saved
  return accept({ draft, entry: context.state.newestOf.get(subjectOf.draft(draft)) ?? null })
}

/** draft-2021-1: never one that was used before, discarded ones included. */
function freeDraft({ state }: CallContext, { years }: AnnualPlan): string {
  let number = 1
  while (state.newestOf.has(subjectOf.draft(`draft-${years.from}-${number}`))) number += 1
  return `draft-${years.from}-${number}`
}

/** 从文件导入: a plan file becomes a draft. */
export function importDraft(context: CallContext, text: string): Outcome<SavedDraft> {
  const plan = readPlanFile(text)
  if (!plan.ok) return plan
  return saveDraft(context, { draft: null, plan: plan.value, toCheck: [] })
}

/** 结转: next year's draft from the plan of `year`. */
export function rollOverPlan(context: CallContext, year: number): Outcome<SavedDraft> {
  const next = nextYear(context, year)
  return next.ok ? saveDraft(context, { draft: null, ...next.value }) : next
}

/** The same as a plan file; nothing is kept of it here. */
export function exportNextYear(context: CallContext, year: number): Outcome<NextYearFile> {
  const next = nextYear(context, year)
  if (!next.ok) return next
  const { plan, toCheck } = next.value
  return accept({ ...savePlanFile(context, plan), toCheck })
}

function nextYear(context: CallContext, year: number): Outcome<RolledOver> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const permitted = permit(context.plan, actor.value, 'manage', null)
  if (!permitted.ok) return permitted
  const last = checkMonth(context.plan, monthOf(year, 12))
  if (!last.ok) return last
  const dated = context.plan.at(last.value)
  const { plan, indicators, measures } = dated.parts[0] ?? dated
  const levels = new Map<IndicatorId, number>()
  for (const { indicator } of indicators) {
    const month = measureIndicatorMonths(context.state, indicator.id, [last.value], 'accepted')[0]
    const actual = month?.result.actual ?? null
    if (actual !== null) levels.set(indicator.id, toNumber(actual))
  }
  const done = new Set(
    measures
      .filter((each) => measureStatusInState(context.state, each, last.value, 'accepted').status === 'done')
      .map(({ measure }) => measure.id),
  )
  return accept(rollOver(plan, last.value, { levels, done }))
}

/** A plan file put in force at once: what an unattended caller checked beforehand. */
export function addPlan(
  context: CallContext,
  input: { readonly planText: string; readonly isBeside: boolean },
): Outcome<AddedPlan> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const plan = readPlanFile(input.planText)
  if (!plan.ok) return plan
  const another = { plan: plan.value, toCheck: [], draft: null, isBeside: input.isBeside }
  const decided = decideAnotherPlan(context.state, context.plan, another, actor.value)
  if (!decided.ok) return decided
  context.append(decided.value, 'administrative')
  const added = context.plans.at(-1)
  const before = plan.value.indicators.map(({ id }) => id)
  const after = added?.plan.indicators.map(({ id }) => id) ?? []
  return accept({
    id: added?.id ?? '',
    title: plan.value.title,
    renamed: before.flatMap((from, at) => {
      const to = after[at] ?? from
      return to === from ? [] : [{ from, to }]
    }),
  })
}

export function discardDraft(context: CallContext, draft: string): Outcome<Warnings> {
  return context.administer((actor) => decideDiscard(context.state, draft, actor))
}

/** 启用 */
export function putInForce(
  context: CallContext,
  input: { readonly draft: string; readonly isBeside: boolean },
): Outcome<Warnings> {
  return context.administer((actor) => decidePutInForce(context.state, context.plan, input, actor))
}
