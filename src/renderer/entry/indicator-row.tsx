// One indicator's row: stored figures on the left, the cell in the middle, and on the right what the typed figure
// would make of the year, worked out with the same rules as everywhere before anything is saved.
import { Fragment, memo, useMemo, useState, useSyncExternalStore } from 'react'
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
import type { EntryCell } from './entry-cells.ts'
import { FigureInput } from './figure-input.tsx'
import { cellKeyOf } from './grid/cell-address.ts'
import type { GridSelection } from './grid/grid-selection.ts'
import { NoteInput } from './note-input.tsx'
import { PartsLine } from './parts-line.tsx'
import { previewReading, type ReadingField, rowTexts, withField } from './reading-draft.ts'
import { RowMessages } from './row-messages.tsx'
import { useCell } from './use-cell.ts'
import type { EntryPageModel } from './use-entry-page.ts'
import { useSaying } from './use-saying.ts'

interface Props {
  readonly row: EntryIndicatorRow
  readonly place: EntryCell | undefined
  readonly planned: PlannedIndicator
  readonly month: string
  readonly isEditable: boolean
  readonly isMissing: boolean
  readonly readings: EntryPageModel['readings']
  readonly selection: GridSelection
  readonly onSave: (id: string) => Promise<void>
  readonly onFocus: (id: string) => void
}

const STATE_OPTIONS = (Object.keys(READING_STATES) as ReadingState[]).map((value) => ({
  value,
  label: READING_STATES[value],
}))

export const IndicatorRow = memo(function IndicatorRow({
  row,
  place,
  planned,
  month,
  isEditable,
  isMissing,
  readings,
  selection,
  onSave,
  onFocus,
}: Props) {
  const { plan } = useOpenSession()
  const { indicator } = planned
  const cell = useCell(readings, row.id)
  const { draft } = cell
  const texts = rowTexts(row.reading, draft)
  const [isComposing, setIsComposing] = useState(false)
  const selected = useSyncExternalStore(selection.subscribe, () => selection.columnsIn(row.id))
  const [isByParts, setIsByParts] = useState(row.reading?.numerator != null)
  const shown = useMemo(
    () => shownStatus(plan, row, planned, draft, month),
    [plan, row, planned, draft, month],
  )
  const saying = useSaying(place, draft, isComposing)
  const isSaying = cell.refused !== null || saying.problem !== null || saying.doubts.length > 0
  const said = isSaying ? `said-${row.id}` : undefined
  const inRange = (column: string) => (selected.includes(column) ? ' in-range' : '')
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
      <tr
        className={`entry-row${isMissing ? ' entry-row-missing' : ''}`}
        data-row={row.id}
        onFocus={() => onFocus(row.id)}
        onCompositionStart={() => setIsComposing(true)}
        onCompositionEnd={() => setIsComposing(false)}
      >
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
        <td className={`figure-cell${inRange('figure')}`}>
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
            isBad={cell.refused !== null || (saying.problem !== null && !saying.isNoteWanted)}
            describedBy={said}
            onType={(text) => type('figure', text)}
            onLeave={save}
          />
        </td>
        <td className={`state-cell${inRange('state')}`}>
          <Choice
            label={words.stateOf(indicator.name)}
            value={texts.state}
            options={STATE_OPTIONS}
            onChoose={choose}
            isDisabled={isOff}
            isQuiet
            cellKey={cellKeyOf('state', row.id)}
          />
        </td>
        <td className="number-cell">{figure(shown.actual, decimals)}</td>
        <td className="number-cell">{percent(shown.completion, plan.bands)}</td>
        <td className="number-cell">{percent(shown.paceRatio, plan.bands)}</td>
        <td className="light-cell">
          <LightBadge light={shown.light} label={shown.label} />
          {shown.isCorrectionPending ? <span className="soft"> {words.correctionPending}</span> : null}
        </td>
        <td className={`note-cell${inRange('note')}`}>
          <NoteInput
            label={words.noteOf(indicator.name)}
            cellKey={cellKeyOf('note', row.id)}
            text={texts.note}
            isReadOnly={isOff}
            isWanted={saying.isNoteWanted}
            describedBy={saying.isNoteWanted ? said : undefined}
            onType={(text) => type('note', text)}
            onLeave={save}
          />
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
        id={row.id}
        name={indicator.name}
        reading={row.reading}
        indicator={indicator}
        cell={cell}
        saying={saying}
        isReadOnly={isOff}
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
