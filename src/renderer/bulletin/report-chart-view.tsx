// A chart of the workbook as it will look there; the figures stand in the table above it.
import type { ReportChart, ReportSheet } from '../../core/reports/report-table.ts'
import { type ChartBar, chartBars } from './chart-bars.ts'
import '../styles/report-chart.css'

/** Part of the track that the axis takes; figures of the longest bars stand in the rest. */
const CHART_WIDTH = 0.85

interface Props {
  readonly sheet: ReportSheet
  readonly chart: ReportChart
}

export function ReportChartView({ sheet, chart }: Props) {
  const bars = chartBars(sheet, chart)
  if (bars === null) return null
  return (
    <figure className="paper-chart" role="img" aria-label={chart.altText}>
      <figcaption>{chart.title}</figcaption>
      <div className="paper-chart-rows">
        {bars.rows.map((row, at) => (
          // A report has no ids of its own, and its rows never move.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={at} className="paper-chart-row">
            <span className="paper-chart-name">{row.name}</span>
            <span className="paper-chart-track">
              {bars.lines.map((line) => (
                <span key={line} className="paper-chart-line" style={{ left: `${line * CHART_WIDTH}%` }} />
              ))}
              {row.bars.map((bar, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <Bar key={place} bar={bar} />
              ))}
            </span>
          </div>
        ))}
      </div>
      {bars.legend.length === 0 ? null : (
        <p className="paper-chart-legend">
          {bars.legend.map(({ name, tone }) => (
            <span key={name}>
              <span className={`paper-chart-swatch chart-${tone}`} /> {name}
            </span>
          ))}
        </p>
      )}
    </figure>
  )
}

function Bar({ bar: { tone, light, reach, label } }: { readonly bar: ChartBar }) {
  if (reach === null) return null
  return (
    <span className="paper-chart-slot">
      {reach === 0 ? null : (
        <span
          className={`paper-chart-bar chart-${light === null ? tone : `light-${light}`}`}
          style={{ width: `${reach * CHART_WIDTH}%` }}
        />
      )}
      {label === null ? null : <span className="paper-chart-label">{label}</span>}
    </span>
  )
}
