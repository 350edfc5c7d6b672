// Every call a host may make, in one place: name → what goes in, what comes out, and whether it writes.
// Hosts (Electron, browser, command line) adapt this; none of them adds a call of its own.
import { z } from 'zod'
import type { DoubtfulFigure } from '../core/decide/doubtful-figures.ts'
import type {
  EntryId,
  Evidence,
  IndicatorReading,
  MeasureReport,
  Person,
  Role,
} from '../core/journal/journal-entry.ts'
import type { VerifyReport } from '../core/journal/verify-report.ts'
import type { MadeGood } from '../core/measuring/made-good.ts'
import type {
  HistoryLine,
  IndicatorStatus,
  MeasureStatusReport,
  SubmissionState,
  SubmissionStatus,
} from '../core/measuring/status.ts'
import type { Rejection } from '../core/outcome.ts'
import type {
  DepartmentId,
  IndicatorId,
  LocalityId,
  MeasureId,
  ProgrammeId,
} from '../core/plan/annual-plan.ts'
import type { Report } from '../core/reports/report-table.ts'
import type { PartlyFilled } from '../core/state/submission-status.ts'
import type { ReportingMonth } from '../core/values/reporting-month.ts'
import { bulletinTextCalls } from './bulletin-text-calls.ts'
import { reads, type SavedFile, type Warnings, writes } from './call.ts'
import { formCalls } from './form-calls.ts'
import { longExportCalls } from './long-export-calls.ts'
import type { Overview } from './overview-answers.ts'
import { overviewCalls } from './overview-calls.ts'
import { planCalls } from './plan-calls.ts'
import * as s from './schemas.ts'
import { tableCalls } from './table-calls.ts'

/** What a screen needs to know before it can show anything. */
export interface SessionView {
  readonly store: 'missing' | 'open'
  readonly isReadOnly: boolean
  /** the example with made-up figures is open (示例数据) */
  readonly isExample: boolean
  readonly planTitle: string | null
  readonly bureauName: string | null
  readonly years: { readonly from: number; readonly to: number } | null
  readonly actor: Person | null
  readonly people: readonly Person[]
  readonly departments: readonly {
    readonly id: DepartmentId
    readonly name: string
    readonly hasItems: boolean
  }[]
  /** the month to open first: the latest with entries, else the current one within the plan's years */
  readonly suggestedMonth: ReportingMonth | null
  readonly dataFolder: string
  /** UTC ISO time of the newest entry */
  readonly newestEntryAt: string | null
}

/** One county, district or park of a broken-down indicator's month. */
export interface EntryLocalityCell {
  readonly locality: LocalityId
  readonly name: string
  readonly reading: IndicatorReading | null
  readonly basis: EntryId | null
  /** its own value up to the month before, in the unit */
  readonly previousTotal: number | null
}

/** One indicator's row of 本月填报. */
export interface EntryIndicatorRow {
  readonly id: IndicatorId
  readonly programme: ProgrammeId | null
  /** what stands in the month's cell; a blank one is there only for its explanation or files */
  readonly reading: IndicatorReading | null
  readonly basis: EntryId | null
  /** the total up to the month before, in the unit */
  readonly previousTotal: number | null
  readonly isExpected: boolean
  readonly status: IndicatorStatus
  /** the month was red at first acceptance, or blank when its due day ended: lifting it now shows 黄(已补) */
  readonly missed: MadeGood | null
  /** the readings so far, for the preview: every month and locality; of months before without their explanations and files */
  readonly readings: readonly IndicatorReading[]
  /** the newest entry of each of the year's months, newest month first */
  readonly history: readonly HistoryLine[]
  /** empty where the indicator is not broken down */
  readonly localities: readonly EntryLocalityCell[]
  /** how many 县区园区 there are and are filled in, where neither they nor their readings were sent (see entry.read) */
  readonly folded: { readonly count: number; readonly filled: number } | null
}

export interface EntryMeasureRow {
  readonly id: MeasureId
  readonly programme: ProgrammeId
  readonly report: MeasureReport | null
  readonly basis: EntryId | null
  /** last month's report, for 沿用上月 */
  readonly previous: MeasureReport | null
  readonly milestonesDoneEarlier: readonly string[]
  readonly isExpected: boolean
  readonly isFilled: boolean
  readonly status: MeasureStatusReport
}

/** 本月填报 of one department and month. */
export interface EntryPage {
  readonly department: DepartmentId
  readonly month: ReportingMonth
  readonly dueDate: string
  readonly submission: SubmissionStatus
  readonly isLocked: boolean
  readonly indicators: readonly EntryIndicatorRow[]
  readonly measures: readonly EntryMeasureRow[]
  /** cells still blank, in page order */
  readonly missing: readonly {
    readonly kind: 'indicator' | 'measure'
    readonly id: string
    readonly name: string
  }[]
  /** figures broken down by 县区园区 of which some are still blank: told, but no obstacle to 报送 */
  readonly partly: readonly PartlyFilled[]
  readonly savedAt: string | null
}

/** One department's year in 报送. */
export interface SubmissionRow {
  readonly department: DepartmentId
  readonly cells: readonly SubmissionStatus[]
}

export interface SubmissionMatrix {
  readonly year: number
  readonly months: readonly {
    readonly month: ReportingMonth
    readonly reportingRate: number | null
    readonly fillRate: number | null
  }[]
  readonly rows: readonly SubmissionRow[]
}

/** A department's month as the office reads it before accepting. */
export interface SubmissionReview {
  readonly submission: SubmissionStatus
  readonly dueDate: string
  readonly missing: EntryPage['missing']
  readonly partly: readonly PartlyFilled[]
  readonly indicators: readonly {
    readonly status: IndicatorStatus
    readonly before: IndicatorStatus | null
    readonly isChangedSinceAccepted: boolean
  }[]
  readonly measures: readonly MeasureStatusReport[]
  /** 佐证材料 by item, of the newest figures and reports; items without any are not listed */
  readonly evidence: readonly { readonly item: string; readonly files: readonly Evidence[] }[]
  readonly history: readonly { readonly time: string; readonly author: string; readonly text: string }[]
}

export interface BulletinPreview {
  readonly issue: number
  readonly frozenAt: string | null
  /** in words, where two PCs froze the issue: which one stands and what to do */
  readonly frozenTwice: string | null
  readonly report: Report
  /** figures waiting for acceptance, shown apart */
  readonly waiting: readonly { readonly department: DepartmentId; readonly state: SubmissionState }[]
}

export interface ExportedFile extends SavedFile {
  readonly isNew: boolean
}

const nothing = z.strictObject({})
const inMonth = z.strictObject({ month: s.month })
export const calls = {
  /** every screen, first: what store is open and who acts */
  'session.read': reads<SessionView>()(nothing),
  /** first start and the name menu: who acts from now on in this window */
  'session.actAs': reads<SessionView>()(z.strictObject({ name: z.string().max(40) })),
  /** first start: a new store; without a plan text, the shipped plan */
  'store.create': writes<SessionView>()(
    z.strictObject({
      planText: z.string().max(3_000_000).nullish(),
      bureauName: z.string().trim().max(60).nullish(),
      person: s.person,
    }),
  ),
  /** first start: 打开示例, in a folder of its own beside the real one */
  'store.openExample': writes<SessionView>()(nothing),
  /** 示例 → back to one's own store */
  'store.leaveExample': writes<SessionView>()(nothing),
  ...planCalls,
  /**
   * 本月填报. `open`: of a page with hundreds of 县区园区, only these indicators come with theirs, the others folded;
   * without it, everything comes
   */
  'entry.read': reads<EntryPage>()(s.departmentMonth.extend({ open: z.array(s.itemId).max(500).nullish() })),
  /** 本月填报, before 报送: figures of these indicators that are doubtful and not explained; of those that came folded */
  'entry.doubts': reads<{ readonly figures: readonly DoubtfulFigure[] }>()(
    s.departmentMonth.extend({ indicators: z.array(s.itemId).max(100) }),
  ),
  /** 本月填报 saves a cell; the command line records whole files: all or nothing */
  'entry.record': writes<Warnings>()(z.strictObject({ sheets: z.array(s.recordSheet).min(1).max(10_000) })),
  /** keeps a file of 佐证材料 by the hash of its content; naming it in a cell is entry.record's */
  'evidence.add': writes<{ readonly path: string; readonly size: number }>()(
    s.departmentMonth.extend({ fileName: z.string().max(500), base64: s.evidenceBytes }),
  ),
  /** shows a kept file in the system */
  'evidence.open': reads<{ readonly place: string }>()(z.strictObject({ path: z.string().max(1000) })),
  'submission.submit': writes<Warnings>()(s.departmentMonth),
  'submission.sendBack': writes<Warnings>()(s.departmentMonth.extend({ reason: s.reason })),
  'submission.accept': writes<Warnings>()(s.departmentMonth),
  /** 报送: unit × month */
  'submission.matrix': reads<SubmissionMatrix>()(z.strictObject({ year: z.int().min(1900).max(2999) })),
  /** 报送: one unit's month before it is accepted or returned */
  'submission.review': reads<SubmissionReview>()(s.departmentMonth),
  ...overviewCalls,
  /** 例会通报, as it will print */
  'bulletin.preview': reads<BulletinPreview>()(inMonth),
  /** 例会通报: freezes the issue if new and writes the workbook */
  'bulletin.export': writes<ExportedFile>()(inMonth),
  /** a chart's table as a CSV file; the first row is the heading */
  'exports.saveTable': reads<SavedFile>()(
    z.strictObject({ name: s.fileTitle, rows: z.array(z.array(s.csvCell).max(200)).max(20_000) }),
  ),
  /** a chart's picture as a PNG file */
  'exports.savePicture': reads<SavedFile>()(
    z.strictObject({ name: s.fileTitle, png: z.base64().max(4_000_000) }),
  ),
  ...bulletinTextCalls,
  ...formCalls,
  ...tableCalls,
  ...longExportCalls,
  /** opens the folder of exported files in the system's file manager */
  'exports.openFolder': reads<{ readonly place: string }>()(nothing),
  /** checks hashes, chains, SQLite's integrity, and that a rebuild gives the same derived tables */
  'journal.verify': reads<VerifyReport>()(nothing),
} as const

export type CallName = keyof typeof calls
export type CallInput<Name extends CallName> = z.input<(typeof calls)[Name]['input']>
export type ParsedInput<Name extends CallName> = z.output<(typeof calls)[Name]['input']>
export type CallOutput<Name extends CallName> = NonNullable<(typeof calls)[Name]['output']>

/** What every host answers; JSON and nothing else, so that all hosts answer alike. */
export type Answer<Output = unknown> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly rejection: Rejection }

/** The one function a screen has: IPC or HTTP behind it. */
export type CallFunction = <Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
) => Promise<Answer<CallOutput<Name>>>

export type { RecordWarning, SavedFile, Warnings } from './call.ts'
export type { Overview, Role }
