// What has been typed into one measure's block and is not saved yet.
import type { CallInput, EntryMeasureRow } from '../../contract/api.ts'
import type { EntryId, MeasureReport, MeasureStatus } from '../../core/journal/journal-entry.ts'

export interface MeasureDraft {
  readonly status?: MeasureStatus | null
  readonly progress?: string
  readonly problems?: string
  readonly nextSteps?: string
  readonly milestonesDone?: readonly string[]
  readonly basis: EntryId | null
}

export type NarrativeField = 'progress' | 'problems' | 'nextSteps'
export const NARRATIVE_FIELDS: readonly NarrativeField[] = ['progress', 'problems', 'nextSteps']

type Sheet = CallInput<'entry.record'>['sheets'][number]
export type MeasureInput = NonNullable<Sheet['measures']>[number]

export interface MeasureTexts {
  readonly status: MeasureStatus | null
  readonly progress: string
  readonly problems: string
  readonly nextSteps: string
  readonly milestonesDone: readonly string[]
}

export function measureTexts(report: MeasureReport | null, draft: MeasureDraft | null): MeasureTexts {
  return {
    status: draft?.status === undefined ? (report?.status ?? null) : draft.status,
    progress: draft?.progress ?? report?.progress ?? '',
    problems: draft?.problems ?? report?.problems ?? '',
    nextSteps: draft?.nextSteps ?? report?.nextSteps ?? '',
    milestonesDone: draft?.milestonesDone ?? report?.milestonesDone ?? [],
  }
}

/** Only the fields that differ from what is stored: the service keeps the others. Null when nothing differs. */
export function measureInput(row: EntryMeasureRow, draft: MeasureDraft): MeasureInput | null {
  const stored = measureTexts(row.report, null)
  const shown = measureTexts(row.report, draft)
  const input: MeasureInput = { measure: row.id, basis: draft.basis }
  let isChanged = false
  if (shown.status !== stored.status) {
    input.status = shown.status
    isChanged = true
  }
  for (const field of NARRATIVE_FIELDS) {
    if (shown[field].trim() === stored[field].trim()) continue
    input[field] = shown[field]
    isChanged = true
  }
  if (!isSameSet(shown.milestonesDone, stored.milestonesDone)) {
    input.milestonesDone = [...shown.milestonesDone]
    isChanged = true
  }
  return isChanged ? input : null
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each))
}

/** 沿用上月: last month's words into the fields that are still empty; what is written already stays. */
export function withPrevious(row: EntryMeasureRow, draft: MeasureDraft | null): MeasureDraft {
  const shown = measureTexts(row.report, draft)
  let next: MeasureDraft = draft ?? { basis: row.basis }
  for (const field of NARRATIVE_FIELDS) {
    const before = row.previous?.[field] ?? null
    if (shown[field].trim() === '' && before !== null) next = { ...next, [field]: before }
  }
  if (shown.status === null && row.previous?.status != null) next = { ...next, status: row.previous.status }
  return next
}

/** Whether 沿用上月 would fill in anything. */
export function hasPreviousToUse(row: EntryMeasureRow, draft: MeasureDraft | null): boolean {
  const before = measureTexts(row.report, draft)
  const after = measureTexts(row.report, withPrevious(row, draft))
  return before.status !== after.status || NARRATIVE_FIELDS.some((field) => before[field] !== after[field])
}
