// One indicator's row: stored figures on the left, the cell in the middle, and on the right what the typed figure
// would make of the year, worked out with the same rules as everywhere before anything is saved.
import { Fragment, memo, useEffect, useState, useSyncExternalStore } from 'react'
import type { EntryIndicatorRow } from '../../contract/api.ts'
import type { ReadingState } from '../../core/journal/journal-entry.ts'
import { type PlannedIndicator, targetInForce } from '../../core/plan/annual-plan.ts'
import { Choice } from '../parts/choice.tsx'
import { LightButton } from '../parts/light-button.tsx'
import { useOpenSession } from '../session.tsx'
import { figure, percent, targetText } from '../shown-figure.ts'
import { common } from '../words/common.ts'
import { READING_STATES, entry as words } from '../words/entry.ts'
import { cellsOfRow, hasLocalFigures, isFilled } from './entry-cells.ts'
import { dropOn, EvidenceLine } from './evidence/evidence-line.tsx'
import { useEvidence } from './evidence/use-evidence.ts'
import { FigureInput } from './figure-input.tsx'
import { cellKeyOf } from './grid/cell-address.ts'
import type { GridSelection } from './grid/grid-selection.ts'
import { COLUMN_COUNT } from './grid-columns.ts'
import { LocalityRows } from './locality-rows.tsx'
import { NoteInput } from './note-input.tsx'
import { PartsLine } from './parts-line.tsx'
import { type ReadingField, rowTexts, withField } from './reading-draft.ts'
import { RowMessages } from './row-messages.tsx'
import { useShownStatus } from './shown-status.ts'
import { STATE_OPTIONS } from './state-options.ts'
import { TakenFromLine } from './taken-from-line.tsx'
import { useCell } from './use-cell.ts'
import type { EntryPageModel } from './use-entry-page.ts'
import type { Jump } from './use-jump.ts'
import { useSaying } from './use-saying.ts'

interface Props {
  readonly row: EntryIndicatorRow
  readonly planned: PlannedIndicator
  readonly month: string
  readonly department: string
  readonly saveEvidence: EntryPageModel['saveEvidence']
  readonly isEditable: boolean
  readonly isMissing: boolean
  readonly readings: EntryPageModel['readings']
  readonly selection: GridSelection
  readonly onSave: (id: string) => Promise<void>
  readonly onFocus: (id: string) => void
  /** asks for 县区园区 that did not come with the page */
  readonly onUnfold: (id: string) => void
  readonly onWhy: (id: string) => void
  /** one of its 县区园区 is jumped to */
  readonly awaited: Jump['awaited']
  readonly onArrived: Jump['arrived']
}

export const IndicatorRow = memo(function IndicatorRow({
  row,
  planned,
  month,
  department,
  saveEvidence,
  isEditable,
  isMissing,
  readings,
  selection,
  onSave,
  onFocus,
  onUnfold,
  onWhy,
  awaited,
  onArrived,
}: Props) {
  const { plan } = useOpenSession()
  const { indicator } = planned
  const cell = useCell(readings, row.id)
  const cells = cellsOfRow(indicator, row, month)
  const { draft } = cell
  const evidence = useEvidence({ saveEvidence }, { id: row.id, department, month })
  const files = row.reading?.evidence ?? []
  const texts = rowTexts(row.reading, draft)
  const [isComposing, setIsComposing] = useState(false)
  const selected = useSyncExternalStore(selection.subscribe, () => selection.columnsIn(row.id))
  const isSum = hasLocalFigures(row)
  const isFolded = row.folded !== null
  const localityCount = row.folded?.count ?? row.localities.length
  const [isBrokenDown, setIsBrokenDown] = useState(isSum && !isFolded)
  // What is typed is judged together with the other months, which a folded row does not have.
  useEffect(() => {
    if (isFolded && (isBrokenDown || draft !== null)) onUnfold(row.id)
  }, [isFolded, isBrokenDown, draft, onUnfold, row.id])
  useEffect(() => {
    if (awaited !== null) setIsBrokenDown(true)
  }, [awaited])
  const [isByParts, setIsByParts] = useState(row.reading?.numerator != null)
  const shown = useShownStatus(plan, row, planned, { readings, month })
  const saying = useSaying(cells.get(row.id), draft, isComposing)
  const isSaying = cell.refused !== null || saying.problem !== null || saying.doubts.length > 0
  const said = isSaying ? `said-${row.id}` : undefined
  const inRange = (column: string) => (selected.includes(column) ? ' in-range' : '')
  const { takenFrom } = planned
  const isOff = !isEditable || takenFrom !== null
  const type = (field: ReadingField, text: string) =>
    readings.type(row.id, withField(draft, field, text, row.basis))
  const save = () => void onSave(row.id)
  const choose = (state: ReadingState) => {
    if (state === 'number') return
    type('state', state)
    save()
  }
  const decimals = indicator.decimals ?? 0
  const sumShown = isSum ? (shown.monthAmount ?? shown.actual) : shown.actual
  return (
    <Fragment>
      <tr
        className={`entry-row${isMissing ? ' entry-row-missing' : ''}`}
        data-row={row.id}
        {...dropOn(evidence, !isOff)}
        onFocus={() => onFocus(row.id)}
        onCompositionStart={() => setIsComposing(true)}
        onCompositionEnd={() => setIsComposing(false)}
      >
        <th scope="row" className="item-name">
          {indicator.name}
          {takenFrom === null ? null : <TakenFromLine takenFrom={takenFrom} department={department} />}
          {localityCount === 0 ? null : (
            <button
              type="button"
              className="link-button parts-toggle"
              onClick={() => setIsBrokenDown((before) => !before)}
              aria-expanded={isBrokenDown}
            >
              {isBrokenDown
                ? words.localitiesClose
                : words.localitiesOpen(filledLocalities(row), localityCount)}
            </button>
          )}
          {indicator.mode === 'ratio' && !isOff && !isSum ? (
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
            text={isSum || (isByParts && texts.hasParts) ? figure(sumShown, decimals) : texts.figure}
            placeholder={
              takenFrom !== null
                ? '—'
                : row.isExpected || texts.state !== 'blank'
                  ? texts.state === 'blank'
                    ? READING_STATES.blank
                    : '—'
                  : words.notExpected
            }
            isReadOnly={isOff || isSum || (isByParts && texts.hasParts)}
            isBad={cell.refused !== null || (saying.problem !== null && !saying.isNoteWanted)}
            describedBy={said}
            onType={(text) => type('figure', text)}
            onLeave={save}
          />
        </td>
        <td
          className={`state-cell${inRange('state')}${texts.state === 'blank' && takenFrom === null ? ' cell-blank' : ''}`}
        >
          <Choice
            label={words.stateOf(indicator.name)}
            value={isSum || takenFrom !== null ? shown.state : texts.state}
            options={STATE_OPTIONS}
            onChoose={choose}
            isDisabled={isOff || isSum}
            isQuiet
            cellKey={cellKeyOf('state', row.id)}
          />
        </td>
        <td className="number-cell">{figure(shown.actual, decimals)}</td>
        <td className="number-cell">{percent(shown.completion, planned.bands)}</td>
        <td className="number-cell">{percent(shown.paceRatio, planned.bands)}</td>
        <td className="light-cell">
          <LightButton
            light={shown.light}
            label={shown.label}
            isTabStop={false}
            onOpen={() => onWhy(row.id)}
          />
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
      {!isSum && (isByParts || texts.hasParts) ? (
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
      {files.length > 0 || evidence.isBusy || evidence.said.length > 0 ? (
        <tr className="entry-subrow">
          <td colSpan={COLUMN_COUNT}>
            <EvidenceLine name={indicator.name} files={files} acts={evidence} isEditable={isEditable} />
          </td>
        </tr>
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
      {isBrokenDown && isFolded ? (
        <tr className="entry-subrow">
          <td colSpan={COLUMN_COUNT} className="soft" role="status">
            {common.loading}
          </td>
        </tr>
      ) : null}
      {isBrokenDown && row.localities.length > 0 ? (
        <LocalityRows
          row={row}
          cells={cells}
          indicator={indicator}
          isEditable={isEditable}
          month={month}
          department={department}
          saveEvidence={saveEvidence}
          readings={readings}
          selection={selection}
          onSave={onSave}
          onFocus={onFocus}
          awaited={awaited}
          onArrived={onArrived}
        />
      ) : null}
    </Fragment>
  )
})

function filledLocalities(row: EntryIndicatorRow): number {
  if (row.folded !== null) return row.folded.filled
  return row.localities.filter(({ reading }) => isFilled(reading)).length
}
