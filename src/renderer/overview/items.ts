// What stands behind a programme's or a department's row: the same items that its counts are counted over.
import type { PlanIndex } from '../../core/annual-plan.ts'
import type { IndicatorStatus, MeasureStatusReport, StatusReport } from '../../core/status.ts'

export type Item =
  | {
      readonly kind: 'indicator'
      readonly id: string
      readonly name: string
      readonly status: IndicatorStatus
    }
  | {
      readonly kind: 'measure'
      readonly id: string
      readonly name: string
      readonly status: MeasureStatusReport
    }

/** Whose items: a programme's, a department's, or one item by itself. */
export type Scope = { readonly kind: 'programme' | 'department'; readonly id: string }

export function itemsOf(plan: PlanIndex, report: StatusReport, scope: Scope): Item[] {
  const isMine = (place: { readonly lead: string | null; readonly programme: string | null }) =>
    scope.kind === 'department' ? place.lead === scope.id : place.programme === scope.id
  return [
    ...report.indicators.flatMap((status): Item[] => {
      const planned = plan.indicatorsById.get(status.id)
      if (planned === undefined || !isMine({ lead: planned.lead, programme: planned.countedIn })) return []
      return [{ kind: 'indicator', id: status.id, name: planned.indicator.name, status }]
    }),
    ...report.measures.flatMap((status): Item[] => {
      const planned = plan.measuresById.get(status.id)
      if (planned === undefined || !isMine({ lead: planned.lead, programme: planned.programme.id })) return []
      return [{ kind: 'measure', id: status.id, name: planned.measure.name, status }]
    }),
  ]
}

export function findItem(
  plan: PlanIndex,
  report: StatusReport,
  wanted: { readonly kind: 'indicator' | 'measure'; readonly id: string },
): Item | null {
  if (wanted.kind === 'indicator') {
    const status = report.indicators.find((each) => each.id === wanted.id)
    const planned = plan.indicatorsById.get(wanted.id)
    return status === undefined || planned === undefined
      ? null
      : { kind: 'indicator', id: wanted.id, name: planned.indicator.name, status }
  }
  const status = report.measures.find((each) => each.id === wanted.id)
  const planned = plan.measuresById.get(wanted.id)
  return status === undefined || planned === undefined
    ? null
    : { kind: 'measure', id: wanted.id, name: planned.measure.name, status }
}

/** The item whose light a programme or department shows as its own (最要紧的一项). */
export function worstOf(plan: PlanIndex, report: StatusReport, scope: Scope): Item | null {
  const standings = scope.kind === 'programme' ? report.programmes : report.departments
  const worst = standings.find(({ id }) => id === scope.id)?.worst
  return worst == null ? null : findItem(plan, report, worst)
}
