import type { EntryIndicatorRow } from '../../contract/api.ts'
import { monthNumber } from '../../core/values/reporting-month.ts'
import { useOpenSession } from '../session.tsx'
import { figure } from '../shown-figure.ts'
import { shortDay } from '../shown-time.ts'
import { common } from '../words/common.ts'
import { READING_STATES, entry as words } from '../words/entry.ts'
import { IndicatorTrail } from './cell-trail.tsx'
import { yearSoFar } from './year-so-far.ts'

interface Props {
  readonly row: EntryIndicatorRow
  readonly month: string
  readonly decimals: number
  readonly onUnfold: (id: string) => void
}

/** Month by month, then every entry with author and time: nothing that was ever filled in disappears. */
export function IndicatorHistory({ row, month, decimals, onUnfold }: Props) {
  const { plan } = useOpenSession()
  // Without its 县区园区 the months cannot be told; a large page brings them when they are asked for.
  if (row.folded !== null)
    return (
      <button type="button" className="link-button panel-part" onClick={() => onUnfold(row.id)}>
        {words.panelUnfold}
      </button>
    )
  const lines = yearSoFar(plan, row, month)
  if (lines.length === 0) return <p className="soft panel-part">{words.panelNoHistory}</p>
  return (
    <>
      <h3 className="panel-part">{words.panelHistory}</h3>
      <table className="history-table">
        <thead>
          <tr>
            <th>{words.historyColumns.month}</th>
            <th className="number-cell">{words.historyColumns.amount}</th>
            <th className="number-cell">{words.historyColumns.total}</th>
            <th>{words.historyColumns.author}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ month: each, status, newest }) => (
            <tr key={each}>
              <td>{common.monthsOnly(monthNumber(each))}</td>
              <td className="number-cell">
                {status.state === 'number'
                  ? figure(status.monthAmount ?? status.actual, decimals)
                  : READING_STATES[status.state]}
              </td>
              <td className="number-cell">{figure(status.actual, decimals)}</td>
              <td className="soft">
                {newest === null ? common.noFigure : `${newest.author} ${shortDay(newest.time, each)}`}
                {newest?.isAccepted === true ? ` ${words.historyAccepted}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <IndicatorTrail key={`${row.id} ${row.history[0]?.entry ?? ''}`} id={row.id} month={month} />
    </>
  )
}
