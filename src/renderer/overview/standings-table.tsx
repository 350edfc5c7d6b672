// 各项行动 and 各处室: one row each, with its counts, 最要紧的一项, bar and light; a click anywhere opens what lies behind.
import type { ReactNode } from 'react'
import type { MonthOverview, Standing } from '../../core/measuring/status.ts'
import { fullWidth } from '../../core/measuring/wording.ts'
import type { PlanIndex } from '../../core/plan/annual-plan.ts'
import type { CsvCell } from '../../core/values/csv-text.ts'
import { SaveDataButton } from '../charts/save-data-button.tsx'
import { useOpenSession } from '../session.tsx'
import { percent } from '../shown-figure.ts'
import { LIGHT_NAMES, LIGHT_ORDER } from '../words/lights.ts'
import { overview as words } from '../words/overview.ts'
import { shownItem } from './items.ts'
import { StandingCells } from './standing-cells.tsx'
import { useFileName } from './viewed.ts'
import type { Shown } from './why-drawer.tsx'

/** What both tables are given. */
export interface StandingsProps {
  readonly overview: MonthOverview
  readonly onOpen: (shown: Shown) => void
  /** stands at the right of the heading */
  readonly extra: ReactNode
}

interface Heading {
  readonly title: string
  readonly className?: string
}

interface Props extends StandingsProps {
  readonly id: string
  readonly title: string
  readonly kind: 'programme' | 'department'
  /** the first two; the others are the same for both */
  readonly columns: readonly [Heading, Heading]
  /** stands below the heading 完成序时 */
  readonly paceHint?: ReactNode
  readonly standings: readonly Standing<string>[]
  readonly nameOf: (standing: Standing<string>) => string
  /** the second column */
  readonly besideName: (standing: Standing<string>) => string
}

export function StandingsTable(props: Props) {
  const { plan } = useOpenSession()
  const { overview, id, kind } = props
  const fileName = useFileName()
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{props.title}</h2>
        <span className="gap" />
        <SaveDataButton
          fileName={fileName(props.title, overview.month)}
          about={props.title}
          rows={() => standingRows(props, plan)}
        />
        {props.extra}
      </div>
      <table className="lined standings">
        <thead>
          <tr>
            {props.columns.map(({ title, className }) => (
              <th key={title} className={className}>
                {title}
              </th>
            ))}
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
                <td>
                  <span className="lead-name" title={props.besideName(standing)}>
                    {props.besideName(standing)}
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

/** The table as a file: what the bars show stands beside them as a number. */
function standingRows(
  { columns, standings, nameOf, besideName, overview }: Props,
  plan: PlanIndex,
): CsvCell[][] {
  const { worst, pace, light } = words.columns
  return [
    [
      ...columns.map(({ title }) => title),
      ...LIGHT_ORDER.map((each) => LIGHT_NAMES[each]),
      worst,
      pace,
      light,
    ],
    ...standings.map((standing) => [
      nameOf(standing),
      besideName(standing),
      ...LIGHT_ORDER.map((each) => standing.counts[each]),
      standing.worst === null ? null : (shownItem(plan, overview, standing.worst)?.name ?? null),
      standing.paceRatio === null ? null : percent(standing.paceRatio, plan.bands),
      fullWidth(standing.label ?? LIGHT_NAMES[standing.light]),
    ]),
  ]
}
