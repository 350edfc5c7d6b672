import { type HeatCell, LIGHT_MARKS } from '../../core/measuring/status.ts'
import { fullWidth } from '../../core/measuring/wording.ts'
import { monthNumber, monthsOfYear, yearOf } from '../../core/values/reporting-month.ts'
import { SaveDataButton } from '../charts/save-data-button.tsx'
import { common } from '../words/common.ts'
import { LIGHT_NAMES } from '../words/lights.ts'
import { overview as words } from '../words/overview.ts'
import type { Scope } from './items.ts'
import { useFileName } from './viewed.ts'
import type { Shown } from './why-drawer.tsx'

export interface HeatRow {
  readonly scope: Scope
  /** the whole name, for the tip and the ear */
  readonly name: string
  /** as it stands at the row: 1 高企培育… */
  readonly short: string
  readonly cells: readonly HeatCell[]
}

interface Props {
  readonly rows: readonly HeatRow[]
  readonly rowTitle: string
  readonly month: string
  readonly onOpen: (shown: Shown) => void
}

export function HeatMap({ rows, rowTitle, month, onOpen }: Props) {
  const months = monthsOfYear(yearOf(month))
  const fileName = useFileName()
  return (
    <section className="card heat-card" aria-labelledby="heat-title">
      <div className="card-head">
        <h2 id="heat-title">{words.heat}</h2>
        <span className="gap" />
        <SaveDataButton
          fileName={fileName(`${rowTitle}${words.heat}`, month)}
          about={words.heat}
          rows={() => [
            [rowTitle, ...months.map((each) => common.monthsOnly(monthNumber(each)))],
            ...rows.map(({ name, cells }) => [
              name,
              ...months.map((each) => {
                const cell = cells.find((candidate) => candidate.month === each)
                return cell === undefined ? null : lightName(cell)
              }),
            ]),
          ]}
        />
      </div>
      <table className="heat">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{rowTitle}</span>
            </th>
            {months.map((each) => (
              <th key={each} scope="col" className={each > month ? 'heat-later' : undefined}>
                {monthNumber(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ scope, name, short, cells }) => (
            <tr key={scope.id}>
              <th scope="row" title={name}>
                <span className="heat-name">{short}</span>
              </th>
              {months.map((each) => {
                const cell = cells.find((candidate) => candidate.month === each)
                if (cell === undefined) return <td key={each} className="heat-empty" />
                const said = words.heatCell(name, monthNumber(each), lightName(cell))
                return (
                  <td key={each}>
                    <button
                      type="button"
                      className={`heat-cell heat-${cell.light}`}
                      title={said}
                      aria-label={said}
                      onClick={() => onOpen({ month: each, scope, item: null })}
                    >
                      {LIGHT_MARKS[cell.light]}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function lightName({ label, light }: HeatCell): string {
  return fullWidth(label ?? LIGHT_NAMES[light])
}
