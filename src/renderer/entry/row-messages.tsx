// Everything said under a row, in words: why a save was refused, doubts, what wants an explanation, and the note.
import type { EntryIndicatorRow } from '../../contract/api.ts'
import type { Indicator } from '../../core/annual-plan.ts'
import { GrowingText } from '../parts/growing-text.tsx'
import { figure } from '../shown-figure.ts'
import { READING_STATES, entry as words } from '../words/entry.ts'
import type { CellState } from './draft-store.ts'
import { COLUMN_COUNT } from './grid-columns.ts'
import type { ReadingDraft, ReadingField, RowTexts } from './reading-draft.ts'

interface Props {
  readonly row: EntryIndicatorRow
  readonly indicator: Indicator
  readonly cell: CellState<ReadingDraft>
  readonly texts: RowTexts
  readonly asked: 'negative' | 'fall' | null
  readonly hasNoteLine: boolean
  readonly isReadOnly: boolean
  readonly onType: (field: ReadingField, text: string) => void
  readonly onLeave: () => void
  readonly onFocus: (id: string) => void
}

export function RowMessages({
  row,
  indicator,
  cell,
  texts,
  asked,
  hasNoteLine,
  isReadOnly,
  onType,
  onLeave,
  onFocus,
}: Props) {
  const isNoteWanted = asked !== null && texts.note.trim() === ''
  if (cell.refused === null && cell.warnings.length === 0 && !hasNoteLine && !cell.isRestored) return null
  return (
    <tr className="entry-subrow">
      <td colSpan={COLUMN_COUNT}>
        <div className="row-messages">
          {cell.refused === null ? null : (
            <p className="bad" role="alert" id={`said-${row.id}`}>
              {cell.refused} <span className="soft">{words.storedNow(storedText(row, indicator))}</span>
            </p>
          )}
          {cell.isRestored ? <p className="warn">{words.restoredRow}</p> : null}
          {cell.warnings.map((warning) => (
            <p key={warning} className="warn">
              {warning}
            </p>
          ))}
          {isNoteWanted && cell.refused === null ? <p className="warn">{words.noteAsked[asked]}</p> : null}
          {hasNoteLine ? (
            <div className="note-line">
              <span className="soft">{words.columns.note}</span>
              <GrowingText
                label={words.noteOf(indicator.name)}
                text={texts.note}
                placeholder={words.noteHint}
                isDisabled={isReadOnly}
                maxLength={20_000}
                onType={(text) => onType('note', text)}
                onLeave={onLeave}
                onFocus={() => onFocus(row.id)}
              />
            </div>
          ) : null}
        </div>
      </td>
    </tr>
  )
}

function storedText({ reading }: EntryIndicatorRow, indicator: Indicator): string {
  if (reading === null || reading.state !== 'number') return READING_STATES[reading?.state ?? 'blank']
  if (reading.value !== null) return `${figure(reading.value, indicator.decimals)}${indicator.unit}`
  return `${reading.numerator} ÷ ${reading.denominator}`
}
