// Every business fact is one of these entries (台账). An entry is never changed or removed; what a screen or
// workbook shows is worked out from them.
import type {
  AnnualPlan,
  DepartmentId,
  IndicatorId,
  LocalityId,
  MeasureId,
  MilestoneId,
} from '../plan/annual-plan.ts'
import type { Amendment } from '../plan/plan-change.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import { canonicalJson } from './canonical-json.ts'
import type { HybridTime } from './hybrid-clock.ts'

export type EntryId = string
export type DeviceId = string

/** 填报员 · 处长 · 办公室 · 局领导 */
export type Role = 'clerk' | 'head' | 'office' | 'leader'

export interface Person {
  readonly name: string
  /** null for someone who belongs to no department of the plan (a leader, the office of another bureau) */
  readonly department: DepartmentId | null
  readonly role: Role
}

/** 未填 · 有数 · 本月无进展 · 不适用 · 尚未统计 */
export type ReadingState = 'blank' | 'number' | 'no-progress' | 'not-applicable' | 'not-yet-published'

/** What was filled in for one indicator in one month; numbers are decimal texts, exactly as typed. */
export interface IndicatorReading {
  readonly month: ReportingMonth
  readonly indicator: IndicatorId
  readonly locality: LocalityId | null
  readonly state: ReadingState
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly unitNote: string | null
  /** the clerk's explanation; needed where a check asks for one */
  readonly note: string | null
  /** absent where there is none, as in every entry written before figures could have any */
  readonly evidence?: readonly Evidence[]
}

/** 未启动 · 推进中 · 已完成 · 受阻需协调; null = 未填 */
export type MeasureStatus = 'not-started' | 'under-way' | 'done' | 'blocked'

export interface Evidence {
  readonly path: string
  /** bytes */
  readonly size?: number
}

/** What was reported of one measure in one month. */
export interface MeasureReport {
  readonly month: ReportingMonth
  readonly measure: MeasureId
  readonly status: MeasureStatus | null
  readonly progress: string | null
  readonly problems: string | null
  readonly nextSteps: string | null
  readonly milestonesDone: readonly MilestoneId[]
  readonly evidence: readonly Evidence[]
}

/** 待核: a place of a draft ("indicators[3].targets[0]") and what is to be checked there. */
export interface PlaceToCheck {
  readonly place: string
  readonly message: string
}

interface DepartmentMonth {
  readonly department: DepartmentId
  readonly month: ReportingMonth
}

/** Kind of entry → its body. Kinds are facts in the past tense. */
export interface EntryBodies {
  'plan-put-in-force': {
    readonly plan: AnnualPlan
    readonly isExample: boolean
    readonly bureauName: string | null
    /** the draft that was put in force */
    readonly draft?: string
  }
  'target-revised': {
    /** as in an amendment */
    readonly plan?: EntryId
    readonly indicator: IndicatorId
    readonly committed: string | null
    readonly stretch: string | null
    readonly from: ReportingMonth
    readonly reason: string
    readonly documentNumber: string | null
  }
  /** 调整 of items, rules or units from a month on */
  'plan-amended': Amendment
  /** 撤回调整: an amendment or a revision of a target that was entered by mistake has no effect any more */
  'amendment-withdrawn': { readonly entry: EntryId; readonly reason: string }
  /** 要点草稿: the whole draft as saved; `toCheck` are places still 待核 */
  'plan-drafted': {
    readonly draft: string
    readonly plan: AnnualPlan
    readonly toCheck: readonly PlaceToCheck[]
  }
  'plan-draft-discarded': { readonly draft: string }
  'person-added': Person
  /** another department or role from now on */
  'person-changed': Person
  /** 停用: may not act any more; `successor` takes the work over */
  'person-left': { readonly name: string; readonly successor: string | null }
  'indicator-reading-recorded': IndicatorReading
  'measure-progress-recorded': MeasureReport
  'correction-opened': DepartmentMonth & { readonly reason: string }
  'submission-submitted': DepartmentMonth
  'submission-returned': DepartmentMonth & { readonly reason: string }
  'submission-accepted': DepartmentMonth
  /** the office's words in the draft's place; `text` null = the draft again. `draft`: what it was made from */
  'bulletin-text-edited': {
    readonly month: ReportingMonth
    readonly text: string | null
    readonly draft: string
  }
  /** `heads`: what was known when the issue was frozen, as the number of entries of each device. */
  'bulletin-frozen': {
    readonly month: ReportingMonth
    readonly issue: number
    readonly heads: Readonly<Record<DeviceId, number>>
  }
}

export type EntryKind = keyof EntryBodies

/** What a rule decides to write: everything but what the journal itself adds. */
export type EntryDraft = {
  [Kind in EntryKind]: {
    readonly kind: Kind
    /** what the entry is about; entries of one subject replace one another */
    readonly subject: string
    /** the entry the author had in front of them, null for the first of its subject */
    readonly basis: EntryId | null
    readonly body: EntryBodies[Kind]
  }
}[EntryKind]

/** What filling in a month is made of. */
export type FigureDraft = Extract<
  EntryDraft,
  { kind: 'indicator-reading-recorded' | 'measure-progress-recorded' | 'correction-opened' }
>

/** 台账条目 */
export type JournalEntry = EntryDraft & {
  readonly id: EntryId
  readonly device: DeviceId
  /** 1, 2, 3 … within the device */
  readonly seq: number
  readonly time: HybridTime
  /** the time was given by hand (catching up, demos), not read from the PC's clock */
  readonly isClockSet: boolean
  readonly author: string
  /** hash of the device's previous entry, null for its first */
  readonly previous: string | null
  readonly hash: string
}

/**
 * The text whose SHA-256 is the entry's hash: the canonical JSON of everything but the hash. Put together here
 * because the body's own canonical text, which is stored as well, is then worked out only once.
 */
export function hashedText(entry: Omit<JournalEntry, 'hash'>, bodyText = canonicalJson(entry.body)): string {
  const { author, basis, device, id, isClockSet, kind, previous, seq, subject, time } = entry
  // Keys in their canonical order, written by the platform in as few pieces as there can be: pieces are what costs.
  const after = JSON.stringify({ device, id, isClockSet, kind, previous, seq, subject, time }).slice(1)
  return `{"author":${JSON.stringify(author)},"basis":${JSON.stringify(basis)},"body":${bodyText},${after}`
}

/** Journal order: by time, then device; the same on every PC that holds the same entries. */
export function compareEntries(a: JournalEntry, b: JournalEntry): number {
  return a.time < b.time
    ? -1
    : a.time > b.time
      ? 1
      : a.device < b.device
        ? -1
        : a.device > b.device
          ? 1
          : a.seq - b.seq
}

export const subjectOf = {
  plan: () => 'plan',
  amendment: (from: ReportingMonth) => `amendment/${from.slice(0, 4)}`,
  withdrawal: (entry: EntryId) => `withdrawal/${entry}`,
  draft: (draft: string) => `plan-draft/${draft}`,
  target: (indicator: IndicatorId) => `target/${indicator}`,
  person: (name: string) => `person/${name}`,
  reading: (month: ReportingMonth, indicator: IndicatorId, locality: LocalityId | null) =>
    `reading/${month}/${indicator}${locality === null ? '' : `/${locality}`}`,
  measure: (month: ReportingMonth, measure: MeasureId) => `measure/${month}/${measure}`,
  submission: (month: ReportingMonth, department: DepartmentId) => `submission/${month}/${department}`,
  bulletin: (month: ReportingMonth) => `bulletin/${month}`,
  bulletinText: (month: ReportingMonth) => `bulletin-text/${month}`,
}
