import { Fragment, useState } from 'react'
import type { SubmissionReview } from '../../contract/api.ts'
import { LightButton } from '../parts/light-button.tsx'
import { useOpenSession } from '../session.tsx'
import { entry, MEASURE_STATUSES } from '../words/entry.ts'
import { submissions as words } from '../words/submissions.ts'
import { filesOf, ReviewDetail } from './review-detail.tsx'

export function ReviewMeasures({ measures, evidence }: Pick<SubmissionReview, 'measures' | 'evidence'>) {
  const { plan } = useOpenSession()
  const [asked, setAsked] = useState<string | null>(null)
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
          <Fragment key={measure.id}>
            <tr>
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
                <LightButton
                  light={measure.light}
                  label={measure.label}
                  isOpen={asked === measure.id}
                  onOpen={() => setAsked(asked === measure.id ? null : measure.id)}
                />
              </td>
            </tr>
            <ReviewDetail
              columns={5}
              name={plan.measuresById.get(measure.id)?.measure.name ?? measure.id}
              sentences={asked === measure.id ? [measure.why] : null}
              files={filesOf(evidence, measure.id)}
            />
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
