import type { MeasureStatusReport } from '../../core/measuring/status.ts'
import { LightBadge } from '../parts/light-badge.tsx'
import { useOpenSession } from '../session.tsx'
import { entry, MEASURE_STATUSES } from '../words/entry.ts'
import { submissions as words } from '../words/submissions.ts'

export function ReviewMeasures({ measures }: { readonly measures: readonly MeasureStatusReport[] }) {
  const { plan } = useOpenSession()
  if (measures.length === 0) return null
  return (
    <table className="lined review-table review-measures">
      <thead>
        <tr>
          <th className="review-name">{words.measures}</th>
          <th>{entry.progress}</th>
          <th>{entry.problems}</th>
          <th>{entry.nextSteps}</th>
          <th className="light-column">{words.columns.light}</th>
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure.id}>
            <td>
              {plan.measuresById.get(measure.id)?.measure.name}
              <div className="soft">
                {measure.status === null ? entry.measureUnset : MEASURE_STATUSES[measure.status]}
              </div>
            </td>
            <td className="review-words">{measure.progress}</td>
            <td className="review-words">{measure.problems}</td>
            <td className="review-words">{measure.nextSteps}</td>
            <td>
              <LightBadge light={measure.light} label={measure.label} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
