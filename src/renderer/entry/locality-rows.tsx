// The sub-table of a broken-down indicator: one row for each 县区园区, filled in and pasted like every other.
import { memo, useEffect, useState, useSyncExternalStore } from 'react'
import type { EntryIndicatorRow, EntryLocalityCell } from '../../contract/api.ts'
import type { ReadingState } from '../../core/journal/journal-entry.ts'
import type { Indicator } from '../../core/plan/annual-plan.ts'
import { Choice } from '../parts/choice.tsx'
import { useGrowing } from '../parts/use-growing.ts'
import { figure } from '../shown-figure.ts'
import { READING_STATES, entry as words } from '../words/entry.ts'
import { type EntryCell, hasLocalFigures, isFilled, localityCellId } from './entry-cells.ts'
import { dropOn, EvidenceLine } from './evidence/evidence-line.tsx'
import { useEvidence } from './evidence/use-evidence.ts'
import { FigureInput } from './figure-input.tsx'
import { cellKeyOf } from './grid/cell-address.ts'
import type { GridSelection } from './grid/grid-selection.ts'
import { COLUMN_COUNT } from './grid-columns.ts'
import { NoteInput } from './note-input.tsx'
import { figureOrParts, rowTexts, withField } from './reading-draft.ts'
import { RowMessages } from './row-messages.tsx'
import { STATE_OPTIONS } from './state-options.ts'
import { useCell } from './use-cell.ts'
import type { EntryPageModel } from './use-entry-page.ts'
import type { Jump } from './use-jump.ts'
import { useSaying } from './use-saying.ts'

interface Shared {
  readonly indicator: Indicator
  readonly isEditable: boolean
  readonly month: string
  readonly department: string
  readonly saveEvidence: EntryPageModel['saveEvidence']
  readonly readings: EntryPageModel['readings']
  readonly selection: GridSelection
  readonly onSave: (id: string) => Promise<void>
  readonly onFocus: (id: string) => void
  readonly onArrived: Jump['arrived']
}

interface Props extends Shared {
  readonly row: EntryIndicatorRow
  readonly cells: ReadonlyMap<string, EntryCell>
  /** one of them is jumped to */
  readonly awaited: Jump['awaited']
}

export function LocalityRows({ row, cells, awaited, ...shared }: Props) {
  const isRatio = shared.indicator.mode === 'ratio'
  const shown = useGrowing(row.localities.length)
  const isSuperseding = isFilled(row.reading) && !hasLocalFigures(row)
  return (
    <>
      {row.localities.slice(0, shown).map((locality) => (
        <LocalityRow
          key={locality.locality}
          row={row.id}
          locality={locality}
          place={cells.get(localityCellId(row.id, locality.locality))}
          awaited={awaited?.cell === localityCellId(row.id, locality.locality) ? awaited : null}
          {...shared}
        />
      ))}
      <tr className="entry-subrow locality-rule">
        <td colSpan={COLUMN_COUNT} className="soft">
          {isRatio ? words.localityParts : words.localitySum} {isSuperseding ? words.localityWhole : null}
        </td>
      </tr>
    </>
  )
}

interface RowProps extends Shared {
  readonly row: string
  readonly locality: EntryLocalityCell
  readonly place: EntryCell | undefined
  readonly awaited: Jump['awaited']
}

const LocalityRow = memo(function LocalityRow(props: RowProps) {
  const { row, locality, place, indicator, isEditable, readings, selection, onSave, onFocus } = props
  const id = localityCellId(row, locality.locality)
  const { saveEvidence, department, month, awaited, onArrived } = props
  useEffect(() => {
    if (awaited !== null) onArrived(awaited)
  }, [awaited, onArrived])
  const evidence = useEvidence({ saveEvidence }, { id, department, month })
  const name = words.localityOf(indicator.name, locality.name)
  const cell = useCell(readings, id)
  const texts = rowTexts(locality.reading, cell.draft)
  const [isComposing, setIsComposing] = useState(false)
  const selected = useSyncExternalStore(selection.subscribe, () => selection.columnsIn(id))
  const saying = useSaying(place, cell.draft, isComposing)
  const inRange = (column: string) => (selected.includes(column) ? ' in-range' : '')
  const type = (field: 'figure' | 'state' | 'note', text: string) =>
    readings.type(id, withField(cell.draft, field, text, locality.basis))
  const save = () => void onSave(id)
  const choose = (state: ReadingState) => {
    if (state === 'number') return
    type('state', state)
    save()
  }
  const said = cell.refused !== null || saying.problem !== null ? `said-${id}` : undefined
  return (
    <>
      <tr
        className="entry-row locality-row"
        data-row={id}
        {...dropOn(evidence, isEditable)}
        onFocus={() => onFocus(row)}
        onCompositionStart={() => setIsComposing(true)}
        onCompositionEnd={() => setIsComposing(false)}
      >
        <th scope="row" className="item-name">
          {locality.name}
        </th>
        <td className="unit-cell">{indicator.unit}</td>
        <td />
        <td className="number-cell">{figure(locality.previousTotal, indicator.decimals)}</td>
        <td className={`figure-cell${inRange('figure')}`}>
          <FigureInput
            label={words.figureOf(name, indicator.unit)}
            cellKey={cellKeyOf('figure', id)}
            text={figureOrParts(texts)}
            placeholder={
              texts.state !== 'blank'
                ? '—'
                : indicator.mode === 'ratio'
                  ? words.partsPlaceholder
                  : READING_STATES.blank
            }
            isReadOnly={!isEditable}
            isBad={cell.refused !== null || (saying.problem !== null && !saying.isNoteWanted)}
            describedBy={said}
            onType={(text) => type('figure', text)}
            onLeave={save}
          />
        </td>
        <td className={`state-cell${inRange('state')}${texts.state === 'blank' ? ' cell-blank' : ''}`}>
          <Choice
            label={words.stateOf(name)}
            value={texts.state}
            options={STATE_OPTIONS}
            onChoose={choose}
            isDisabled={!isEditable}
            isQuiet
            cellKey={cellKeyOf('state', id)}
          />
        </td>
        <td colSpan={4} className="locality-evidence">
          <EvidenceLine
            name={name}
            files={locality.reading?.evidence ?? []}
            acts={evidence}
            isEditable={isEditable}
          />
        </td>
        <td className={`note-cell${inRange('note')}`}>
          <NoteInput
            label={words.noteOf(name)}
            cellKey={cellKeyOf('note', id)}
            text={texts.note}
            isReadOnly={!isEditable}
            isWanted={saying.isNoteWanted}
            describedBy={said}
            onType={(text) => type('note', text)}
            onLeave={save}
          />
        </td>
      </tr>
      <RowMessages
        id={id}
        name={name}
        reading={locality.reading}
        indicator={indicator}
        cell={cell}
        saying={saying}
        isReadOnly={!isEditable}
      />
    </>
  )
})
