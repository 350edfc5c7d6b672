import type { Overview } from '../../contract/api.ts'
import { fullWidth } from '../../core/measuring/wording.ts'
import { monthNumber, monthsOfYear, yearOf } from '../../core/reporting-month.ts'
import { LIGHT_MARKS } from '../../core/status.ts'
import { useOpenSession } from '../session.tsx'
import { LIGHT_NAMES } from '../words/lights.ts'
import { overview as words } from '../words/overview.ts'
import type { Shown } from './why-drawer.tsx'

interface Props {
  readonly heat: Overview['heat']
  readonly month: string
  readonly onOpen: (shown: Shown) => void
}

export function HeatMap({ heat, month, onOpen }: Props) {
  const { plan } = useOpenSession()
  const months = monthsOfYear(yearOf(month))
  return (
    <section className="card heat-card" aria-labelledby="heat-title">
      <div className="card-head">
        <h2 id="heat-title">{words.heat}</h2>
      </div>
      <table className="heat">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.columns.programme}</span>
            </th>
            {months.map((each) => (
              <th key={each} scope="col" className={each > month ? 'heat-later' : undefined}>
                {monthNumber(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {heat.map((row) => {
            const at = plan.plan.programmes.findIndex((programme) => programme.id === row.programme)
            const name = plan.plan.programmes[at]?.name ?? row.programme
            return (
              <tr key={row.programme}>
                <th scope="row" title={name}>
                  <span className="heat-name">
                    {at + 1} {name}
                  </span>
                </th>
                {months.map((each) => {
                  const cell = row.cells.find((candidate) => candidate.month === each)
                  if (cell === undefined) return <td key={each} className="heat-empty" />
                  const said = words.heatCell(
                    name,
                    monthNumber(each),
                    fullWidth(cell.label ?? LIGHT_NAMES[cell.light]),
                  )
                  return (
                    <td key={each}>
                      <button
                        type="button"
                        className={`heat-cell heat-${cell.light}`}
                        title={said}
                        aria-label={said}
                        onClick={() =>
                          onOpen({ month: each, scope: { kind: 'programme', id: row.programme }, item: null })
                        }
                      >
                        {LIGHT_MARKS[cell.light]}
                      </button>
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
