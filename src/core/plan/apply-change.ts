// One change applied to a plan: the plan as it stands from the change's month on.

import type { EntryBodies } from '../journal/journal-entry.ts'
import { previousMonth, type ReportingMonth, yearOf } from '../values/reporting-month.ts'
import {
  type AnnualPlan,
  type DepartmentId,
  type Indicator,
  type Lifetime,
  type Measure,
  type Programme,
  type Target,
  targetInForce,
} from './annual-plan.ts'
import type { PlanChange, PlanItemKind } from './plan-change.ts'

/** Answers the plan unchanged where it has no such item or unit. */
export function applyChange(plan: AnnualPlan, change: PlanChange, from: ReportingMonth): AnnualPlan {
  switch (change.kind) {
    case 'indicator-added':
      return { ...plan, indicators: [...plan.indicators, { ...change.indicator, from }] }
    case 'measure-added':
      return withMeasures(plan, change.programme, (measures) => [...measures, { ...change.measure, from }])
    case 'programme-added':
      return { ...plan, programmes: [...plan.programmes, { ...change.programme, from }] }
    case 'safeguard-added':
      return { ...plan, safeguards: [...(plan.safeguards ?? []), { ...change.safeguard, from }] }
    case 'indicator-changed':
      return {
        ...plan,
        indicators: replaced(plan.indicators, change.id, (each) => ({ ...each, ...change.fields })),
      }
    case 'measure-changed':
      return withMeasures(plan, null, (measures) =>
        replaced(measures, change.id, (each) => ({ ...each, ...change.fields })),
      )
    case 'programme-changed':
      return {
        ...plan,
        programmes: replaced(plan.programmes, change.id, (each) => ({ ...each, ...change.fields })),
      }
    case 'safeguard-changed':
      return {
        ...plan,
        safeguards: replaced(plan.safeguards ?? [], change.id, (each) => ({ ...each, ...change.fields })),
      }
    case 'item-dropped':
      return dropped(plan, change.item, change.id, previousMonth(from))
    case 'indicator-split':
      return { ...plan, indicators: split(plan.indicators, change, from) }
    case 'measure-split':
      return withMeasures(plan, null, (measures) => split(measures, change, from))
    case 'rules-changed':
      return {
        ...plan,
        ...(change.bands === undefined ? {} : { bands: change.bands }),
        ...(change.reportingDueDay === undefined ? {} : { reportingDueDay: change.reportingDueDay }),
      }
    case 'unit-added':
      return { ...plan, departments: [...plan.departments, { ...change.unit, from }] }
    case 'unit-renamed':
      return {
        ...plan,
        departments: replaced(plan.departments, change.unit, (each) => ({ ...each, name: change.name })),
      }
    case 'unit-merged':
      return unitMerged(plan, change, previousMonth(from))
    case 'unit-handed-over':
      return withLeads(plan, (lead) => (lead === change.unit ? change.to : lead))
  }
}

/** A revised target stands beside the one it replaces, which stays for the months before it. */
export function withRevision(plan: AnnualPlan, revision: EntryBodies['target-revised']): AnnualPlan {
  return {
    ...plan,
    indicators: replaced(plan.indicators, revision.indicator, (indicator) => {
      const before = targetInForce(indicator, revision.from)
      const year = yearOf(revision.from)
      const target: Target = {
        year,
        comparator: before?.comparator ?? 'at-least',
        committed: revision.committed === null ? null : Number(revision.committed),
        stretch: revision.stretch === null ? null : Number(revision.stretch),
        baseline: before?.baseline ?? null,
        from: revision.from,
        reason: revision.reason,
        documentNumber: revision.documentNumber,
      }
      const kept = (indicator.targets ?? []).filter(
        (each) => each.year !== year || each.from !== revision.from,
      )
      return { ...indicator, targets: [...kept, target] }
    }),
  }
}

function replaced<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  change: (item: Item) => Item,
): Item[] {
  return items.map((item) => (item.id === id ? change(item) : item))
}

/** Measures of one programme, or (null) of all. */
function withMeasures(
  plan: AnnualPlan,
  programme: string | null,
  change: (measures: readonly Measure[]) => readonly Measure[],
): AnnualPlan {
  const changed = (each: Programme): Programme => ({ ...each, measures: change(each.measures ?? []) })
  return {
    ...plan,
    programmes: plan.programmes.map((each) =>
      programme === null || each.id === programme ? changed(each) : each,
    ),
  }
}

function dropped(plan: AnnualPlan, kind: PlanItemKind, id: string, until: ReportingMonth): AnnualPlan {
  // What is dropped from the month it began in has never counted.
  const end = <Item extends Lifetime & { readonly id: string }>(items: readonly Item[]) =>
    replaced(
      items.filter((each) => each.id !== id || each.from == null || each.from <= until),
      id,
      (each) => ({ ...each, until }),
    )
  switch (kind) {
    case 'indicator':
      return { ...plan, indicators: end(plan.indicators) }
    case 'measure':
      return withMeasures(plan, null, end)
    case 'programme':
      return { ...plan, programmes: end(plan.programmes) }
    case 'safeguard':
      return { ...plan, safeguards: end(plan.safeguards ?? []) }
  }
}

/** The item ends, and its parts follow it in its place. */
function split<Item extends Indicator | Measure>(
  items: readonly Item[],
  { id, into }: { readonly id: string; readonly into: readonly Item[] },
  from: ReportingMonth,
): Item[] {
  return items.flatMap((item) =>
    item.id === id
      ? [{ ...item, until: previousMonth(from) }, ...into.map((part) => ({ ...part, from, splitFrom: id }))]
      : [item],
  )
}

function unitMerged(
  plan: AnnualPlan,
  { unit, into }: { readonly unit: DepartmentId; readonly into: DepartmentId },
  until: ReportingMonth,
): AnnualPlan {
  if (!plan.departments.some((each) => each.id === unit)) return plan
  const departments = replaced(plan.departments, unit, (each) => ({ ...each, until, mergedInto: into }))
  return withLeads(withTakingPart({ ...plan, departments }, unit, into), (lead) =>
    lead === unit ? into : lead,
  )
}

type Lead = DepartmentId | null | undefined

/** Only leads that are named are changed: an inherited one follows its programme's. */
function withLeads(plan: AnnualPlan, change: (lead: Lead) => Lead): AnnualPlan {
  const led = <Item extends { readonly lead?: DepartmentId | null }>(item: Item): Item =>
    item.lead == null ? item : { ...item, lead: change(item.lead) }
  return {
    ...plan,
    indicators: plan.indicators.map(led),
    programmes: plan.programmes.map((programme) =>
      led({ ...programme, measures: (programme.measures ?? []).map(led) }),
    ),
  }
}

type Units = readonly DepartmentId[] | null | undefined

function withTakingPart(plan: AnnualPlan, unit: DepartmentId, into: DepartmentId): AnnualPlan {
  const units = (list: Units): Units =>
    list?.includes(unit) ? [...new Set(list.map((each) => (each === unit ? into : each)))] : list
  const part = <Item extends { readonly participating?: Units }>(item: Item): Item =>
    item.participating == null ? item : { ...item, participating: units(item.participating) }
  return {
    ...plan,
    indicators: plan.indicators.map(part),
    programmes: plan.programmes.map((programme) =>
      part({ ...programme, measures: (programme.measures ?? []).map(part) }),
    ),
    safeguards: (plan.safeguards ?? []).map((each) => ({
      ...each,
      departments: units(each.departments) ?? null,
    })),
  }
}
