// 要点草稿: saved as often as one likes, checked only when it is put in force.

import { type Person, type PlaceToCheck, subjectOf } from '../journal/journal-entry.ts'
import { accept, type Outcome, type RejectionDetail, reject } from '../outcome.ts'
import type { AnnualPlan, PlanIndex } from '../plan/annual-plan.ts'
import { withOwnIds } from '../plan/own-ids.ts'
import { addedIds } from '../plan/plan-change.ts'
import { itemIds } from '../plan/plan-items.ts'
import type { PlanInForce } from '../plan/plan-timeline.ts'
import type { BureauState } from '../state/bureau-state.ts'
import { continuedBy, doYearsOverlap } from '../state/plan-line.ts'
import { permit } from './permissions.ts'
import { decidePlan } from './plan-and-people.ts'
import type { Decision } from './record-sheet.ts'
import { unfitTakenFigures } from './taken-figures-fit.ts'

export interface DraftInput {
  /** the draft's own id, kept while it is edited */
  readonly draft: string
  readonly plan: AnnualPlan
  readonly toCheck: readonly PlaceToCheck[]
}

export function decideDraft(state: BureauState, input: DraftInput, actor: Person): Outcome<Decision> {
  const permitted = permit(state.plan, actor, 'manage', null)
  if (!permitted.ok) return permitted
  const { draft, plan, toCheck } = input
  const subject = subjectOf.draft(draft)
  return accept({
    drafts: [
      {
        kind: 'plan-drafted',
        subject,
        basis: state.newestOf.get(subject) ?? null,
        body: { draft, plan, toCheck },
      },
    ],
    warnings: [],
  })
}

export function decideDiscard(state: BureauState, draft: string, actor: Person): Outcome<Decision> {
  const permitted = permit(state.plan, actor, 'manage', null)
  if (!permitted.ok) return permitted
  if (!state.planDrafts.has(draft)) return reject('draft-missing')
  const subject = subjectOf.draft(draft)
  return accept({
    drafts: [
      {
        kind: 'plan-draft-discarded',
        subject,
        basis: state.newestOf.get(subject) ?? null,
        body: { draft },
      },
    ],
    warnings: [],
  })
}

/** 启用 of a draft. */
export function decidePutInForce(
  state: BureauState,
  plan: PlanIndex,
  { draft: draftId, isBeside }: { readonly draft: string; readonly isBeside: boolean },
  actor: Person,
): Outcome<Decision> {
  const permitted = permit(plan, actor, 'manage', null)
  if (!permitted.ok) return permitted
  const draft = state.planDrafts.get(draftId)
  return draft === undefined
    ? reject('draft-missing')
    : decideAnotherPlan(
        state,
        plan,
        { plan: draft.plan, toCheck: draft.toCheck, draft: draftId, isBeside },
        actor,
      )
}

export interface AnotherPlan {
  readonly plan: AnnualPlan
  readonly toCheck: readonly PlaceToCheck[]
  /** the draft it was; null where it came from a file */
  readonly draft: string | null
  /** it stands beside the plan that has its years already */
  readonly isBeside: boolean
}

/**
 * Refused while a place is 待核 or unassigned, or while it would redefine a figure. A plan whose years are taken
 * is put in force only where it is said that it stands beside the other (`isBeside`): an annual plan and a five-year
 * plan are two, the same plan twice is a mistake.
 */
export function decideAnotherPlan(
  state: BureauState,
  plan: PlanIndex,
  another: AnotherPlan,
  actor: Person,
): Outcome<Decision> {
  const permitted = permit(plan, actor, 'manage', null)
  if (!permitted.ok) return permitted
  const taken = another.isBeside ? null : yearsTaken(state, another.plan)
  const line = continuedBy(state.plans, another.plan)
  const obstacle = taken ?? redefined(line, another.plan) ?? toBeChecked(another.toCheck)
  if (obstacle !== null) return obstacle
  const others = state.plans.filter((each) => !line.includes(each))
  const own =
    others.length === 0
      ? another.plan
      : withOwnIds(another.plan, {
          items: new Set(others.flatMap((each) => [...idsEver(each)])),
          units: [...plan.everyUnit.values(), ...state.plans.flatMap(unitsEver)],
        })
  const unfit = unfitTakenFigures([...state.plans.map(({ plan: each }) => each), own])
  if (!unfit.ok) return unfit
  const decided = decidePlan(own, { isExample: state.isExample, bureauName: state.bureauName })
  if (!decided.ok) return decided
  const subject = subjectOf.plan()
  const { draft } = another
  return accept({
    drafts: decided.value.drafts.map((each) =>
      each.kind === 'plan-put-in-force'
        ? {
            ...each,
            basis: state.newestOf.get(subject) ?? null,
            body: { ...each.body, ...(draft === null ? {} : { draft }) },
          }
        : each,
    ),
    warnings: [],
  })
}

/** Units as the plan was issued with them, and under the names they got since. */
function unitsEver({ plan, events }: PlanInForce): { readonly id: string; readonly name: string }[] {
  const renamed = events.flatMap(({ what }) => (what.kind === 'amended' ? what.body.changes : []))
  return [
    ...plan.departments,
    ...renamed.flatMap((change) =>
      change.kind === 'unit-renamed'
        ? [{ id: change.unit, name: change.name }]
        : change.kind === 'unit-added'
          ? [change.unit]
          : [],
    ),
  ]
}

/** Items of the plan as issued, and those it got since. */
function idsEver({ plan, events }: PlanInForce): Set<string> {
  const ids = new Set(itemIds(plan))
  for (const { what } of events)
    if (what.kind === 'amended')
      for (const change of what.body.changes) for (const id of addedIds(change)) ids.add(id)
  return ids
}

function yearsTaken(state: BureauState, draft: AnnualPlan): Outcome<never> | null {
  const taken = state.plans.find(({ plan }) => doYearsOverlap(plan, draft))
  if (taken === undefined) return null
  const next = Math.max(...state.plans.map(({ plan }) => plan.years.to)) + 1
  return reject('plan-years-taken', { title: taken.plan.title, next })
}

/** The same id goes on as the same figure: stocks and ratios carry over, so unit and mode must not change. */
function redefined(line: readonly PlanInForce[], plan: AnnualPlan): Outcome<never> | null {
  const known = new Map(
    line.flatMap(({ plan: each, events }) => [
      ...each.indicators.map((indicator) => [indicator.id, indicator] as const),
      ...events.flatMap(({ what }) =>
        what.kind === 'amended'
          ? what.body.changes.flatMap((change) =>
              change.kind === 'indicator-added'
                ? [[change.indicator.id, change.indicator] as const]
                : change.kind === 'indicator-split'
                  ? change.into.map((part) => [part.id, part] as const)
                  : [],
            )
          : [],
      ),
    ]),
  )
  const details = plan.indicators.flatMap((indicator, at): RejectionDetail[] => {
    const before = known.get(indicator.id)
    if (before === undefined || (before.mode === indicator.mode && before.unit === indicator.unit)) return []
    return [
      {
        place: `indicators[${at}].mode`,
        message: `“${indicator.name}”的单位或累计方式与往年同编号的指标不同`,
      },
    ]
  })
  const first = details[0]
  return first === undefined ? null : reject('indicator-redefined', { reason: first.message }, details)
}

function toBeChecked(toCheck: readonly PlaceToCheck[]): Outcome<never> | null {
  const first = toCheck[0]
  return first === undefined
    ? null
    : reject('draft-to-check', { count: toCheck.length, first: first.message }, toCheck)
}
