// What is known, as folded from the journal (fold-entries.ts), and the questions everything else asks of it.
import type { DepartmentId, IndicatorId, LocalityId, MeasureId, PlanIndex } from './annual-plan.ts'
import { endOfCivilDay } from './civil-time.ts'
import type { HybridTime } from './hybrid-clock.ts'
import type { EntryId, IndicatorReading, MeasureReport, Person } from './journal-entry.ts'
import type { ReadingsByMonth } from './measuring/accumulate.ts'
import type { ReportsByMonth } from './measuring/measure-measure.ts'
import { dueDateOf, type ReportingMonth } from './reporting-month.ts'
import type { Light, SubmissionState } from './status.ts'

/** Where an entry came from; what every "who and when" on screen reads. */
export interface Origin {
  readonly entry: EntryId
  readonly time: HybridTime
  readonly author: string
  readonly device: string
}

export interface Recorded<Body> extends Origin {
  readonly body: Body
}

/** One cell: the newest entry, and the one that was last accepted. */
export interface Cell<Body> {
  latest: Recorded<Body>
  accepted: Recorded<Body> | null
}

/** An indicator's month: its whole cell ("") and its localities' cells. */
export interface ReadingMonth {
  readonly cells: Map<LocalityId | '', Cell<IndicatorReading>>
  /** the light when the department-month was first accepted, and the newest entry it was judged on */
  firstAccepted: { readonly light: Light; readonly entries: string } | null
  /** something stood in the cell when the due day ended */
  wasFilledAtDeadline: boolean
}

export interface SubmissionEvent {
  readonly kind: 'submitted' | 'returned' | 'accepted' | 'correction'
  readonly origin: Origin
  readonly reason: string | null
}

/** 报送 of one department and month. */
export interface SubmissionRecord {
  readonly department: DepartmentId
  readonly month: ReportingMonth
  state: SubmissionState
  readonly events: SubmissionEvent[]
}

export interface FrozenBulletin {
  readonly origin: Origin
  readonly month: ReportingMonth
  readonly issue: number
  readonly heads: Readonly<Record<string, number>>
}

export interface BureauState {
  plan: PlanIndex | null
  planInForceAt: number | null
  isExample: boolean
  bureauName: string | null
  readonly people: Map<string, Person>
  readonly readings: Map<IndicatorId, Map<ReportingMonth, ReadingMonth>>
  readonly measures: Map<MeasureId, Map<ReportingMonth, Cell<MeasureReport>>>
  readonly submissions: Map<string, SubmissionRecord>
  readonly bulletins: Map<ReportingMonth, FrozenBulletin>
  newestTime: HybridTime | null
}

/** 'accepted': what counts in a bulletin; 'latest': provisional figures too. */
export type Basis = 'accepted' | 'latest'

export function emptyState(): BureauState {
  return {
    plan: null,
    planInForceAt: null,
    isExample: false,
    bureauName: null,
    people: new Map(),
    readings: new Map(),
    measures: new Map(),
    submissions: new Map(),
    bulletins: new Map(),
    newestTime: null,
  }
}

export function planOf(state: BureauState): PlanIndex {
  if (state.plan === null) throw new Error('no plan in force')
  return state.plan
}

/** The end of the day by which a month is due, epoch milliseconds. */
export function deadlineOf(plan: PlanIndex, month: ReportingMonth): number {
  return endOfCivilDay(dueDateOf(month, plan.dueDay))
}

/** Only due days after the plan came into force in this store count. */
export function doesDeadlineCount(state: BureauState, month: ReportingMonth): boolean {
  return (
    state.plan !== null && state.planInForceAt !== null && deadlineOf(state.plan, month) > state.planInForceAt
  )
}

/** Which entries a month's figures rest on, as one comparable text. */
export function cellEntries(month: ReadingMonth, basis: Basis): string {
  return [...month.cells.values()]
    .map((cell) => (basis === 'accepted' ? cell.accepted?.entry : cell.latest.entry) ?? '')
    .sort()
    .join(' ')
}

/** An indicator's readings on one basis; a cell never accepted is blank there. */
export function readingsOf(state: BureauState, indicator: IndicatorId, basis: Basis): ReadingsByMonth {
  const readings = new Map<ReportingMonth, Map<LocalityId | '', IndicatorReading>>()
  for (const [month, { cells }] of state.readings.get(indicator) ?? []) {
    const cell = new Map<LocalityId | '', IndicatorReading>()
    for (const [locality, { latest, accepted }] of cells) {
      const recorded = basis === 'accepted' ? accepted : latest
      if (recorded !== null) cell.set(locality, recorded.body)
    }
    if (cell.size > 0) readings.set(month, cell)
  }
  return readings
}

export function reportsOf(state: BureauState, measure: MeasureId, basis: Basis): ReportsByMonth {
  const reports = new Map<ReportingMonth, MeasureReport>()
  for (const [month, { latest, accepted }] of state.measures.get(measure) ?? []) {
    const recorded = basis === 'accepted' ? accepted : latest
    if (recorded !== null) reports.set(month, recorded.body)
  }
  return reports
}
