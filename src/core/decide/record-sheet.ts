// What comes in when a month is recorded, and what a rule answers.

import type {
  EntryDraft,
  Evidence,
  FigureDraft,
  MeasureStatus,
  ReadingState,
} from '../journal/journal-entry.ts'
import type { DepartmentId, PlanIndex } from '../plan/annual-plan.ts'
import type { BureauState } from '../state/bureau-state.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'

/** A figure as it comes from outside: a JSON number or a decimal text. */
export type FigureInput = number | string

export interface ReadingInput {
  readonly indicator: string
  readonly locality?: string | null | undefined
  readonly value?: FigureInput | null | undefined
  readonly numerator?: FigureInput | null | undefined
  readonly denominator?: FigureInput | null | undefined
  readonly unitNote?: string | null | undefined
  readonly state?: ReadingState | null | undefined
  readonly note?: string | null | undefined
  /** left out keeps what there is */
  readonly evidence?: readonly EvidenceInput[] | null | undefined
  readonly basis?: string | null | undefined
}

export interface EvidenceInput {
  readonly path: string
  readonly size?: number | undefined
}

/** As it is written into an entry: each file once. */
export function evidenceOf(files: readonly EvidenceInput[]): Evidence[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return [...byPath.values()].map(({ path, size }) => (size === undefined ? { path } : { path, size }))
}

export interface MeasureInput {
  readonly measure: string
  readonly status?: MeasureStatus | null | undefined
  /** 'blank' clears the whole report */
  readonly state?: 'blank' | null | undefined
  readonly progress?: string | null | undefined
  readonly problems?: string | null | undefined
  readonly nextSteps?: string | null | undefined
  readonly milestonesDone?: readonly string[] | null | undefined
  readonly evidence?: readonly EvidenceInput[] | null | undefined
  readonly basis?: string | null | undefined
}

/** 填报: one department's month, whole or in part. */
export interface RecordSheet {
  readonly month: string
  readonly department: string
  readonly readings?: readonly ReadingInput[] | null | undefined
  readonly measures?: readonly MeasureInput[] | null | undefined
  /** makes it a correction (更正) of a submitted or accepted month */
  readonly reason?: string | null | undefined
}

/** What a rule answers: the entries to append, and warnings that do not block. */
export interface Decision {
  readonly drafts: readonly EntryDraft[]
  readonly warnings: readonly ReadingWarning[]
}

/** What recording a month comes to. */
export interface RecordDecision extends Decision {
  readonly drafts: readonly FigureDraft[]
}

/** A doubt that does not block: shown under the cell, answered by the command line. */
export interface ReadingWarning {
  /** the indicator's id; of 'measure-stays-done' the measure's */
  readonly indicator: string
  readonly code:
    | 'above-year-target'
    | 'far-above-usual'
    | 'fractional-count'
    | 'unit-doubt'
    | 'whole-superseded'
    | 'measure-stays-done'
    | 'localities-blank'
  readonly message: string
}

export interface SheetContext {
  readonly state: BureauState
  readonly plan: PlanIndex
  readonly month: ReportingMonth
  readonly department: DepartmentId
}
