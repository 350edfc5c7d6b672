import type { ReactNode } from 'react'
import type { MonthOverview } from '../../core/measuring/status.ts'
import { SUBMISSION_WORDS } from '../../core/measuring/status.ts'
import { departmentName, useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { StandingCells } from './standing-cells.tsx'
import type { Shown } from './why-drawer.tsx'

interface Props {
  readonly overview: MonthOverview
  readonly onOpen: (shown: Shown) => void
  /** stands at the right of the heading */
  readonly extra: ReactNode
}

/** Only departments that answer for something: an empty row says nothing. */
export function DepartmentTable({ overview, onOpen, extra }: Props) {
  const { plan } = useOpenSession()
  const standings = overview.departments.filter((standing) => standing.worst !== null)
  return (
    <section className="card" aria-labelledby="departments-title">
      <div className="card-head">
        <h2 id="departments-title">{words.departments}</h2>
        <span className="gap" />
        {extra}
      </div>
      <table className="lined standings">
        <thead>
          <tr>
            <th className="department-column">{words.columns.department}</th>
            <th className="lead-column">{words.columns.submission}</th>
            <th className="counts-column">{words.columns.counts}</th>
            <th>{words.columns.worst}</th>
            <th className="pace-column">{words.columns.pace}</th>
            <th className="light-column">{words.columns.light}</th>
          </tr>
        </thead>
        <tbody>
          {standings.map((standing) => {
            const submission = overview.submissions.find((each) => each.department === standing.id)
            const open = () =>
              onOpen({ month: overview.month, scope: { kind: 'department', id: standing.id }, item: null })
            return (
              <tr key={standing.id} className="openable" onClick={open}>
                <td>
                  <button type="button" className="link-button row-opener" onClick={open}>
                    {departmentName(plan, standing.id)}
                  </button>
                </td>
                <td>
                  {submission === undefined ? (
                    <span className="soft">{words.notExpected}</span>
                  ) : (
                    SUBMISSION_WORDS[submission.state]
                  )}
                </td>
                <StandingCells overview={overview} standing={standing} plan={plan} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
