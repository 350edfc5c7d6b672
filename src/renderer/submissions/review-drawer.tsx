// One unit's month as the office reads it: what is there, what changed since it was accepted, then accept or return.
import { Drawer } from 'antd'
import type { SubmissionReview } from '../../contract/api.ts'
import { SUBMISSION_WORDS } from '../../core/measuring/status.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAnswer } from '../ask.tsx'
import { PageError, PageLoading } from '../parts/page-states.tsx'
import { departmentName, useOpenSession } from '../session.tsx'
import { dayText, timeText } from '../shown-time.ts'
import { submissions as words } from '../words/submissions.ts'
import { ReviewActions } from './review-actions.tsx'
import { ReviewFigures } from './review-figures.tsx'
import { ReviewMeasures } from './review-measures.tsx'
import type { Reviewed } from './reviewed.ts'

interface Props {
  readonly reviewed: Reviewed | null
  readonly onClose: () => void
}

export function ReviewDrawer({ reviewed, onClose }: Props) {
  const { plan } = useOpenSession()
  const title =
    reviewed === null
      ? ''
      : words.reviewTitle(departmentName(plan, reviewed.department), monthTitle(reviewed.month))
  return (
    <Drawer open={reviewed !== null} onClose={onClose} size={760} destroyOnHidden title={title}>
      {reviewed === null ? null : (
        <ReviewBody key={`${reviewed.department} ${reviewed.month}`} reviewed={reviewed} onDone={onClose} />
      )}
    </Drawer>
  )
}

function ReviewBody({ reviewed, onDone }: { readonly reviewed: Reviewed; readonly onDone: () => void }) {
  const answer = useAnswer('submission.review', { department: reviewed.department, month: reviewed.month })
  if (answer.data === undefined)
    return answer.error === null ? (
      <PageLoading />
    ) : (
      <PageError failure={answer.error} onRetry={() => void answer.refetch()} />
    )
  const review = answer.data
  return (
    <>
      <ReviewFacts review={review} />
      <ReviewActions review={review} onDone={onDone} />
      {review.missing.length > 0 ? (
        <div className="notice">
          <strong>{words.missingTitle(review.missing.length)}</strong>
          <p>{review.missing.map((each) => each.name).join('、')}</p>
        </div>
      ) : null}
      {review.partly.length > 0 ? (
        <div className="notice">
          <strong>{words.partlyTitle}</strong>
          {review.partly.map(({ id, name, localities }) => (
            <p key={id}>{words.partlyOf(name, localities)}</p>
          ))}
        </div>
      ) : null}
      <ReviewFigures review={review} />
      <ReviewMeasures measures={review.measures} evidence={review.evidence} />
      <History lines={review.history} />
    </>
  )
}

function ReviewFacts({ review }: { readonly review: SubmissionReview }) {
  const { submission, dueDate } = review
  const now = Date.now()
  const facts = [
    `${words.state}：${SUBMISSION_WORDS[submission.state]}`,
    words.due(dayText(dueDate)),
    submission.submittedAt === null
      ? null
      : words.submittedBy(timeText(submission.submittedAt, now), submission.submittedBy ?? ''),
    submission.onTime === null ? null : submission.onTime ? words.onTime : words.late,
    submission.state === 'accepted' && submission.acceptedAt !== null
      ? words.acceptedAt(timeText(submission.acceptedAt, now))
      : null,
    submission.timesReturned === 0 ? null : words.timesReturned(submission.timesReturned),
  ]
  return <p className="soft">{facts.filter((fact) => fact !== null).join(' · ')}</p>
}

function History({ lines }: { readonly lines: SubmissionReview['history'] }) {
  const now = Date.now()
  if (lines.length === 0) return null
  return (
    <>
      <h3 className="panel-part">{words.history}</h3>
      <ul className="changes">
        {lines.map((line) => (
          <li key={`${line.time} ${line.text}`}>
            <span className="soft">{timeText(line.time, now)}</span> {line.author} {line.text}
          </li>
        ))}
      </ul>
    </>
  )
}
