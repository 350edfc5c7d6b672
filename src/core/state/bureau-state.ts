// What is known, as folded from the journal (fold-entries.ts), and the questions everything else asks of it.

import { type HybridTime, lastHybridTimeOf } from '../journal/hybrid-clock.ts'
import type {
  EntryId,
  IndicatorReading,
  MeasureReport,
  Person,
  PlaceToCheck,
} from '../journal/journal-entry.ts'
import type { ReadingsByMonth } from '../measuring/accumulate.ts'
import type { ReportsByMonth } from '../measuring/measure-measure.ts'
import type { Light, SubmissionState } from '../measuring/status.ts'
import type {
  AnnualPlan,
  DepartmentId,
  IndicatorId,
  LocalityId,
  MeasureId,
  PlanIndex,
} from '../plan/annual-plan.ts'
import { perPlan } from '../plan/per-plan.ts'
import type { PlanInForce } from '../plan/plan-timeline.ts'
import { endOfCivilDay } from '../values/civil-time.ts'
import { dueDateOf, monthOf, type ReportingMonth } from '../values/reporting-month.ts'

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

/** An acceptance that put another entry in the place of an accepted one (更正). */
export interface AcceptedCorrection<Body> {
  readonly from: Recorded<Body>
  readonly to: Recorded<Body>
  /** why the month was opened again */
  readonly reason: string | null
  readonly acceptance: Origin
}

/** One cell: the newest entry, the one that was last accepted, and those that stood accepted before it. */
export interface Cell<Body> {
  latest: Recorded<Body>
  accepted: Recorded<Body> | null
  /** oldest first */
  corrections: readonly AcceptedCorrection<Body>[]
}

/** An indicator's month: its whole cell ("") and its localities' cells. */
export interface ReadingMonth {
  readonly cells: Map<LocalityId | '', Cell<IndicatorReading>>
  /** the light when the department-month was first accepted, and the newest entry it was judged on */
  firstAccepted: { readonly light: Light; readonly entries: string; readonly time: HybridTime } | null
  /** something stood in the cell when the due day ended */
  wasFilledAtDeadline: boolean
  /** when something was first filled in behind that day, if it still stands there */
  filledLateAt: HybridTime | null
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
  /** later freezings of the same month, on PCs that did not know of this one: they do not count, and people are told */
  readonly others: readonly Origin[]
}

/** 通报文字 as the office last left it */
export interface EditedBulletinText {
  readonly origin: Origin
  /** null = the draft again */
  readonly text: string | null
  readonly draft: string
}

/** 要点草稿 */
export interface PlanDraft {
  readonly id: string
  readonly origin: Origin
  readonly plan: AnnualPlan
  readonly toCheck: readonly PlaceToCheck[]
}

/** Someone who no longer acts (停用). */
export interface FormerPerson {
  readonly person: Person
  readonly successor: string | null
  readonly origin: Origin
}

export interface BureauState {
  /** the newest plan as it stands in the end; what is about a month asks `plan.at(month)` */
  plan: PlanIndex | null
  /** every plan ever put in force, with its amendments, in the order of being put in force */
  plans: readonly PlanInForce[]
  /** drafts not yet put in force */
  readonly planDrafts: Map<string, PlanDraft>
  /** subject of plan and people → the newest entry of it: the basis of the next */
  readonly newestOf: Map<string, EntryId>
  isExample: boolean
  bureauName: string | null
  /** those who may act */
  readonly people: Map<string, Person>
  readonly formerPeople: Map<string, FormerPerson>
  readonly readings: Map<IndicatorId, Map<ReportingMonth, ReadingMonth>>
  readonly measures: Map<MeasureId, Map<ReportingMonth, Cell<MeasureReport>>>
  readonly submissions: Map<string, SubmissionRecord>
  readonly bulletins: Map<ReportingMonth, FrozenBulletin>
  readonly bulletinTexts: Map<ReportingMonth, EditedBulletinText>
  newestTime: HybridTime | null
}

/** 'accepted': what counts in a bulletin; 'latest': provisional figures too. */
export type Basis = 'accepted' | 'latest'

export function emptyState(): BureauState {
  return {
    plan: null,
    plans: [],
    planDrafts: new Map(),
    newestOf: new Map(),
    isExample: false,
    bureauName: null,
    people: new Map(),
    formerPeople: new Map(),
    readings: new Map(),
    measures: new Map(),
    submissions: new Map(),
    bulletins: new Map(),
    bulletinTexts: new Map(),
    newestTime: null,
  }
}

export function planOf(state: Pick<BureauState, 'plan'>): PlanIndex {
  if (state.plan === null) throw new Error('no plan in force')
  return state.plan
}

interface Deadline {
  readonly epochMs: number
  /** no entry written in time has a later one */
  readonly lastTime: HybridTime
}

const deadline = perPlan((plan, month: ReportingMonth): Deadline => {
  const epochMs = endOfCivilDay(dueDateOf(month, plan.at(month).dueDay))
  return { epochMs, lastTime: lastHybridTimeOf(epochMs) }
})

/** The end of the day by which a month is due, epoch milliseconds. */
export function deadlineOf(plan: PlanIndex, month: ReportingMonth): number {
  return deadline(plan, month).epochMs
}

/** Whether an entry of that time was written before the month's deadline had passed. */
export function isInTime(plan: PlanIndex, month: ReportingMonth, time: HybridTime): boolean {
  return time <= deadline(plan, month).lastTime
}

/** Only due days after the plan came into force in this store count, and for an item (by id) after it was added. */
export function doesDeadlineCount(state: BureauState, month: ReportingMonth, item?: string): boolean {
  const plan = state.plan?.at(month)
  if (plan === undefined || plan.inForceAt === null) return false
  const since = item === undefined ? undefined : plan.addedAt.get(item)
  return deadlineOf(plan, month) > (since ?? plan.inForceAt)
}

/** Which entries a month's figures rest on, as one comparable text. */
export function cellEntries(month: ReadingMonth, basis: Basis): string {
  return [...month.cells.values()]
    .map((cell) => (basis === 'accepted' ? cell.accepted?.entry : cell.latest.entry) ?? '')
    .sort()
    .join(' ')
}

/** When the newest entry was written that a month's figures rest on; null where they rest on none. */
export function newestTimeOf(month: ReadingMonth, basis: Basis): HybridTime | null {
  let newest: HybridTime | null = null
  for (const { accepted, latest } of month.cells.values()) {
    const time = basis === 'accepted' ? accepted?.time : latest.time
    if (time !== undefined && (newest === null || time > newest)) newest = time
  }
  return newest
}

/** An indicator's readings on one basis; a cell never accepted is blank there. `only`: of that place alone. */
export function readingsOf(
  state: BureauState,
  indicator: IndicatorId,
  basis: Basis,
  only?: LocalityId,
): ReadingsByMonth {
  const readings = new Map<ReportingMonth, Map<LocalityId | '', IndicatorReading>>()
  for (const [month, { cells }] of state.readings.get(indicator) ?? []) {
    const cell = new Map<LocalityId | '', IndicatorReading>()
    const take = (locality: LocalityId | '', { latest, accepted }: Cell<IndicatorReading>) => {
      const recorded = basis === 'accepted' ? accepted : latest
      if (recorded !== null) cell.set(locality, recorded.body)
    }
    if (only === undefined) for (const [locality, each] of cells) take(locality, each)
    else {
      const found = cells.get(only)
      if (found !== undefined) take(only, found)
    }
    if (cell.size > 0) readings.set(month, cell)
  }
  return readings
}

/**
 * A measure's reports on one basis that count in a month: those since its plan began. Next year's plan keeps the ids of
 * what goes on, but a measure done last year, or a milestone ticked then, is not done this year.
 */
export function reportsOf(
  state: BureauState,
  measure: MeasureId,
  basis: Basis,
  month: ReportingMonth,
): ReportsByMonth {
  return reportsSince(state, measure, basis, beginningOf(state, measure, month))
}

/** The first month of the plan that has the measure in that month. */
export function beginningOf(
  { plan }: Pick<BureauState, 'plan'>,
  measure: MeasureId,
  month: ReportingMonth,
): ReportingMonth {
  const own = plan?.at(month).parts.find(({ measuresById }) => measuresById.has(measure))
  return own === undefined ? month : monthOf(own.plan.years.from, 1)
}

/** `first` null = every report there is, of earlier plans too. */
export function reportsSince(
  state: BureauState,
  measure: MeasureId,
  basis: Basis,
  first: ReportingMonth | null,
): ReportsByMonth {
  const reports = new Map<ReportingMonth, MeasureReport>()
  for (const [month, { latest, accepted }] of state.measures.get(measure) ?? []) {
    const recorded = basis === 'accepted' ? accepted : latest
    if (recorded !== null && (first === null || month >= first)) reports.set(month, recorded.body)
  }
  return reports
}
