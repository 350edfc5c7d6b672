// 各项行动 and 各处室: one row each, with its counts, 最要紧的一项, bar and light; a click anywhere opens what lies behind.
import type { ReactNode } from 'react'
import type { MonthOverview, Standing } from '../../core/measuring/status.ts'
import { useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { StandingCells } from './standing-cells.tsx'
import type { Shown } from './why-drawer.tsx'

/** What both tables are given. */
export interface StandingsProps {
  readonly overview: MonthOverview
  readonly onOpen: (shown: Shown) => void
  /** stands at the right of the heading */
  readonly extra: ReactNode
}

interface Props extends StandingsProps {
  readonly id: string
  readonly title: string
  readonly kind: 'programme' | 'department'
  /** the first two headings; the others are the same for both */
  readonly columns: ReactNode
  /** stands below the heading 完成序时 */
  readonly paceHint?: ReactNode
  readonly standings: readonly Standing<string>[]
  readonly nameOf: (standing: Standing<string>) => string
  /** the second column */
  readonly besideName: (standing: Standing<string>) => ReactNode
}

export function StandingsTable(props: Props) {
  const { plan } = useOpenSession()
  const { overview, id, kind } = props
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{props.title}</h2>
        <span className="gap" />
        {props.extra}
      </div>
      <table className="lined standings">
        <thead>
          <tr>
            {props.columns}
            <th className="counts-column">{words.columns.counts}</th>
            <th>{words.columns.worst}</th>
            <th className="pace-column">
              {words.columns.pace}
              {props.paceHint}
            </th>
            <th className="light-column">{words.columns.light}</th>
          </tr>
        </thead>
        <tbody>
          {props.standings.map((standing) => {
            const open = () =>
              props.onOpen({ month: overview.month, scope: { kind, id: standing.id }, item: null })
            return (
              <tr key={standing.id} className="openable" onClick={open}>
                <td>
                  <button type="button" className="link-button row-opener" onClick={open}>
                    {props.nameOf(standing)}
                  </button>
                </td>
                <td>{props.besideName(standing)}</td>
                <StandingCells overview={overview} standing={standing} plan={plan} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
