import { Fragment, useState } from 'react'
import type { SubmissionReview } from '../../contract/api.ts'
import type { IndicatorStatus } from '../../core/measuring/status.ts'
import { LightButton } from '../parts/light-button.tsx'
import { useOpenSession } from '../session.tsx'
import { figure, percent } from '../shown-figure.ts'
import { READING_STATES } from '../words/entry.ts'
import { submissions as words } from '../words/submissions.ts'
import { filesOf, ReviewDetail } from './review-detail.tsx'

/** Newest figures, and beside a changed one the figure that was accepted. */
export function ReviewFigures({ review }: { readonly review: SubmissionReview }) {
  const { plan } = useOpenSession()
  const [asked, setAsked] = useState<string | null>(null)
  if (review.indicators.length === 0) return null
  return (
    <table className="lined review-table">
      <thead>
        <tr>
          <th>{words.columns.name}</th>
          <th className="number-cell">{words.columns.month}</th>
          <th className="number-cell">{words.columns.actual}</th>
          <th className="number-cell">{words.columns.pace}</th>
          <th className="light-column">{words.columns.light}</th>
        </tr>
      </thead>
      <tbody>
        {review.indicators.map(({ status, before, isChangedSinceAccepted }) => {
          const planned = plan.indicatorsById.get(status.id)
          const indicator = planned?.indicator
          const decimals = indicator?.decimals
          const isChanged = isChangedSinceAccepted && before !== null
          return (
            <Fragment key={status.id}>
              <tr className={isChanged ? 'review-changed' : undefined}>
                <td>
                  {indicator?.name} <span className="soft">{indicator?.unit}</span>
                  {isChanged ? <span className="changed-mark">{words.changed}</span> : null}
                  {status.note === null ? null : <div className="soft">{words.note(status.note)}</div>}
                </td>
                <td className="number-cell">
                  {monthText(status, decimals)}
                  {isChanged ? <div className="soft">{words.before(monthText(before, decimals))}</div> : null}
                </td>
                <td className="number-cell">
                  {figure(status.actual, decimals)}
                  {isChanged ? (
                    <div className="soft">{words.before(figure(before.actual, decimals))}</div>
                  ) : null}
                </td>
                <td className="number-cell">{percent(status.paceRatio, (planned ?? plan).bands)}</td>
                <td>
                  <LightButton
                    light={status.light}
                    label={status.label}
                    isOpen={asked === status.id}
                    onOpen={() => setAsked(asked === status.id ? null : status.id)}
                  />
                </td>
              </tr>
              <ReviewDetail
                columns={5}
                name={indicator?.name ?? status.id}
                sentences={asked === status.id ? [status.why, status.whatItTakes] : null}
                files={filesOf(review.evidence, status.id)}
              />
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

/** A state is shown as what it is; a level's month is its value. */
function monthText(status: IndicatorStatus, decimals: number | null | undefined): string {
  return status.state === 'number'
    ? figure(status.monthAmount ?? status.actual, decimals)
    : READING_STATES[status.state]
}
