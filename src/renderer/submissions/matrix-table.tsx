import type { SubmissionMatrix } from '../../contract/api.ts'
import type { SubmissionState, SubmissionStatus } from '../../core/measuring/status.ts'
import { SUBMISSION_WORDS } from '../../core/measuring/status.ts'
import { monthNumber, monthTitle } from '../../core/values/reporting-month.ts'
import { departmentName, useOpenSession } from '../session.tsx'
import { percent } from '../shown-figure.ts'
import { common } from '../words/common.ts'
import { submissions as words } from '../words/submissions.ts'
import type { Reviewed } from './reviewed.ts'

interface Props {
  readonly matrix: SubmissionMatrix
  readonly month: string
  readonly onOpen: (reviewed: Reviewed) => void
}

/** Beside every colour a mark, as with the lights. */
const STATE_MARKS: Readonly<Record<SubmissionState, string>> = {
  none: '○',
  draft: '✎',
  submitted: '▸',
  returned: '↩',
  accepted: '✓',
  correcting: '✎',
}

export function MatrixTable({ matrix, month, onOpen }: Props) {
  const { plan } = useOpenSession()
  const rates = [
    { title: words.reportingRate, of: (each: SubmissionMatrix['months'][number]) => each.reportingRate },
    { title: words.fillRate, of: (each: SubmissionMatrix['months'][number]) => each.fillRate },
  ]
  return (
    <section className="card matrix-card" aria-labelledby="matrix-title">
      <div className="card-head">
        <h1 id="matrix-title">{words.title(matrix.year)}</h1>
        <span className="soft">{words.legend}</span>
      </div>
      <div className="matrix-scroll">
        <table className="lined matrix">
          <thead>
            <tr>
              <th scope="col" className="matrix-name">
                {words.department}
              </th>
              {matrix.months.map((each) => (
                <th key={each.month} scope="col" className={each.month === month ? 'matrix-now' : undefined}>
                  {words.month(monthNumber(each.month))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <tr key={row.department}>
                <th scope="row" className="matrix-name">
                  {departmentName(plan, row.department)}
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.month} className={cell.month === month ? 'matrix-now' : undefined}>
                    <MatrixCell
                      cell={cell}
                      name={departmentName(plan, row.department)}
                      isLater={cell.month > month}
                      onOpen={onOpen}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            {rates.map((rate) => (
              <tr key={rate.title}>
                <th scope="row" className="matrix-name">
                  {rate.title}
                </th>
                {matrix.months.map((each) => (
                  <td key={each.month} className={`matrix-rate${each.month === month ? ' matrix-now' : ''}`}>
                    {each.month > month && (each.reportingRate ?? 0) === 0
                      ? ''
                      : percent(rate.of(each), plan.bands)}
                  </td>
                ))}
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
    </section>
  )
}

interface CellProps {
  readonly cell: SubmissionStatus
  readonly name: string
  /** after the chosen month nothing is expected yet: an untouched cell stays empty */
  readonly isLater: boolean
  readonly onOpen: (reviewed: Reviewed) => void
}

function MatrixCell({ cell, name, isLater, onOpen }: CellProps) {
  if (isLater && cell.state === 'none') return null
  if (cell.expected === 0 && cell.state === 'none') return <span className="soft">{common.noFigure}</span>
  const time = cell.onTime === null ? '' : cell.onTime ? words.onTime : words.late
  return (
    <button
      type="button"
      className={`matrix-cell matrix-${cell.state}`}
      aria-label={words.cell(name, monthTitle(cell.month), SUBMISSION_WORDS[cell.state], time)}
      onClick={() => onOpen({ department: cell.department, month: cell.month })}
    >
      <span>
        <span aria-hidden="true">{STATE_MARKS[cell.state]}</span> {SUBMISSION_WORDS[cell.state]}
      </span>
      <span className="matrix-sub">
        {cell.state === 'draft' || cell.state === 'returned'
          ? words.filled(cell.filled, cell.expected)
          : time}
      </span>
    </button>
  )
}
