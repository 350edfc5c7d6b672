import type { ReactNode } from 'react'
import type { MonthOverview } from '../../core/measuring/status.ts'
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

export function ProgrammeTable({ overview, onOpen, extra }: Props) {
  const { plan } = useOpenSession()
  return (
    <section className="card" aria-labelledby="programmes-title">
      <div className="card-head">
        <h2 id="programmes-title">{words.programmes}</h2>
        <span className="gap" />
        {extra}
      </div>
      <table className="lined standings">
        <thead>
          <tr>
            <th>{words.columns.programme}</th>
            <th className="lead-column">{words.columns.lead}</th>
            <th className="counts-column">{words.columns.counts}</th>
            <th>{words.columns.worst}</th>
            <th className="pace-column">
              {words.columns.pace}
              <span className="pace-hint">{words.columns.paceHint}</span>
            </th>
            <th className="light-column">{words.columns.light}</th>
          </tr>
        </thead>
        <tbody>
          {overview.programmes.map((standing) => {
            const at = plan.plan.programmes.findIndex((programme) => programme.id === standing.id)
            const programme = plan.plan.programmes[at]
            const lead = departmentName(plan, programme?.lead ?? null)
            const open = () =>
              onOpen({ month: overview.month, scope: { kind: 'programme', id: standing.id }, item: null })
            return (
              <tr key={standing.id} className="openable" onClick={open}>
                <td>
                  <button type="button" className="link-button row-opener" onClick={open}>
                    {at + 1} {programme?.name}
                  </button>
                </td>
                <td>
                  <span className="lead-name" title={lead}>
                    {lead}
                  </span>
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
