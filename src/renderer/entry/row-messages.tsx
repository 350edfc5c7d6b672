// Everything said under a row, in words: what is wrong, what is doubtful, and what wants an explanation.
import type { EntryIndicatorRow } from '../../contract/api.ts'
import type { Indicator } from '../../core/plan/annual-plan.ts'
import { figure } from '../shown-figure.ts'
import { READING_STATES, entry as words } from '../words/entry.ts'
import { entryGrid } from '../words/entry-grid.ts'
import type { CellState } from './draft-store.ts'
import { focusNote } from './grid/grid-page.ts'
import { COLUMN_COUNT } from './grid-columns.ts'
import type { ReadingDraft } from './reading-draft.ts'

/** What the checks say of a cell as it stands on the page, typed or stored. */
export interface RowSaying {
  /** it cannot be saved like this */
  readonly problem: string | null
  readonly doubts: readonly string[]
  /** a line of explanation is asked for and not written yet */
  readonly isNoteWanted: boolean
}

interface Props {
  readonly id: string
  readonly name: string
  readonly reading: EntryIndicatorRow['reading']
  readonly indicator: Indicator
  readonly cell: CellState<ReadingDraft>
  readonly saying: RowSaying
  readonly isReadOnly: boolean
}

export function RowMessages({ id, name, reading, indicator, cell, saying, isReadOnly }: Props) {
  const { problem, doubts, isNoteWanted } = saying
  const isSilent =
    cell.refused === null &&
    problem === null &&
    doubts.length + cell.warnings.length === 0 &&
    !cell.isRestored
  if (isSilent) return null
  return (
    <tr className="entry-subrow no-print">
      <td colSpan={COLUMN_COUNT}>
        <div className="row-messages" id={`said-${id}`}>
          {cell.refused === null ? null : (
            <p className="bad" role="alert">
              {cell.refused} <span className="soft">{words.storedNow(storedText(reading, indicator))}</span>
            </p>
          )}
          {cell.refused === null && problem !== null ? (
            <p className={isNoteWanted ? 'warn' : 'bad'}>{problem}</p>
          ) : null}
          {cell.isRestored ? <p className="warn">{words.restoredRow}</p> : null}
          {[...cell.warnings, ...doubts].map((doubt) => (
            <p key={doubt} className="warn">
              {doubt}
            </p>
          ))}
          {isNoteWanted && !isReadOnly ? (
            <p className="warn">
              {doubts.length > 0 ? entryGrid.explainAsked : null}{' '}
              <button
                type="button"
                className="link-button"
                aria-label={entryGrid.explainOf(name)}
                onClick={() => focusNote(id)}
              >
                {entryGrid.explain}
              </button>
            </p>
          ) : null}
        </div>
      </td>
    </tr>
  )
}

function storedText(reading: EntryIndicatorRow['reading'], indicator: Indicator): string {
  if (reading === null || reading.state !== 'number') return READING_STATES[reading?.state ?? 'blank']
  if (reading.value !== null) return `${figure(reading.value, indicator.decimals)}${indicator.unit}`
  return `${reading.numerator} ÷ ${reading.denominator}`
}
