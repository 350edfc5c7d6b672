import { Button } from 'antd'
import { useState } from 'react'
import type { SubmissionReview } from '../../contract/api.ts'
import { useAsk } from '../ask.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { ReasonField, useReason } from '../parts/reason-field.tsx'
import { useAct } from '../parts/use-act.ts'
import { departmentName, useOpenSession } from '../session.tsx'
import { common } from '../words/common.ts'
import { submissions as words } from '../words/submissions.ts'

interface Props {
  readonly review: SubmissionReview
  readonly onDone: () => void
}

export function ReviewActions({ review, onDone }: Props) {
  const { session, plan } = useOpenSession()
  const ask = useAsk()
  const [isReturning, setIsReturning] = useState(false)
  const reason = useReason()
  const { act, failure, isBusy } = useAct()
  const { department, month, state } = review.submission
  const name = departmentName(plan, department)

  const sendBack = async () => {
    const given = reason.given()
    if (given === null) return
    const isDone = await act(
      () => ask('submission.sendBack', { department, month, reason: given }),
      words.returned(name),
    )
    if (isDone) onDone()
  }
  const acceptIt = async () => {
    if (await act(() => ask('submission.accept', { department, month }), words.accepted(name))) onDone()
  }
  if (state !== 'submitted')
    return review.submission.expected === 0 ? (
      <p>{words.nothing}</p>
    ) : (
      <p className={state === 'accepted' ? 'notice notice-good' : 'notice'}>{words.notYet[state]}</p>
    )
  if (session.isReadOnly) return null
  return (
    <div className="review-actions">
      {isReturning ? (
        <div className="form-column">
          <ReasonField
            reason={reason}
            words={{
              label: words.sendBackReason,
              hint: words.sendBackHint,
              missing: words.sendBackReasonMissing,
            }}
          />
          <div className="button-row">
            <Button danger type="primary" onClick={() => void sendBack()} loading={isBusy}>
              {words.sendBackDo}
            </Button>
            <Button onClick={() => setIsReturning(false)}>{common.cancel}</Button>
          </div>
        </div>
      ) : (
        <div className="button-row">
          <Button type="primary" loading={isBusy} onClick={() => void acceptIt()}>
            {words.accept}
          </Button>
          <Button onClick={() => setIsReturning(true)}>{words.sendBack}</Button>
        </div>
      )}
      <RefusedNotice failure={failure} />
    </div>
  )
}
