// What a cell holds as the undo log keeps it, and the save that puts it back.
import type { EntryMeasureRow } from '../../contract/api.ts'
import type { EntryId, Evidence, IndicatorReading, MeasureReport } from '../../core/journal/journal-entry.ts'
import type { EntryCell } from './entry-cells.ts'
import type { MeasureInput } from './measure-draft.ts'
import type { ReadingInput } from './reading-draft.ts'

type ReadingContent = Omit<IndicatorReading, 'month' | 'indicator' | 'locality'>
type ReportContent = Omit<MeasureReport, 'month' | 'measure'>

export type CellContent =
  | { readonly kind: 'reading'; readonly content: ReadingContent }
  | { readonly kind: 'measure'; readonly content: ReportContent }

const BLANK_READING: ReadingContent = {
  state: 'blank',
  value: null,
  numerator: null,
  denominator: null,
  unitNote: null,
  note: null,
}
const BLANK_REPORT: ReportContent = {
  status: null,
  progress: null,
  problems: null,
  nextSteps: null,
  milestonesDone: [],
  evidence: [],
}

export function readingContent({ reading }: Pick<EntryCell, 'reading'>): CellContent {
  if (reading === null) return { kind: 'reading', content: BLANK_READING }
  const { month: _month, indicator: _indicator, locality: _locality, ...content } = reading
  return { kind: 'reading', content }
}

export function measureContent({ report }: Pick<EntryMeasureRow, 'report'>): CellContent {
  if (report === null) return { kind: 'measure', content: BLANK_REPORT }
  const { month: _month, measure: _measure, ...content } = report
  return { kind: 'measure', content }
}

/** The same content with other 佐证材料. */
export function withEvidence(
  content: CellContent,
  change: (before: readonly Evidence[]) => readonly Evidence[],
): CellContent {
  return content.kind === 'reading'
    ? { kind: 'reading', content: { ...content.content, evidence: change(content.content.evidence ?? []) } }
    : { kind: 'measure', content: { ...content.content, evidence: change(content.content.evidence) } }
}

/** Saves this content over what stands in the cell. */
export function readingRestored(cell: EntryCell, content: ReadingContent): ReadingInput {
  const { state, ...rest } = content
  return {
    indicator: cell.indicator.id,
    ...(cell.locality === null ? {} : { locality: cell.locality }),
    ...rest,
    evidence: (content.evidence ?? []).map((each) => ({ ...each })),
    ...(state === 'number' ? {} : { state }),
    basis: cell.basis,
  }
}

export function measureRestored(
  measure: string,
  content: ReportContent,
  basis: EntryId | null,
): MeasureInput {
  return {
    measure,
    status: content.status,
    progress: content.progress,
    problems: content.problems,
    nextSteps: content.nextSteps,
    milestonesDone: [...content.milestonesDone],
    evidence: content.evidence.map((each) => ({ ...each })),
    basis,
  }
}
