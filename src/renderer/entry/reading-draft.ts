// What has been typed into one indicator's row and is not saved yet, and what it turns into: the reading the
// service is asked to record, and the reading the preview is worked out with. Pure, so that it is tested as such.
import type { CallInput } from '../../contract/api.ts'
import type { EntryId, IndicatorReading, ReadingState } from '../../core/journal/journal-entry.ts'
import type { Indicator } from '../../core/plan/annual-plan.ts'
import { parseExact } from '../../core/values/exact.ts'
import { readFigure } from '../../core/values/read-figure.ts'

/** Only what was typed; a field that is absent is as stored. */
export interface ReadingDraft {
  readonly figure?: string
  readonly numerator?: string
  readonly denominator?: string
  readonly unitNote?: string
  readonly state?: ReadingState
  readonly note?: string
  /** the entry that was on screen when typing began: another one in between is a conflict, not an overwrite */
  readonly basis: EntryId | null
}

export type ReadingField = Exclude<keyof ReadingDraft, 'basis'>

type Sheet = CallInput<'entry.record'>['sheets'][number]
export type ReadingInput = NonNullable<Sheet['readings']>[number]

/** Why a draft cannot be sent as it is; the words are the page's. */
export type DraftProblem = { readonly kind: 'other-unit'; readonly typedUnit: string }

/** The texts a row shows: the draft's where typed, the stored ones elsewhere. */
export interface RowTexts {
  readonly figure: string
  readonly numerator: string
  readonly denominator: string
  readonly unitNote: string
  readonly note: string
  readonly state: ReadingState
  readonly hasParts: boolean
}

export function rowTexts(reading: IndicatorReading | null, draft: ReadingDraft | null): RowTexts {
  const numerator = draft?.numerator ?? reading?.numerator ?? ''
  const denominator = draft?.denominator ?? reading?.denominator ?? ''
  const figure = draft?.figure ?? reading?.value ?? ''
  const isCleared = draft?.state !== undefined && draft.state !== 'number'
  return {
    figure: isCleared ? '' : figure,
    numerator: isCleared ? '' : numerator,
    denominator: isCleared ? '' : denominator,
    unitNote: draft?.unitNote ?? reading?.unitNote ?? '',
    note: draft?.note ?? reading?.note ?? '',
    state: stateOf(reading, draft),
    hasParts: !isCleared && (numerator !== '' || denominator !== ''),
  }
}

/** A typed figure makes it 有数; a figure that was deleted makes the cell blank; a chosen state wins over both. */
function stateOf(reading: IndicatorReading | null, draft: ReadingDraft | null): ReadingState {
  if (draft?.state !== undefined) return draft.state
  const stored = reading?.state ?? 'blank'
  if (draft === null) return stored
  const figures = [draft.figure, draft.numerator, draft.denominator].filter((text) => text !== undefined)
  if (figures.length === 0) return stored
  if (figures.some((text) => text.trim() !== '')) return 'number'
  return 'blank'
}

/** Typing a figure ends a chosen state and the parts, and the other way round: a cell holds one of them. */
export function withField(
  draft: ReadingDraft | null,
  field: ReadingField,
  text: string,
  basis: EntryId | null,
): ReadingDraft {
  const before = draft ?? { basis }
  if (field === 'state') {
    const { figure: _figure, numerator: _numerator, denominator: _denominator, ...rest } = before
    return { ...rest, state: text as ReadingState }
  }
  if (field === 'note' || field === 'unitNote') return { ...before, [field]: text }
  const { state: _state, ...rest } = before
  if (field === 'figure') return { ...rest, figure: text, numerator: '', denominator: '' }
  return { ...rest, figure: '', [field]: text }
}

/** A cell as stored; `locality` where it is one locality's. */
interface StoredReading {
  readonly reading: IndicatorReading | null
  readonly locality?: string | null
}

/** The whole reading, as entry.record wants it; null when the draft changes nothing. */
export function readingInput(
  row: StoredReading,
  indicator: Indicator,
  draft: ReadingDraft,
): { readonly input: ReadingInput } | { readonly problem: DraftProblem } | null {
  const texts = rowTexts(row.reading, draft)
  const common = {
    indicator: indicator.id,
    ...(row.locality == null ? {} : { locality: row.locality }),
    note: texts.note.trim() === '' ? null : texts.note,
    unitNote: texts.unitNote.trim() === '' ? null : texts.unitNote.trim(),
    basis: draft.basis,
  }
  if (texts.state !== 'number') return changed(row.reading, { ...common, state: texts.state })
  const parts = indicator.mode === 'ratio' ? partsIn(texts.figure) : null
  if (parts !== null) {
    return changed(row.reading, { ...common, ...parts })
  }
  if (texts.hasParts) {
    const numerator = sent(texts.numerator, texts.unitNote)
    const denominator = sent(texts.denominator, texts.unitNote)
    const problem = numerator.problem ?? denominator.problem
    if (problem !== null) return { problem }
    return changed(row.reading, { ...common, numerator: numerator.text, denominator: denominator.text })
  }
  const value = sent(texts.figure, indicator.unit)
  return value.problem === null
    ? changed(row.reading, { ...common, value: value.text })
    : { problem: value.problem }
}

/** 120/512 typed or pasted into one cell: numerator and denominator of a ratio. */
export function partsIn(text: string): { readonly numerator: string; readonly denominator: string } | null {
  const [numerator, denominator, ...more] = text.normalize('NFKC').split(/[/÷]/)
  if (numerator === undefined || denominator === undefined || more.length > 0) return null
  const [above, below] = [readFigure(numerator, ''), readFigure(denominator, '')]
  return above.kind === 'number' && below.kind === 'number'
    ? { numerator: above.text, denominator: below.text }
    : null
}

/** As it is typed: a ratio by parts in one text, everything else as it stands. */
export function figureOrParts(texts: Pick<RowTexts, 'figure' | 'numerator' | 'denominator'>): string {
  return texts.figure === '' && texts.numerator + texts.denominator !== ''
    ? `${texts.numerator}/${texts.denominator}`
    : texts.figure
}

function sent(
  typed: string,
  unit: string,
): { readonly text: string | null; readonly problem: DraftProblem | null } {
  const figure = readFigure(typed, unit)
  if (figure.kind === 'other-unit')
    return { text: null, problem: { kind: 'other-unit', typedUnit: figure.typedUnit } }
  return { text: figure.kind === 'empty' ? null : figure.text, problem: null }
}

function changed(
  reading: IndicatorReading | null,
  input: ReadingInput,
): { readonly input: ReadingInput } | null {
  const isSame =
    (input.state ?? 'number') === (reading?.state ?? 'blank') &&
    isSameFigure(input.value, reading?.value) &&
    isSameFigure(input.numerator, reading?.numerator) &&
    isSameFigure(input.denominator, reading?.denominator) &&
    (input.note ?? null) === (reading?.note ?? null) &&
    (input.unitNote ?? null) === (reading?.unitNote ?? null)
  return isSame ? null : { input }
}

function isSameFigure(typed: string | number | null | undefined, stored: string | null | undefined): boolean {
  if (typed == null || stored == null) return (typed ?? null) === (stored ?? null)
  const a = parseExact(typed)
  const b = parseExact(stored)
  return a !== null && b !== null && a.equals(b)
}

/** The reading as it would be stored, for the preview; null while what is typed is not a number yet. */
export function previewReading(
  row: StoredReading,
  indicator: Indicator,
  draft: ReadingDraft,
  month: string,
): IndicatorReading | null {
  const built = readingInput(row, indicator, draft)
  if (built === null) return row.reading
  if ('problem' in built) return null
  const { input } = built
  const state = input.state ?? 'number'
  const figures = {
    value: decimal(input.value),
    numerator: decimal(input.numerator),
    denominator: decimal(input.denominator),
  }
  if (state === 'number') {
    const isWhole = input.value != null && figures.value !== null
    const isParts =
      figures.numerator !== null &&
      figures.denominator !== null &&
      parseExact(figures.denominator)?.equals(0) === false
    if (!isWhole && !isParts) return null
  }
  return {
    month,
    indicator: indicator.id,
    locality: row.locality ?? null,
    state,
    ...figures,
    unitNote: input.unitNote ?? null,
    note: input.note ?? null,
  }
}

function decimal(typed: string | number | null | undefined): string | null {
  return typed != null && parseExact(typed) !== null ? String(typed) : null
}
