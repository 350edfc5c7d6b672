// One indicator's row: stored figures on the left, the cell in the middle, and on the right what the typed figure
// would make of the year, worked out with the same rules as everywhere before anything is saved.
import { Fragment, memo, useMemo, useState } from 'react'
import type { EntryIndicatorRow } from '../../contract/api.ts'
import { type PlannedIndicator, targetInForce } from '../../core/annual-plan.ts'
import type { ReadingState } from '../../core/journal-entry.ts'
import { previewStatus } from '../../core/measuring/preview.ts'
import type { IndicatorStatus } from '../../core/status.ts'
import { Choice } from '../parts/choice.tsx'
import { LightBadge } from '../parts/light-badge.tsx'
import { useOpenSession } from '../session.tsx'
import { figure, percent, targetText } from '../shown-figure.ts'
import { READING_STATES, entry as words } from '../words/entry.ts'
import { FigureInput } from './figure-input.tsx'
import { cellKeyOf, moveInColumn } from './grid-keys.ts'
import { PartsLine } from './parts-line.tsx'
import { noteAsked, previewReading, type ReadingField, rowTexts, withField } from './reading-draft.ts'
import { RowMessages } from './row-messages.tsx'
import { useCell } from './use-cell.ts'
import type { EntryPageModel } from './use-entry-page.ts'

interface Props {
  readonly row: EntryIndicatorRow
  readonly planned: PlannedIndicator
  readonly month: string
  readonly isEditable: boolean
  readonly isMissing: boolean
  readonly readings: EntryPageModel['readings']
  readonly onSave: (id: string) => Promise<void>
  readonly onFocus: (id: string) => void
}

const STATE_OPTIONS = (Object.keys(READING_STATES) as ReadingState[]).map((value) => ({
  value,
  label: READING_STATES[value],
}))

export const IndicatorRow = memo(function IndicatorRow({
  row,
  planned,
  month,
  isEditable,
  isMissing,
  readings,
  onSave,
  onFocus,
}: Props) {
  const { plan } = useOpenSession()
  const { indicator } = planned
  const cell = useCell(readings, row.id)
  const { draft } = cell
  const texts = rowTexts(row.reading, draft)
  const [isNoteOpen, setIsNoteOpen] = useState(false)
  const [isByParts, setIsByParts] = useState(row.reading?.numerator != null)
  const shown = useMemo(
    () => shownStatus(plan, row, planned, draft, month),
    [plan, row, planned, draft, month],
  )
  const asked = noteAsked(row, indicator, draft)
  const hasNoteLine = isNoteOpen || asked !== null || texts.note !== '' || cell.warnings.length > 0
  const isOff = !isEditable
  const type = (field: ReadingField, text: string) =>
    readings.type(row.id, withField(draft, field, text, row.basis))
  const save = () => void onSave(row.id)
  const choose = (state: ReadingState) => {
    if (state === 'number') return
    type('state', state)
    save()
  }
  const decimals = indicator.decimals ?? 0
  return (
    <Fragment>
      <tr className={`entry-row${isMissing ? ' entry-row-missing' : ''}`} onFocus={() => onFocus(row.id)}>
        <th scope="row" className="item-name">
          {indicator.name}
          {indicator.mode === 'ratio' && !isOff ? (
            <button
              type="button"
              className="link-button parts-toggle"
              onClick={() => setIsByParts((before) => !before)}
              aria-expanded={isByParts}
            >
              {isByParts
                ? indicator.unit === '%'
                  ? words.withoutParts
                  : words.withoutPartsPlain
                : words.withParts}
            </button>
          ) : null}
        </th>
        <td className="unit-cell">{indicator.unit}</td>
        <td className="number-cell">{targetText(targetInForce(indicator, month), decimals)}</td>
        <td className="number-cell">{figure(row.previousTotal, decimals)}</td>
        <td className="figure-cell">
          <FigureInput
            label={words.figureOf(indicator.name, indicator.unit)}
            cellKey={cellKeyOf('figure', row.id)}
            text={isByParts && texts.hasParts ? figure(shown.actual, decimals) : texts.figure}
            placeholder={
              row.isExpected || texts.state !== 'blank'
                ? texts.state === 'blank'
                  ? READING_STATES.blank
                  : '—'
                : words.notExpected
            }
            isReadOnly={isOff || (isByParts && texts.hasParts)}
            isBad={cell.refused !== null}
            describedBy={cell.refused === null ? undefined : `said-${row.id}`}
            onType={(text) => type('figure', text)}
            onLeave={save}
            onRestore={() => readings.discard(row.id)}
          />
        </td>
        <td className="state-cell">
          <Choice
            label={words.stateOf(indicator.name)}
            value={texts.state}
            options={STATE_OPTIONS}
            onChoose={choose}
            isDisabled={isOff}
            isQuiet
            cellKey={cellKeyOf('state', row.id)}
            onArrow={moveInColumn}
          />
        </td>
        <td className="number-cell">{figure(shown.actual, decimals)}</td>
        <td className="number-cell">{percent(shown.completion, plan.bands)}</td>
        <td className="number-cell">{percent(shown.paceRatio, plan.bands)}</td>
        <td className="light-cell">
          <LightBadge light={shown.light} label={shown.label} />
          {shown.isCorrectionPending ? <span className="soft"> {words.correctionPending}</span> : null}
        </td>
        <td className="note-cell">
          {isOff ? null : (
            <button
              type="button"
              className="link-button"
              aria-label={words.noteAddOf(indicator.name)}
              aria-expanded={hasNoteLine}
              onClick={() => setIsNoteOpen((before) => !before)}
            >
              {words.noteAdd}
            </button>
          )}
        </td>
      </tr>
      {isByParts || texts.hasParts ? (
        <PartsLine
          name={indicator.name}
          texts={texts}
          isReadOnly={isOff}
          onType={type}
          onLeave={save}
          onRestore={() => readings.discard(row.id)}
          onFocus={() => onFocus(row.id)}
        />
      ) : null}
      <RowMessages
        row={row}
        indicator={indicator}
        cell={cell}
        texts={texts}
        asked={asked}
        hasNoteLine={hasNoteLine}
        isReadOnly={isOff}
        onType={type}
        onLeave={save}
        onFocus={onFocus}
      />
    </Fragment>
  )
})

/** The stored status, or the preview while something typed can be measured. */
export function shownStatus(
  plan: Parameters<typeof previewStatus>[0],
  row: EntryIndicatorRow,
  planned: PlannedIndicator,
  draft: Parameters<typeof previewReading>[2] | null,
  month: string,
): IndicatorStatus {
  if (draft === null) return row.status
  const reading = previewReading(row, planned.indicator, draft, month)
  if (reading === null || reading === row.reading) return row.status
  return previewStatus(plan, row.id, month, [...row.readings, reading], row.missed) ?? row.status
}
