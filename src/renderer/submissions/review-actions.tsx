import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { SubmissionReview } from '../../contract/api.ts'
import { CallFailure, useAsk, useRefreshAll } from '../ask.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
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
  const refresh = useRefreshAll()
  const { message } = App.useApp()
  const [isReturning, setIsReturning] = useState(false)
  const [reason, setReason] = useState('')
  const [isReasonMissing, setIsReasonMissing] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const { department, month, state } = review.submission
  const name = departmentName(plan, department)

  const act = async (write: () => Promise<unknown>, done: string) => {
    setIsBusy(true)
    setFailure(null)
    try {
      await write()
      await refresh()
      void message.success(done)
      onDone()
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      setFailure(error)
    } finally {
      setIsBusy(false)
    }
  }
  const sendBack = () => {
    setIsReasonMissing(reason.trim() === '')
    if (reason.trim() !== '')
      void act(() => ask('submission.sendBack', { department, month, reason }), words.returned(name))
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
          <label htmlFor="return-reason">{words.sendBackReason}</label>
          <Input.TextArea
            id="return-reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            placeholder={words.sendBackHint}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            autoFocus
          />
          {isReasonMissing ? (
            <p className="bad" role="alert">
              {words.sendBackReasonMissing}
            </p>
          ) : null}
          <div className="button-row">
            <Button danger type="primary" onClick={sendBack} loading={isBusy}>
              {words.sendBackDo}
            </Button>
            <Button onClick={() => setIsReturning(false)}>{common.cancel}</Button>
          </div>
        </div>
      ) : (
        <div className="button-row">
          <Button
            type="primary"
            loading={isBusy}
            onClick={() =>
              void act(() => ask('submission.accept', { department, month }), words.accepted(name))
            }
          >
            {words.accept}
          </Button>
          <Button onClick={() => setIsReturning(true)}>{words.sendBack}</Button>
        </div>
      )}
      <RefusedNotice failure={failure} />
    </div>
  )
}
